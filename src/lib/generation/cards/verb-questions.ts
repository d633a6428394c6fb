import type { ClaimType, Slot, SlotRole } from '../claims/claim';
import { pointsElsewhere, pointsOutside } from '../claims/references';
import { headOf, type Range } from '../grammar/clause';
import { isNounPhrase, nounPhraseEnd, seriesEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { relationOf, type Relation } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';
import { LISTED, members } from './naming-questions';

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
const PASSIVE_FRAMES: Readonly<Record<string, string>> = {
	make: 'from|of|by|up of',
	associate: 'with',
	cause: 'by',
	base: 'on',
	derive: 'from',
	link: 'to',
	relate: 'to',
	convert: 'to|into',
	treat: 'with|by',
	produce: 'by|from|in',
	classify: 'as',
	describe: 'as',
	indicate: 'for',
	approve: 'for|as|by|under',
	contraindicate: 'in|with',
	compose: 'of',
	divide: 'into',
	surround: 'by',
	control: 'by|with',
	regulate: 'by',
	mediate: 'by',
	follow: 'by',
	affect: 'by',
	eliminate: 'by|from|in',
	remove: 'from|by',
	transport: 'by|into|to',
	transmit: 'by|through',
	release: 'from|by|into',
	store: 'in',
	use: 'for|as|by',
	characterize: 'by',
	characterise: 'by',
	attract: 'to|by',
	confirm: 'by',
	diagnose: 'by|with',
	metabolize: 'by|in',
	metabolise: 'by|in',
	excrete: 'in|by',
	trigger: 'by',
	induce: 'by',
	block: 'by',
	inhibit: 'by',
	activate: 'by',
	influence: 'by',
	determine: 'by',
	form: 'by|from',
	connect: 'to|by',
	bind: 'to',
	attach: 'to',
	separate: 'from|by',
	replace: 'by|with',
	prevent: 'by|with',
	reduce: 'by',
	measure: 'by|in|with',
	synthesize: 'from|in|by',
	secrete: 'by|from',
	clear: 'by|from',
	administer: 'as|by',
	aim: 'at',
	damage: 'by',
	define: 'as',
	know: 'as',
	encode: 'by',
	innervate: 'by',
	absorb: 'by|from|in',
	supply: 'by',
	destroy: 'by',
	spread: 'by',
	carry: 'by',
	name: 'for|after',
	initiate: 'by',
	insert: 'through|into',
	implant: 'in',
	manage: 'with|by',
	accompany: 'by',
	precede: 'by',
	lower: 'by',
	increase: 'by',
	improve: 'by',
	suppress: 'by',
	consider: 'as'
};

/** Relations whose object alone answers a question that is worth asking. */
const ASKABLE: ReadonlySet<Relation> = new Set(['cause', 'act', 'treat', 'harm', 'part', 'rule']);

const TYPE_OF: Readonly<Partial<Record<Relation, ClaimType>>> = { harm: 'risk', rule: 'regulatory', part: 'list' };

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

/** Questions for what follows a passive: “What is T3 made from?”, “Where is it found?”, “What is it used for?”. */
export function passiveQuestions(context: Context): Asked[] {
	const { sentence, clause } = context;
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (verb.voice !== 'passive' || complement.to <= complement.from) return [];
	const preposition = tokens[complement.from]?.lower ?? '';
	const asked = asking(context);
	const rest = { from: complement.from + 1, to: complement.to };
	if (NAMING.has(verb.lemma) && !/^(by|in|for|to|as|with|from|into|at|on)$/.test(preposition))
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
	if (verb.lemma === 'use' && preposition === 'to' && classes.charAt(rest.from) === '0') {
		const purpose = { from: complement.from, to: Math.max(complement.to, rest.from + 1) };
		if (!isClear(sentence, rest) || purpose.to - purpose.from < 3) return [];
		return [build(context, `What ${asked} to do`, purpose, 'purpose', 'mechanism', 0.7, 'used-to')];
	}
	if (classes.charAt(rest.from) === 'G' && preposition === 'by' && /^[G][^N]*[NJ]/.test(classes.slice(rest.from))) {
		const method = { from: complement.from, to: complement.to };
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
	const kinds = kindsOf(context);
	if (kinds !== null) return [kinds];
	const later = laterPhrase(context, preposition);
	if (later !== null) return [later];
	const frame =
		PASSIVE_FRAMES[verb.lemma]?.split('|') ??
		(preposition === 'by' && ASKABLE.has(relationOf(verb.lemma)) ? ['by'] : []);
	if (!frame.includes(preposition)) return [];
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
	if (/^(patients?|people|persons?|women|men|children|adults|individuals|infants|males|females|subjects)$/.test(head)) {
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
	return [
		build(
			context,
			`What ${asked} ${preposition}`,
			object,
			role,
			type,
			verb.lemma === 'associate' ? 0.65 : 0.75,
			'passive-preposition'
		)
	];
}

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

/** “removed from the synapse by transport proteins”: the place goes into the question, who does it is the answer. */
function laterPhrase(context: Context, first: string): Asked | null {
	const { sentence, clause, wording } = context;
	const { verb, complement } = clause;
	const { tokens, classes } = sentence;
	if (!/^(in|from|into|to|at|on|for|as|through|under|by)$/.test(first)) return null;
	for (let at = complement.from + 2; at < complement.to - 1; at++) {
		const word = tokens[at]?.lower ?? '';
		const asksAgent =
			word === 'by' && first !== 'by' && classes.charAt(at + 1) !== 'G' && ASKABLE.has(relationOf(verb.lemma));
		const asksUse =
			word === 'for' && ((verb.lemma === 'use' && first === 'in') || (verb.lemma === 'approve' && first === 'by'));
		if (!asksAgent && !asksUse) continue;
		const before = { from: complement.from, to: tokens[at - 1]?.lower === 'either' ? at - 1 : at };
		const object = core(sentence, { from: at + 1, to: complement.to });
		if (
			object === null ||
			!isClear(sentence, object) ||
			!isClear(sentence, before) ||
			classes.slice(before.from, before.to).includes(',') ||
			!isNounPhrase(classes.slice(before.from + 1, at))
		)
			return null;
		const asks = asking(context);
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

/** “By blocking NMDA receptors, ketamine increases …”; “… works by increasing …”: how it is done. */
export function methodQuestions(context: Context): Asked[] {
	const { sentence, clause, wording, subject } = context;
	const { tokens, classes, statement } = sentence;
	const { verb, front, complement } = clause;
	const asked = wording.inverted(verb, subject.text, subject.plural);
	if (verb.negated || clause.matrix !== null) return [];
	if (front !== null && tokens[front.from]?.lower === 'by' && tokens[front.from + 1]?.class === 'G') {
		const rest = core(sentence, complement);
		if (
			rest === null ||
			!isClear(sentence, rest) ||
			pointsOutside(sentence, front) ||
			!ASKABLE.has(relationOf(verb.lemma))
		)
			return [];
		const answer = spanOf(sentence, front);
		return [
			{
				question: `How ${asked} ${wording.words(rest)}?`,
				answer,
				type: 'mechanism',
				slots: [
					slot('method', answer),
					slot('agent', spanOf(sentence, clause.subject)),
					slot('object', spanOf(sentence, rest))
				],
				worth: 0.85,
				pattern: 'how-front'
			}
		];
	}
	for (let at = complement.from; at < clause.sentenceEnd - 2; at++) {
		if (tokens[at]?.lower !== 'by' || !/^A*G/.test(classes.slice(at + 1))) continue;
		const before = { from: complement.from, to: at };
		if (before.to > before.from && (!isClear(sentence, before) || /[,;:S]/.test(classes.slice(before.from, before.to))))
			return [];
		let end = complement.to > at ? complement.to : at + 1;
		// A list within the method was not read; then all of the rest is the method, if nothing else follows.
		if (clause.broken && !/[SR;:-]|,[DJN]*N[BMH3]/.test(classes.slice(at, clause.sentenceEnd)))
			end = clause.sentenceEnd;
		while (end < clause.sentenceEnd && !',;:-S'.includes(classes.charAt(end))) end++;
		const method = { from: at, to: Math.max(end, complement.to) };
		if (pointsElsewhere(sentence, method) || method.to - method.from < 4) return [];
		const answer = spanOf(sentence, method);
		if (answer.end - answer.start > 160 || answer.end > statement.end) return [];
		return [
			{
				question: fronted(context, `How ${asked} ${wording.words(before)}?`.replace(/ +\?/, '?')),
				answer,
				type: 'mechanism',
				slots: [slot('agent', spanOf(sentence, clause.subject)), slot('method', answer)],
				worth: 0.85,
				pattern: 'how'
			}
		];
	}
	return [];
}

/** “… because humans are the reservoir”: why it is so. */
export function reasonQuestions({ sentence, clause, wording, subject }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (clause.matrix !== null || clause.front !== null) return [];
	const at = tokens.findIndex(
		(token, i) => i >= verb.end && token.lower === 'because' && tokens[i + 1]?.lower !== 'of'
	);
	if (at === -1 || at > complement.to + 1) return [];
	const body = { from: verb.end, to: classes.charAt(at - 1) === ',' ? at - 1 : at };
	const reason = { from: at, to: clause.sentenceEnd };
	const letters = classes.slice(reason.from + 1, reason.to);
	if (!isClear(sentence, body) && body.to > body.from) return [];
	if (/[;:-]/.test(letters) || reason.to - reason.from < 4 || reason.to - reason.from > 26) return [];
	const pronouns = tokens.slice(reason.from, reason.to).filter((token) => token.class === 'I');
	if (
		pronouns.some((token) => !/^(it|they|itself|them)$/.test(token.lower)) ||
		tokens.slice(reason.from, reason.to).some((token) => /^(this|these|those|such)$/.test(token.lower))
	)
		return [];
	const answer = spanOf(sentence, reason);
	return [
		{
			question: `Why ${wording.inverted(verb, subject.text, subject.plural)} ${wording.words(body)}?`.replace(
				/ +\?/,
				'?'
			),
			answer,
			type: 'mechanism',
			slots: [slot('event', spanOf(sentence, clause.subject)), slot('reason', answer)],
			worth: 0.75,
			pattern: 'why'
		}
	];
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

/** “the flow of urine by blocking a transporter”: how it is done is asked for by itself. */
function withoutMethod({ tokens, classes }: Sentence, { from, to }: Range): Range {
	const at = tokens.findIndex(
		(token, i) => i > from && i < to && token.lower === 'by' && /^A*G/.test(classes.slice(i + 1))
	);
	return { from, to: at === -1 ? to : at };
}

/** A long list of examples behind “such as” is left out of the answer. */
function withoutExamples({ tokens, classes }: Sentence, { from, to }: Range): Range {
	for (let at = from + 1; at + 2 < to; at++) {
		const isSuchAs = tokens[at]?.lower === 'such' && tokens[at + 1]?.lower === 'as';
		const rest = classes.slice(at, to).replace(/[^,]/g, '').length;
		if (isSuchAs && rest >= 2) return { from, to: classes.charAt(at - 1) === ',' ? at - 1 : at };
	}
	return { from, to };
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

function build(
	context: Context,
	asks: string,
	object: Range,
	role: SlotRole,
	type: ClaimType,
	worth: number,
	pattern: string
): Asked {
	const { sentence, clause } = context;
	const answer = spanOf(sentence, withoutExamples(sentence, object));
	const slots: Slot[] = [
		slot('agent', spanOf(sentence, clause.subject)),
		slot('relation', spanOf(sentence, { from: clause.verb.start, to: clause.verb.end })),
		slot(role, answer)
	];
	return { question: fronted(context, `${asks}?`), answer, type, slots, worth, pattern };
}

/** The question without its wh-word: “does ketamine block”, or “do animal studies suggest that ketamine spurs”. */
function asking({ clause, wording, subject }: Context): string {
	const { matrix, verb } = clause;
	if (matrix === null) return wording.inverted(verb, subject.text, subject.plural);
	const said = wording.inverted(matrix.verb, wording.words(matrix.subject), null);
	return `${said} that ${subject.text} ${wording.words({ from: verb.start, to: verb.end })}`;
}

/** What limits the statement goes before the question, and the question then begins small. */
function fronted({ clause, wording }: Context, question: string): string {
	const front = wording.front(clause);
	return front === '' ? question : front + question.charAt(0).toLowerCase() + question.slice(1);
}

/** The object: a noun phrase with what belongs to it, or null if what follows is none. */
function core({ classes }: Sentence, range: Range): Range | null {
	const opens = classes.charAt(range.from);
	if (opens === 'P' || opens === 'T') return nounPhraseEnd(classes, range.from + 1) === null ? null : range;
	const end = nounPhraseEnd(classes, range.from);
	if (end === null || ('GE'.includes(opens) && !'NJ'.includes(classes.charAt(range.from + 1)))) return null;
	return range;
}

function isClear(sentence: Sentence, range: Range): boolean {
	return !pointsElsewhere(sentence, range);
}

const NO_PLACE =
	/^(addition|case|cases|combination|response|order|general|part|fact|theory|rare|some|many|patients?|people|persons?|women|children|adults|form|forms|individuals|way|ways|rest|absence|presence|level|levels|dose|doses|course|treatment|start|time|study|studies|trial|trials|group|travelers?|nationals|month|year|years|stages?)$/;

const isPlace = ({ tokens }: Sentence, range: Range): boolean =>
	!NO_PLACE.test(tokens[headOf(tokens, range)]?.lower ?? '') &&
	!tokens.slice(range.from, range.to).some((token) => token.class === 'Q' && /%|\d{4}/.test(token.text));
