import type { Token } from '../words/tokens';
import { agrees, clauseFrom, isPluralPhrase, type Clause, type Range } from './clause';
import { breaksList, complementEnd } from './complement';
import { clauseAt } from './fronts';
import { unitEnd } from './phrase-patterns';
import { relationOf, verbReadings } from '../words/verb-lexicon';
import { verbGroupAt, type VerbGroup } from './verb-group';

const MOST = 4;

/** What a sentence says after its first clause: with the same subject, with one of its own, or of a noun before. */
export function laterClauses(tokens: readonly Token[], classes: string, first: Clause): Clause[] {
	const found: Clause[] = [];
	// What follows a report with a subject of its own may be said by whoever writes.
	const isReport = first.matrix !== null;
	let last = first;
	let depth = 0;
	for (let at = first.verb.end; at < first.sentenceEnd - 1 && found.length < MOST; at++) {
		const letter = classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		if (depth > 0) continue;
		const next =
			letter === 'C' && tokens[at]?.lower !== 'nor'
				? (sharedAt(tokens, classes, first, last, at) ??
					(isReport ? null : ownAt(tokens, classes, last, at, first.sentenceEnd)))
				: isReport && letter !== ','
					? null
					: letter === ';' || letter === ':' || (letter === 'S' && /^(while|whereas)$/.test(tokens[at]?.lower ?? ''))
						? ownAt(tokens, classes, last, at, first.sentenceEnd)
						: letter === ','
							? (relativeAt(tokens, classes, at, first) ??
								(isReport
									? null
									: (resultAt(tokens, classes, first, last, at) ?? listedAt(tokens, classes, first, last, at))))
							: null;
		if (next === null) continue;
		found.push(next);
		if (next.role !== 'relative') last = next;
		at = next.verb.end - 1;
	}
	return found;
}

/** “… regulates metabolism and affects nearly every organ”, “is made in the liver and stored in the gall bladder”. */
function sharedAt(tokens: readonly Token[], classes: string, first: Clause, last: Clause, at: number): Clause | null {
	const isNext = last.complement.to === at || (classes.charAt(at - 1) === ',' && last.complement.to === at - 1);
	// “can develop, particularly after weeks, and may …”
	const isAfterAside =
		classes.charAt(last.complement.to) === ',' && /^,A?P[^,;:SR30BMH]*,$/.test(classes.slice(last.complement.to, at));
	if ((!isNext && !isAfterAside) || last.role === 'relative') return null;
	// “estimated that the ban prevents A and saves B”: it is the ban that saves.
	if (/[RS]/.test(classes.slice(last.complement.from, last.complement.to))) return null;
	const verb = verbGroupAt(tokens, at + 1);
	if (verb === null) return null;
	const whole = withAuxiliaryOf(last.verb, verb, tokens);
	if (whole === null || (verb === whole && !agrees(tokens, last.subject, verb))) return null;
	// “may test blood to confirm A or determine B”: the infinitive goes on, not the clause.
	if (whole !== verb && /TA*0/.test(classes.slice(last.complement.from, last.complement.to))) return null;
	const complement = { from: verb.end, to: complementEnd(tokens, classes, verb.end, first.sentenceEnd) };
	const broken = breaksList(classes, complement.to, first.sentenceEnd);
	const role = last.role === 'own' ? 'own' : 'shared';
	return { ...last, role, aside: null, verb: whole, complement, broken };
}

/** “erodes the value, disrupts business and affects …”, “the level rises, chloride is secreted, and water follows”. */
function listedAt(
	tokens: readonly Token[],
	classes: string,
	first: Clause,
	last: Clause,
	comma: number
): Clause | null {
	const rest = classes.slice(comma + 1, first.sentenceEnd);
	if (last.complement.to !== comma || last.role === 'relative') return null;
	if (/^A*(?:3|E[DQIAJN])[^;:]*,?CA*(?:3|E[DQIAJN])/.test(rest)) return sharedAt(tokens, classes, first, last, comma);
	if (!/^[DJNQ][^,;:SR]*,C/.test(rest)) return null;
	const found = clauseFrom(tokens, classes, comma + 1, first.sentenceEnd, null);
	if (
		found === null ||
		found.matrix !== null ||
		found.subject.to > comma + 8 ||
		found.complement.to > comma + rest.search(/,C/) + 1
	)
		return null;
	return { ...found, role: 'own' };
}

