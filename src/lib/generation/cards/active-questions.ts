import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { headOf } from '../grammar/clause';
import { spanOf } from '../grammar/sentence';
import { isNounPhrase, unitEnd } from '../grammar/phrase-patterns';
import { DIRECTED } from '../words/change-verbs';
import { FRAMES, HELD_BACK, WITH_OBJECT } from '../words/verb-frames';
import { relationOf } from '../words/verb-lexicon';
import { PERSONS } from '../words/person-nouns';
import type { Asked, Context } from './asked';
import { ASKABLE, ORDERED, TYPE_OF, asking, build, core, isClear, isPlace, withoutMethod } from './object-answers';
import { approvalReceived, approvedFor, usedFor, whatToDo } from './purpose-questions';

/** Questions for the object of an active verb: “What does ketamine block?”. */
export function activeQuestions(context: Context): Asked[] {
	const { sentence, clause, wording } = context;
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (verb.voice !== 'active' || complement.to <= complement.from) return [];
	const relation = relationOf(verb.lemma);
	const frame = FRAMES[verb.lemma];
	const caused = whatToDo(context) ?? meant(context) ?? usedFor(context) ?? approvalReceived(context);
	if (caused !== null) return [caused];
	// What a study found is a result; what a person found bears that name.
	const isFound =
		/^(discover|propose|establish|postulate|predict|prove|demonstrate|pioneer|describe)$/.test(verb.lemma) &&
		/^\p{Lu}\p{Ll}/u.test(context.subject.text);
	// “Patients undergoing surgery often report …”: what is told of such patients.
	const isTold =
		/^(?:report|experience|exhibit|show)$/.test(verb.lemma) &&
		PERSONS.test(tokens[headOf(tokens, clause.subject)]?.lower ?? '') &&
		/N[PERGN]/.test(classes.slice(clause.subject.from, clause.subject.to));
	const isHeldBack = !isTold && ((!ASKABLE.has(relation) && !isFound) || HELD_BACK.test(verb.lemma));
	if (isHeldBack) {
		const framed = objectAndMore(context);
		if (framed.length > 0) return framed;
	}
	// “acts primarily on”: the adverb stays with the verb.
	const at = tokens[complement.from]?.class === 'A' ? complement.from + 1 : complement.from;
	const adverb = at > complement.from ? ` ${tokens[complement.from]?.text ?? ''}` : '';
	const asks = `What ${asking(context)}${frame === undefined ? '' : adverb}`;
	const preposition = tokens[at]?.lower ?? '';
	// “depends on how many genes are affected”
	if (verb.lemma === 'depend' && classes.charAt(at + 1) === 'R' && /^(?:on|upon)$/.test(preposition)) {
		const what = { from: at + 1, to: clause.sentenceEnd };
		const isPlain = !/[;:-]/.test(classes.slice(what.from, what.to)) && what.to - what.from <= 18;
		return isPlain && !pointsElsewhere(sentence, what)
			? [build(context, `${asks} ${preposition}`, what, 'object', 'mechanism', 0.75, 'depends-on')]
			: [];
	}
	if (frame?.split('|').includes(preposition) === true) {
		const object = core(sentence, { from: at + 1, to: complement.to });
		if (object === null || !isClear(sentence, object)) return [];
		if (verb.lemma === 'refer' && tokens.slice(at, complement.to).some(({ lower }) => lower === 'as')) return [];
		if (verb.lemma === 'refer')
			return [
				build(context, `What ${asking(context)} ${preposition}`, object, 'meaning', 'definition', 0.8, 'refers-to')
			];
		const type = verb.lemma === 'differ' ? 'comparison' : (TYPE_OF[relation] ?? 'mechanism');
		return [build(context, `${asks} ${preposition}`, object, 'object', type, 0.75, 'verb-preposition')];
	}
	const whom = inWhom(context);
	if (whom !== null) return [whom];
	// Where something happened once is told of too many things.
	const isPlaced = tokens[complement.from]?.class === 'P' && relation === 'place' && /^(in|at|on)$/.test(preposition);
	if (isPlaced && verb.tense === 'past') return [];
	if (isPlaced) {
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
	if (isHeldBack) return [];
	if (verb.lemma === 'include' || verb.lemma === 'comprise') return [];
	if (/^(approve|authori[sz]e|license|recommend)$/.test(verb.lemma)) return approvedFor(context);
	const framed = objectAndMore(context);
	if (framed.length > 0) return framed;
	// “shapes how regions communicate”
	if (
		tokens[complement.from]?.lower === 'how' &&
		/^R[^,;:]*[0B3MHE]/.test(classes.slice(complement.from, complement.to))
	) {
		const isPlain = complement.to - complement.from >= 4 && complement.to - complement.from <= 16;
		return isPlain && isClear(sentence, complement)
			? [build(context, asks, complement, 'object', 'mechanism', 0.76, 'object-how')]
			: [];
	}
	if ('PTOS'.includes(classes.charAt(complement.from))) return [];
	// “requires weeks …, such as …, to show results”: the purpose stands too far off.
	if (/^(require|need|take|want)$/.test(verb.lemma) && /,T0/.test(classes.slice(complement.to))) return [];
	const object = core(sentence, withoutMethod(sentence, complement));
	if (object === null || !isClear(sentence, object) || /[R0]$/.test(classes.slice(object.from, object.to))) return [];
	// “causes channels to be inserted into the membrane”: what it causes is not the channels.
	if (/T[0B]/.test(classes.slice(object.from, object.to)) && ORDERED.test(verb.lemma)) return [];
	// “held a conference in May”: an event that is not named.
	if (
		relation === 'other' &&
		/^DN(?![ORE])/.test(classes.slice(object.from, object.to)) &&
		unitEnd(classes, object.from) === object.from + 2 &&
		/^an?$/.test(tokens[object.from]?.lower ?? '')
	)
		return [];
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
			// Which effect it has is the better question there.
			DIRECTED.has(verb.lemma) ? 0.7 : 0.8,
			'object'
		)
	];
}

