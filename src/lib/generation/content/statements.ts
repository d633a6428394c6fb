import { sentences, type Span } from '../../domain/text/sentences';
import type { CanonicalDocument } from '../canonical';
import type { JudgedBlock } from './blocks';
import { isBoilerplateSentence } from './reader-address';

/** A sentence of a kept block. */
export interface Statement extends Span {
	/** Index into the document's blocks. */
	readonly block: number;
	/** Headings above it, outermost first, at most the last two. */
	readonly headings: readonly string[];
	/** The sentence that introduces the list in which it stands. */
	readonly intro: Span | null;
	/** What stood before it and is no part of it: “RESULTS”, “Cardiovascular effects”. */
	readonly label: Span | null;
	/** The label of the paragraph it stands in, if that has one in capitals: “RESULTS”. */
	readonly section: string | null;
	/** Why no card may be made of it; null if one may. */
	readonly passedOver: string | null;
}

/** Every sentence of the kept blocks, in order. */
export function statementsOf({ text }: CanonicalDocument, blocks: readonly JudgedBlock[]): Statement[] {
	const found: Statement[] = [];
	let headings: string[] = [];
	let intro: Span | null = null;
	let wasHeading = false;
	const known = new Set(text.toLowerCase().match(/\p{Ll}{4,}/gu) ?? []);
	for (const [index, block] of blocks.entries()) {
		if (block.drop !== null) continue;
		if (block.kind === 'heading') {
			const words = text.slice(block.start, block.end);
			headings = wasHeading ? [...headings, words].slice(-2) : [words];
			wasHeading = true;
			intro = null;
			continue;
		}
		wasHeading = false;
		const spans = sentences(text, block.start, block.end);
		const section = LABEL.exec(text.slice(block.start, block.end))?.[1] ?? null;
		for (const [i, span] of spans.entries()) {
			const inner = inside(text, span, i === 0, block.kind === 'item');
			const above = block.kind === 'item' && intro !== null ? text.slice(intro.start, intro.end) : '';
			const passedOver =
				(/\b(?:when|if|unless|because|that|whether)\s*:?$/i.test(above) ? 'the rest of the line above' : null) ??
				whyPassedOver(text, inner, blocks, index, i === 0, i === spans.length - 1) ??
				(hasLostSpace(text.slice(inner.start, inner.end), known) ? 'words run together' : null);
			found.push({
				...inner,
				block: index,
				headings,
				intro: block.kind === 'item' ? intro : null,
				section,
				passedOver
			});
		}
		const last = spans[spans.length - 1];
		if (block.kind !== 'item') intro = last ?? null;
	}
	return found;
}

const LABEL =
	/^((?:\p{Lu}[\p{Lu} &/-]{3,40}|\p{Lu}[\p{L}\p{N}’' /-]{2,60}?)(?: \([^()]{2,50}\))?)\s?:\s+(?=["“'(]?[\p{Lu}\p{N}])/u;
/** How many words a label has, what stands in its brackets apart. */
const wordsOf = (label: string): number => label.replace(/ \([^()]*\)$/, '').split(' ').length;
const DATELINE = /^\p{Lu}{3,}(?:,? \p{Lu}[\p{L}.]+)?(?: \([\p{L} ]+\))?\s?[—–-]\s?(?=\p{Lu})/u;
const CROSS_REFERENCE = /\s?[[(]\s?see [^\])(]*(?:\([^()]*\)[^\])(]*)*[\])]\s?(?=[.;]?$)/iu;
/** “(Figure 3)”, “(see Table 2.1)”, “()” where a link was: a pointer that the sentence can do without. */
export const POINTER =
	/\s?[[(]\s*(?:(?:see |as (?:shown|seen) in |refer to )?(?:the )?(?:fig(?:ure|s)?\b\.?|tables?\b|box\b|plate\b|panel\b|section\b|chapter\b|appendix\b|photo\b|map\b|page\b|above|below)[^()[\]]*)?[\])]/giu;

