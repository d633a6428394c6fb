import type { Card } from '../domain/card';
import type { CardId, DeckId } from '../domain/ids';
import type { Place } from '../domain/tally';
import type { DailyRow, ReciteDatabase } from './schema';
import { addDaily, EMPTY_DAILY, type Daily } from '../domain/daily';
import { placeKey, placeOf, samePlace } from '../domain/tally';
import { cardOf, cardRow, dailyRow } from './rows';

/** A card before and after; null where there is none. */
export interface CardChange {
	readonly before: Card | null;
	readonly after: Card | null;
}

/** Writes cards and keeps the tallies in step. Inside a transaction over `cards` and `tallies`. */
export async function writeCards(db: ReciteDatabase, changes: readonly CardChange[]): Promise<void> {
	const put = changes.flatMap(({ after }) => (after === null ? [] : [cardRow(after)]));
	const gone = changes.flatMap(({ before, after }) => (before !== null && after === null ? [before.id] : []));
	const writes: PromiseLike<unknown>[] = [moveTallies(db, changes)];
	if (put.length === 1 && put[0]) writes.push(db.cards.put(put[0]));
	else if (put.length > 1) writes.push(db.cards.bulkPut(put));
	if (gone.length > 0) writes.push(db.cards.bulkDelete(gone));
	await Promise.all(writes);
}

async function moveTallies(db: ReciteDatabase, changes: readonly CardChange[]): Promise<void> {
	const deltas = new Map<string, { place: Place; delta: number }>();
	const add = (place: Place, delta: number): void => {
		const key = placeKey(place);
		const entry = deltas.get(key);
		if (entry) entry.delta += delta;
		else deltas.set(key, { place, delta });
	};
	for (const { before, after } of changes) {
		const from = before && placeOf(before);
		const to = after && placeOf(after);
		if (from && to && samePlace(from, to)) continue;
		if (from) add(from, -1);
		if (to) add(to, 1);
	}
	await Promise.all(
		[...deltas.values()].map(async ({ place, delta }) => {
			if (delta === 0) return;
			const key: [DeckId, string, number] = [place.deck, place.queue, place.day];
			const count = ((await db.tallies.get(key))?.count ?? 0) + delta;
			if (count === 0) await db.tallies.delete(key);
			else await db.tallies.put({ ...place, count });
		})
	);
}

/** Those of the cards that are in a deck. */
export async function presentCards(db: ReciteDatabase, ids: readonly CardId[]): Promise<Card[]> {
	const rows = await db.cards.bulkGet([...ids]);
	return rows.flatMap((row) => (row ? [cardOf(row)] : []));
}

/** Adds to one day's record, or takes from it; a record of nothing is not kept. Inside a transaction over `daily`. */
export async function writeDaily(
	db: ReciteDatabase,
	root: DeckId,
	day: number,
	done: Daily,
	sign: 1 | -1 = 1
): Promise<void> {
	await putDaily(db, root, day, await db.daily.get([root, day]), done, sign);
}

/** `writeDaily` where the record has been read already. */
export async function putDaily(
	db: ReciteDatabase,
	root: DeckId,
	day: number,
	row: DailyRow | undefined,
	done: Daily,
	sign: 1 | -1 = 1
): Promise<void> {
	const { root: _root, day: _day, ...before } = row ?? { root, day, ...EMPTY_DAILY };
	const after = addDaily(before, done, sign);
	if (after.reviews === 0) await db.daily.delete([root, day]);
	else await db.daily.put(dailyRow(root, day, after));
}