/** The verb as it stands, or with the auxiliary that it leaves out; null where it is not clear which. */
function withAuxiliaryOf(last: VerbGroup, verb: VerbGroup, tokens: readonly Token[]): VerbGroup | null {
	const letter = tokens[verb.main]?.class ?? '';
	if (verb.auxiliary !== null) return verb;
	// “was located in the north and flourished”: a deed of its own, for nothing can be flourished.
	if (last.voice === 'passive' && INTRANSITIVE.test(verb.lemma)) return verb;
	if (last.auxiliary === null || letter === '3') return letter === 'E' && last.voice !== 'active' ? null : verb;
	const between = tokens.slice(last.auxiliary + 1, last.main);
	if (between.some((token) => !'A'.includes(token.class)) || last.negated) return null;
	const auxiliary = tokens[last.auxiliary]?.class ?? '';
	const fits = auxiliary === 'B' ? letter === 'E' && last.voice === 'passive' : auxiliary === 'M' && letter === '0';
	return fits
		? { ...verb, auxiliary: last.auxiliary, voice: last.voice, tense: last.tense, number: last.number }
		: null;
}

/** A main clause with its own subject after a semicolon, “while”, or a comma and “and”. */
function ownAt(
	tokens: readonly Token[],
	classes: string,
	last: Clause,
	at: number,
	sentenceEnd: number
): Clause | null {
	if (classes.charAt(at) === 'C' && classes.charAt(at - 1) !== ',' && last.complement.to !== at) return null;
	let begin = at + 1;
	while (
		/^(however|therefore|thus|moreover|furthermore|consequently|hence|instead|otherwise|addition|contrast|then|also|,)$/.test(
			tokens[begin]?.lower ?? ''
		) ||
		(tokens[begin]?.lower === 'in' && /^(addition|contrast)$/.test(tokens[begin + 1]?.lower ?? ''))
	)
		begin++;
	const found = clauseAt(tokens, classes, begin, sentenceEnd);
	if (found === null || found.matrix !== null) return null;
	// “When A, B and C”: the condition holds for both.
	const isBoth =
		classes.charAt(at) === 'C' &&
		last.front !== null &&
		/^(when|if|once|whenever|unless|after|before)$/.test(tokens[last.front.from]?.lower ?? '');
	return { ...found, front: found.front ?? (isBoth ? last.front : null), role: 'own' };
}

/** “…, which increase the risk of bleeding”: said of the noun before the comma, if it can be of no other. */
function relativeAt(tokens: readonly Token[], classes: string, comma: number, first: Clause): Clause | null {
	const { sentenceEnd } = first;
	if (!/^(which|who)$/.test(tokens[comma + 1]?.lower ?? '')) return null;
	const verb = verbGroupAt(tokens, comma + 2);
	// “The masons built Tower Bridge, which …”: the verb before it is no part of the noun.
	const whole = phraseBefore(classes, comma);
	const isSplit = whole !== null && whole.from < first.verb.end && first.verb.end < comma;
	const antecedent = isSplit ? { from: first.verb.end, to: whole.to } : whole;
	if (verb === null || antecedent === null || !agrees(tokens, antecedent, verb)) return null;
	const before = classes.charAt(antecedent.from - 1);
	// “is treated with radiation, which …”: the phrase hangs on the verb, so that no other noun is near.
	const isOfVerb = 'PT'.includes(before) && 'E30G'.includes(classes.charAt(antecedent.from - 2) || '.');
	// “London, Bruges, and Novgorod, which became …”: of the last, of all, or of what they are named for.
	if (before === 'C' && classes.charAt(antecedent.from - 2) === ',') return null;
	if ('OPTC'.includes(before) && antecedent.from > 0 && !isOfVerb) {
		const governor = phraseBefore(classes, antecedent.from - 1);
		if (governor !== null) {
			if (verb.number === 'either') return null;
			if (isPluralPhrase(tokens, governor) === isPluralPhrase(tokens, antecedent)) return null;
		}
	}
	const complement = { from: verb.end, to: complementEnd(tokens, classes, verb.end, sentenceEnd) };
	const broken = breaksList(classes, complement.to, sentenceEnd);
	return {
		role: 'relative',
		front: null,
		matrix: null,
		subject: antecedent,
		aside: null,
		verb,
		complement,
		broken,
		sentenceEnd
	};
}

