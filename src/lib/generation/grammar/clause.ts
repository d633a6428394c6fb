import type { Token } from '../words/tokens';
import { isNounPhrase, nounPhraseEnd, seriesEnd } from './phrase-patterns';
import { verbGroupAt, type VerbGroup } from './verb-group';

/** Token indices, end exclusive. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** A main clause that was understood as a whole. */
export interface Clause {
	/** What stands before the subject and limits the statement: “In animal models,”. Without its comma. */
	readonly front: Range | null;
	/** Who says so: “animal studies suggest”. */
	readonly matrix: { readonly subject: Range; readonly verb: VerbGroup } | null;
	readonly subject: Range;
	/** What is put between commas or dashes after the subject. */
	readonly aside: Range | null;
	readonly verb: VerbGroup;
	/** What follows the verb, up to where the clause ends or something is added to it. */
	readonly complement: Range;
	/** Whether the complement was cut within a list, so that it says only part of what was said. */
	readonly broken: boolean;
	/** Where the sentence's own end is, its stop excluded. */
	readonly sentenceEnd: number;
}

const DISCOURSE = new Set(
	'however moreover furthermore additionally nonetheless nevertheless thus therefore hence consequently also indeed instead similarly likewise overall meanwhile finally first second third next then specifically importantly notably accordingly conversely further and but so yet'.split(
		' '
	)
);
const DISCOURSE_PHRASES =
	/^(for example|for instance|in addition|as a result|in contrast|in fact|in general|in other words|on the other hand|that is|of note|in summary|in conclusion|in particular|by contrast|at first|as well|in turn|in essence|after all|in short)$/;

/** Reporters whose findings are told in a clause of their own. */
const REPORTERS = new Set(
	'study studies trial trials evidence data finding findings research researcher researchers result results scientist scientists investigator investigators expert experts review reviews analysis analyses meta-analysis report reports observation observations experiment experiments survey surveys author authors work'.split(
		' '
	)
);

/** The main clauses of a sentence that can be read from its first word to the last of the subject's verb. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
	const classes = tokens.map((token) => token.class).join('');
	let sentenceEnd = tokens.length;
	while (
		sentenceEnd > 0 &&
		'.?'.includes(classes.charAt(sentenceEnd - 1)) &&
		!/\w/.test(tokens[sentenceEnd - 1]?.text ?? '')
	)
		sentenceEnd--;
	const begin = afterDiscourse(tokens, classes);
	const first =
		clauseFrom(tokens, classes, begin, sentenceEnd, null) ?? clauseAfterFront(tokens, classes, begin, sentenceEnd);
	if (first === null) return [];
	return [first, ...coordinated(tokens, classes, first)];
}

function afterDiscourse(tokens: readonly Token[], classes: string): number {
	let at = 0;
	for (let round = 0; round < 2; round++) {
		const comma = classes.indexOf(',', at);
		const words = tokens
			.slice(at, comma === -1 ? at : comma)
			.map((token) => token.lower)
			.join(' ');
		if (comma !== -1 && comma - at <= 4 && (DISCOURSE.has(words) || DISCOURSE_PHRASES.test(words))) at = comma + 1;
		else if (/^(and|but|so|yet|thus|also)$/.test(tokens[at]?.lower ?? '') && at === 0) at++;
	}
	return at;
}

function clauseAfterFront(
	tokens: readonly Token[],
	classes: string,
	begin: number,
	sentenceEnd: number
): Clause | null {
	if (!/^[PTSAGEJ]/.test(classes.slice(begin))) return null;
	let depth = 0;
	for (let at = begin; at < Math.min(sentenceEnd, begin + 26); at++) {
		const letter = classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		else if (letter === ',' && depth === 0) {
			const found = clauseFrom(tokens, classes, at + 1, sentenceEnd, { from: begin, to: at });
			if (found !== null) return found;
		}
	}
	return null;
}

function clauseFrom(
	tokens: readonly Token[],
	classes: string,
	begin: number,
	sentenceEnd: number,
	front: Range | null
): Clause | null {
	const limit = Math.min(sentenceEnd, begin + 30);
	for (let at = begin + 1; at < limit; at++) {
		if (!'ABHMKX30E'.includes(classes.charAt(at))) continue;
		const verb = verbGroupAt(tokens, at);
		if (verb === null) continue;
		const subject = subjectOf(tokens, classes, begin, at);
		if (subject === null || !agrees(tokens, subject.core, verb)) continue;
		if (isParticiple(tokens, classes, verb, sentenceEnd)) continue;
		const inner = innerClause(tokens, classes, subject.core, verb, sentenceEnd, front);
		if (inner !== null) return inner;
		const complement = { from: verb.end, to: complementEnd(tokens, classes, verb.end, sentenceEnd) };
		const broken = breaksList(classes, complement.to, sentenceEnd);
		return { front, matrix: null, subject: subject.core, aside: subject.aside, verb, complement, broken, sentenceEnd };
	}
	return null;
}

function subjectOf(
	tokens: readonly Token[],
	classes: string,
	from: number,
	to: number
): { core: Range; aside: Range | null } | null {
	const letters = classes.slice(from, to);
	if (/^I$/.test(letters) || isNounPhrase(letters)) return { core: { from, to }, aside: null };
	// “Glutamate, the brain’s main messenger, …”; “neuroplasticity — the ability to adapt — …”.
	const aside = /^([^,;:.-]+)([,-])(.+)([,-])$/.exec(letters);
	if (aside === null || aside[1] === undefined || aside[3] === undefined || aside[2] !== aside[4]) return null;
	const core = { from, to: from + aside[1].length };
	if (!isNounPhrase(aside[1]) || /[.;:]/.test(aside[3])) return null;
	const inner = { from: core.to + 1, to: to - 1 };
	const opens = tokens[inner.from]?.class ?? '';
	if (!'DNJRAPEQ'.includes(opens) || classes.slice(inner.from, inner.to).includes('C,')) return null;
	return { core, aside: inner };
}

/** “patients treated with …” has a participle where “the doctor treated …” has a verb. */
function isParticiple(tokens: readonly Token[], classes: string, verb: VerbGroup, sentenceEnd: number): boolean {
	if (tokens[verb.main]?.class !== 'E' || verb.auxiliary !== null || verb.voice !== 'active') return false;
	if (/^by$/.test(tokens[verb.end]?.lower ?? '')) return true;
	for (let at = verb.end; at < sentenceEnd; at++) {
		const letter = classes.charAt(at);
		if (',;:S-R'.includes(letter)) return false;
		if ('BMHK3'.includes(letter)) return true;
	}
	return false;
}