/** The sentence without a label or dateline before it and without a cross reference behind it. */
function inside(
	text: string,
	span: Span,
	isFirst: boolean,
	isItem: boolean
): Pick<Statement, 'start' | 'end' | 'label'> {
	let { start, end } = span;
	let label: Span | null = null;
	const words = text.slice(start, end);
	const marked = isFirst ? LABEL.exec(words) : null;
	if (marked?.[1] !== undefined && (/^\P{Ll}+$/u.test(marked[1]) || wordsOf(marked[1]) <= (isItem ? 6 : 3))) {
		label = { start, end: start + marked[1].length };
		start += marked[0].length;
	}
	start += DATELINE.exec(text.slice(start, end))?.[0].length ?? 0;
	start += stuckHeading(text.slice(start, end));
	const note = /(?<=[.!?]["”’)]?)\d{1,2}(?:,\d{1,2})*$/.exec(text.slice(start, end));
	if (note !== null) end = start + note.index;
	const reference = CROSS_REFERENCE.exec(text.slice(start, end));
	if (reference !== null) end = start + reference.index;
	const pointer = [...text.slice(start, end).matchAll(POINTER)].at(-1);
	const rest = pointer === undefined ? '' : text.slice(start + pointer.index + pointer[0].length, end);
	if (pointer !== undefined && pointer.index > 0 && /^\s*[.;]?$/.test(rest)) end = start + pointer.index;
	return { start, end, label };
}

/**
 * How much of a sentence is a heading that lost its line: “Laser surgery Laser surgery uses …”, “Family history Having a
 * family history of …”. Its words come again right behind it.
 */
function stuckHeading(sentence: string): number {
	const words = [...sentence.matchAll(/\S+/g)].slice(0, 14);
	for (let count = Math.min(4, words.length - 3); count >= 1; count--) {
		const begin = words[count];
		if (begin === undefined || !/^\p{Lu}\p{Ll}/u.test(begin[0])) continue;
		const heading = words.slice(0, count).map(([word]) => word.toLowerCase());
		const behind = words.slice(count, count + 7).map(([word]) => word.toLowerCase().replace(/[,;:]$/, ''));
		// “Preventing blood clots Blood clots can …”: the end of the heading comes again.
		const isTailAgain =
			count >= 3 && [2, 3].some((size) => heading.slice(-size).every((word, i) => behind[i] === word));
		const isAgain = isTailAgain || heading.every((word, i) => behind[i] === word);
		const isGerund = /^\p{Lu}\p{Ll}+ing$/u.test(begin[0]) && heading.every((word) => behind.includes(word));
		if ((isAgain && heading.join('').length > 3) || (isGerund && count >= 2)) return begin.index;
	}
	// “Genetic Factors In a small number of people, …”
	return TITLE_BEFORE.exec(sentence)?.[0].length ?? 0;
}

/** Words with capitals, then one that begins a sentence and nothing else. */
const TITLE_BEFORE =
	/^\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]*|\d+|\([^()]{2,40}\)|of|and|for|in|the|to)){1,6} (?=(?:The|In|An?|When|If|This|These|Most|Some|Many|There|It|To|For|As|Because|Although|Once|Your|People|Doctors) \p{Ll})/u;

/** Names a business as one would in its own advertisement. */
const PROMOTION: readonly RegExp[] = [
	/\b(?:clinics?|cent(?:er|re)s?|providers?|practices?|compan(?:y|ies)|brands?|(?:law )?firms?|lawyers?|attorneys?|solicitors?|agenc(?:y|ies)|retailers?|stores?|shops?|studios?|websites?|platforms?|surgeons?|specialists?|experts?|professionals?|teams?|spas?|contractors?) (?:like|such as) (?:the )?\p{Lu}/u,
	/\b(?:award-winning|top-rated|world-class|industry-leading|best-in-class|unbeatable|hassle-free|state-of-the-art|trusted (?:provider|partner|name|brand|team)|leading provider|look no further|peace of mind|free (?:quote|consultation|estimate)|affordable (?:prices?|rates?))\b/i
];

