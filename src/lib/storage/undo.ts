import type { Card } from '../domain/card';
import type { EventId } from '../domain/ids';
import type { Done } from './card-actions';
import type { ReciteDatabase } from './schema';
import { AppError } from '../domain/app-error';
import { dailyOf } from '../domain/daily';
import { cardsOfEvent, isCardEvent, type CardEvent } from '../domain/fold';
import { rootOf } from '../domain/ids';
import { undoneIds } from '../domain/undone';
import { presentCards, writeCards, writeDaily } from './card-writes';
import { append, freshId, stampEvent, type Moment } from './log';
import { recomputeCards, recomputeTables } from './recompute';
import { findEvent, findSealed } from './sealed-log';

/**
 * Takes a card event back: afterwards the cards stand, to the last field, as if it had not been.
 * @param target a review, suspend, bury or flag event, or an undo of one (which is redo)
 * @param id made once per action, so that a second try of the same action is known as such
 * @throws AppError `nothing-to-undo` when the log does not hold it or it is undone already
 */
export async function undoCardEvent(
	db: ReciteDatabase,
	moment: Moment,
	target: EventId,
	id: EventId = freshId(moment.at)
): Promise<Done> {
	return db.transaction('rw', recomputeTables(db), async () => {
		const [row, written] = await db.events.bulkGet([target, id]);
		const event = row?.event ?? (await findSealed(db, target));
		if (written && event && isCardEvent(event)) {
			return { event: written.event, cards: await presentCards(db, cardsOfEvent(event)) };
		}
		// An undo sealed meanwhile is not seen here; a second one of the same event changes nothing.
		const undone = undoneIds((await db.events.toArray()).map((row) => row.event));
		if (event === undefined || undone.has(target)) {
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