function agrees(tokens: readonly Token[], subject: Range, verb: VerbGroup): boolean {
	if (verb.number === 'either') return true;
	const plural = isPluralPhrase(tokens, subject);
	return plural === null || plural === (verb.number === 'plural');
}

/** Whether the head of a noun phrase is plural; null where that cannot be told. */
export function isPluralPhrase(tokens: readonly Token[], { from, to }: Range): boolean | null {
	const part = tokens.slice(from, to);
	const single = part[0];
	if (part.length === 1 && single?.class === 'I') {
		if (/^(it|this|that|he|she|one)$/.test(single.lower)) return false;
		return /^(they|these|those|both|we|many|most|some|others|you|i)$/.test(single.lower) ? true : null;
	}
	let depth = 0;
	let head: Token | undefined;
	for (const token of part) {
		if (token.class === '(') depth++;
		else if (token.class === ')') depth--;
		else if (
			depth === 0 &&
			head !== undefined &&
			(token.class === 'P' ||
				token.class === 'R' ||
				token.class === 'O' ||
				token.class === 'T' ||
				(token.class === 'E' && head.class === 'N'))
		)
			break;
		else if (
			depth === 0 &&
			token.class === 'C' &&
			token.lower === 'and' &&
			head !== undefined &&
			/[NQ]/.test(head.class)
		)
			return true;
		else if (depth === 0 && /[NQ]/.test(token.class)) head = token;
	}
	if (head === undefined) return null;
	if (head.class === 'Q') return null;
	// “a number of”, “most of”: the noun after “of” decides.
	if (
		/^(number|majority|variety|percent|percentage|half|rest|range|series|group|minority|data|species|team|pair)$/.test(
			head.lower
		)
	)
		return null;
	if (/\p{Lu}/u.test(head.text.slice(1)) || /^\d/.test(head.text)) return null;
	return head.plural;
}

function innerClause(
	tokens: readonly Token[],
	classes: string,
	subject: Range,
	verb: VerbGroup,
	sentenceEnd: number,
	front: Range | null
): Clause | null {
	const head = tokens[headOf(tokens, subject)];
	const reports =
		head !== undefined &&
		REPORTERS.has(head.lower) &&
		/^(suggest|show|indicate|demonstrate|find|report|reveal|confirm|conclude|observe|believe)$/.test(verb.lemma) &&
		verb.voice === 'active';
	if (!reports || verb.negated) return null;
	const that = tokens[verb.end]?.lower === 'that' ? 1 : 0;
	const inner = clauseFrom(tokens, classes, verb.end + that, sentenceEnd, null);
	return inner === null || inner.matrix !== null ? null : { ...inner, front, matrix: { subject, verb } };
}

