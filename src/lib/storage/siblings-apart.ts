import type { NoteId } from '../domain/ids';
import type { Limits } from '../domain/queue/limit';
import type { ReciteDatabase } from './schema';
import { noteOf } from '../domain/ids';
import { cardsInQueue, type Available, type Counts } from './queries';

/**
 * How many cards of some subdecks burying leaves for a day, as `burySiblings` in `domain/queue/bury.ts` has it: one of each
 * note, a review before a new card. How many these are does not depend on their order, so the index alone is read, and of
 * that no more than the limits let in.
 * @param taken notes of which no further card is shown today: seen already, or in learning. Notes that are counted are
 * added.
 */
export async function countApart(
	db: ReciteDatabase,
	decks: readonly Available[],
	day: number,
	limits: Limits,
	taken: Set<NoteId>
): Promise<Pick<Counts, 'new' | 'review'>> {
	const claim = async (queue: 'new' | 'review', wanted: number): Promise<number> => {
		let found = 0;
		// One after the other, because most often the first of them fills the limit.
		for (const { deck, counts } of decks) {
			if (found >= wanted || counts[queue] === 0) continue;
			const before = taken.size;
			for (let size = 2 * wanted; ; size *= 2) {
				const ids = await cardsInQueue(db, deck, queue, -Infinity, day).limit(size).primaryKeys();
				for (const id of ids) taken.add(noteOf(id));
				if (ids.length < size || found + taken.size - before >= wanted) break;
			}
			found += taken.size - before;
		}
		return found;
	};
	const review = await claim('review', limits.review);
	// Not all reviews have been read where they fill their limit; but then there is no room for new cards.
	return { review, new: await claim('new', Math.min(limits.new, limits.review - review)) };
}
