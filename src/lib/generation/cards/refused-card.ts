import type { Sentence } from '../grammar/sentence';
import type { Found } from './questions';

/** A question as the rules that may refuse it see it. */
export interface Card {
	readonly asked: Found;
	readonly sentence: Sentence;
	readonly question: string;
	readonly answer: string;
}

/** What is wrong with a card, and whether it is. */
export type Rule = readonly [string, (card: Card) => boolean];
