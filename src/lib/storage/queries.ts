import { Dexie, type PromiseExtended, type Table } from 'dexie';
import type { Card } from '../domain/card';
import type { DeckId, NoteId } from '../domain/ids';
import type { QueueName } from '../domain/tally';
import type { CardRow, DailyRow, NoteRow, ReciteDatabase } from './schema';
import { EMPTY_DAILY, type Daily } from '../domain/daily';
import { noteOf, rootOf } from '../domain/ids';
import { comesBackOn } from '../domain/steps';
import { cardOf, citesPrefix } from './rows';

export interface Counts {
	readonly new: number;
	readonly learning: number;
	readonly review: number;
}

export const NO_COUNTS: Counts = { new: 0, learning: 0, review: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
	return { new: a.new + b.new, learning: a.learning + b.learning, review: a.review + b.review };
}

/** What a subdeck holds for a day, limits and siblings aside. */
export interface Available {
	readonly deck: DeckId;
	readonly counts: Counts;
	/** Notes of the cards among their steps. */
	readonly learning: readonly NoteId[];
}

/**
 * How many cards of a subdeck could be shown on a day, limits and siblings aside. Reads counters, and cards only of those
 * among their steps: whether the last of these come back before the day ends is a matter of minutes.
 * @param dayEnds Unix ms
 */
export function availableOn(
	db: ReciteDatabase,
	deck: DeckId,
	today: number,
	dayEnds: number
): PromiseExtended<Available> {
	const sum = async (queue: QueueName, to: number): Promise<number> => {
		const rows = await tallied(db, deck, queue, -Infinity, to).toArray();
		return rows.reduce((total, row) => total + row.count, 0);
	};
	return Dexie.Promise.all([sum('new', today), sum('learning', today + 1), sum('review', today)]).then(
		async ([fresh, learning, review]) => {
			const comingBack = learning > 0 ? await learningOn(db, deck, today, dayEnds) : [];
			return {
				deck,
				counts: { new: fresh, learning: comingBack.length, review },
				learning: comingBack.map((card) => card.note)
			};
		}
	);
}

/** Notes of which a card was reviewed on a day. */
export const notesSeenOn = (db: ReciteDatabase, day: number): PromiseExtended<Set<NoteId>> =>
	db.cards
		.where('lastDay')
		.equals(day)
		.primaryKeys()
		.then((cards) => new Set(cards.map(noteOf)));

function tallied(db: ReciteDatabase, deck: DeckId, queue: QueueName, from: number, to: number) {
	return db.tallies.where('[deck+queue+day]').between([deck, queue, from], [deck, queue, to], true, true);
}

/** Cards in review that fall due on each learner's day from `from` on, for a forecast. */
export async function dueByDay(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	from: number,
	to: number
): Promise<Map<number, number>> {
	const due = new Map<number, number>();
	const perDeck = await Promise.all(decks.map((deck) => tallied(db, deck, 'review', from, to).toArray()));
	for (const { day, count } of perDeck.flat()) due.set(day, (due.get(day) ?? 0) + count);
	return due;
}

export async function dailyOn(db: ReciteDatabase, root: DeckId, day: number): Promise<Daily> {
	return (await db.daily.get([root, day])) ?? EMPTY_DAILY;
}

/** What was done on each day of a range, over all decks. */
export async function dailyBetween(db: ReciteDatabase, from: number, to: number): Promise<DailyRow[]> {
	return db.daily.filter((row) => row.day >= from && row.day <= to).toArray();
}

/** The cards of a queue that can be shown from a day of this range on, by day and then in the author's order. */
export function cardsInQueue(db: ReciteDatabase, deck: DeckId, queue: QueueName, from: number, to: number) {
	return db.cards
		.where('[deck+queue+day+position]')
		.between([deck, queue, from, Dexie.minKey], [deck, queue, to, Dexie.maxKey], true, true);
}

/**
 * The cards among their steps that come back before a learner's day ends. Looks a day further than today, because whoever
 * flies west goes back by a day.
 * @param dayEnds Unix ms
 */
export async function learningOn(db: ReciteDatabase, deck: DeckId, today: number, dayEnds: number): Promise<CardRow[]> {
	// Sorted out here, because a filter of the query's own would have the database hand over one row at a time.
	const rows = await cardsInQueue(db, deck, 'learning', -Infinity, today + 1).toArray();
	return rows.filter(
		({ schedule, lastReview, buriedUntil }) =>
			buriedUntil.value <= today && 'dueAt' in schedule && comesBackOn(today, dayEnds, schedule.dueAt, lastReview)
	);
}

export async function cardsOfNotes(db: ReciteDatabase, notes: readonly NoteId[]): Promise<Card[]> {
	return (
		await db.cards
			.where('note')
			.anyOf([...notes])
			.toArray()
	).map(cardOf);
}

/** The notes that quote from a document, in the author's order. */
export async function notesCiting(db: ReciteDatabase, root: DeckId, document: string): Promise<NoteRow[]> {
	const notes = await db.notes.where('cites').startsWith(citesPrefix(root, document)).distinct().toArray();
	return notes.sort((a, b) => a.position - b.position);
}

/** Notes of a deck in the author's order, a page at a time. @param deck a root deck, or one of its subdecks */
export async function notesPage(db: ReciteDatabase, deck: DeckId, offset: number, limit: number): Promise<NoteRow[]> {
	const root = rootOf(deck);
	const all = notesOfRoot(db, root);
	return (deck === root ? all : all.filter((note) => note.deck === deck)).offset(offset).limit(limit).toArray();
}

/** Cards that are suspended, leeches among them. */
export async function suspendedCards(db: ReciteDatabase, decks: readonly DeckId[]): Promise<Card[]> {
	const rows = await Promise.all(decks.map((deck) => cardsInQueue(db, deck, 'suspended', 0, 0).toArray()));
	return rows.flat().map(cardOf);
}

/** Cards of these decks that bear a flag. */
export async function flaggedCards(db: ReciteDatabase, decks: readonly DeckId[]): Promise<Card[]> {
	const wanted = new Set(decks);
	return (await db.cards.where('flagged').equals(1).toArray()).filter((card) => wanted.has(card.deck)).map(cardOf);
}

/** Cards buried by hand that come back after today. */
export async function buriedCards(db: ReciteDatabase, decks: readonly DeckId[], today: number): Promise<Card[]> {
	const queues: readonly QueueName[] = ['new', 'learning', 'review'];
	const found: Card[] = [];
	for (const deck of decks) {
		for (const queue of queues) {
			const rows = await cardsInQueue(db, deck, queue, today + 1, Infinity)
				.filter((card) => card.buriedUntil.value > today)
				.toArray();
			found.push(...rows.map(cardOf));
		}
	}
	return found;
}

/** Notes of a root deck in the author's order, for the caller to read. */
export function notesOfRoot(db: ReciteDatabase, root: DeckId) {
	return db.notes.where('[root+position]').between([root, -Infinity], [root, Infinity]);
}

/** Rows of a root deck in a table that names them within it, in the order of those names. */
export function ofRoot<Row, Key>(table: Table<Row, Key>, index: '[root+id]' | '[root+name]', root: DeckId) {
	return table.where(index).between([root, Dexie.minKey], [root, Dexie.maxKey]);
}
