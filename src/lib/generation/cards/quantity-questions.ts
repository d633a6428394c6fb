import { pointsElsewhere } from '../claims/pointing';
import type { Range } from '../grammar/clause';
import { nounPhraseEnd, unitEnd } from '../grammar/phrase-patterns';
import { rangeOf, spanOf } from '../grammar/sentence';
import { quantities } from '../grammar/time-expressions';
import { listBehindNumber, listBehindColon } from './colon-lists';
import { slot, type Asked, type Context } from './asked';
import { asking, fronted } from './object-answers';

const DIMENSION = /^(long|deep|wide|high|tall|thick|old|heavy|broad|far)$/;
const UNIT_NOUN =
	/^(percent|%|milligrams?|micrograms?|grams?|kilograms?|mg|mcg|kg|g|ml|l|lit(?:re|er)s?|mm|cm|m|km|units?|iu|ounces?|pounds?|tonnes?|tons?|inches|feet|miles?|met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?|square|cubic|degrees?|volts?|watts?|points?|times|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|dollars?|euros?|kilojoules|joules|calories|atmospheres|hectares|acres|mv|mmhg|hz|ms)$/;

/** “… killed 57 people”, “is 193 kilometres long”, “takes ten years”, “weighs 150 grams”, “fell by 12 points”. */
export function quantityQuestions(context: Context): Asked[] {
	const { clause, sentence } = context;
	if (clause.matrix !== null || clause.verb.negated || clause.complement.to <= clause.complement.from) return [];
	if (
		sentence.tokens.slice(clause.complement.from, clause.complement.to).some((token) => token.lower === 'respectively')
	)
		return [];
	return [
		dimension(context),
		amountTaken(context),
		listBehindNumber(context) ?? listBehindColon(context) ?? shareOfObject(context) ?? howMany(context),
		byHowMuch(context),
		atWhatRate(context),
		ranging(context)
	].filter((each) => each !== null);
}

function quantityCard(
	context: Context,
	question: string,
	answer: Range,
	worth: number,
	pattern: string,
	type: Asked['type'] = 'fact'
): Asked {
	const span = spanOf(context.sentence, answer);
	return {
		question: fronted(context, question),
		answer: span,
		type,
		slots: [slot('term', spanOf(context.sentence, context.clause.subject)), slot('quantity', span)],
		worth,
		pattern
	};
}

/** “The canal is 193 kilometres long” */
function dimension(context: Context): Asked | null {
	const { sentence, clause, wording, subject } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (verb.voice !== 'copula' || !/^A*Q/.test(classes.slice(complement.from, complement.to))) return null;
	let at = complement.from;
	while (at < complement.to && !DIMENSION.test(tokens[at]?.lower ?? '')) at++;
	if (at === complement.to || at - complement.from > 6) return null;
	const next = tokens[at + 1]?.class ?? '.';
	if (!'.,;C'.includes(next)) return null;
	return quantityCard(
		context,
		`How ${tokens[at]?.lower ?? ''} ${wording.inverted(verb, subject.text, subject.plural)}?`,
		{ from: complement.from, to: at + 1 },
		0.85,
		'quantity-dimension'
	);
}

/** “takes between 11 and 16 hours”, “cost four million pounds”, “weighs 150 grams” */
function amountTaken(context: Context): Asked | null {
	const { sentence, clause } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (verb.voice !== 'active') return null;
	const ask =
		{ take: 'How long', last: 'How long', require: null, cost: 'How much', weigh: 'How much' }[verb.lemma] ?? null;
	if (ask === null) return null;
	let end = complement.from;
	while (end < complement.to && 'AQCJPT'.includes(classes.charAt(end)) && !/^(to|for)$/.test(tokens[end]?.lower ?? ''))
		end++;
	if (tokens[complement.from]?.lower === 'for') return null;
	// “take weeks or even months to work”
	while (end < complement.to && /^(weeks|months|years|days|hours|minutes|or|even|and)$/.test(tokens[end]?.lower ?? ''))
		end++;
	while (end < complement.to && tokens[end]?.lower === 'to' && classes.charAt(end + 1) === 'Q') end += 2;
	if (end === complement.from) return null;
	while (end < complement.to && UNIT_NOUN.test(tokens[end]?.lower ?? '')) end++;
	if (end === complement.from || !UNIT_NOUN.test(tokens[end - 1]?.lower ?? '')) return null;
	const isTime = /^(second|minute|hour|day|week|month|year|decade|centur)/.test(tokens[end - 1]?.lower ?? '');
	if ((ask === 'How long') !== isTime) return null;
	const rest = { from: end, to: complement.to };
	if (rest.to > rest.from && pointsElsewhere(sentence, rest)) return null;
	const after = rest.to > rest.from ? ` ${context.wording.words(rest)}` : '';
	return quantityCard(
		context,
		`${ask} ${asking(context)}${after}?`,
		{ from: complement.from, to: end },
		0.85,
		'quantity-taken',
		isTime ? 'timeline' : 'fact'
	);
}

