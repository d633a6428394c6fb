import { isStopWord, tokens, type Token } from '../../deck-format/lint/words';
import type { Span } from '../../domain/text/sentences';
import type { Clause, Range } from '../grammar/clause';
import { readSentence, spanOf, type Sentence } from '../grammar/sentence';
import { chainOf } from './cohesion';
import type { AskedWords } from './question-words';
import { statedWords } from './question-words';
import type { NumberedSentence } from './material';
import { circumstanceFault, cutFault, neighbourFault, wordsOf } from './answer-cut';
import { fault, type Fault } from './refusal';
import { isFormOf } from './same-word';

/** A sentence of the quote, read once for all its cards. */
export const readNumbered = (text: string, { start, end, block, headings }: NumberedSentence): Sentence =>
	readSentence(text, { start, end, block, headings, intro: null, label: null, section: null, passedOver: null });

/**
 * Whether the card says of the same things what the sentence says of them. Words alone do not tell “A blocks B” from “B
 * blocks A”, so the question must keep the sentence’s order and voice, and the answer must stand where it asks.
 * @param sentences those of the quote, in order
 */
export function roleFault(asked: AskedWords, answer: Span, sentences: readonly Sentence[]): Fault | null {
	const parts = sentences.flatMap((sentence) => mainParts(sentence, answer));
	const own = parts.find(({ statement }) => answer.start >= statement.start && answer.end <= statement.end);
	if (own === undefined) return fault('other-part', 'The answer runs over the end of a statement.');
	const words = wordsOf(own);
	const earlier = parts[parts.indexOf(own) - 1];
	const clause = clauseAt(own, answer);
	const isPointing = clause !== null && pointsBack(own, clause.subject);
	const before = isPointing && earlier !== undefined ? subjectWords(earlier) : [];

	const stated = statedWords(asked);
	const foreign = stated.find((word) => ![...before, ...words].some((each) => isFormOf(word, each)));
	if (foreign !== undefined && !/^\d/.test(foreign.word)) {
		return fault('other-part', `“${foreign.raw}” is said in another part of the quote than the answer.`);
	}
	const main = stated.filter((word) => asked.body.includes(word));
	const among = [...before, ...words];
	const rest = stated.filter((word) => !asked.body.includes(word));
	const chain = chainOf(main, among, answer, own, rest);
	if ('reason' in chain) return chain;
	const lead = stated.filter((word) => asked.lead.includes(word));
	const led = chainOf(
		lead,
		among,
		answer,
		own,
		stated.filter((word) => !lead.includes(word))
	);
	if ('reason' in led) return led;
	const order = chain.map(({ at }) => at.start);
	return (
		(isExplained(asked, main, order, answer, own) ? null : subjectFault(stated, answer, own, clause, before)) ??
		positionFault(asked, main, order, answer, own) ??
		comparisonFault(stated, asked, own) ??
		(asked.asksForThing ? null : circumstanceFault(asked, answer, own)) ??
		(asked.asksForThing || /^(?:how(?! (?:soon|quickly|fast|rapidly|long|often))|why)\b/i.test(asked.asking)
			? neighbourFault(stated, answer, own)
			: null) ??
		cutFault(stated, answer, own)
	);
}

/** Where one statement ends and another may begin. */
const JOINT = /[;:]\s(?:(?:and|but|or|so)\s)?|,?\s(?:and|but|or|so|while|whereas|yet)\s/giu;
const FEWEST_WORDS = 4;

/**
 * The parts of a sentence that say something of their own: “A raises B, | and C lowers D.” What only goes on with the
 * subject before stays with it. In doubt a longer part behind a comma is one of its own, because what is said of two
 * things must not be mixed.
 */
function mainParts(sentence: Sentence, answer: Span): Sentence[] {
	const { text, statement, tokens: all } = sentence;
	const cuts: number[] = [];
	let from = statement.start;
	for (const match of text.slice(statement.start, statement.end).matchAll(JOINT)) {
		const end = statement.start + match.index;
		const at = end + match[0].length;
		const opening = all.find(({ start }) => start >= at)?.class ?? '';
		if ((end > answer.start && at < answer.end) || '3BHKMEAX'.includes(opening)) continue;
		const hasVerb = readSentence(text, { ...statement, start: from, end }).clauses.length > 0;
		const next = readSentence(text, { ...statement, start: at }).clauses[0];
		const isLong = /^[,;:]/.test(match[0]) && text.slice(at, statement.end).split(' ').length >= FEWEST_WORDS;
		if (hasVerb && (next !== undefined || isLong)) {
			cuts.push(at);
			from = at;
		}
	}
	const starts = [statement.start, ...cuts];
	return cuts.length === 0
		? [sentence]
		: starts.map((start, i) => readSentence(text, { ...statement, start, end: starts[i + 1] ?? statement.end }));
}

/** The clause in which the answer stands: the last one that begins before its end. */
function clauseAt(sentence: Sentence, answer: Span): Clause | null {
	const { clauses } = sentence;
	return (
		[...clauses].reverse().find(({ subject }) => spanOf(sentence, subject).start < answer.end) ?? clauses[0] ?? null
	);
}

