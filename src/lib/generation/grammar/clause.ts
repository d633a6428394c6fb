import type { Token } from '../words/tokens';
import { verbReadings } from '../words/verb-lexicon';
import { breaksList, complementEnd } from './complement';
import { subjectOf } from './subject';
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
		// “therapies being tested”
		if (tokens[at]?.lower === 'being') continue;
		const verb = verbGroupAt(tokens, at);
		if (verb === null || tokens[verb.auxiliary ?? at]?.lower === 'being') continue;
		const subject = subjectOf(tokens, classes, begin, at);
		if (subject === null || !agrees(tokens, subject.core, verb)) continue;
		const inner = innerClause(tokens, classes, subject.core, verb, sentenceEnd, front);
		if (inner !== null) return inner;
		if (isParticiple(tokens, classes, verb, sentenceEnd)) continue;
		return clauseWith(tokens, classes, subject, asCopula(tokens, subject.core, verb), sentenceEnd, front);
	}
	return null;
}

/** What is left of a list whose first member stands behind a preposition. */
const LIST_TO_END = /^(?:,[DJ]?[JN]*N)+,?C[DJ]?[JN]*N$/;

function clauseWith(
	tokens: readonly Token[],
	classes: string,
	{ core, aside }: { readonly core: Range; readonly aside: Range | null },
	verb: VerbGroup,
	sentenceEnd: number,
	front: Range | null
): Clause {
	const end = complementEnd(tokens, classes, verb.end, sentenceEnd);
	// “leads to damage in the liver | , brain, and eyes”: nothing but a list follows, to the end.
	const isListed =
		LIST_TO_END.test(classes.slice(end, sentenceEnd)) && /[PO][DJN]*N$/.test(classes.slice(verb.end, end));
	const complement = { from: verb.end, to: isListed ? sentenceEnd : end };
	const broken = !isListed && breaksList(classes, end, sentenceEnd);
	return { role: 'main', front, matrix: null, subject: core, aside, verb, complement, broken, sentenceEnd };
}

/** “The usual cause is bleeding”: what a cause or an aim is, not what it is doing. */
function asCopula(tokens: readonly Token[], subject: Range, verb: VerbGroup): VerbGroup {
	const head = tokens[headOf(tokens, subject)]?.lower ?? '';
	const be = verb.auxiliary;
	if (be === null || tokens[be]?.class !== 'B') return verb;
	// “The main symptoms are increased thirst, …”
	const isList =
		/^(symptoms|signs|causes|effects|complications|reactions|features|findings|risks)$/.test(head) &&
		tokens[verb.main]?.class === 'E' &&
		tokens[verb.main + 1]?.class === 'N';
	if (isList) return { ...verb, end: be + 1, main: be, lemma: 'be', voice: 'copula' };
	if (tokens[verb.main]?.class !== 'G') return verb;
	if (
		!/^(cause|aim|goal|method|treatment|sign|symptom|step|way|purpose|role|function|risk|strategy|key|tool|task|objective|option|solution|approach|technique|challenge|problem|advantage|benefit|drawback|disadvantage)s?$/.test(
			head
		)
	)
		return verb;
	return { ...verb, end: be + 1, main: be, lemma: 'be', voice: 'copula' };
}

/** “patients treated with …” has a participle where “the doctor treated …” has a verb. */
function isParticiple(tokens: readonly Token[], classes: string, verb: VerbGroup, sentenceEnd: number): boolean {
	if (tokens[verb.main]?.class !== 'E' || verb.auxiliary !== null || verb.voice !== 'active') return false;
	// “fell”, “rose”: a past tense that is no participle.
	const forms = verbReadings(tokens[verb.main]?.lower ?? '').map((reading) => reading.form);
	if (forms.length > 0 && !forms.includes('participle')) return false;
	if (/^by$/.test(tokens[verb.end]?.lower ?? '')) return true;
	// “a man named Johannes …”, “cells called podocytes …”: what they do is still to come.
	const isNaming = /^(call|name|term|dub|title|entitle|nickname|label)$/.test(verb.lemma);
	if (isNaming && /^["NJD]/.test(classes.slice(verb.end)) && /[BMHK30E]/.test(classes.slice(verb.end))) return true;
	if (
		/^(associate|relate|combine|couple|compare|base|locate|situate|link|connect|expose)$/.test(verb.lemma) &&
		/^(with|to|on|in|from)$/.test(tokens[verb.end]?.lower ?? '')
	)
		return true;
	// “drugs developed for A, B, or C have been shown …”: a list belongs to the participle.
	if (/^[PO][DJN]+(?:,[DJN]+)+,?C[DJN]+(?:T0[DJN]+)?A*[BMH]/.test(classes.slice(verb.end, sentenceEnd))) return true;
	for (let at = verb.end; at < sentenceEnd; at++) {
		const letter = classes.charAt(at);
		// “discovered gold near the mill he had built”: who did that is new, and so its verb is another’s.
		if (',;:S-RI'.includes(letter)) return false;
		if ('BMHK3'.includes(letter) && classes.charAt(at - 1) !== 'T') return true;
		// “vaccines made from whole cells protect …”
		if (letter === '0' && tokens[at - 1]?.plural === true) return true;
	}
	return false;
}

export function agrees(tokens: readonly Token[], subject: Range, verb: VerbGroup): boolean {
	if (verb.number === 'either') return true;
	// “Shingles is …”, “Rickets is …”: a name in -s may be of one thing.
	const isName = subject.to - subject.from === 1 && tokens[subject.from]?.class === 'N' && subject.from === 0;
	if (isName && verb.number === 'singular' && tokens[verb.start]?.class === 'B') return true;
	// “Grana are …”: a plural of Latin or Greek.
	if (isName && tokens[verb.start]?.class === 'B' && /[^ei]a$/.test(tokens[subject.from]?.lower ?? '')) return true;
	// “Plate tectonics is …”
	const head = tokens[headOf(tokens, subject)]?.lower ?? '';
	if (/[^i]ics$/.test(head) && verb.number === 'singular' && tokens[verb.start]?.class === 'B') return true;
	const plural = isPluralPhrase(tokens, subject);
	return plural === null || plural === (verb.number === 'plural');
}

/** Whether the head of a noun phrase is plural; null where that cannot be told. */
export function isPluralPhrase(tokens: readonly Token[], { from, to }: Range): boolean | null {
	const part = tokens.slice(from, to);
	// “The choice of drug and length of treatment”: the choice alone or both.
	if (/^[DJN]*NO[DJN]*NCD?[JN]*NO/.test(part.map((token) => token.class).join(''))) return null;
	const single = part[0];
	if (part.length === 1 && single?.class === 'I') {
		if (/^(it|this|that|he|she|one)$/.test(single.lower)) return false;
		return /^(they|these|those|both|we|many|most|some|others|you|i)$/.test(single.lower) ? true : null;
	}
	// “Reducing doses helps”: what is done is one thing.
	if (part.length > 1 && single?.class === 'G') return null;
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
				(token.class === 'E' && head.class === 'N') ||
				(token.class === 'G' && head.class === 'N' && head.plural))
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
		/^(number|majority|variety|percent|%|percentage|half|rest|range|series|group|minority|data|species|team|pair)$/.test(
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
		// “patients undergoing surgery”, not “a screening test”
		else if (letter === 'G' && head === at - 1 && tokens[head]?.class === 'N' && tokens[head]?.plural === true) break;
		else if ('NQI'.includes(letter)) head = at;
	}
	return head;
}