/** “killed 57 people” → how many people; “contains more than 450 volcanoes”. */
function howMany(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (!/^(active|passive)$/.test(verb.voice) || verb.lemma === 'be') return null;
	const match = /^((?:[AD])*Q+)((?:[JNEG])*N)/.exec(classes.slice(complement.from, complement.to));
	if (match?.[1] === undefined || match[2] === undefined || verb.voice === 'passive') return null;
	const nounAt = complement.from + match[1].length;
	const end = nounAt + match[2].length;
	const head = tokens[end - 1];
	const number = tokens[nounAt - 1]?.lower ?? '';
	if (head === undefined || !head.plural || UNIT_NOUN.test(tokens[nounAt]?.lower ?? '') || /%/.test(number))
		return null;
	if (/^(half|thirds|quarters|fifths|tenths|halves|fold)$/.test(head.lower)) return null;
	if (/^(one|half|several|many)$/.test(number) || /^(1[5-9]|20)\d\d$/.test(number)) return null;
	if (/^D/.test(match[1]) && !/^(an?|the)$/.test(tokens[complement.from]?.lower ?? '')) return null;
	if (tokens[complement.from]?.lower === 'the') return null;
	// “two types: X and Y” is asked for elsewhere.
	const rest = { from: end, to: complement.to };
	if (rest.to > rest.from && pointsElsewhere(sentence, rest)) return null;
	if (classes.charAt(complement.to) === 'C' || /^C/.test(classes.slice(rest.from))) return null;
	const after = rest.to > rest.from ? ` ${wording.words(rest)}` : '';
	return quantityCard(
		context,
		`How many ${wording.words({ from: nounAt, to: end })} ${asking(context)}${after}?`,
		{ from: complement.from, to: nounAt },
		0.86,
		'quantity-many'
	);
}

/** “converts about 15 percent of the gases into ammonia” → what percentage of the gases. */
function shareOfObject(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	const match = /^(?:A|P(?=A*Q))*Q(?:[CPT]Q)?N?O/.exec(classes.slice(complement.from, complement.to));
	if (match === null || verb.voice !== 'active') return null;
	if (/^(in|at|on|to|from|by|with)$/.test(tokens[complement.from]?.lower ?? '')) return null;
	const of = complement.from + match[0].length - 1;
	const unit = tokens[of - 1]?.lower ?? '';
	const isFraction = /^(half|thirds?|quarters?|fifths?|tenths?|halves)$/.test(unit);
	if (!isFraction && !/%$|^percent$/.test(unit)) return null;
	let end = unitEnd(classes, of + 1);
	while (end !== null && classes.charAt(end) === 'O') end = unitEnd(classes, end + 1);
	if (end === null || end > complement.to) return null;
	if (classes.charAt(end) === 'C' && classes.charAt(end + 1) === 'N') end = unitEnd(classes, end + 1) ?? end;
	const rest = { from: end, to: 'C,'.includes(classes.charAt(end) || '.') ? end : complement.to };
	if (pointsElsewhere(sentence, { from: of + 1, to: complement.to })) return null;
	// “accounts for about 5 percent of …”
	const preposition = tokens[complement.from]?.lower === 'for' ? complement.from : null;
	// “10 percent of people with the disease”: of whom belongs to the whole, the rest to the verb.
	const isOfWhom = /^(?:with|who|whose|aged|living|older|over)$/.test(tokens[end]?.lower ?? '');
	const whole = { from: of + 1, to: isOfWhom ? rest.to : end };
	const after = `${preposition === null ? '' : ' for'}${!isOfWhom && rest.to > rest.from ? ` ${wording.words(rest)}` : ''}`;
	return quantityCard(
		context,
		`What ${isFraction ? 'fraction' : 'percentage'} of ${wording.words(whole)} ${asking(context)}${after}?`,
		{ from: preposition === null ? complement.from : complement.from + 1, to: of },
		0.84,
		'quantity-percentage'
	);
}

