import type { ReciteDatabase } from './schema';
import { newClock } from './log';
import { DERIVED_VERSION } from './schema';

export interface OpenWatchers {
	/** Another window holds an older version open, so an upgrade waits. */
	readonly onblocked: () => void;
	/** Another window wants to upgrade the database; this one has let go of it and must be reloaded. */
	readonly onsuperseded: () => void;
}

/**
 * Opens the database, making it on the first visit.
 * @returns whether the derived rows must be rebuilt before they are read
 * @throws what the browser throws; `failureOf` tells what it means
 */
export async function openDatabase(
	db: ReciteDatabase,
	watchers: OpenWatchers,
	now: number
): Promise<{ stale: boolean }> {
	db.on('blocked', watchers.onblocked);
	db.on('versionchange', () => {
		// Letting go at once keeps the other window from waiting; nothing is in flight that it could lose.
		db.close({ disableAutoOpen: true });
		watchers.onsuperseded();
		return false;
	});
	await db.open();
	return db.transaction('rw', db.clock, async () => {
		const clock = await db.clock.get('clock');
		if (clock === undefined) await db.clock.add(newClock(now));
		return { stale: clock !== undefined && clock.derived !== DERIVED_VERSION };
	});
}

/** Whether the database holds anything a person did. */
export async function isEmpty(db: ReciteDatabase): Promise<boolean> {
	const [events, segments] = await Promise.all([db.events.count(), db.segments.count()]);
	return events === 0 && segments === 0;
}
