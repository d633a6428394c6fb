import type { Token } from '../words/tokens';
import { isNounPhrase, nounPhraseEnd, seriesEnd } from './phrase-patterns';
import { verbGroupAt, type VerbGroup } from './verb-group';

/** Token indices, end exclusive. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/**
 * Where a clause's subject is from: the sentence's first clause, one that goes on with that subject, one with a subject
 * of its own, or a relative clause whose subject is the noun before it.
 */
export type ClauseRole = 'main' | 'shared' | 'own' | 'relative';

/** A clause that was understood as a whole. */
export interface Clause {
	readonly role: ClauseRole;
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

/** Reporters whose findings are told in a clause of their own. */
const REPORTERS = new Set(
	'study studies trial trials evidence data finding findings research researcher researchers result results scientist scientists investigator investigators expert experts review reviews analysis analyses meta-analysis report reports observation observations experiment experiments survey surveys author authors work'.split(
		' '
	)
);

export function clauseFrom(
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
		return {
			role: 'main',
			front,
			matrix: null,
			subject: subject.core,
			aside: subject.aside,
			verb,
			complement,
			broken,
			sentenceEnd
		};
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
	const related = /^([^R,;:.-]+)R([^,;:.-]+)$/.exec(letters);
	if (
		related?.[1] !== undefined &&
		related[2] !== undefined &&
		to - from <= 16 &&
		isNounPhrase(related[1]) &&
		/^(?:[DJNQ]+|I)?A*[BMHK30E]/.test(related[2]) &&
		!/[BMHKXTOPSCDA]$/.test(related[2])
	)
		return { core: { from, to }, aside: null };
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

export function agrees(tokens: readonly Token[], subject: Range, verb: VerbGroup): boolean {
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
	// “it is believed that …”
	const isSaid =
		tokens[subject.from]?.lower === 'it' &&
		subject.to - subject.from === 1 &&
		verb.voice === 'passive' &&
		/^(believe|think|estimate|know|suggest|suspect|assume|report|hypothesi[sz]e|recommend)$/.test(verb.lemma) &&
		tokens[verb.end]?.lower === 'that';
	if ((!reports && !isSaid) || verb.negated) return null;
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
	// “in which too many X and Y are made”: the relative clause still waits for its verb.
	const open = part.slice(0, match.index).lastIndexOf('R');
	if (open !== -1 && !/[BMHK30]/.test(part.slice(open, match.index))) return at;
	return /[DJNQ)]A*[3BMH]/.test(rest) && !/[RS]/.test(rest) ? from + match.index : at;
}

/** Whether the cut goes through a list that could not be read: its answer would be incomplete. */
export function breaksList(classes: string, at: number, sentenceEnd: number): boolean {
	if (classes.charAt(at) !== ',') return false;
	const rest = classes.slice(at, sentenceEnd).replace(/\([^()]*\)/g, '');
	return (
		/^,A*[NJ0E3Q][^,;:SR]*(,[^,;:SRBMH]*)*,?C/.test(rest) && !/^,A*E[PT]/.test(rest) && !/^,?C[^C]*[BMH3]/.test(rest)
	);
}

function seriesAfterPreposition(classes: string, from: number): number | null {
	if (/^T0|^PG/.test(classes.slice(from))) return seriesEnd(classes, from + 2);
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
