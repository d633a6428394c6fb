import { isCommonNoun } from '../claims/common-nouns';
import { isPointing } from '../claims/vague-nouns';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { spanOf, type Sentence } from '../grammar/sentence';
import type { VerbGroup } from '../grammar/verb-group';
import { DIRECTED } from '../words/change-verbs';
import { thirdOf } from '../words/inflection';
import { verbReadings } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';
import {
	core,
	fronted,
	holdsPersons,
	isClear,
	withoutAdverbial,
	withoutExamples,
	withoutMethod
} from './object-answers';

/** Nouns that say the same: “leads to a fall in blood pressure”. */
const DIRECTION =
	/^(?:increase|decrease|reduction|rise|fall|drop|decline|loss|improvement|inhibition|suppression|activation|stimulation|elevation|impairment|enhancement|slowing|lowering|thickening|narrowing|widening|constriction|dilation|worsening|depletion)$/;
const BRINGS_ABOUT = /^(?:(lead|result)|cause|produce|induce|trigger|create)$/;

/**
 * “Cold water slows the fermentation of dough” → “What effect does cold water have on the fermentation of dough? – It slows it”.
 * Who acts and on what are both given, so that only the direction is left to say, where “What does cold water slow?”
 * would fit a dozen things.
 */
export function effectQuestions(context: Context): Asked[] {
	const { sentence, clause, subject } = context;
	const { verb } = clause;
	if (verb.voice !== 'active' || clause.broken || holdsPersons(sentence, clause.subject)) return [];
	if (verb.negated && (clause.matrix !== null || !/^(?:do|does|did)$/.test(auxiliaryOf(sentence, verb)))) return [];
	// “…, increasing the risk”: of what is said before, and not of its subject.
	const isTail = sentence.tokens[verb.main]?.class === 'G' && verb.auxiliary === null && sentence.clauses.length > 0;
	if (isTail || NO_MATTER.test(sentence.tokens[headOf(sentence.tokens, clause.subject)]?.lower ?? '')) return [];
	if (/^(?:besides|beyond|in addition to|by)\b/i.test(context.wording.front(clause))) return [];
	if (subject.from === null && isOneSpokenOf(sentence, clause.subject)) return [];
	if (verb.auxiliary !== null && verb.auxiliary < verb.start) return [];
	// Where number of verb and subject differ, one of them was read wrongly.
	if (subject.plural === true && verb.number === 'singular') return [];
	const effect = DIRECTED.has(verb.lemma) ? direct(context) : (broughtAbout(context) ?? had(context));
	if (effect === null || !isParticular(sentence, effect.object)) return [];
	const asks = havingEffect(context);
	if (asks === null) return [];
	const object = context.wording.words(effect.object);
	const answer = spanOf(sentence, effect.answer);
	const plural = subject.plural ?? verb.number === 'plural';
	const pronoun = isPluralPhrase(sentence.tokens, effect.object) === true ? 'them' : 'it';
	return [
		{
			question: fronted(context, `What effect ${asks} on ${object}${effect.asked}?`),
			answer,
			...(effect.said === null ? {} : { said: `${plural ? 'They' : 'It'} ${effect.said(pronoun)}` }),
			type: 'mechanism',
			slots: [
				slot('agent', spanOf(sentence, clause.subject)),
				slot('relation', answer),
				slot('object', spanOf(sentence, effect.object))
			],
			worth: 0.8,
			pattern: 'effect'
		}
	];
}

interface Effect {
	/** What is changed. */
	readonly object: Range;
	/** What else the question says of it. */
	readonly asked: string;
	/** The words that say how. */
	readonly answer: Range;
	/** The answer around a pronoun for what is changed; null where the words of the text are answer enough. */
	readonly said: ((pronoun: string) => string) | null;
}

