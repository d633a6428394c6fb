import { Dexie, type PromiseExtended } from 'dexie';
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
export function countApart(
	db: ReciteDatabase,
	decks: readonly Available[],
	day: number,
	limits: Limits,
	taken: Set<NoteId>
): PromiseExtended<Pick<Counts, 'new' | 'review'>> {
	/** Twice as many each time, until there are enough notes or no more cards. */
	const read = (
		deck: Available['deck'],
		queue: 'new' | 'review',
		wanted: number,
		size: number
	): PromiseExtended<void> =>
		cardsInQueue(db, deck, queue, -Infinity, day)
			.limit(size)
			.primaryKeys()
			.then((ids) => {
				const had = taken.size;
				for (const id of ids) taken.add(noteOf(id));
				const left = wanted - (taken.size - had);
				return ids.length < size || left <= 0 ? undefined : read(deck, queue, left, size * 2);
			});
	// One after the other, because most often the first of them fills the limit.
	const claim = (
		queue: 'new' | 'review',
		wanted: number,
		[first, ...others]: readonly Available[]
	): PromiseExtended<number> => {
		if (first === undefined || wanted <= 0) return Dexie.Promise.resolve(0);
		if (first.counts[queue] === 0) return claim(queue, wanted, others);
		const had = taken.size;
		return read(first.deck, queue, wanted, 2 * wanted).then(() => {
			const found = taken.size - had;
			return claim(queue, wanted - found, others).then((more) => found + more);
		});
	};
	// Not all reviews have been read where they fill their limit; but then there is no room for new cards.
	return claim('review', limits.review, decks).then((review) =>
		claim('new', Math.min(limits.new, limits.review - review), decks).then((fresh) => ({ review, new: fresh }))
	);
}
