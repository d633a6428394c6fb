import type { DeckId, NoteId } from '../domain/ids';
import type { Limits } from '../domain/queue/limit';
import type { QueueName } from '../domain/tally';
import type { ReciteDatabase } from './schema';
import { noteOf } from '../domain/ids';
import { cardsInQueue, type Counts } from './queries';

interface Apart {
	/** What could be shown if siblings did not matter: where there is nothing, nothing is read. */
	readonly available: Counts;
	/** Counting stops at them, because no more is shown. */
	readonly limits: Limits;
	/** Notes of which no further card is shown today: seen already, or in learning. Notes that are counted are added. */
	readonly taken: Set<NoteId>;
}

/**
 * How many cards of a subdeck burying leaves for a day, as `burySiblings` in `domain/queue/bury.ts` has it: one of each
 * note, a review before a new card. How many these are does not depend on their order, so the index alone is read, and of
 * that no more than the limits let in.
 */
export async function countApart(
	db: ReciteDatabase,
	deck: DeckId,
	day: number,
	{ available, limits, taken }: Apart
): Promise<Counts> {
	const claim = async (queue: QueueName, there: number, wanted: number): Promise<number> =>
		there > 0 && wanted > 0 ? claimNotes(db, deck, queue, day, wanted, taken) : 0;
	const review = await claim('review', available.review, limits.review);
	// Not all reviews have been read where they fill their limit; but then there is no room for new cards.
	const fresh = await claim('new', available.new, Math.min(limits.new, limits.review - review));
	return { new: fresh, learning: available.learning, review };
}

/** Reads on until as many notes are found as are wanted, and twice as far each time, because most have no siblings. */
async function claimNotes(
	db: ReciteDatabase,
	deck: DeckId,
	queue: QueueName,
	day: number,
	wanted: number,
	taken: Set<NoteId>
): Promise<number> {
	const before = taken.size;
	for (let size = 2 * wanted; ; size *= 2) {
		const ids = await cardsInQueue(db, deck, queue, -Infinity, day).limit(size).primaryKeys();
		for (const id of ids) taken.add(noteOf(id));
		const found = taken.size - before;
		if (found >= wanted || ids.length < size) return found;
	}
}