/** “recedes at a rate of about 2 cm per year” → at what rate. */
function atWhatRate(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes, text, statement } = sentence;
	const { complement } = clause;
	for (let at = complement.from; at + 4 < complement.to + 1; at++) {
		const noun = tokens[at + 2]?.lower ?? '';
		if (tokens[at]?.lower !== 'at' || tokens[at + 1]?.class !== 'D' || tokens[at + 3]?.class !== 'O') continue;
		if (
			!/^(rate|speed|temperature|pressure|depth|height|altitude|price|cost|distance|frequency|dose|concentration)$/.test(
				noun
			)
		)
			continue;
		const begin = tokens[at + 4]?.start ?? 0;
		const amount = quantities(text, statement).find((each) => each.start === begin);
		if (amount === undefined) return null;
		let { to } = rangeOf(sentence, amount);
		// “2 cm per year”
		if (/^(per|an?)$/.test(tokens[to]?.lower ?? '') && classes.charAt(to + 1) === 'N') to += 2;
		const before = { from: complement.from, to: at };
		if (
			pointsElsewhere(sentence, before) ||
			(before.to > before.from && /[,;:SR]/.test(classes.slice(before.from, at)))
		)
			return null;
		const asks = [asking(context), wording.words(before)].filter((words) => words !== '').join(' ');
		return quantityCard(context, `At what ${noun} ${asks}?`, { from: at + 4, to }, 0.82, 'quantity-at');
	}
	return null;
}

/** “hematocrit values range from 37 to 47” */
function ranging(context: Context): Asked | null {
	const { clause, sentence } = context;
	const { complement, verb } = clause;
	if (!/^(range|vary)$/.test(verb.lemma) || verb.voice !== 'active') return null;
	const match = /^PA*Q[NJQ]*[TC]A*Q[NJQ]*/.exec(sentence.classes.slice(complement.from, complement.to));
	if (match === null || complement.from + match[0].length < complement.to) return null;
	return quantityCard(context, `Between what values ${asking(context)}?`, complement, 0.76, 'quantity-range');
}

/** “lowered the summit by 400 metres” → by how much. */
function byHowMuch(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes, text, statement } = sentence;
	const { complement } = clause;
	for (let at = complement.from; at < complement.to; at++) {
		const isFold = /-?fold$/.test(tokens[at]?.lower ?? '');
		if (tokens[at]?.lower !== 'by' && !isFold) continue;
		const start = (isFold ? tokens[at] : tokens[at + 1])?.start ?? 0;
		const amount = quantities(text, statement).find((each) => each.start === start);
		if (amount === undefined) continue;
		const range = rangeOf(sentence, amount);
		const before = { from: complement.from, to: at };
		const after = { from: range.to, to: complement.to };
		if (range.to <= range.from || pointsElsewhere(sentence, before) || pointsElsewhere(sentence, after)) return null;
		if (before.to > before.from && nounPhraseEnd(classes, before.from) === null) return null;
		if (after.to > after.from && unitEnd(classes, after.from + 1) === null) return null;
		const words = [before, after].map((each) => wording.words(each)).filter((each) => each !== '');
		return quantityCard(
			context,
			`By how much ${[asking(context), ...words].join(' ')}?`,
			{ from: at, to: range.to },
			0.82,
			'quantity-by'
		);
	}
	return null;
}
