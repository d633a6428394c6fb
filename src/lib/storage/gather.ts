import { Dexie } from 'dexie';
import type { Card } from '../domain/card';
import type { CardId, DeckId, NoteId } from '../domain/ids';
import type { Preset } from '../domain/preset';
import type { Limits } from '../domain/queue/limit';
import type { CardRow, ReciteDatabase } from './schema';
import { noteOf, ordinalOf } from '../domain/ids';
import { chance } from '../domain/queue/sort';
import { cardsInQueue, dueByDay, learningOn, notesSeenOn } from './queries';
import { cardOf } from './rows';

export interface Gathered {
	readonly cards: readonly Card[];
	/** Notes with a card reviewed today already. */
	readonly notesSeen: ReadonlySet<NoteId>;
}

/** Takes cards into account in their order. @returns how many of them siblings leave to be shown */
type Claim = (cards: readonly Pick<Card, 'note'>[]) => number;

/**
 * Every card that today's queue needs, so that the queue is the same as if it were made of the whole deck, without reading
 * the whole deck: all that comes back in learning; whole days of what is due, oldest first, and new cards in the author's
 * order, until there are as many as the limits let in and burying leaves. Orders that compare all due cards make it read
 * all due cards. What can be asked of the database at once is, because each answer waited for takes a good part of a
 * millisecond.
 * @param decks a deck and its subdecks; the limits hold for all of them together
 * @param dayEnds Unix ms
 */
export async function gather(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	{ today, dayEnds }: { readonly today: number; readonly dayEnds: number },
	preset: Preset,
	limits: Limits
): Promise<Gathered> {
	const [notesSeen, ...inLearning] = await Promise.all([
		notesSeenOn(db, today),
		...decks.map((deck) => learningOn(db, deck, today, dayEnds))
	]);
	const learning = inLearning.flat();
	const claim = preset.burySiblings ? claimOf([...notesSeen, ...learning.map((card) => card.note)]) : countAll;
	const review = await dueReviews(db, decks, today, preset, limits.review, claim);
	// Reviews come first into their own limit, and new cards take what room is left there.
	const room = Math.min(limits.new, limits.review - review.found);
	const fresh = room > 0 ? await newCards(db, decks, today, preset, room, claim) : [];
	return { cards: [...learning, ...review.rows, ...fresh].map(cardOf), notesSeen };
}

const countAll: Claim = (cards) => cards.length;

/** One card of each note, and none of the notes taken already. */
function claimOf(notes: Iterable<NoteId>): Claim {
	const taken = new Set(notes);
	return (cards) => {
		const before = taken.size;
		for (const { note } of cards) taken.add(note);
		return taken.size - before;
	};
}

async function dueReviews(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	today: number,
	preset: Preset,
	wanted: number,
	claim: Claim
): Promise<{ rows: readonly CardRow[]; found: number }> {
	if (wanted <= 0) return { rows: [], found: 0 };
	const read = async (from: number, to: number): Promise<CardRow[]> =>
		(await Promise.all(decks.map((deck) => cardsInQueue(db, deck, 'review', from, to).toArray()))).flat();
	if (preset.reviewOrder !== 'due' && preset.reviewOrder !== 'due-random') {
		const rows = await read(-Infinity, today);
		return { rows, found: claim(rows) };
	}
	const days = [...(await dueByDay(db, decks, -Infinity, today))].sort(([a], [b]) => a - b);
	const rows: CardRow[] = [];
	let found = 0;
	for (let next = 0; next < days.length && found < wanted;) {
		const from = days[next]?.[0] ?? today;
		let to = from;
		for (let count = 0; next < days.length && count < wanted - found; next++) {
			const [day, due] = days[next] ?? [today, 0];
			to = day;
			count += due;
		}
		const batch = await read(from, to);
		found += claim(batch);
		rows.push(...batch);
	}
	return { rows, found };
}

async function newCards(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	today: number,
	preset: Preset,
	wanted: number,
	claim: Claim
): Promise<CardRow[]> {
	if (preset.newOrder === 'random') return newByChance(db, decks, today, preset.burySiblings, wanted, claim);
	return (await Promise.all(decks.map((deck) => newInOrder(db, deck, today, wanted, claim)))).flat();
}

/** The first new cards of a subdeck that siblings leave to be shown, and those buried between them. */
async function newInOrder(
	db: ReciteDatabase,
	deck: DeckId,
	today: number,
	wanted: number,
	claim: Claim
): Promise<CardRow[]> {
	// Those that were buried by hand and are back stand behind all others in the index, whatever their position.
	const back = await cardsInQueue(db, deck, 'new', 1, today).toArray();
	claim(back);
	const rows = new Map(back.map((row) => [row.id, row]));
	let from: unknown = Dexie.minKey;
	let found = 0;
	// Twice as many each time, because cards may share a position: then the next read begins where this one did.
	for (let size = 2 * wanted; ; size *= 2) {
		const batch = await db.cards
			.where('[deck+queue+day+position]')
			.between([deck, 'new', 0, from], [deck, 'new', 0, Dexie.maxKey], true, true)
			.limit(size)
			.toArray();
		const fresh = batch.filter((row) => !rows.has(row.id));
		found += claim(fresh);
		for (const row of fresh) rows.set(row.id, row);
		if (found >= wanted || batch.length < size) return [...rows.values()];
		from = batch.at(-1)?.position;
	}
}

/** Chance goes by the card's id, so the lot is drawn from the index alone. */
async function newByChance(
	db: ReciteDatabase,
	decks: readonly DeckId[],
	today: number,
	burySiblings: boolean,
	wanted: number,
	claim: Claim
): Promise<CardRow[]> {
	const keys = decks.map((deck) => cardsInQueue(db, deck, 'new', -Infinity, today).primaryKeys());
	let ids = (await Promise.all(keys)).flat();
	if (burySiblings) {
		const first = new Map<NoteId, CardId>();
		for (const id of ids) {
			const other = first.get(noteOf(id));
			if (other === undefined || ordinalOf(id) < ordinalOf(other)) first.set(noteOf(id), id);
		}
		ids = [...first].filter(([note]) => claim([{ note }]) === 1).map(([, id]) => id);
	}
	const drawn = ids
		.map((id) => ({ id, chance: chance({ id }, today) }))
		.sort((a, b) => a.chance - b.chance)
		.slice(0, wanted);
	return (await db.cards.bulkGet(drawn.map(({ id }) => id))).filter((row) => row !== undefined);
}
