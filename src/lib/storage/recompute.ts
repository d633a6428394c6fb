import type { Card } from '../domain/card';
import type { LogEvent } from '../domain/event';
import type { CardId } from '../domain/ids';
import type { ReciteDatabase } from './schema';
import { addDaily, EMPTY_DAILY } from '../domain/daily';
import { blankCard, cardsOfEvent, foldCard, isCardEvent, type CardEvent } from '../domain/fold';
import { deckId, rootOf } from '../domain/ids';
import { LogIndex } from '../domain/replay';
import { presentCards, writeCards, writeDaily, type CardChange } from './card-writes';
import { readLog } from './sealed-log';
import { cardOf } from './rows';

/** The tables that `recomputeCards` reads and writes. */
export function recomputeTables(db: ReciteDatabase) {
	return [db.events, db.segments, db.cards, db.tallies, db.daily, db.clock];
}

/**
 * Folds cards anew from the whole log: the slow and always right way, for whatever the quick paths do not cover (an undo
 * below the top, a review older than the card's last, a card that comes back with a deck update).
 * @param added events being written in this very transaction and not in the log yet
 */
export async function recomputeCards(
	db: ReciteDatabase,
	ids: readonly CardId[],
	added: readonly LogEvent[] = []
): Promise<void> {
	const only = new Set(ids);
	const [log, rows] = [await readLog(db), await db.cards.bulkGet([...only])];
	const old = new LogIndex(log, only);
	const now = new LogIndex([...log, ...added], only);
	const changes: CardChange[] = [];
	for (const [index, id] of [...only].entries()) {
		const row = rows[index];
		const before = row ? cardOf(row) : null;
		const blank = before ? blankCard(id, before.deck, before.position) : blankCard(id, deckId(rootOf(id)), 0);
		const was = foldCard(blank, old.eventsOf(id), old.presetOf);
		const is = foldCard(blank, now.eventsOf(id), now.presetOf);
		if (before) changes.push({ before, after: is.card });
		for (const day of new Set([...was.days.keys(), ...is.days.keys()])) {
			const more = addDaily(is.days.get(day), was.days.get(day) ?? EMPTY_DAILY, -1);
			if (Object.values(more).some((n) => n !== 0)) await writeDaily(db, rootOf(id), day, more);
		}
	}
	await writeCards(db, changes);
	await dropPictures(db, only);
}

/** Writes a review that belongs before one already known. @returns its card as it stands then */
export async function foldIn(db: ReciteDatabase, event: CardEvent): Promise<Card[]> {
	const ids = cardsOfEvent(event);
	await recomputeCards(db, ids, [event]);
	await db.events.add({ id: event.id, event });
	return presentCards(db, ids);
}

/** Pictures of these cards in the tail no longer show what an undo would have to bring back. */
async function dropPictures(db: ReciteDatabase, cards: ReadonlySet<CardId>): Promise<void> {
	const stale = await db.events
		.filter(
			({ before, event }) =>
				before !== undefined && isCardEvent(event) && cardsOfEvent(event).some((id) => cards.has(id))
		)
		.toArray();
	await db.events.bulkPut(stale.map(({ id, event }) => ({ id, event })));
}

/** Cards of notes that have just come onto the shelf: blank, or with the history that the log holds for them. */
export async function foldNewCards(db: ReciteDatabase, blanks: readonly Card[]): Promise<Card[]> {
	if (blanks.length === 0) return [];
	const log = new LogIndex(await readLog(db), new Set(blanks.map((card) => card.id)));
	return blanks.map((blank) => foldCard(blank, log.eventsOf(blank.id), log.presetOf).card);
}
