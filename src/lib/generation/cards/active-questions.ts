import { pointsOutside } from '../claims/references';
import { headOf } from '../grammar/clause';
import { isNounPhrase, seriesEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { relationOf } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';
import { LISTED, members } from './copula-questions';
import { ASKABLE, TYPE_OF, asking, build, core, isClear, isPlace, withoutMethod } from './object-answers';

/** Verb and preposition that ask for their object together: “depend on”, “lead to”. */
const FRAMES: Readonly<Record<string, string>> = {
	depend: 'on',
	rely: 'on',
	rest: 'on',
	act: 'on|at',
	work: 'on',
	bind: 'to',
	attach: 'to',
	lead: 'to',
	result: 'in|from',
	contribute: 'to',
	consist: 'of',
	derive: 'from',
	stem: 'from',
	arise: 'from',
	originate: 'from|in',
	belong: 'to',
	interact: 'with',
	respond: 'to',
	interfere: 'with',
	react: 'with',
	convert: 'to|into',
	change: 'into',
	develop: 'into|from',
	refer: 'to',
	correlate: 'with',
	differ: 'from',
	extend: 'to',
	react_: 'to',
	connect: 'to'
};

/** Questions for the object of an active verb: “What does ketamine block?”. */
export function activeQuestions(context: Context): Asked[] {
	const { sentence, clause, wording } = context;
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (verb.voice !== 'active' || complement.to <= complement.from) return [];
	const relation = relationOf(verb.lemma);
	const frame = FRAMES[verb.lemma];
	// “acts primarily on”: the adverb stays with the verb.
	const at = tokens[complement.from]?.class === 'A' ? complement.from + 1 : complement.from;
	const adverb = at > complement.from ? ` ${tokens[complement.from]?.text ?? ''}` : '';
	const asks = `What ${asking(context)}${frame === undefined ? '' : adverb}`;
	const preposition = tokens[at]?.lower ?? '';
	if (frame?.split('|').includes(preposition) === true) {
		const object = core(sentence, { from: at + 1, to: complement.to });
		if (object === null || !isClear(sentence, object)) return [];
		if (verb.lemma === 'refer')
			return [
				build(context, `What ${asking(context)} ${preposition}`, object, 'meaning', 'definition', 0.8, 'refers-to')
			];
		const type = verb.lemma === 'differ' ? 'comparison' : (TYPE_OF[relation] ?? 'mechanism');
		return [build(context, `${asks} ${preposition}`, object, 'object', type, 0.75, 'verb-preposition')];
	}
	if (tokens[complement.from]?.class === 'P' && relation === 'place' && /^(in|at|on)$/.test(preposition)) {
		const place = core(sentence, complement);
		const inner = { from: complement.from + 1, to: complement.to };
		if (
			place === null ||
			sentence.times.some(
				(time) =>
					time.start <= (tokens[complement.from]?.start ?? 0) && time.end > (tokens[complement.from]?.start ?? 0)
			) ||
			!isClear(sentence, inner) ||
			/%/.test(wording.words(inner)) ||
			!isPlace(sentence, inner)
		)
			return [];
		return [build(context, `Where ${asking(context)}`, place, 'site', 'fact', 0.6, 'where')];
	}
	if (
		!ASKABLE.has(relation) ||
		/^(help|manage|have|carry|spread|assess|identify|determine|involve|possess|process|require|test|diffuse|move|flow|migrate|pass|travel|express)$/.test(
			verb.lemma
		)
	)
		return [];
	if (verb.lemma === 'include' || verb.lemma === 'comprise') return inclusion(context);
	if (/^(approve|authori[sz]e|license|recommend)$/.test(verb.lemma)) return approvedFor(context);
	if (CONVERTING.test(verb.lemma)) return convertedInto(context);
	if ('PTOS'.includes(classes.charAt(complement.from))) return [];
	const object = core(sentence, withoutMethod(sentence, complement));
	if (object === null || !isClear(sentence, object) || /[R0]$/.test(classes.slice(object.from, object.to))) return [];
	const isRisk =
		/\b(risk|death|toxicity|bleeding|damage|injury|failure|coma|seizures?|hypotension|hypertension|overdose|infection|impairment|adverse|side)\b/i.test(
			wording.words(object)
		) && relation === 'cause';
	return [
		build(
			context,
			asks,
			object,
			isRisk ? 'hazard' : 'object',
			isRisk ? 'risk' : (TYPE_OF[relation] ?? 'mechanism'),
			0.8,
			'object'
		)
	];
}

/** “Side effects include nausea, headache and fatigue.” */
function inclusion(context: Context): Asked[] {
	const { sentence, clause } = context;
	const { complement } = clause;
	const series = seriesEnd(sentence.classes, complement.from);
	const object = core(sentence, complement);
	const head = sentence.tokens[headOf(sentence.tokens, clause.subject)]?.lower ?? '';
	if (object === null || !isClear(sentence, object) || !LISTED.test(head)) return [];
	const found = build(context, `What ${asking(context)}`, object, 'members', 'list', 0.7, 'includes');
	return [series === complement.to ? { ...found, members: members(sentence, complement) } : found];
}

const CONVERTING = /^(convert|transform|change|turn|metaboli[sz]e|divide|separate)$/;

/** “The body converts psilocybin into psilocin”: into what. */
function convertedInto(context: Context): Asked[] {
	const { sentence, clause, wording } = context;
	const { complement } = clause;
	const { tokens, classes } = sentence;
	for (let at = complement.from + 1; at < complement.to - 1; at++) {
		const word = tokens[at]?.lower ?? '';
		if (word !== 'into' && word !== 'to') continue;
		const before = { from: complement.from, to: at };
		const result = core(sentence, { from: at + 1, to: complement.to });
		if (
			result === null ||
			!isNounPhrase(classes.slice(before.from, before.to)) ||
			!isClear(sentence, before) ||
			!isClear(sentence, result)
		)
			return [];
		return [
			build(
				context,
				`What ${asking(context)} ${wording.words(before)} ${word}`,
				result,
				'object',
				'mechanism',
				0.8,
				'converted-into'
			)
		];
	}
	return [];
}

/** “approved dalfampridine to improve walking”: what was approved, for that. */
function approvedFor(context: Context): Asked[] {
	const { sentence, clause, wording } = context;
	const { complement } = clause;
	const { tokens, classes } = sentence;
	for (let at = complement.from + 1; at < complement.to - 1; at++) {
		const isPurpose =
			(classes.charAt(at) === 'T' && classes.charAt(at + 1) === '0') ||
			tokens[at]?.lower === 'for' ||
			tokens[at]?.lower === 'as';
		if (!isPurpose) continue;
		const product = { from: complement.from, to: at };
		const purpose = { from: at, to: complement.to };
		if (
			!isNounPhrase(classes.slice(product.from, product.to)) ||
			!isClear(sentence, product) ||
			!isClear(sentence, purpose) ||
			product.to - product.from > 8
		)
			return [];
		return [
			build(
				context,
				`What ${asking(context)} ${wording.words(purpose)}`,
				product,
				'product',
				'regulatory',
				0.8,
				'approved-for'
			)
		];
	}
	return [];
}

/** “What blocks …?”: the subject, where what is said of it is particular enough to belong to it alone. */
export function subjectQuestions({ sentence, clause, wording, subject }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	const relation = relationOf(verb.lemma);
	if (clause.matrix !== null || clause.front !== null || subject.from !== null || verb.negated) return [];
	if (verb.voice !== 'active' || !ASKABLE.has(relation) || relation === 'part' || verb.lemma === 'help') return [];
	const object = core(sentence, complement);
	if (object === null || object.to < complement.to || pointsOutside(sentence, object)) return [];
	const nouns = classes.slice(object.from, object.to).replace(/[^NJ]/g, '').length;
	const subjectLetters = classes.slice(clause.subject.from, clause.subject.to);
	if (
		/^(require|need|allow|follow)$/.test(verb.lemma) ||
		/C.*[30]/.test(classes.slice(object.from, object.to)) ||
		(tokens[clause.subject.from]?.lower === 'the' && clause.subject.to - clause.subject.from === 2)
	)
		return [];
	if (
		nouns < 4 ||
		!/^D?[JNQ]{1,4}(\(.*\))?(O[DJN]{1,4})?$/.test(subjectLetters) ||
		tokens[clause.subject.from]?.lower === 'an' ||
		tokens[clause.subject.from]?.lower === 'a'
	)
		return [];
	if (/^(some|many|most|several|all|both|each|one|no)$/.test(tokens[clause.subject.from]?.lower ?? '')) return [];
	const answer = spanOf(sentence, clause.subject);
	return [
		{
			question: `What ${wording.singular(verb)} ${wording.words(object)}?`,
			answer,
			type: 'mechanism',
			slots: [slot('agent', answer), slot('object', spanOf(sentence, object))],
			worth: 0.55,
			pattern: 'subject'
		}
	];
}
