import { Dexie } from 'dexie';
import type { Card } from '../domain/card';
import type { CardId, DeckId, NoteId } from '../domain/ids';
import type { Preset } from '../domain/preset';
import type { QueueName } from '../domain/tally';
import type { CardRow, DailyRow, NoteRow, ReciteDatabase } from './schema';
import { EMPTY_DAILY, type Daily } from '../domain/daily';
import { rootOf } from '../domain/ids';
import { cardOf } from './rows';

export interface Counts {
	readonly new: number;
	readonly learning: number;
	readonly review: number;
}

const ANY_POSITION = [Dexie.minKey, Dexie.maxKey] as const;

function range(deck: DeckId, queue: QueueName, from: number, to: number) {
	return [
		[deck, queue, from, ANY_POSITION[0]],
		[deck, queue, to, ANY_POSITION[1]]
	] as const;
}

/** How many cards of a subdeck could be shown on a day, limits aside. Reads counters only. */
export async function availableCounts(db: ReciteDatabase, deck: DeckId, today: number): Promise<Counts> {
	const sum = async (queue: QueueName): Promise<number> => {
		const rows = await db.tallies
			.where('[deck+queue+day]')
			.between([deck, queue, -Infinity], [deck, queue, today], true, true)
			.toArray();
		return rows.reduce((total, row) => total + row.count, 0);
	};
	const [fresh, learning, review] = await Promise.all([sum('new'), sum('learning'), sum('review')]);
	return { new: fresh, learning, review };
}

/** Cards in review that fall due on each learner's day from `from` on, for a forecast. */
export async function dueByDay(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	from: number,
	to: number
): Promise<Map<number, number>> {
	const due = new Map<number, number>();
	for (const deck of decks) {
		const rows = await db.tallies
			.where('[deck+queue+day]')
			.between([deck, 'review', from], [deck, 'review', to], true, true)
			.toArray();
		for (const { day, count } of rows) due.set(day, (due.get(day) ?? 0) + count);
	}
	return due;
}

export async function dailyOn(db: ReciteDatabase, root: DeckId, day: number): Promise<Daily> {
	return (await db.daily.get([root, day])) ?? EMPTY_DAILY;
}

/** What was done on each day of a range, over all decks. */
export async function dailyBetween(db: ReciteDatabase, from: number, to: number): Promise<DailyRow[]> {
	return db.daily.filter((row) => row.day >= from && row.day <= to).toArray();
}

export interface Gathered {
	readonly cards: readonly Card[];
	/** Notes with a card reviewed today already. */
	readonly notesSeen: ReadonlySet<NoteId>;
}

/**
 * Every card that today's queue could need, without reading the whole deck: all that is in learning; whole days of what
 * is due, oldest first, until there is `SPARE` times the limit (burying siblings takes some away again); the first new
 * ones likewise. Orders that compare all due cards make it read all due cards.
 */
export async function gather(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	today: number,
	preset: Preset,
	limits: { readonly new: number; readonly review: number }
): Promise<Gathered> {
	const SPARE = 3;
	const byDueDay = preset.reviewOrder === 'due' || preset.reviewOrder === 'due-random';
	const rows: CardRow[] = [];
	for (const deck of decks) {
		rows.push(...(await inRange(db, deck, 'learning', -Infinity, today).toArray()));
		if (limits.review > 0) {
			const last = byDueDay ? await lastDayNeeded(db, deck, today, SPARE * limits.review) : today;
			rows.push(...(await inRange(db, deck, 'review', -Infinity, last).toArray()));
		}
		if (limits.new > 0) {
			const fresh = inRange(db, deck, 'new', -Infinity, today);
			rows.push(...(await (preset.newOrder === 'random' ? fresh : fresh.limit(SPARE * limits.new)).toArray()));
		}
	}
	const seen = await db.cards.where('lastDay').equals(today).toArray();
	return { cards: rows.map(cardOf), notesSeen: new Set(seen.map((card) => card.note)) };
}

function inRange(db: ReciteDatabase, deck: DeckId, queue: QueueName, from: number, to: number) {
	const [lower, upper] = range(deck, queue, from, to);
	return db.cards.where('[deck+queue+day+position]').between([...lower], [...upper], true, true);
}

async function lastDayNeeded(db: ReciteDatabase, deck: DeckId, today: number, wanted: number): Promise<number> {
	const days = await db.tallies
		.where('[deck+queue+day]')
		.between([deck, 'review', -Infinity], [deck, 'review', today], true, true)
		.toArray();
	let total = 0;
	for (const { day, count } of days) {
		total += count;
		if (total >= wanted) return day;
	}
	return today;
}

/** When the next card in learning comes back, for a screen that waits; null when none is in learning. */
export async function nextLearningAt(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	today: number
): Promise<number | null> {
	let next: number | null = null;
	for (const deck of decks) {
		for (const { schedule } of await inRange(db, deck, 'learning', -Infinity, today).toArray()) {
			if ('dueAt' in schedule && (next === null || schedule.dueAt < next)) next = schedule.dueAt;
		}
	}
	return next;
}

export async function cardsById(db: ReciteDatabase, ids: readonly CardId[]): Promise<Map<CardId, Card>> {
	const rows = await db.cards.bulkGet([...ids]);
	return new Map(rows.flatMap((row): [CardId, Card][] => (row ? [[row.id, cardOf(row)]] : [])));
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
	const notes = await db.notes.where('cites').equals(`${root}/${document}`).toArray();
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
	const rows = await Promise.all(decks.map((deck) => inRange(db, deck, 'suspended', 0, 0).toArray()));
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
			const rows = await inRange(db, deck, queue, today + 1, Infinity)
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