/** “Anaemia means that the blood contains too little haemoglobin” → what it means. */
function meant(context: Context): Asked | null {
	const { sentence, clause } = context;
	const { complement, verb } = clause;
	if (verb.lemma !== 'mean' || verb.negated || !/^[SRDIJN]/.test(sentence.classes.slice(complement.from))) return null;
	const isThat = sentence.tokens[complement.from]?.lower === 'that';
	// “Kidney failure means the kidneys no longer work”
	const isClause = /^[DJN]+A*[0B3MH]|^D[JN]*NDA*N/.test(sentence.classes.slice(complement.from, complement.to));
	if ((!isThat && !isClause) || complement.to - complement.from < 5) return null;
	if (pointsOutside(sentence, { from: complement.from + (isThat ? 1 : 0), to: complement.to })) return null;
	return build(context, `What ${asking(context)}`, complement, 'meaning', 'definition', 0.8, 'definition-means');
}

/** “occurs most often in people over age 50” → in whom. */
function inWhom(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { complement } = clause;
	const adverbs = /^A*/.exec(classes.slice(complement.from, complement.to))?.[0].length ?? 0;
	const at = complement.from + adverbs;
	if (!/^(in|among)$/.test(tokens[at]?.lower ?? '') || complement.to - at < 4) return null;
	const people = core(sentence, { from: at + 1, to: complement.to });
	if (people === null || !PERSONS.test(tokens[headOf(tokens, people)]?.lower ?? '') || !isClear(sentence, people))
		return null;
	if (tokens.slice(at, complement.to).some((token) => token.lower === 'than')) return null;
	const how = adverbs === 0 ? '' : ` ${wording.words({ from: complement.from, to: at })}`;
	return build(
		context,
		`In whom ${asking(context)}${how}`,
		{ from: at, to: complement.to },
		'population',
		'fact',
		0.78,
		'in-whom'
	);
}

/** “The body converts psilocybin into psilocin”: into what. */
function objectAndMore(context: Context): Asked[] {
	const { sentence, clause, wording } = context;
	const { complement, verb } = clause;
	const { tokens, classes } = sentence;
	const frame = WITH_OBJECT[verb.lemma]?.split('|');
	if (frame === undefined || verb.voice !== 'active') return [];
	for (let at = complement.from + 1; at < complement.to - 1; at++) {
		const word = tokens[at]?.lower ?? '';
		if (!frame.includes(word) || classes.charAt(at + 1) === '0') continue;
		if (word === 'as' && tokens[at + 1]?.lower === 'well') continue;
		if (word === 'as' && /^(have|use|serve|employ|prescribe|give|recommend)$/.test(verb.lemma))
			return usedAs(context, at);
		const before = { from: complement.from, to: at };
		// “plays a role in”, not “plays tennis in”
		if (verb.lemma === 'play' && !/^(?:role|part)$/.test(tokens[at - 1]?.lower ?? '')) return [];
		const result = core(sentence, { from: at + 1, to: complement.to });
		const isTime = sentence.times.some(({ end }) => result !== null && end > spanOf(sentence, result).start);
		if (
			result === null ||
			(isTime && word === 'in') ||
			!isNounPhrase(classes.slice(before.from, before.to)) ||
			!isClear(sentence, before) ||
			!isClear(sentence, result) ||
			classes.charAt(result.from) === 'G'
		)
			return [];
		// “carry heat from the interior to the surface”
		if (word === 'from' && /^[^C]*T[DJN]/.test(classes.slice(result.from, complement.to))) {
			const way = { from: at, to: complement.to };
			return [
				build(
					context,
					`From where to where ${asking(context)} ${wording.words(before)}`,
					way,
					'site',
					'mechanism',
					0.78,
					'from-to'
				)
			];
		}
		const head = tokens[headOf(tokens, result)]?.lower ?? '';
		if (/^(people|patients?|women|men|children|adults|infants|individuals|persons?)$/.test(head)) {
			if (word !== 'for' && word !== 'to') return [];
			const whom = { from: at, to: complement.to };
			return [
				build(
					context,
					`${word === 'for' ? 'For' : 'To'} whom ${asking(context)} ${wording.words(before)}`,
					whom,
					'population',
					'mechanism',
					0.78,
					'for-whom'
				)
			];
		}
		return [
			build(
				context,
				`What ${asking(context)} ${wording.words(before)} ${word}`,
				result,
				'object',
				'mechanism',
				0.8,
				'object-and-more'
			)
		];
	}
	return [];
}

/** “has a rodent host as its reservoir”: what it has as that. */
function usedAs(context: Context, at: number): Asked[] {
	const { sentence, clause, wording } = context;
	const { classes } = sentence;
	const object = { from: clause.complement.from, to: at };
	const part = { from: at, to: clause.complement.to };
	if (!isNounPhrase(classes.slice(object.from, object.to)) || !isClear(sentence, object) || !isClear(sentence, part))
		return [];
	return [
		build(context, `What ${asking(context)} ${wording.words(part)}`, object, 'object', 'mechanism', 0.78, 'used-as')
	];
}
