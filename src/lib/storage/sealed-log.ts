import type { LogEvent } from '../domain/event';
import type { EventId } from '../domain/ids';
import type { ReciteDatabase } from './schema';
import { SEGMENT_EVENTS } from './log';
import { decodeSegment, encodeSegment } from './segment';

/** Whatever reads or writes segments. The everyday paths (a grade, a queue) do without, and so without the compressor. */

/** The whole log, in no particular order; the same event may occur twice. */
export async function readLog(db: ReciteDatabase): Promise<LogEvent[]> {
	const [segments, tail] = await Promise.all([db.segments.toArray(), db.events.toArray()]);
	const events: LogEvent[] = [];
	for (const segment of segments) for (const event of decodeSegment(segment.bytes)) events.push(event);
	for (const row of tail) events.push(row.event);
	return events;
}

export async function findEvent(db: ReciteDatabase, id: EventId): Promise<LogEvent | undefined> {
	return (await db.events.get(id))?.event ?? findSealed(db, id);
}

/** Segments do not overlap much in time, so the one that begins last before the id is looked into first. */
export async function findSealed(db: ReciteDatabase, id: EventId): Promise<LogEvent | undefined> {
	const candidates = await db.segments.where('id').belowOrEqual(id).reverse().toArray();
	for (const { bytes } of candidates) {
		const found = decodeSegment(bytes).find((event) => event.id === id);
		if (found) return found;
	}
	return undefined;
}

/**
 * Seals the oldest unsealed events once there are two segments' worth of them.
 * @returns the number of segments written
 */
export async function sealTail(db: ReciteDatabase, size: number = SEGMENT_EVENTS): Promise<number> {
	return db.transaction('rw', db.events, db.segments, async () => {
		const waiting = await db.events.count();
		const segments = Math.floor(waiting / size) - 1;
		for (let i = 0; i < segments; i++) {
			const rows = await db.events.orderBy('id').limit(size).toArray();
			const first = rows[0];
			if (first === undefined) return i;
			const bytes = encodeSegment(rows.map((row) => row.event));
			await db.segments.add({ id: first.id, count: rows.length, bytes });
			await db.events.bulkDelete(rows.map((row) => row.id));
		}
		return Math.max(0, segments);
	});
}
