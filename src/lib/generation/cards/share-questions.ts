import { pointsElsewhere } from '../claims/pointing';
import type { Range } from '../grammar/clause';
import { isNounPhrase, nounPhraseEnd, unitEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { uncapitalised } from '../words/casing';
import { slot, type Asked, type Context } from './asked';

/** “Over 95% of cases occur in …”, “Rash was seen in 22.7% of the atropine group”: what share of what. */
export function shareQuestions({ sentence, clause, wording, subject }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (clause.matrix !== null || complement.to <= complement.from) return [];
	const at = tokens.findIndex(
		({ lower }, i) => i > verb.main && i < complement.to && /^[<>~]?\d[\d.,]*%$|^percent$/.test(lower)
	);
	const of = at + 1;
	if (
		at === -1 ||
		tokens[of]?.lower !== 'of' ||
		!/^(occur|observe|see|find|report|note|detect|develop)$/.test(verb.lemma)
	)
		return [];
	const number = tokens[at]?.lower === 'percent' ? at - 1 : at;
	const begin = classes.charAt(number - 1) === 'A' ? number - 1 : number;
	if (tokens[begin - 1]?.lower !== 'in' || begin - 1 !== complement.from) return [];
	let end = of + 1;
	while (end < complement.to && !(tokens[end]?.lower === 'compared') && classes.charAt(end) !== ',') end++;
	const whole = { from: of + 1, to: end };
	if (!isNounPhrase(classes.slice(whole.from, whole.to)) || pointsElsewhere(sentence, whole)) return [];
	const card = (of: Range, share: Range): Asked =>
		shareCard({ sentence, clause, wording, subject }, wording.words(of), of, share);
	const first = card(whole, { from: begin, to: of });
	return [first, ...otherArm({ sentence, clause, wording, subject }, whole, end)];
}

/** In what share of some it was so. */
function shareCard({ sentence, clause, wording, subject }: Context, some: string, whole: Range, share: Range): Asked {
	const answer = spanOf(sentence, share);
	return {
		question: `In what percentage of ${some} ${wording.inverted(clause.verb, subject.text, subject.plural)}?`,
		answer,
		type: 'fact',
		slots: [
			slot('event', spanOf(sentence, clause.subject)),
			slot('quantity', answer),
			slot('population', spanOf(sentence, whole))
		],
		worth: 0.8,
		pattern: 'share-in'
	};
}

/** “… compared with 30.8% given placebo”, “… compared with 25.6% of placebo patients”: the share in the others. */
function otherArm(context: Context, first: Range, compared: number): Asked[] {
	const { sentence, wording } = context;
	const { tokens, classes } = sentence;
	const at = compared + 2;
	if (tokens[compared]?.lower !== 'compared' || !/%$/.test(tokens[at]?.lower ?? '')) return [];
	const isOf = tokens[at + 1]?.lower === 'of';
	if (!isOf && classes.charAt(at + 1) !== 'E') return [];
	const end = nounPhraseEnd(classes, at + 2);
	const participle = classes.slice(first.from, first.to).indexOf('E');
	const head = participle > 0 ? first.from + participle : (unitEnd(classes, first.from) ?? first.to);
	if (end === null) return [];
	const whole = { from: at + (isOf ? 2 : 1), to: end };
	if (pointsElsewhere(sentence, whole)) return [];
	const some = isOf ? wording.words(whole) : `${wording.words({ from: first.from, to: head })} ${wording.words(whole)}`;
	return [shareCard(context, some, whole, { from: at, to: at + 1 })];
}

/** “was seen in 28 patients (51%) given streptomycin”, “isolated from 35 of 41 patients”: in how many. */
export function inHowManyQuestions(context: Context): Asked[] {
	const { sentence, clause, wording, subject } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (verb.negated || clause.matrix !== null || clause.broken) return [];
	const match = /^P(A*Q)(OD?Q|)([JN]*N)(\(Q\))?((?:E[PT]?|P)D?[JN]+)?/.exec(
		classes.slice(complement.from, complement.to)
	);
	const preposition = tokens[complement.from]?.lower ?? '';
	if (match?.[1] === undefined || match[3] === undefined || !/^(in|from)$/.test(preposition)) return [];
	const from = complement.from + 1;
	const noun = from + match[1].length + (match[2] ?? '').length;
	const head = noun + match[3].length;
	const to = head + (match[4] ?? '').length + (match[5] ?? '').length;
	if (
		tokens[head - 1]?.plural !== true ||
		!/^\d+$/.test(tokens[noun - (match[2] === '' ? 1 : (match[2] ?? '').length + 1)]?.lower ?? '')
	)
		return [];
	if (UNITS.test(tokens[head - 1]?.lower ?? '') || pointsElsewhere(sentence, { from: noun, to })) return [];
	const isPart = match[2] !== '';
	const answer = spanOf(sentence, { from, to: isPart ? from + match[1].length : head + (match[4] ?? '').length });
	const some = isPart
		? `of the ${wording.words({ from: from + match[1].length + 1, to }).replace(/^the /, '')}`
		: `${wording.words({ from: noun, to: head })} ${wording.words({ from: head + (match[4] ?? '').length, to })}`;
	return [
		{
			question: inFront(
				`${preposition === 'in' ? 'In' : 'From'} how many ${some.trim()} ${wording.inverted(verb, subject.text, subject.plural)}?`,
				wording.front(clause)
			),
			answer,
			type: 'fact',
			slots: [slot('event', spanOf(sentence, clause.subject)), slot('quantity', answer)],
			worth: 0.78,
			pattern: 'quantity-in'
		}
	];
}

const UNITS =
	/^(years|months|weeks|days|hours|minutes|seconds|milligrams|grams|degrees|percent|metres|meters|kilometres|miles|times|forms|ways|stages|phases|regions|areas|groups|types)$/;

/** “About 4.6 percent of adults have …”: the share is the subject. */
export function shareOfSubject({ sentence, clause, wording }: Omit<Context, 'subject'>): Asked[] {
	const { tokens, classes } = sentence;
	const { subject, verb, complement } = clause;
	if (clause.matrix !== null || clause.broken || verb.negated) return [];
	let at = subject.from;
	while (classes.charAt(at) === 'A') at++;
	if (classes.charAt(at) !== 'Q') return [];
	const counted = howManyOfSubject({ sentence, clause, wording });
	if (counted.length > 0) return counted;
	const isPercent = /%$/.test(tokens[at]?.lower ?? '');
	// “half of all patients”, “two thirds of the water”
	const isHalf = tokens[at]?.lower === 'half';
	const unit = /^(?:(percent|%)|thirds?|quarters?|fifths?|tenths?)$/.exec(tokens[at + 1]?.lower ?? '');
	const isFraction = isHalf || (unit !== null && unit[1] === undefined);
	const of = isPercent || isHalf ? at + 1 : unit === null ? -1 : at + 2;
	if (of === -1 || tokens[of]?.lower !== 'of' || of + 1 >= subject.to) return [];
	const whole = { from: of + 1, to: subject.to };
	const rest = { from: verb.start, to: complement.to };
	if (pointsElsewhere(sentence, whole) || pointsElsewhere(sentence, rest) || /[Q(]/.test(classes.slice(of, subject.to)))
		return [];
	const answer = spanOf(sentence, { from: subject.from, to: of });
	return [
		{
			question: inFront(
				`What ${isFraction ? 'fraction' : 'percentage'} of ${wording.words(whole)} ${wording.words(rest)}?`,
				wording.front(clause)
			),
			answer,
			type: 'fact',
			slots: [slot('quantity', answer), slot('population', spanOf(sentence, whole))],
			worth: 0.85,
			pattern: 'share-of'
		}
	];
}

const inFront = (question: string, front: string): string =>
	front === '' ? question : front + uncapitalised(question);

/** “Five workers died of lead poisoning”: how many. */
function howManyOfSubject({ sentence, clause, wording }: Omit<Context, 'subject'>): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	const match = /^(A*Q+)([JN]*N)(?:[POE(].*)?$/.exec(classes.slice(clause.subject.from, clause.subject.to));
	if (match?.[1] === undefined || match[2] === undefined || clause.role !== 'main') return [];
	const from = clause.subject.from + match[1].length;
	const noun = tokens[from + match[2].length - 1];
	const number = tokens[from - 1]?.lower ?? '';
	if (
		noun?.plural !== true ||
		!/^\d[\d,]*$|^(four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|billion)$/.test(
			number
		)
	)
		return [];
	if (/^(percent|thirds|quarters|years|days|weeks|months|hours|minutes)$/.test(noun.lower)) return [];
	const coordination = classes.slice(from, clause.subject.to).search(/CQ|C[DN]/);
	const whole = { from, to: coordination === -1 ? clause.subject.to : from + coordination };
	const rest = { from: verb.start, to: complement.to };
	if (rest.to - rest.from < 2 || pointsElsewhere(sentence, whole) || pointsElsewhere(sentence, rest)) return [];
	const head = from + match[2].length;
	const bracket = /^\(Q\)/.test(classes.slice(head)) ? 3 : 0;
	const rest2 = wording.words(rest);
	const card = (some: string, counted: Range): Asked => {
		const answer = spanOf(sentence, counted);
		return {
			question: inFront(`How many ${some} ${rest2}?`, wording.front(clause)),
			answer,
			type: 'fact',
			slots: [slot('quantity', answer), slot('event', spanOf(sentence, rest))],
			worth: 0.8,
			pattern: 'quantity-subject'
		};
	};
	const found = [card(wording.words(whole), { from: clause.subject.from, to: bracket > 0 ? head + bracket : from })];
	// “… and 14 (27%) in the control group”
	const other = /^C(Q(?:\(Q\))?)(P[DJN]+)$/.exec(classes.slice(whole.to, clause.subject.to));
	if (other?.[1] !== undefined) {
		const second = { from: whole.to + 1, to: whole.to + 1 + other[1].length };
		const those = { from: second.to, to: clause.subject.to };
		found.push(card(`${wording.words({ from, to: head })} ${wording.words(those)}`, second));
	}
	return found;
}
