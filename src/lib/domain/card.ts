import type { CardId, DeckId, NoteId } from './ids';
import type { Stamp } from './event';

/** FSRS memory state. Stability in days (time for retrievability to fall to 90 %), difficulty from 1 to 10. */
export interface Memory {
	readonly stability: number;
	readonly difficulty: number;
}

/** Where a card stands. A half-filled state (a review card without a due day) cannot be written down. */
export type Schedule =
	| { readonly phase: 'new' }
	| {
			readonly phase: 'learning' | 'relearning';
			readonly memory: Memory;
			/** Index into the preset's (re)learning steps. */
			readonly step: number;
			/** Unix ms at which it comes back. */
			readonly dueAt: number;
	  }
	| {
			readonly phase: 'review';
			readonly memory: Memory;
			/** In days, fuzz included. */
			readonly interval: number;
			/** The learner's day on which it is due. */
			readonly dueDay: number;
	  };

/** A value with the stamp of the event that wrote it; the later stamp wins, so the order of arrival does not matter. */
export interface Register<T> {
	readonly value: T;
	readonly stamp: Stamp | null;
}

/** A register that nothing has written yet. */
export const unset = <T>(value: T): Register<T> => ({ value, stamp: null });

/** The head of the last review folded in, to tell whether another event comes after it, and its learner's day. */
export interface LastReview extends Stamp {
	readonly at: number;
	readonly day: number;
}

/**
 * A card with all that follows from the log for it. Everything but the first five fields is the fold of its events.
 */
export interface Card {
	readonly id: CardId;
	readonly note: NoteId;
	/** The subdeck. */
	readonly deck: DeckId;
	readonly ordinal: number;
	/** Place among the deck's cards in the author's order; new cards come in this order. */
	readonly position: number;
	readonly schedule: Schedule;
	readonly lastReview: LastReview | null;
	readonly reps: number;
	/** Times graded Again while in review. */
	readonly lapses: number;
	readonly leech: boolean;
	readonly suspended: Register<boolean>;
	/** The learner's day on which it comes back; 0 for not buried. */
	readonly buriedUntil: Register<number>;
	readonly flag: Register<{ readonly note: string } | null>;
}