/** “reduces the release of insulin by 40%” */
function direct({ sentence, clause, subject, wording }: Context): Effect | null {
	const { verb, complement } = clause;
	const whole = core(sentence, withoutMethod(sentence, complement));
	if (whole === null || !isClear(sentence, whole) || !CHANGED.test(sentence.classes.slice(whole.from))) return null;
	const [narrowed, adverbial] = withoutAdverbial(sentence, withoutExamples(sentence, whole), wording, verb.lemma);
	const [object, end] = withoutEnd(sentence, narrowed);
	const rest = end === null ? adverbial : ` ${wording.words(end)}`;
	// “increasing” in a list item, “been shown to increase”: the verb by itself, as it goes with its subject.
	const isItem = sentence.tokens[verb.main]?.class === 'G' && verb.auxiliary === null;
	const isChained = sentence.tokens.slice(verb.start, verb.main).some(({ class: letter }) => letter === 'T');
	const words =
		isItem || isChained
			? subject.plural === true
				? verb.lemma
				: thirdOf(verb.lemma)
			: wording.words({ from: verb.start, to: verb.end });
	// “by 40%” belongs to the answer, “during pregnancy” to the question.
	const isPurpose = rest.startsWith(' to ');
	const isMeasure = end !== null || /^ by (?:\p{L}+ ){0,2}\P{L}*\d/u.test(rest);
	return {
		object,
		asked: isMeasure || isPurpose ? '' : rest,
		answer: { from: isChained ? verb.main : verb.start, to: verb.end },
		said: (pronoun) => `${words} ${pronoun}${isMeasure ? rest : ''}`
	};
}

/** What is changed was there before: no “a response”, and nothing that the verb is done with or for. */
const CHANGED = /^(?:D|[JNQGE])/;

/** “raises the potential | to about +30 mV” */
function withoutEnd({ tokens, classes }: Sentence, { from, to }: Range): [Range, Range | null] {
	const at = tokens.findIndex(
		(token, i) => i > from && i < to && token.lower === 'to' && /^.A*Q/.test(classes.slice(i))
	);
	return at === -1
		? [{ from, to }, null]
		: [
				{ from, to: at },
				{ from: at, to }
			];
}

/** “the antibody”, “drugs”: some that the sentences before spoke of. */
export function isOneSpokenOf({ tokens, classes }: Sentence, { from, to }: Range): boolean {
	const letters = classes.slice(from, to);
	if (letters === 'N') return tokens[from]?.plural === true && isPointing(tokens[from].lower);
	return letters === 'DN' && tokens[from]?.lower === 'the' && isCommonNoun(tokens[from + 1]?.lower ?? '');
}

/** “leads to a fall in blood pressure” */
function broughtAbout({ sentence, clause, wording }: Context): Effect | null {
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (!BRINGS_ABOUT.test(verb.lemma)) return null;
	const leads = BRINGS_ABOUT.exec(verb.lemma)?.[1];
	const from = leads === undefined ? 0 : 1;
	if (leads !== undefined && tokens[complement.from]?.lower !== (leads === 'lead' ? 'to' : 'in')) return null;
	const letters = classes.slice(complement.from + from, complement.to);
	const match = /^D?[AJEN]*?N(?=[OP])/.exec(letters);
	if (match === null) return null;
	const at = complement.from + from + match[0].length;
	if (!DIRECTION.test(tokens[at - 1]?.lower ?? '') || !/^(?:in|of)$/.test(tokens[at]?.lower ?? '')) return null;
	const object = core(sentence, withoutMethod(sentence, { from: at + 1, to: complement.to }));
	if (object === null || !isClear(sentence, object)) return null;
	const words = wording.words({ from: verb.start, to: at + 1 });
	return { object, asked: '', answer: { from: verb.start, to: at }, said: (pronoun) => `${words} ${pronoun}` };
}

/** “has an inhibitory effect on the pacemaker” */
function had({ sentence, clause }: Context): Effect | null {
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (!/^(?:have|exert|produce)$/.test(verb.lemma)) return null;
	const match = /^D[JEG]N(?=P)/.exec(classes.slice(complement.from, complement.to));
	const at = complement.from + 3;
	if (
		match === null ||
		!/^(?:effect|impact|influence)s?$/.test(tokens[at - 1]?.lower ?? '') ||
		tokens[at]?.lower !== 'on'
	)
		return null;
	if (EMPHASIS.test(tokens[at - 2]?.lower ?? '')) return null;
	const object = core(sentence, { from: at + 1, to: complement.to });
	if (object === null || !isClear(sentence, object)) return null;
	return { object, asked: '', answer: { from: complement.from, to: at }, said: null };
}

/** How great an effect is, and not which. */
const EMPHASIS =
	/^(?:significant|profound|major|great|important|big|large|huge|strong|powerful|similar|different|direct|indirect|lasting|little|main|additional|further|minor|small|dramatic|considerable|substantial|real|tremendous|enormous|same|immediate|lifelong|deep|additive)$/;