/** “…, reducing symptoms such as despair”: what the subject does by it. */
function resultAt(
	tokens: readonly Token[],
	classes: string,
	first: Clause,
	last: Clause,
	comma: number
): Clause | null {
	let at = comma + 1;
	while (classes.charAt(at) === 'A') at++;
	const word = tokens[at];
	// “are cast, replacing the old ones”: it is the producing that does.
	if (last.verb.voice === 'passive') return null;
	if (word?.class !== 'G' || first.verb.negated || last.complement.to !== comma || last.role === 'relative')
		return null;
	// “form when two plates collide, creating …”: what creates it is the collision.
	const said = classes.slice(last.complement.from, comma);
	const isAs = tokens.slice(last.complement.from, comma).some(({ lower }) => lower === 'as') && /[30BMH]/.test(said);
	if (said.includes('S') || isAs) return null;
	const lemma = verbReadings(word.lower).find((each) => each.form === 'ing')?.lemma;
	if (
		lemma === undefined ||
		!(RESULTS.has(relationOf(lemma)) || /^(allow|enable|permit|require|gain|lose)$/.test(lemma)) ||
		!(lemma === 'lead' ? 'T' : lemma === 'result' ? 'P' : 'DJNQEG').includes(classes.charAt(at + 1) || '.')
	)
		return null;
	// “pulls water away, resulting in lower tides”: it is the pulling that does.
	if (
		/^(include|use|make|give|let|involve|follow|receive|carry|reach|result|cause|create|lead|trigger|trap|leave|force|threaten)$/.test(
			lemma
		)
	)
		return null;
	// In a story it is the event that brings the next one about.
	if (last.verb.tense === 'past') return null;
	const modal = last.verb.auxiliary !== null && tokens[last.verb.auxiliary]?.class === 'M' ? last.verb.auxiliary : null;
	const verb: VerbGroup = {
		start: comma + 1,
		end: at + 1,
		auxiliary: modal,
		main: at,
		lemma,
		voice: 'active',
		tense: last.verb.tense,
		number: last.verb.number,
		negated: false
	};
	const complement = { from: at + 1, to: complementEnd(tokens, classes, at + 1, first.sentenceEnd) };
	const broken = breaksList(classes, complement.to, first.sentenceEnd);
	return { ...last, role: last.role === 'own' ? 'own' : 'shared', aside: null, verb, complement, broken };
}

const INTRANSITIVE =
	/^(?:flourish|exist|occur|arise|emerge|live|die|come|go|fall|rise|remain|become|appear|disappear|happen|lie|sit|stand|thrive|perish|vanish|belong|consist|depend|result|last|vary|differ|reside|dwell|originate|evolve|survive)$/;

const RESULTS: ReadonlySet<string> = new Set(['cause', 'harm', 'treat', 'act']);

/** The noun phrase, without what follows its head, that ends at `end`. */
function phraseBefore(classes: string, end: number): Range | null {
	let from: number | null = null;
	for (let at = end - 1; at >= Math.max(0, end - 8); at--) {
		if (!"DJNQEA'()".includes(classes.charAt(at))) break;
		if (unitEnd(classes, at) === end) from = at;
	}
	return from === null ? null : { from, to: end };
}
