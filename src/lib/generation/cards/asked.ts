import type { Span } from '../../domain/text/sentences';
import type { ClaimType, Slot } from '../claims/claim';
import type { Named } from '../claims/references';
import type { Clause } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import type { Wording } from './wording';

/** A question with its answer in the text. */
export interface Asked {
	readonly question: string;
	readonly answer: Span;
	/** The answer as a card gives it, where the words of the text alone would be none. */
	readonly said?: string;
	readonly type: ClaimType;
	readonly slots: readonly Slot[];
	/** How much a card of this pattern is worth before its words are looked at, 0 to 1. */
	readonly worth: number;
	/** Name of the pattern, for the evaluation. */
	readonly pattern: string;
}

/** What every pattern of question works on. */
export interface Context {
	readonly sentence: Sentence;
	readonly clause: Clause;
	readonly subject: Named;
	readonly wording: Wording;
}

export const slot = (role: Slot['role'], { start, end }: Span): Slot => ({ role, start, end });
