import type { ClaimType, Slot, SlotRole } from '../claims/claim';
import { pointsElsewhere } from '../claims/pointing';
import { headOf, type Range } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { rangeOf, spanOf, type Sentence } from '../grammar/sentence';
import { uncapitalised } from '../words/casing';
import { isOfPersons } from '../words/person-nouns';
import { isPlaceNoun } from '../words/place-nouns';
import type { Relation } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';
import type { Wording } from './wording';

/** Relations whose object alone answers a question that is worth asking. */
export const ASKABLE: ReadonlySet<Relation> = new Set([
	'cause',
	'act',
	'treat',
	'harm',
	'part',
	'rule',
	'use',
	'change',
	'other'
]);

/** The type of a claim by what its verb says, where that is not `mechanism`. */
export const TYPE_OF: Readonly<Partial<Record<Relation, ClaimType>>> = {
	harm: 'risk',
	rule: 'regulatory',
	part: 'list'
};

/** The question without its wh-word: “does ketamine block”, or “do animal studies suggest that ketamine spurs”. */
export function asking({ clause, wording, subject }: Context): string {
	const { matrix, verb } = clause;
	if (matrix === null) return wording.inverted(verb, subject.text, subject.plural);
	const said = wording.inverted(matrix.verb, wording.words(matrix.subject), null);
	return `${said} that ${subject.text} ${wording.words({ from: verb.start, to: verb.end })}`;
}

/** What limits the statement goes before the question, and the question then begins small. */
export function fronted({ clause, wording }: Context, question: string): string {
	const front = wording.front(clause);
	// “During its time, what did the League dominate?” would name the owner too late.
	if (/\b(?:its|their|his|her)\b/.test(front)) {
		const after = front.replace(/, $/, '');
		return `${question.slice(0, -1)} ${uncapitalised(after)}?`;
	}
	return front === '' ? question : front + uncapitalised(question);
}

/** Adjectives that stand behind their noun: “regions critical for mood”. */
const ATTACHED =
	/^(critical|responsible|important|essential|rich|similar|due|sensitive|available|necessary|present|specific|dependent|typical|characteristic|equal|able|capable|resistant|prone|susceptible|suitable|likely|crucial|vital|adjacent)$/;

/** The object: a noun phrase with what belongs to it, or null if what follows is none. */
export function core({ classes, tokens }: Sentence, range: Range): Range | null {
	const opens = classes.charAt(range.from);
	if (opens === 'P' || opens === 'T') return nounPhraseEnd(classes, range.from + 1) === null ? null : range;
	const end = nounPhraseEnd(classes, range.from);
	if (end === null || ('GE'.includes(opens) && !'NJ'.includes(classes.charAt(range.from + 1)))) return null;
	// “gave the company the right”, “declared the canal open”: two things are said of it.
	const isRate =
		/^(an?|per)$/.test(tokens[end]?.lower ?? '') &&
		/^(day|week|month|year|hour|minute|second)$/.test(tokens[end + 1]?.lower ?? '');
	// “enzymes such as pepsin”: examples are no second object.
	const isSuchAs = tokens[end]?.lower === 'such' && tokens[end + 1]?.lower === 'as';
	if (isRate || isSuchAs || end === range.to) return range;
	if (/^A+J/.test(classes.slice(end, range.to))) return null;
	const isSecond =
		classes.charAt(end) === 'J' ? !ATTACHED.test(tokens[end]?.lower ?? '') : 'DIQ'.includes(classes.charAt(end));
	return end < range.to && isSecond ? null : range;
}

/** Whether a phrase points to nothing that only the sentences before would tell. */
export function isClear(sentence: Sentence, range: Range): boolean {
	return !pointsElsewhere(sentence, range);
}

const NO_PLACE =
	/^(age|ages|frequency|speed|speeds|temperature|temperatures|pressure|rate|rates|addition|case|cases|combination|response|order|general|part|fact|theory|rare|some|many|patients?|people|persons?|women|children|adults|form|forms|individuals|way|ways|rest|absence|presence|level|levels|dose|doses|course|treatment|start|time|study|studies|trial|trials|group|travelers?|nationals|month|year|years|stages?|treatments?|therapy|therapies|conjunction|medicine|practice|settings?|contexts?|name|names|honou?r|memory|prophylaxis|management|research)$/;

/** Whether a phrase names a place: by a name of its own, or by a noun for places, rooms, bodies and their parts. */
export const isPlace = ({ tokens }: Sentence, range: Range): boolean => {
	const head = tokens[headOf(tokens, range)];
	if (head === undefined || NO_PLACE.test(head.lower)) return false;
	// “at the end of the week”
	if (tokens.slice(range.from, range.to).some(({ class: letter, lower }) => letter === 'Q' || OF_TIME.test(lower)))
		return false;
	// “in glazing tiles”
	if (tokens[range.from]?.class === 'G' || /ing$/.test(tokens[range.from]?.lower ?? '')) return false;
	return isPlaceNoun(head) || (range.to - range.from <= 7 && /^\p{Lu}/u.test(head.text));
};

