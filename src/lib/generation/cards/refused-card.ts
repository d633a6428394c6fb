import { rangeOf, type Sentence } from '../grammar/sentence';
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

/** What the sentence goes on to say behind the answer. */
export const restOf = ({ asked, sentence }: Card): string =>
	sentence.text.slice(asked.answer.end, sentence.statement.end);

/** The classes of the answer’s words. */
export function answerClasses({ asked, sentence }: Card): string {
	const { from, to } = rangeOf(sentence, asked.answer);
	return sentence.classes.slice(from, to);
}