const pointsBack = (sentence: Sentence, subject: Range): boolean => {
	const { start, end } = spanOf(sentence, subject);
	return /^(?:it|they|he|she|this|these|that|those|its|their|the|both|such)\b/i.test(sentence.text.slice(start, end));
};

/** What a “it” of the next sentence stands for. */
function subjectWords(sentence: Sentence): Token[] {
	const subject = sentence.clauses[0]?.subject;
	if (subject === undefined) return [];
	const { start, end } = spanOf(sentence, subject);
	return wordsOf(sentence).filter((word) => word.start >= start && word.start < end);
}

/** The card must name what the answer is said of. */
function subjectFault(
	stated: readonly Token[],
	answer: Span,
	sentence: Sentence,
	clause: Clause | null,
	before: readonly Token[]
): Fault | null {
	if (clause === null) return null;
	const { start, end } = spanOf(sentence, clause.subject);
	if (answer.start < end && start < answer.end) return null;
	// “A telephone cable, TAT-1, …” may be called by either.
	const isName = clause.aside !== null && clause.aside.to - clause.aside.from <= 3;
	const aside = clause.aside === null || !isName ? { start: end, end } : spanOf(sentence, clause.aside);
	const own = wordsOf(sentence).filter(
		(word) => (word.start >= start && word.start < end) || (word.start >= aside.start && word.start < aside.end)
	);
	const named = pointsBack(sentence, clause.subject) && before.length > 0 ? [...own, ...before] : own;
	const weighty = named.filter(({ word }) => !isStopWord(word));
	if (weighty.length === 0 || stated.some((word) => weighty.some((each) => isFormOf(word, each)))) return null;
	const subject = sentence.text.slice(start, end);
	return fault('other-part', `What the answer says is said of “${subject}”, which the question does not name.`);
}

/** “What is X?” of “X — what it is” or “X, a kind of thing”: said of X, whatever the subject of the clause. */
function isExplained(
	{ auxiliary, asksForThing }: AskedWords,
	main: readonly Token[],
	order: readonly number[],
	answer: Span,
	{ text }: Sentence
): boolean {
	const last = order[order.length - 1];
	const word = main[main.length - 1];
	if (auxiliary !== 'be' || !asksForThing || last === undefined || word === undefined) return false;
	const between = text.slice(last, answer.start).replace(/^[\p{L}\p{N}-]+/u, '');
	return /^\s?[—–(]\s?$/.test(between) || (between === ', ' && /^an?\s/.test(text.slice(answer.start, answer.end)));
}

/** In “What blocks B?” the answer stands before the verb, in “What does A block?” after A; and the voice is the sentence’s. */
function positionFault(
	asked: AskedWords,
	main: readonly Token[],
	order: readonly number[],
	answer: Span,
	sentence: Sentence
): Fault | null {
	if (!asked.asksForThing || main.length === 0) return null;
	const turned = fault(
		'other-order',
		'The answer stands where the sentence speaks of something else, so the roles would be turned round.'
	);
	const at = order.findIndex((place) => verbAt(sentence, place) !== null);
	const verb = at === -1 ? null : verbAt(sentence, order[at] ?? 0);
	const [first = 0] = order;
	if (verb === null) {
		if (asked.auxiliary === 'do') return answer.start > first ? null : turned;
		if (asked.auxiliary === null) return answer.start < (order[order.length - 1] ?? 0) ? null : turned;
		return null;
	}
	if (verb.voice === 'copula') return null;
	const asksPassive = asked.auxiliary === 'be';
	if (asksPassive !== (verb.voice === 'passive') && !isProgressive(main[at])) return turned;
	const namesSubject = at > 0;
	const place = order[at] ?? 0;
	return (namesSubject ? answer.start > place : answer.start < place) ? null : turned;
}

const isProgressive = (word: Token | undefined): boolean => /ing$/.test(word?.word ?? '');

/** The verb group whose main word stands at this offset. */
function verbAt({ tokens: all, clauses }: Sentence, place: number): Clause['verb'] | null {
	for (const { verb, matrix } of clauses) {
		for (const group of matrix === null ? [verb] : [verb, matrix.verb]) {
			const word = all[group.main];
			if (word !== undefined && place >= word.start && place < word.end) return group;
		}
	}
	return null;
}

/** What is compared must be named: “greater” alone could be said of either. */
function comparisonFault(stated: readonly Token[], asked: AskedWords, { text, statement }: Sentence): Fault | null {
	const words = text.slice(statement.start, statement.end);
	if (/\brespectively\b/i.test(words)) {
		return fault('other-part', 'The sentence pairs its parts by “respectively”, so they are easily mixed up.');
	}
	const than = /\b(?:than|versus|vs\.?|compared (?:with|to))\b/i.exec(words)?.[0];
	if (
		than === undefined ||
		/\b(?:more|less|fewer|longer|greater|higher|lower|later|other|rather) than (?:\p{L}+ )?[\d.]/iu.test(words)
	)
		return null;
	const names = [...asked.body, ...asked.lead].some(({ word }) => /^(?:than|versus|vs|compared)$/.test(word));
	const after = tokens(words.slice(words.indexOf(than) + than.length)).filter(({ word }) => !isStopWord(word));
	if (names || after.some((word) => stated.some((each) => isFormOf(each, word)))) return null;
	return fault('other-part', 'The sentence compares two things, and the card does not say with what.');
}
