import type { Card } from '../domain/card';
import type { EventBody, LogEvent, PresetRef, Rating } from '../domain/event';
import type { CardId, EventId } from '../domain/ids';
import type { Preset } from '../domain/preset';
import type { ReciteDatabase } from './schema';
import { AppError } from '../domain/app-error';
import { dailyOf } from '../domain/daily';
import { cardsOfEvent, comesAfter, isCardEvent, step, type CardEvent } from '../domain/fold';
import { rootOf } from '../domain/ids';
import { DEFAULT_PRESET } from '../domain/preset';
import { writeCards, writeDaily } from './card-writes';
import { append, findEvent, findSealed, freshId, stampEvent, writeTail, type Moment } from './log';
import { recomputeCards, recomputeTables } from './recompute';
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

/**
 * Grades a card: the event and all that follows from it in one transaction.
 * @throws AppError `graded-elsewhere` when the card has been reviewed, or that review undone, since it was shown
 * @throws AppError `card-gone` when the card is no longer in any deck
 */
export async function grade(db: ReciteDatabase, moment: Moment, the: Grade): Promise<Done> {
	const id = the.id ?? freshId(moment.at);
	return db.transaction('rw', recomputeTables(db), async () => {
		const [row, written] = await Promise.all([db.cards.get(the.shown.id), db.events.get(id)]);
		if (row === undefined) throw new AppError('card-gone', 'This card has been taken out of its deck.');
		const before = cardOf(row);
		if (written) return { event: written.event, cards: [before] };
		if (before.lastReview?.id !== the.shown.lastReview?.id) {
			throw new AppError('graded-elsewhere', 'This card has already been graded in another window.');
		}
		const event = await stampEvent(db, id, moment, {
			kind: 'review',
			card: before.id,
			rating: the.rating,
			day: moment.day,
			took: Math.max(0, Math.min(60_000, Math.round(the.took))),
			preset: the.presetRef
		});
		if (!comesAfter(event, before)) return late(db, event);
		const after = step(before, event, () => the.preset);
		await Promise.all([
			writeTail(db, event, [before]),
			writeCards(db, [{ before, after }]),
			writeDaily(db, rootOf(before.id), event.day, dailyOf(before, event))
		]);
		return { event, cards: [after] };
	});
}

/** A review that the clock places before the card's last one, because the clock was set back or two devices met. */
async function late(db: ReciteDatabase, event: CardEvent): Promise<Done> {
	const ids = cardsOfEvent(event);
	await recomputeCards(db, ids, [event]);
	await db.events.add({ id: event.id, event });
	return { event, cards: await presentCards(db, ids) };
}

/** Suspends, buries, flags, or takes such a mark back, for one card or many. */
export async function mark(
	db: ReciteDatabase,
	moment: Moment,
	body: Extract<EventBody, { kind: 'suspend' | 'bury' | 'flag' }>
): Promise<Done> {
	const id = freshId(moment.at);
	return db.transaction('rw', db.events, db.clock, db.cards, db.tallies, async () => {
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

export async function presentCards(db: ReciteDatabase, ids: readonly CardId[]): Promise<Card[]> {
	const rows = await db.cards.bulkGet([...ids]);
	return rows.flatMap((row) => (row ? [cardOf(row)] : []));
}

/**
 * Takes a card event back: afterwards the cards stand, to the last field, as if it had not been.
 * @param target a review, suspend, bury or flag event, or an undo of one (which is redo)
 * @throws AppError `nothing-to-undo` when the log does not hold it or it is undone already
 */
export async function undoCardEvent(db: ReciteDatabase, moment: Moment, target: EventId): Promise<Done> {
	const id = freshId(moment.at);
	return db.transaction('rw', recomputeTables(db), async () => {
		const row = await db.events.get(target);
		const event = row?.event ?? (await findSealed(db, target));
		const undone = await db.events.filter(({ event }) => event.kind === 'undo' && event.event === target).count();
		if (event === undefined || undone > 0) {
			throw new AppError(
				'nothing-to-undo',
				'There is nothing to undo: it has been undone already, perhaps in another window.'
			);
		}
		if (isCardEvent(event) && row?.before) {
			const now = await presentCards(db, cardsOfEvent(event));
			const restored = restore(event, row.before, now);
			if (restored !== null) {
				const undo = await append(db, id, moment, { kind: 'undo', event: target });
				await writeCards(
					db,
					now.map((before, i) => ({ before, after: restored[i] ?? null }))
				);
				const was = row.before[0];
				if (event.kind === 'review' && was) {
					await writeDaily(db, rootOf(was.id), event.day, dailyOf(was, event), -1);
				}
				return { event: undo, cards: restored };
			}
		}
		const subject = event.kind === 'undo' ? await findEvent(db, event.event) : event;
		if (subject === undefined || !isCardEvent(subject)) {
			throw new AppError('nothing-to-undo', 'This cannot be undone here.');
		}
		const undo = await stampEvent(db, id, moment, { kind: 'undo', event: target });
		await recomputeCards(db, cardsOfEvent(subject), [undo]);
		await db.events.add({ id, event: undo });
		return { event: undo, cards: await presentCards(db, cardsOfEvent(subject)) };
	});
}

/**
 * The cards with what the event wrote put back from the picture, or null when something later wrote the same fields and
 * the picture no longer tells the truth.
 */
function restore(event: CardEvent, pictures: readonly Card[], now: readonly Card[]): Card[] | null {
	const byId = new Map(pictures.map((card) => [card.id, card]));
	const restored: Card[] = [];
	for (const card of now) {
		const was = byId.get(card.id);
		if (was === undefined) return null;
		switch (event.kind) {
			case 'review': {
				if (card.lastReview?.id !== event.id) return null;
				const byLeech = card.suspended.stamp?.id === event.id;
				if (!byLeech && card.suspended.stamp?.id !== was.suspended.stamp?.id) return null;
				const { schedule, lastReview, reps, lapses, leech, suspended } = was;
				restored.push({ ...card, schedule, lastReview, reps, lapses, leech, suspended });
				break;
			}
			case 'suspend':
				if (card.suspended.stamp?.id !== event.id) return null;
				restored.push({ ...card, suspended: was.suspended });
				break;
			case 'bury':
				if (card.buriedUntil.stamp?.id !== event.id) return null;
				restored.push({ ...card, buriedUntil: was.buriedUntil });
				break;
			case 'flag':
				if (card.flag.stamp?.id !== event.id) return null;
				restored.push({ ...card, flag: was.flag });
				break;
		}
	}
	return restored;
}
