import { figuresOf } from '../../deck-format/lint/figures';
import { isStopWord, tokens, type Token } from '../../deck-format/lint/words';
import type { Span } from '../../domain/text/sentences';
import { fault, type Fault } from './refusal';
import { isFormOf } from './same-word';

/** Where a sentence goes over from one thing said to the next. */
const PARTS = /[;,]\s|\s(?:and|or|but|versus|vs\.?|while|whereas|than|compared (?:with|to))\s/giu;

/**
 * In “64 % with A and 48 % with B”, 48 % belongs to B. Where a sentence gives several figures of a sort, or sets one
 * thing against another, the question must name what stands beside the answer and nothing that stands beside its rival.
 * @param stated the words of the question that the sentence must say
 */
export function pairingFault(stated: readonly Token[], answer: Span, sentence: Span, text: string): Fault | null {
	const parts = partsOf(text, sentence);
	if (parts.length < 2) return null;
	const answers = parts.filter((part) => part.start < answer.end && answer.start < part.end);
	const others = parts.filter((part) => !answers.includes(part));
	const rivals = others.filter((part) => isRival(text, part, answer));
	if (rivals.length === 0) return null;
	const mixed = fault(
		'other-part',
		'The sentence says the like of several things, and the question does not tell clearly of which.'
	);

	// What precedes the first figure or contrast is said of all of them.
	const shared = wordsIn(text, { start: sentence.start, end: firstFigure(text, sentence) });
	const own = answers
		.flatMap((part) => wordsIn(text, part))
		.filter((word) => word.start < answer.start || word.start >= answer.end);
	const telling = own.filter((word) => !holds(shared, word));
	const isFirst = answers.some((part) => part.start === sentence.start);
	if (telling.length === 0 ? !isFirst : !telling.some((word) => holds(stated, word))) return mixed;
	const strange = stated.find(
		(word) => !holds(own, word) && !holds(shared, word) && rivals.some((part) => holds(wordsIn(text, part), word))
	);
	return strange === undefined ? null : mixed;
}

function partsOf(text: string, { start, end }: Span): Span[] {
	const found: Span[] = [];
	let from = start;
	for (const match of text.slice(start, end).matchAll(PARTS)) {
		found.push({ start: from, end: start + match.index });
		from = start + match.index + match[0].length;
	}
	found.push({ start: from, end });
	return found.filter((part) => part.end > part.start);
}

/** Whether a part holds a figure of the answer's sort. */
function isRival(text: string, part: Span, answer: Span): boolean {
	const sorts = sortsIn(text.slice(answer.start, answer.end));
	return [...sortsIn(text.slice(part.start, part.end))].some((sort) => sorts.has(sort));
}

/** “unit %”, “unit mg”, “year”, “number”. */
function sortsIn(text: string): Set<string> {
	const figures = figuresOf(text);
	const units = figures.filter(({ value }) => value.startsWith('unit ')).map(({ value }) => value);
	if (units.length > 0) return new Set(units);
	const isNumber = figures.some(({ raw, value }) => /^\d/.test(value) && !(value === '1' && !/\d/.test(raw)));
	if (!isNumber) return new Set();
	return new Set([figures.some(({ value }) => /^(?:1[5-9]|20)\d\d$/.test(value)) ? 'year' : 'number']);
}

function firstFigure(text: string, { start, end }: Span): number {
	const first = tokens(text.slice(start, end)).find(({ word }) => /^\d/.test(word));
	return first === undefined ? start : start + first.start;
}

const wordsIn = (text: string, { start, end }: Span): Token[] =>
	tokens(text.slice(start, end))
		.filter(({ word, raw }) => !isStopWord(word) && !isStopWord(raw.toLowerCase()))
		.map((token) => ({ ...token, start: token.start + start }));

const holds = (words: readonly Token[], word: Token): boolean => words.some((each) => isFormOf(each, word));
