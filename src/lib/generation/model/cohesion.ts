import { isStopWord, tokens, type Token } from '../../deck-format/lint/words';
import type { Span } from '../../domain/text/sentences';
import type { Sentence } from '../grammar/sentence';
import { fault, type Fault } from './refusal';
import { isFormOf } from './same-word';

/** A word of the question with the word of the quote that it was found as. */
export interface Found {
	readonly word: Token;
	readonly at: Token;
}

/** Whether the words of the quote at `from` and `to` stand close enough for the question's words `at - 1` and `at`. */
type Holds = (at: number, from: number, to: number) => boolean;

/**
 * Finds the words of a question in the sentence, each after the one before and with nothing of weight left out between
 * two: who asks “What blocks the kidney?” of “A blocks a transporter in the kidney” asks something else. Adverbs,
 * adjectives, asides and the answer may stand between.
 * @param elsewhere what the question says in another part of it, and so does not leave out
 */
export function chainOf(
	words: readonly Token[],
	among: readonly Token[],
	answer: Span,
	sentence: Sentence,
	elsewhere: readonly Token[]
): readonly Found[] | Fault {
	const places = words.map((word) => among.flatMap((each, i) => (isFormOf(word, each) ? [i] : [])));
	const follow = (at: number, after: number, holds: Holds): number[] | null => {
		if (at === places.length) return [];
		for (const place of places[at] ?? []) {
			if (place <= after || (after >= 0 && !holds(at, after, place))) continue;
			const rest = follow(at + 1, place, holds);
			if (rest !== null) return [place, ...rest];
		}
		return null;
	};
	const isClose: Holds = (at, from, to) => {
		const [first, second, said, next] = [among[from], among[to], words[at - 1], words[at]];
		if (first === undefined || second === undefined || said === undefined || next === undefined) return false;
		const isPhrase = next.start - said.start - said.raw.length <= 1;
		return leavesOutLittle(first, second, isPhrase, elsewhere, answer, sentence);
	};
	const found = follow(0, -1, isClose);
	if (found === null) {
		return follow(0, -1, () => true) === null
			? fault('other-order', 'The question has the words in another order than the sentence, which may turn it round.')
			: fault('other-part', 'The question leaves out words between those that it takes from the sentence.');
	}
	return found.flatMap((place, i): Found[] => {
		const [word, at] = [words[i], among[place]];
		return word === undefined || at === undefined ? [] : [{ word, at }];
	});
}

function leavesOutLittle(
	first: Token,
	second: Token,
	isPhrase: boolean,
	elsewhere: readonly Token[],
	answer: Span,
	{ text, statement, tokens: all }: Sentence
): boolean {
	// What a “it” stands for is in the sentence before.
	if (first.start < statement.start) return true;
	const from = first.start + first.raw.length;
	const between = blanked(text.slice(from, second.start));
	// “64 % with A and 48 % with B”: which belongs to which is looked at elsewhere.
	if (
		!isPhrase &&
		/\d/.test(text.slice(answer.start, answer.end)) &&
		/\b(?:and|or|but|versus|vs|than|while|whereas)\b|;/.test(between)
	) {
		return true;
	}
	return tokens(between).every((token) => {
		const start = token.start + from;
		if (isStopWord(token.word) || isStopWord(token.raw.toLowerCase())) return true;
		if (start >= answer.start && start < answer.end) return true;
		if (elsewhere.some((each) => isFormOf(each, token))) return true;
		const letter = all.find((each) => start >= each.start && start < each.end)?.class ?? '';
		return 'AJ'.includes(letter);
	});
}

/** What stands in brackets, or between dashes or commas, as spaces. */
const blanked = (text: string): string =>
	text.replace(/\([^()]*\)|\[[^\]]*\]|\s?—[^—]*—|,[^,]*,/g, (aside) => ' '.repeat(aside.length));