const OF_TIME = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|era|age)$/;

/** A long list of examples behind “such as” is left out of the answer. */
export function withoutExamples({ tokens, classes }: Sentence, { from, to }: Range): Range {
	for (let at = from + 1; at + 2 < to; at++) {
		const isSuchAs = tokens[at]?.lower === 'such' && tokens[at + 1]?.lower === 'as';
		const rest = classes.slice(at, to).replace(/[^,]/g, '').length;
		if (isSuchAs && rest >= 2) return { from, to: classes.charAt(at - 1) === ',' ? at - 1 : at };
	}
	return { from, to };
}

/** “the flow of urine by blocking a transporter”: how it is done is asked for by itself. */
export function withoutMethod({ tokens, classes }: Sentence, { from, to }: Range): Range {
	// “by blocking a transporter”, “using the crude birth rate”
	const at = tokens.findIndex(
		(token, i) =>
			i > from &&
			i < to &&
			((token.lower === 'by' && /^A*G/.test(classes.slice(i + 1))) ||
				(token.lower === 'using' && token.class === 'G' && /^[DJN]/.test(classes.slice(i + 1))))
	);
	return { from, to: at === -1 ? to : at };
}

/** “… the Nobel Prize in 1918”: a time behind the answer belongs to the question. */
function withoutTime({ sentence, wording, clause }: Context, range: Range): [Range, string] {
	const { times } = sentence;
	const { end } = spanOf(sentence, range);
	const time = times.find((each) => each.end === end);
	if (time === undefined) return withoutAdverbial(sentence, range, wording, clause.verb.lemma);
	// “Germany in 1923 and Zimbabwe in 2008”
	const { start } = spanOf(sentence, range);
	if (times.some((each) => each !== time && each.start >= start && each.end < time.start)) return [range, ''];
	const within = rangeOf(sentence, time);
	return within.from <= range.from + 1 || within.to !== range.to
		? [range, '']
		: [{ from: range.from, to: within.from }, ` ${wording.words(within)}`];
}

/** Verbs whose infinitive says what somebody is made to do. */
export const ORDERED =
	/^(persuade|force|allow|enable|cause|lead|help|encourage|ask|tell|order|require|teach|permit|urge|convince|invite|want|expect|compel|get|induce|prompt|oblige|instruct|advise|authori[sz]e|find|know|believe|consider|signal|stimulate|trigger|train)$/;

/** Nouns that an infinitive completes. */
const TAKES_INFINITIVE =
	/^(ability|abilities|capacity|capabilit(?:y|ies)|tendency|attempts?|needs?|efforts?|failure|ways?|time|chances?|opportunit(?:y|ies)|potential|permission|orders?|power|licen[cs]e|rights?|plans?|decisions?|inability|desire|willingness|freedom|duty|obligation|authority|reasons?|means|schemes?|measures?|methods?|laws?|legislation|bills?|acts?|campaigns?|polic(?:y|ies)|movements?|programs?|programmes?|projects?|expeditions?|treat(?:y|ies)|agreements?|strateg(?:y|ies)|proposals?|promises?|pressure|incentives?|commitments?|threats?|demands?|calls?|refusal|readiness|eagerness|impulse|urge|urges|drive|energy|strength|instructions?|information|code|people|patients|cells?|body|proteins?|system|muscles?|blood|water|plants?|genes?|channels?|companies|banks|government|countries)$/;

const ADVERBIAL =
	/^(through|via|during|after|before|without|despite|following|upon|throughout|until|since|whenever|because|unless|rather|instead)$/;

/**
 * Whether the infinitive at a token says what the verb was done for, and completes no noun of its object: “the ability of
 * the cerebellum to interpret”, “the first state to join”.
 */
function isOwnPurpose({ tokens, classes }: Sentence, from: number, at: number): boolean {
	// “learning to fear”
	if (!/^TA*0/.test(classes.slice(at)) || tokens[at - 1]?.class !== 'N' || /ing$/.test(tokens[at - 1]?.lower ?? ''))
		return false;
	return !tokens
		.slice(from, at)
		.some(
			({ lower }) => TAKES_INFINITIVE.test(lower) || /^(?:first|second|third|last|only|next|enough|too|no)$/.test(lower)
		);
}

