import type { ReciteDatabase, TallyRow } from './schema';
import type { PackId } from '../domain/ids';
import type { Collection } from '../domain/replay';
import { AppError } from '../domain/app-error';
import { replay } from '../domain/replay';
import { placeKey, placeOf } from '../domain/tally';
import { newClock } from './log';
import { readLog } from './sealed-log';
import { cardRow, dailyRow, noteRow } from './rows';
import { DERIVED, DERIVED_VERSION, type CardRow } from './schema';
import { shelfTables } from './shelf';

/** Parts of a rebuild, for a progress bar. `share` runs from 0 to 1. */
export interface Progress {
	readonly step: 'reading' | 'replaying' | 'writing';
	readonly share: number;
}

export interface RebuildOptions {
	readonly onprogress?: (progress: Progress) => void;
	/** Aborting leaves everything as it was: the whole rebuild is one transaction. */
	readonly signal?: AbortSignal;
}

/**
 * Makes every derived row anew from packs and log.
 * @throws AppError `cancelled` when the signal is aborted
 * @throws AppError `segment-damaged` when a part of the log cannot be read; nothing is changed then
 */
export async function rebuild(db: ReciteDatabase, options: RebuildOptions = {}): Promise<void> {
	await db.transaction('rw', shelfTables(db), () => rederive(db, options));
}

/** `rebuild` inside a transaction over `shelfTables`. */
export async function rederive(db: ReciteDatabase, { onprogress, signal }: RebuildOptions = {}): Promise<void> {
	const tell = (step: Progress['step'], share: number): void => {
		if (signal?.aborted) throw new AppError('cancelled', 'The rebuild was cancelled. Nothing has changed.');
		onprogress?.({ step, share });
	};
	tell('reading', 0);
	const events = await readLog(db);
	const packs = new Map((await db.packs.toArray()).map(({ id, pack }): [PackId, typeof pack] => [id, pack]));
	tell('replaying', 0.1);
	const rows = derivedRows(replay(events, packs));
	tell('writing', 0.3);

	// Pictures for quick undo were taken of the rows that go now.
	const pictured = await db.events.filter((row) => row.before !== undefined).toArray();
	await db.events.bulkPut(pictured.map(({ id, event }) => ({ id, event })));
	await Promise.all(DERIVED.map((name) => db.table(name).clear()));
	const { cards, ...others } = rows;
	await Promise.all(Object.entries(others).map(([name, added]) => db.table(name).bulkAdd(added)));
	const BATCH = 2000;
	for (let start = 0; start < cards.length; start += BATCH) {
		await db.cards.bulkAdd(cards.slice(start, start + BATCH));
		tell('writing', 0.3 + (0.7 * (start + BATCH)) / (cards.length + BATCH));
	}
	const clock = (await db.clock.get('clock')) ?? newClock(Math.max(0, ...events.slice(-1).map((event) => event.at)));
	const lamport = events.reduce((most, event) => Math.max(most, event.lamport), clock.lamport);
	await db.clock.put({ ...clock, lamport, derived: DERIVED_VERSION });
}

/** The rows that a collection is stored as: what `rebuild` writes and what incremental writing must equal. */
export function derivedRows(collection: Collection) {
	const tallies = new Map<string, TallyRow>();
	const cards: CardRow[] = [];
	for (const card of collection.cards) {
		cards.push(cardRow(card));
		const place = placeOf(card);
		const key = placeKey(place);
		tallies.set(key, { ...place, count: (tallies.get(key)?.count ?? 0) + 1 });
	}
	return {
		cards,
		tallies: [...tallies.values()],
		daily: [...collection.daily].flatMap(([root, days]) => [...days].map(([day, done]) => dailyRow(root, day, done))),
		notes: collection.notes.map(noteRow),
		documents: [...collection.documents],
		drawings: [...collection.drawings],
		decks: [...collection.summaries.values()],
		registers: [...collection.decks.values()],
		edits: [...collection.edits.values()],
		presets: [...collection.presets.values()],
		settings: [...collection.settings.values()]
	} satisfies Record<(typeof DERIVED)[number], readonly unknown[]>;
}
