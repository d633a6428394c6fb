import type { Card } from '../domain/card';
import type { EventBody, LogEvent, PresetRef, Rating } from '../domain/event';
import type { EventId } from '../domain/ids';
import type { Preset } from '../domain/preset';
import type { ReciteDatabase } from './schema';
import { AppError } from '../domain/app-error';
import { dailyOf } from '../domain/daily';
import { cardsOfEvent, comesAfter, isCardEvent, step, type CardEvent } from '../domain/fold';
import { rootOf } from '../domain/ids';
import { DEFAULT_PRESET } from '../domain/preset';
import { presentCards, putDaily, writeCards } from './card-writes';
import { freshId, stamped, stampEvent, tick, writeTail, type Moment } from './log';
import { cardOf } from './rows';

export interface Grade {
	/** The card as it was shown: a card that another tab has graded since is not graded twice. */
	readonly shown: Card;
	readonly rating: Rating;
	/** Ms from showing to grading. */
	readonly took: number;
	readonly preset: Preset;
	readonly presetRef: PresetRef;
	/** Made once per grade, so that a second try of the same grade is known as such. */
	readonly id?: EventId;
}

export interface Done<T extends LogEvent = LogEvent> {
	readonly event: T;
	/** The cards as they stand after it. */
	readonly cards: readonly Card[];
}

/** What to do with a review that the clock places before the card's last one. */
type FoldIn = (db: ReciteDatabase, event: CardEvent) => Promise<Card[]>;

/**
 * Grades a card: the event and all that follows from it in one transaction.
 * @throws AppError `graded-elsewhere` when the card has been reviewed, or that review undone, since it was shown
 * @throws AppError `card-gone` when the card is no longer in any deck
 */
export async function grade(db: ReciteDatabase, moment: Moment, the: Grade): Promise<Done> {
	const id = the.id ?? freshId(moment.at);
	const done = await db.transaction('rw', gradeTables(db), async () => writeGrade(db, id, moment, the, null));
	if (done !== null) return done;
	// The clock was set back, or two devices met. So rare that the code for it is loaded only then.
	const { foldIn, recomputeTables } = await import('./recompute');
	const late = await db.transaction('rw', recomputeTables(db), async () => writeGrade(db, id, moment, the, foldIn));
	if (late === null) throw new AppError('card-gone', 'This card has been taken out of its deck.');
	return late;
}

function gradeTables(db: ReciteDatabase) {
	return [db.events, db.cards, db.tallies, db.daily, db.clock];
}

/**
 * All reads at once, then all writes at once: each round to the database takes a good part of a millisecond.
 * @returns null when the review is late and no way was given to fold it in; nothing is written then
 */
async function writeGrade(
	db: ReciteDatabase,
	id: EventId,
	moment: Moment,
	{ shown, rating, took, preset, presetRef }: Grade,
	foldIn: FoldIn | null
): Promise<Done | null> {
	const root = rootOf(shown.id);
	const [row, written, stored, daily] = await Promise.all([
		db.cards.get(shown.id),
		db.events.get(id),
		db.clock.get('clock'),
		db.daily.get([root, moment.day])
	]);
	if (row === undefined) throw new AppError('card-gone', 'This card has been taken out of its deck.');
	const before = cardOf(row);
	if (written) return { event: written.event, cards: [before] };
	if (before.lastReview?.id !== shown.lastReview?.id) {
		throw new AppError('graded-elsewhere', 'This card has already been graded in another window.');
	}
	const clock = tick(stored, moment);
	const event = stamped(clock, id, moment, {
		kind: 'review',
		card: before.id,
		rating,
		day: moment.day,
		took: Math.max(0, Math.min(60_000, Math.round(took))),
		preset: presetRef
	});
	if (!comesAfter(event, before)) {
		if (foldIn === null) return null;
		await db.clock.put(clock);
		return { event, cards: await foldIn(db, event) };
	}
	const after = step(before, event, () => preset);
	await Promise.all([
		db.clock.put(clock),
		writeTail(db, event, [before]),
		writeCards(db, [{ before, after }]),
		putDaily(db, root, event.day, daily, dailyOf(before, event))
	]);
	return { event, cards: [after] };
}

/**
 * Suspends, buries, flags, or takes such a mark back, for one card or many.
 * @param id made once per action, so that a second try of the same action is known as such
 */
export async function mark(
	db: ReciteDatabase,
	moment: Moment,
	body: Extract<EventBody, { kind: 'suspend' | 'bury' | 'flag' }>,
	id: EventId = freshId(moment.at)
): Promise<Done> {
	return db.transaction('rw', db.events, db.clock, db.cards, db.tallies, async () => {
		const written = (await db.events.get(id))?.event;
		if (written && isCardEvent(written))
			return { event: written, cards: await presentCards(db, cardsOfEvent(written)) };
		const event = await stampEvent(db, id, moment, body);
		const before = await presentCards(db, cardsOfEvent(event));
		const after = before.map((card) => step(card, event, () => DEFAULT_PRESET));
		await Promise.all([
			writeTail(db, event, before),
			writeCards(
				db,
				before.map((card, i) => ({ before: card, after: after[i] ?? null }))
			)
		]);
		return { event, cards: after };
	});
}