/** “does ketamine have”, “may stress have”, “has ketamine been shown to have”; null for a verb group that is not so plain. */
function havingEffect({ sentence, clause, subject, wording }: Context): string | null {
	const { verb, matrix } = clause;
	// “helps to reduce”
	if (sentence.tokens.slice(verb.start, verb.main).some(({ lower }) => /^help(?:s|ed)?$/.test(lower))) return null;
	// “does not lower”: “What effect does it have?”, and the answer denies it.
	if (verb.negated) return `${auxiliaryOf(sentence, verb)} ${subject.text} have`;
	const have = haveFor(sentence, verb);
	if (have === null) return null;
	const ownAdverbs = sentence.tokens.slice(verb.start, verb.end).filter((token) => token.class === 'A');
	const dropped = ownAdverbs.filter((token) => !HEDGING.test(token.lower)).map((token) => token.text);
	const without = (words: string): string =>
		dropped.reduce((left, adverb) => left.replace(` ${adverb} `, ' '), `${words} `).trim();
	if (matrix !== null) {
		const said = wording.inverted(matrix.verb, wording.words(matrix.subject), null);
		if (verb.auxiliary === null && FOUND.test(matrix.verb.lemma)) return `${said} ${subject.text} to have`;
		const own = without(` ${wording.words({ from: verb.start, to: verb.end })} `);
		const finite = verb.auxiliary === null ? finiteHave(verb, subject.plural) : have;
		return `${said} that ${subject.text} ${own.replace(/\S+$/, finite)}`;
	}
	const inverted = without(wording.inverted(verb, subject.text, subject.plural));
	return inverted.replace(/\S+$/, have);
}

/** Verbs that go with an infinitive: “found ketamine to have”. */
const FOUND = /^(?:show|find|demonstrate|believe|report|observe)$/;

/** Adverbs that say how sure or how often: they limit the question, others belong to the answer. */
const HEDGING =
	/^(?:often|usually|typically|commonly|generally|sometimes|rarely|probably|possibly|likely|normally|potentially|frequently)$/;

/** “have” in the form of the group's main verb, which must be its last word. */
function haveFor({ tokens }: Sentence, { main, end, auxiliary }: VerbGroup): string | null {
	if (main !== end - 1) return null;
	if (auxiliary === null) return 'have';
	if (/^(?:do|does|did|had)$/.test(tokens[auxiliary]?.lower ?? '')) return null;
	const form = tokens[main]?.class ?? '';
	return form === '0' ? 'have' : form === 'E' ? 'had' : null;
}

const auxiliaryOf = ({ tokens }: Sentence, { auxiliary }: VerbGroup): string => tokens[auxiliary ?? -1]?.lower ?? '';

const finiteHave = ({ tense, number }: VerbGroup, plural: boolean | null): string =>
	tense === 'past' ? 'had' : number === 'plural' || plural === true ? 'have' : 'has';

/** Nouns of which nothing is left to ask: “promotes effects on cells”. */
const NO_MATTER =
	/^(?:effects?|roles?|impacts?|influences?|changes?|efforts?|attempts?|commitments?|interests?|debates?|steps?|needs?|calls?|methods?|factors?)$/;

/** Whether a phrase is narrow enough for one direction to be all that is said of it: not “the brain”, “patients”, “Egypt”. */
export function isParticular(sentence: Sentence, range: Range): boolean {
	const { tokens, classes } = sentence;
	const head = tokens[headOf(tokens, range)];
	const letters = classes.slice(range.from, range.to);
	if (
		head === undefined ||
		holdsPersons(sentence, range) ||
		/[S;:]|R.{9}|R[^BMHK30E]*$|C[^N]*[BMHK30]|PG|[,C]A*[GE]|T[0B]|C[JN]D/.test(letters)
	)
		return false;
	// “the wet clay and causes cracks”
	const joint = tokens.findIndex((token, i) => i > range.from && i < range.to && token.class === 'C');
	if (joint !== -1 && verbReadings(tokens[joint + 1]?.lower ?? '').some(({ form }) => form === 'third')) return false;
	if (/^(?:an?|its|their)$/.test(tokens[range.from]?.lower ?? '') || NO_MATTER.test(head.lower)) return false;
	if (
		tokens
			.slice(range.from, letters.includes('R') ? range.from + letters.indexOf('R') : range.to)
			.some(({ lower }) => /^(?:means|way|order|result|by|beyond|besides|addition)$/.test(lower))
	)
		return false;
	const isName = headOf(tokens, range) > 0 && /^\p{Lu}\p{Ll}/u.test(head.text);
	if (range.to - range.from > 14 || isName) return false;
	const content = tokens.slice(range.from, range.to).filter((token) => 'NJGE'.includes(token.class));
	return content.length >= 2
		? !content.every(({ lower }) => isPointing(lower))
		: !isCommonNoun(head.lower) && !isPointing(head.lower);
}
