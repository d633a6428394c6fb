import type { Card } from '../card';
import type { NoteId } from '../ids';
import { dueDayOf } from '../tally';

export interface DueCards {
	readonly new: readonly Card[];
	readonly review: readonly Card[];
	/** Learning cards, which siblings never bury: their steps are minutes, not days. */
	readonly learning: readonly Card[];
}

/**
 * Leaves at most one card per note among new and review cards, and none of a note that is in learning or was seen today:
 * one side of a note gives the other away. A review goes before a new card, an older debt before a younger one, the
 * author's first card before the second.
 */
export function burySiblings(due: DueCards, seenToday: ReadonlySet<NoteId>): DueCards {
	const taken = new Set(seenToday);
	for (const card of due.learning) taken.add(card.note);
	const firstOfNote = (cards: readonly Card[]): Card[] =>
		[...cards].sort(byClaim).filter((card) => {
			if (taken.has(card.note)) return false;
			taken.add(card.note);
			return true;
		});
	const review = firstOfNote(due.review);
	return { review, new: firstOfNote(due.new), learning: due.learning };
}

function byClaim(a: Card, b: Card): number {
	return dueDayOf(a) - dueDayOf(b) || a.position - b.position || a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1);
}