function whyPassedOver(
	text: string,
	{ start, end }: Span,
	blocks: readonly JudgedBlock[],
	index: number,
	isFirst: boolean,
	isLast: boolean
): string | null {
	const sentence = text.slice(start, end);
	const kind = blocks[index]?.kind;
	if (sentence.length > 420) return 'too long to be one fact';
	if (isBoilerplateSentence(sentence)) return 'speaks to the reader';
	if (/\?["”’)]?$/.test(sentence)) return 'a question';
	if (speaksOfReader(sentence)) return 'speaks of the reader or the author';
	if (/(?:…|\.{3,})/.test(sentence)) return 'breaks off';
	if (isFirst && kind === 'paragraph' && /^\p{Ll}/u.test(sentence)) return 'the rest of a sentence that was cut in two';
	if (
		/\b(?:in|see|by) \.|\b[Ff]ig(?:ure|\.)? ?\d|\b[Tt]able \d|\b(?:previous|next|following|this) (?:section|chapter|figure|table|list|page)\b|(?<!\bfrom )\b(?:above|below)\b(?=[.,;)]|$)/.test(
			sentence.replace(POINTER, '')
		)
	) {
		return 'points to something outside the text';
	}
	if (/\b(?:a|an|the|of|by|in|with|to|for|from|and|or|but|at|on|into|that|which|is|are|was|were|as)$/i.test(sentence))
		return 'breaks off';
	if (PROMOTION.some((pattern) => pattern.test(sentence))) return 'promotes somebody';
	if (
		/\p{Ll}{2}\p{Lu}\p{Ll}{2,}/u.test(sentence.replace(/\b(?:Mc|Mac|De|La|Le|Di|Van)\p{Lu}/gu, '')) &&
		!/\b(?:clinicaltrials|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+(?:®|™))/iu.test(sentence)
	)
		return 'words run together';
	if (
		isLast &&
		kind === 'paragraph' &&
		!/[.!?]["”’)\]]*(?:\s?\d{1,3})?$/.test(text.slice(start, blocks[index]?.end ?? end)) &&
		sentence.split(' ').length < 6
	)
		return 'no sentence';
	return null;
}

/**
 * Whether a sentence is about the one who reads or writes it. “Your blood”, “your risk” are anybody’s, and are asked of
 * as “the blood”; what “your doctor” may do is advice.
 */
const speaksOfReader = (sentence: string): boolean =>
	/(?<![-\p{L}])(?:[Yy]ou|[Ww]e|[Oo]ur|us|[Mm]y)(?![-\p{L}])|(?:^|[,;“"] |\b(?:that|and|but|when|as) )I\b/u.test(
		sentence
	) ||
	/^Your\b/.test(sentence) ||
	YOUR_OWN.test(sentence) ||
	(sentence.match(/\byour\b/g)?.length ?? 0) > 2;

const YOUR_OWN =
	/\byour (?:[\p{L}-]+ ){0,3}?(?:doctors?|providers?|professionals?|nurses?|surgeons?|dentists?|pharmacists?|specialists?|\p{L}+ologists?|team|child|children|childs|baby|infant|family|partner|parents?|friends?|home|house|job|work|life|lifestyle|day|schedule|questions|concerns|medicines?|medications?|plan|goals?|needs|state|local|community|own|diary)\b/iu;

/** “inhibitor”, “turnover”: words that end so by themselves. */
const REAL_WORD =
	/^(?:\p{Ll}+[td]or|(?:more|turn|cross|left|take|hand|spill|roll|change|carry|hang|make|push|pull|walk|flash|cut|switch)overs?)$/u;

/** “inflammationirritation”: two long words of the text without what stood between them. */
const isTwoWords = (word: string, known: ReadonlySet<string>): boolean =>
	Array.from({ length: Math.max(0, word.length - 15) }, (_, i) => i + 8).some(
		(at) => known.has(word.slice(0, at)) && known.has(word.slice(at))
	);

/** Two words that lost what stood between them: a word of the document with a small word stuck to its end. */
function hasLostSpace(sentence: string, known: ReadonlySet<string>): boolean {
	return (sentence.match(/\p{Ll}{7,}/gu) ?? []).some((word) => {
		if (isTwoWords(word, known)) return true;
		const stuck =
			/^(\p{Ll}{4,}?)(the|when|such|that|which|most|without|over|about|also|called|usually|including|especially|often|either|even|and|or|is|are|thin|may|salt|a)$/u.exec(
				word
			);
		return (
			stuck?.[1] !== undefined &&
			stuck[2] !== undefined &&
			(known.has(stuck[1]) || known.has(stuck[1].replace(/y$/, 'ies'))) &&
			!/^(ant|arm|harm|sat|understand|thyroid)/.test(word) &&
			!REAL_WORD.test(word) &&
			(stuck[2].length >= 3 || stuck[1].length >= 6)
		);
	});
}