/** “… CHHF through contact with a rodent”: how, when and in spite of what belongs to the verb, not to the object. */
export function withoutAdverbial(sentence: Sentence, range: Range, wording: Wording, lemma: string): [Range, string] {
	const { tokens, classes } = sentence;
	// “consists of exercises to strengthen the muscles”: what they are for is what they are.
	if (/^(?:consist|involve|include|contain)$/.test(lemma)) return [range, ''];
	for (let at = range.from + 1; at < range.to - 1; at++) {
		const word = tokens[at]?.lower ?? '';
		const isMeasure = word === 'by' && /^A*Q/.test(classes.slice(at + 1));
		const isComparison =
			(/^(more|less|better|faster|earlier|later|longer|rather)$/.test(word) && tokens[at + 1]?.lower === 'than') ||
			(word === 'compared' && /^(with|to)$/.test(tokens[at + 1]?.lower ?? ''));
		const isAdverbial = ADVERBIAL.test(word) && 'PS'.includes(classes.charAt(at));
		// “interest rates | to encourage borrowing”, not “the ability to adapt”
		const isInOrder =
			word === 'in' &&
			((tokens[at + 1]?.lower === 'order' && tokens[at + 2]?.class === 'T') ||
				(/^(?:conjunction|response|collaboration|exchange|return|terms)$/.test(tokens[at + 1]?.lower ?? '') &&
					/^(?:with|to|for|of)$/.test(tokens[at + 2]?.lower ?? '')));
		// “with medication in about 70% of cases”
		const isShare =
			word === 'in' &&
			/^A*QO/.test(classes.slice(at + 1)) &&
			tokens.slice(at + 1, at + 4).some(({ lower }) => /%$/.test(lower));
		const isPurpose = isOwnPurpose(sentence, range.from, at);
		if (!isMeasure && !isComparison && !isAdverbial && !isPurpose && !isInOrder && !isShare) continue;
		if (isPurpose && ORDERED.test(lemma)) return [range, ''];
		if (/[R]/.test(classes.slice(range.from, at)) || !'NQ)'.includes(classes.charAt(at - 1))) return [range, ''];
		const rest = { from: at, to: range.to };
		if (!isPurpose && !isInOrder && /C[^N]*[BMHK30E]/.test(classes.slice(at, range.to))) return [range, ''];
		return pointsElsewhere(sentence, rest) ? [range, ''] : [{ from: range.from, to: at }, ` ${wording.words(rest)}`];
	}
	return [range, ''];
}

/** “its active form, calcitriol,”: the name behind the comma belongs to the answer. */
function withName({ tokens, classes }: Sentence, { from, to }: Range): Range {
	if (!/^(its|their|an?|the)$/.test(tokens[from]?.lower ?? '')) return { from, to };
	const name = /^,(N{1,2})[,.;]/.exec(classes.slice(to));
	const isList = /^,N{1,2},?(?:[JN]+,)*C/.test(classes.slice(to));
	return name?.[1] === undefined || isList ? { from, to } : { from, to: to + 1 + name[1].length };
}

/** Whether a noun phrase is for people, by its own words and its head. */
export const holdsPersons = (sentence: Sentence, range: Range): boolean => {
	const { start, end } = spanOf(sentence, range);
	return isOfPersons(sentence.text.slice(start, end), sentence.tokens[headOf(sentence.tokens, range)]?.text ?? '');
};

/** Verbs whose object is a person. */
const OF_PERSONS =
	/^(?:appoint|elect|marry|wed|assassinate|execute|crown|dethrone|nominate|arrest|imprison|exile|banish|baptize|baptise|befriend|hire|persuade|convince|succeed|depose|overthrow|murder)$/;

export function build(
	context: Context,
	asks: string,
	object: Range,
	role: SlotRole,
	type: ClaimType,
	worth: number,
	pattern: string
): Asked {
	const { sentence, clause } = context;
	const whole = withName(sentence, withoutExamples(sentence, object));
	const [bare, when] = type === 'definition' || role === 'population' ? [whole, ''] : withoutTime(context, whole);
	const answer = spanOf(sentence, bare);
	const slots: Slot[] = [
		slot('agent', spanOf(sentence, clause.subject)),
		slot('relation', spanOf(sentence, { from: clause.verb.start, to: clause.verb.end })),
		slot(role, answer)
	];
	const isObject = pattern === 'object' && role !== 'hazard';
	const isDoer = /^passive-/.test(pattern) && / (?:by|after)$/.test(asks);
	const isWho =
		(isObject && OF_PERSONS.test(clause.verb.lemma)) || ((isObject || isDoer) && holdsPersons(sentence, bare));
	const asked = isWho ? asks.replace(/^What\b/, 'Who') : asks;
	return { question: fronted(context, `${asked}${when}?`), answer, type, slots, worth, pattern };
}
