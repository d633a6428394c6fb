import type { ClaimType, SlotRole } from '../claims/claim';
import { headOf, type Range } from '../grammar/clause';
import { isNounPhrase, seriesEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { PASSIVE_FRAMES } from '../words/verb-frames';
import { PERSONS } from '../words/person-nouns';
import { relationOf } from '../words/verb-lexicon';
import type { Asked, Context } from './asked';
import { asking, build, core, isClear, isPlace } from './object-answers';

/** Questions for what follows a passive: “What is T3 made from?”, “Where is it found?”, “What is it used for?”. */
export function passiveQuestions(given: Context): Asked[] {
	const context = withAdverb(given);
	const { sentence, clause } = context;
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (verb.voice !== 'passive' || complement.to <= complement.from) return [];
	const preposition = tokens[complement.from]?.lower ?? '';
	const asked = asking(context);
	const rest = { from: complement.from + 1, to: complement.to };
	if (NAMING.has(verb.lemma) && !/^(by|in|for|to|as|with|from|into|at|on|after)$/.test(preposition))
		return called(context, complement);
	if (/^(know|refer)$/.test(verb.lemma)) {
		const at =
			preposition === 'to' && tokens[rest.from]?.lower === 'as'
				? rest.from + 1
				: preposition === 'as'
					? rest.from
					: null;
		return at === null ? [] : called(context, { from: at, to: complement.to });
	}
	if (
		/^(use|require|allow|design|oblige|force|encourage|advise|permit|forbid|compel|instruct|commission|hire|send|intend|employ|build|create|develop|program)$/.test(
			verb.lemma
		) &&
		preposition === 'to' &&
		'0B'.includes(classes.charAt(rest.from))
	) {
		const purpose = { from: complement.from, to: Math.max(complement.to, rest.from + 1) };
		if (!isClear(sentence, rest) || purpose.to - purpose.from < 3) return [];
		return [build(context, `What ${asked} to do`, purpose, 'purpose', 'mechanism', 0.7, 'used-to')];
	}
	if (classes.charAt(rest.from) === 'G' && preposition === 'by' && /^[G][^N]*[NJ]/.test(classes.slice(rest.from))) {
		const goesOn =
			/^(until|when)$/.test(tokens[complement.to]?.lower ?? '') &&
			!/[,;:]/.test(classes.slice(complement.to, clause.sentenceEnd));
		const method = { from: complement.from, to: goesOn ? clause.sentenceEnd : complement.to };
		return isClear(sentence, rest)
			? [build(context, `How ${asked}`, method, 'method', 'mechanism', 0.75, 'how-passive')]
			: [];
	}
	if (
		/^(find|locate|see|situate|store|produce|concentrate|observe|detect)$/.test(verb.lemma) &&
		/^(in|on|at|near|within|throughout|under|between|outside|inside|below|above|behind)$/.test(preposition)
	) {
		const place = core(sentence, complement);
		if (place === null || !isClear(sentence, rest) || !isPlace(sentence, rest)) return [];
		return [build(context, `Where ${asked}`, place, 'site', 'fact', 0.65, 'where-passive')];
	}
	const doer = tokens[headOf(tokens, rest)];
	// “by the Food and Drug Administration”: a body, and no method.
	const isDoing = METHOD.test(doer?.lower ?? '') && !/^(?:cause|trigger|precipitate)$/.test(verb.lemma);
	if (preposition === 'by' && !verb.negated && isDoing && /^\p{Ll}/u.test(doer?.text ?? '')) {
		const method = core(sentence, complement);
		return method === null || !isClear(sentence, rest)
			? []
			: [build(context, `How ${asked}`, method, 'method', 'mechanism', 0.75, 'how-passive')];
	}
	const whom = laterPersons(context);
	if (whom !== null) return [whom];
	const kinds = kindsOf(context);
	if (kinds !== null) return [kinds];
	const later = laterPhrase(context, preposition);
	if (later !== null) return [later];
	if (verb.lemma === 'make' && preposition === 'up' && tokens[rest.from]?.lower === 'of') {
		const parts = core(sentence, { from: rest.from + 1, to: complement.to });
		return parts === null || !isClear(sentence, parts)
			? []
			: [build(context, `What ${asked} up of`, parts, 'object', 'mechanism', 0.75, 'passive-preposition')];
	}
	// “is characterized by rapid, irregular, and aimless movements of the arms and legs, trunk, and face”: all that follows.
	const marks = { from: rest.from, to: clause.sentenceEnd };
	if (
		/^(?:characteri[sz]e|mark)$/.test(verb.lemma) &&
		preposition === 'by' &&
		complement.to < marks.to &&
		/^[DJNQEAGOPC,()]*N\)?$/.test(classes.slice(marks.from, marks.to)) &&
		marks.to - marks.from <= 26 &&
		isClear(sentence, marks)
	)
		return [build(context, `What ${asked} by`, marks, 'object', 'mechanism', 0.78, 'passive-preposition')];
	const frame = PASSIVE_FRAMES[verb.lemma]?.split('|') ?? [];
	const isGeneral =
		(/^(by|with|from|into|to|as|for|on)$/.test(preposition) || (verb.lemma === 'name' && preposition === 'after')) &&
		!/^(by|with|to)$/.test(tokens[rest.from]?.lower ?? '');
	if (!frame.includes(preposition) && !isGeneral) return [];
	const object = core(sentence, rest);
	if (
		object === null ||
		!isClear(sentence, object) ||
		sentence.times.some(
			(time) => time.start >= (tokens[rest.from]?.start ?? 0) - 5 && time.start <= (tokens[rest.from]?.start ?? 0)
		)
	)
		return [];
	const head = tokens[headOf(tokens, object)]?.lower ?? '';
	const relation = relationOf(verb.lemma);
	const type: ClaimType = relation === 'rule' ? 'regulatory' : relation === 'harm' ? 'risk' : 'mechanism';
	const role: SlotRole =
		type === 'regulatory'
			? preposition === 'by'
				? 'agency'
				: 'indication'
			: preposition === 'by'
				? 'agent'
				: 'object';
	if (PERSONS.test(head)) {
		return [
			build(
				context,
				`In whom ${asked}`,
				{ from: preposition === 'in' ? complement.from : rest.from, to: object.to },
				'population',
				type,
				0.7,
				'in-whom'
			)
		].filter(() => preposition === 'in');
	}
	const isPersonal = preposition === 'by' && isPersonName(sentence, object);
	return [
		build(
			context,
			`${isPersonal ? 'Who' : 'What'} ${asked} ${preposition}`,
			object,
			role,
			type,
			verb.lemma === 'associate' ? 0.65 : 0.75,
			'passive-preposition'
		)
	];
}