/** The noun that a phrase is about: the last one before a preposition. */
export function headOf(tokens: readonly Token[], { from, to }: Range): number {
	let head = from;
	let depth = 0;
	for (let at = from; at < to; at++) {
		const letter = tokens[at]?.class ?? '';
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		else if (depth > 0) continue;
		else if (at > from && 'POTRE,-'.includes(letter) && 'NQ'.includes(tokens[head]?.class ?? '')) break;
		else if ('NQI'.includes(letter)) head = at;
	}
	return head;
}

/** A clause with the same subject after “and”: “… regulates metabolism and affects nearly every organ”. */
function coordinated(tokens: readonly Token[], classes: string, first: Clause): Clause[] {
	const at = first.complement.to;
	if (first.matrix !== null || classes.charAt(at) !== 'C' || tokens[at]?.lower === 'nor') return [];
	const verb = verbGroupAt(tokens, at + 1);
	if (verb === null || (verb.auxiliary === null && first.verb.auxiliary !== null && tokens[verb.main]?.class !== '3'))
		return [];
	if (!agrees(tokens, first.subject, verb)) return [];
	const complement = { from: verb.end, to: complementEnd(tokens, classes, verb.end, first.sentenceEnd) };
	return [{ ...first, aside: null, verb, complement, broken: breaksList(classes, complement.to, first.sentenceEnd) }];
}

/** Up to the next mark or word that begins something new: a comma outside a list, a subordinator, a second verb. */
export function complementEnd(tokens: readonly Token[], classes: string, from: number, sentenceEnd: number): number {
	const series = seriesEnd(classes, from) ?? seriesAfterPreposition(classes, from);
	let at = series ?? nounPhraseEnd(classes, from) ?? from;
	if (series === null && /^A*[30BMH]/.test(classes.slice(at)) && classes.slice(from, at).includes('C'))
		return beforeNextClause(classes, from, sentenceEnd);
	let depth = 0;
	for (; at < sentenceEnd; at++) {
		const letter = classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		if (depth > 0) continue;
		if (letter === ',' && classes.charAt(at + 1) === '"') return at + 2;
		if (
			letter === ',' &&
			/T0/.test(classes.slice(from, at)) &&
			/^,A*0[^;:SRBMH3]*,?CA*"?[0NJ]/.test(classes.slice(at, sentenceEnd))
		)
			return sentenceEnd;
		if (',;:-'.includes(letter)) {
			const list = letter === ',' ? listFrom(classes, from, at) : null;
			if (list === null) return at;
			at = list - 1;
			continue;
		}
		if (letter === 'S' && !/^(that|whether)$/.test(tokens[at]?.lower ?? '')) return at;
		if (letter === 'C' && /^A*[30BMHK]/.test(classes.slice(at + 1))) return at;
		if (letter === 'C' && /^A*E/.test(classes.slice(at + 1)) && !/^A*E[JN]*N/.test(classes.slice(at + 1))) return at;
		if (letter === 'C' && tokens[at]?.lower === 'but') return at;
	}
	return beforeNextClause(classes, from, at);
}

/** A list that runs into a finite verb took the next clause's subject for its last member: cut before its “and”. */
function beforeNextClause(classes: string, from: number, at: number): number {
	const part = classes.slice(from, at);
	const match = /,?C(?=[^C]*$)/.exec(part.replace(/\([^()]*\)/g, (brackets) => '('.repeat(brackets.length)));
	if (match === null) return at;
	const rest = part.slice(match.index + match[0].length);
	return /[DJNQ)]A*[3BMH]/.test(rest) && !/[RS]/.test(rest) ? from + match.index : at;
}

/** Whether the cut goes through a list that could not be read: its answer would be incomplete. */
function breaksList(classes: string, at: number, sentenceEnd: number): boolean {
	if (classes.charAt(at) !== ',') return false;
	const rest = classes.slice(at, sentenceEnd).replace(/\([^()]*\)/g, '');
	return (
		/^,A*[NJ0E3Q][^,;:SR]*(,[^,;:SRBMH]*)*,?C/.test(rest) && !/^,A*E[PT]/.test(rest) && !/^,?C[^C]*[BMH3]/.test(rest)
	);
}

function seriesAfterPreposition(classes: string, from: number): number | null {
	return 'POT'.includes(classes.charAt(from)) ? seriesEnd(classes, from + 1) : null;
}

/** Where a list ends whose first comma is at `comma`, if its last member began somewhere after `from`. */
function listFrom(classes: string, from: number, comma: number): number | null {
	for (let at = comma - 1; at >= from; at--) {
		if (at > from && !'PO'.includes(classes.charAt(at - 1))) continue;
		const end = seriesEnd(classes, at) ?? nounPhraseEnd(classes, at);
		if (end !== null && end > comma) return end;
	}
	return null;
}
