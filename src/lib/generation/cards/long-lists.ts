import { seriesEnd } from '../grammar/phrase-patterns';
import { rangeOf, type Sentence } from '../grammar/sentence';
import type { Asked } from './asked';
import { members } from './list-members';

/** Members that may be asked for at once. */
const MOST_AT_ONCE = 4;
const MOST_IN_ALL = 8;

/** Name of the pattern. */
export const HALF = 'list-half';

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
	if (parts.length <= MOST_AT_ONCE || parts.length > MOST_IN_ALL) return [asked];
	const middle = Math.ceil(parts.length / 2);
	return [parts.slice(0, middle), parts.slice(middle)].flatMap((half, i) => {
		const others = i === 0 ? parts.slice(middle) : parts.slice(0, middle);
		const first = half[0];
		const last = half[half.length - 1];
		if (first === undefined || last === undefined) return [];
		const given = joined(others.map(({ start, end }) => sentence.text.slice(start, end)));
		const answer = { start: first.start, end: last.end };
		const { question } = asked;
		const words = joined(half.map(({ start, end }) => sentence.text.slice(start, end)));
		// “rails, and posts”: the comma was there for the members before.
		const said = half.length === 2 && sentence.text.slice(answer.start, answer.end) !== words ? { said: words } : {};
		return [
			{
				...asked,
				question: `Besides ${given}, ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
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