const isPersonName = (sentence: Context['sentence'], range: Range): boolean => {
	const { start, end } = spanOf(sentence, range);
	return /^(?:Sir |Dr\.? |Lord |King |Queen )?\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}\. )?(?:de |von |van )?\p{Lu}[\p{Ll}’'-]+(?: and \p{Lu}[\p{L}’' -]+)?$/u.test(
		// “Anna Maes in 1922”
		sentence.text.slice(start, end).replace(/ (?:in|on|from|until|between) .*$/, '')
	);
};

/** “bound only by contracts”: the adverb stays with the verb. */
function withAdverb(context: Context): Context {
	const { sentence, clause } = context;
	const { complement, verb } = clause;
	if (verb.voice !== 'passive' || sentence.classes.charAt(complement.from) !== 'A' || complement.from !== verb.end)
		return context;
	if (
		!/ly$|^(only|primarily|mainly|mostly|usually|often|predominantly|generally|typically|commonly|exclusively|extensively|partly|largely|either)$/.test(
			sentence.tokens[complement.from]?.lower ?? ''
		)
	)
		return context;
	const isEither = sentence.tokens[complement.from]?.lower === 'either';
	return {
		...context,
		clause: {
			...clause,
			verb: isEither ? verb : { ...verb, end: verb.end + 1 },
			complement: { from: complement.from + 1, to: complement.to }
		}
	};
}

/** Nouns for what is done rather than who or what does it. */
const METHOD =
	/(tion|sion|ment|lysis|synthesis|osmosis|mitosis|meiosis|cytosis|ing|scopy|tomy|therapy|surgery|dialysis|test|tests|bite|bites|contact|means|use|examination|imaging|assay|blot|hand|post|mail|injection|mouth|vote|law|treaty|force)$/;

/** “given in several forms, including tablets, sprays and infusions”: in which forms. */
function kindsOf(context: Context): Asked | null {
	const { sentence, clause } = context;
	const { complement } = clause;
	const { tokens, classes } = sentence;
	const first = tokens[complement.from]?.lower ?? '';
	if (
		!/^(in|by|through|with|as|into)$/.test(first) ||
		!/^(various|several|many|different|multiple|a)$/.test(tokens[complement.from + 1]?.lower ?? '')
	)
		return null;
	const noun = tokens[complement.to - 1];
	if (
		noun?.plural !== true ||
		classes.charAt(complement.to) !== ',' ||
		tokens[complement.to + 1]?.lower !== 'including'
	)
		return null;
	const from = complement.to + 2;
	const end = seriesEnd(classes, from);
	if (end === null || !isClear(sentence, { from, to: end }) || complement.to - complement.from > 4) return null;
	const asks = `In which ${noun.text} ${asking(context)}`;
	return build(
		context,
		first === 'in' ? asks : asks.replace(/^In/, first.charAt(0).toUpperCase() + first.slice(1)),
		{ from, to: end },
		'members',
		'list',
		0.75,
		'which-kinds'
	);
}

