import type { Span } from '../../domain/text/sentences';
import { seriesEnd } from '../grammar/phrase-patterns';
import { rangeOf, type Sentence } from '../grammar/sentence';
import { uncapitalised } from '../words/casing';
import type { Asked } from './asked';
import { members } from './list-members';

/** Members that may be asked for at once: more are not learnt, and the lints refuse them. */
const MOST_AT_ONCE = 4;
/** Members of a list that is asked for by halves. */
export const MOST_IN_ALL = 8;

/** Name of the pattern. */
export const HALF = 'list-half';

/** A list's halves, each with the other, if it is too long to be asked for at once; null if it is not. */
export function halvesOf<M>(
	parts: readonly M[]
): { readonly half: readonly M[]; readonly others: readonly M[] }[] | null {
	if (parts.length <= MOST_AT_ONCE) return null;
	const middle = Math.ceil(parts.length / 2);
	const [first, second] = [parts.slice(0, middle), parts.slice(middle)];
	return [
		{ half: first, others: second },
		{ half: second, others: first }
	];
}

/** “Besides slate and lead, what do roofing materials include?” */
export const besides = (others: readonly string[], question: string): string =>
	`Besides ${joined(others)}, ${uncapitalised(question)}`;

/**
 * A question for a list that is too long to recall at once, as two: each gives one half of the list and asks for the
 * other. Other questions as they are.
 */
export function inHalves<A extends Asked>(asked: A, sentence: Sentence): A[] {
	const range = rangeOf(sentence, asked.answer);
	// “some common symptoms”: any others would be as right.
	const isWhole =
		/^(?:list-(?:count|colon)|includes)$/.test(asked.pattern) ||
		(asked.pattern === 'list-is' && /\bthe\b/.test(asked.question));
	if (!isWhole) return [asked];
	if (seriesEnd(sentence.classes, range.from) !== range.to) return [asked];
	const parts = members(sentence, range);
	const halves = halvesOf(parts);
	if (halves === null || parts.length > MOST_IN_ALL) return [asked];
	const wordsOf = ({ start, end }: Span): string => sentence.text.slice(start, end);
	return halves.flatMap(({ half, others }) => {
		const first = half[0];
		const last = half[half.length - 1];
		if (first === undefined || last === undefined) return [];
		const answer = { start: first.start, end: last.end };
		// “rails, and posts”: the comma was there for the members before.
		const words = joined(half.map(wordsOf));
		const said = half.length === 2 && wordsOf(answer) !== words ? { said: words } : {};
		return [
			{
				...asked,
				question: besides(others.map(wordsOf), asked.question),
				answer,
				...said,
				slots: asked.slots.map((slot) => (slot.start === asked.answer.start ? { ...slot, ...answer } : slot)),
				pattern: HALF
			}
		];
	});
}

const joined = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