/** “used with caution in patients with anatomical deformation” → in whom. */
function laterPersons(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { complement } = clause;
	const { tokens, classes } = sentence;
	if (/^(?:define|describe)$/.test(clause.verb.lemma)) return null;
	for (let at = complement.from; at < complement.to - 2; at++) {
		if (!/^(in|for|by|among)$/.test(tokens[at]?.lower ?? '')) continue;
		const object = core(sentence, { from: at + 1, to: complement.to });
		const before = { from: complement.from, to: at };
		if (object === null || !PERSONS.test(tokens[headOf(tokens, object)]?.lower ?? '')) continue;
		// “in patients” alone names nobody.
		if (object.to - object.from < 3 || !isClear(sentence, object) || !isClear(sentence, before)) return null;
		if (before.to - before.from > 6) return null;
		if (before.to > before.from && !/^[PTA][^,]*$/.test(classes.slice(before.from, before.to))) return null;
		const rest = before.to > before.from ? ` ${wording.words(before)}` : '';
		const preposition = tokens[at]?.lower ?? 'in';
		const question = `${preposition.charAt(0).toUpperCase()}${preposition.slice(1)} whom ${asking(context)}${rest}`;
		return build(context, question, { from: at, to: object.to }, 'population', 'regulatory', 0.76, 'in-whom');
	}
	return null;
}

/** “removed from the synapse by transport proteins”: the place goes into the question, who does it is the answer. */
function laterPhrase(context: Context, first: string): Asked | null {
	const { sentence, clause, wording } = context;
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (!/^(in|from|into|to|at|on|for|as|through|under|by|together|mainly|largely)$/.test(first)) return null;
	for (let at = complement.from + 2; at < complement.to - 1; at++) {
		const word = tokens[at]?.lower ?? '';
		const asksAgent =
			word === 'by' && first !== 'by' && classes.charAt(at + 1) !== 'G' && relationOf(verb.lemma) !== 'show';
		const asksUse =
			word === 'for' && ((verb.lemma === 'use' && first === 'in') || (verb.lemma === 'approve' && first === 'by'));
		if (!asksAgent && !asksUse) continue;
		const before = { from: complement.from, to: tokens[at - 1]?.lower === 'either' ? at - 1 : at };
		const object = core(sentence, { from: at + 1, to: complement.to });
		if (
			object === null ||
			!isClear(sentence, object) ||
			!isClear(sentence, before) ||
			// “to the heat given off by a kiln”
			classes.charAt(at - 1) === 'E' ||
			classes.slice(before.from, before.to).includes(',') ||
			!/^(?:A*[PTO][^,;:]*|A+)$/.test(classes.slice(before.from, before.to)) ||
			(classes.charAt(before.from) === 'P' && !isNounPhrase(classes.slice(before.from + 1, before.to)))
		)
			return null;
		const asks = asking(context);
		if (asksAgent && !verb.negated && METHOD.test(tokens[headOf(tokens, object)]?.lower ?? ''))
			return build(
				context,
				`How ${asks} ${wording.words(before)}`,
				{ from: at, to: object.to },
				'method',
				'mechanism',
				0.78,
				'how-passive'
			);
		const question = asksUse ? `What ${asks} for ${wording.words(before)}` : `What ${asks} ${wording.words(before)} by`;
		return build(context, question, object, asksUse ? 'purpose' : 'agent', 'mechanism', 0.78, 'passive-later');
	}
	return null;
}

const NAMING = new Set(['call', 'name', 'term']);

function called(context: Context, object: Range): Asked[] {
	const { sentence, clause } = context;
	const name = core(sentence, object);
	if (name === null || name.to - name.from > 7 || !isClear(sentence, name)) return [];
	const asked = asking(context);
	const tail = clause.verb.lemma === 'refer' ? ' to as' : clause.verb.lemma === 'know' ? ' as' : '';
	return [build(context, `What ${asked}${tail}`, name, 'term', 'definition', 0.8, 'called')];
}
