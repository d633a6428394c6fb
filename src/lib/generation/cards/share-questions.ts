import { pointsElsewhere } from '../claims/pointing';
import { isNounPhrase } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
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
	const first = tokens[at]?.lower === 'percent' ? at - 1 : at;
	const begin = classes.charAt(first - 1) === 'A' ? first - 1 : first;
	if (tokens[begin - 1]?.lower !== 'in' || begin - 1 !== complement.from) return [];
	let end = of + 1;
	while (end < complement.to && !(tokens[end]?.lower === 'compared') && classes.charAt(end) !== ',') end++;
	const whole = { from: of + 1, to: end };
	if (!isNounPhrase(classes.slice(whole.from, whole.to)) || pointsElsewhere(sentence, whole)) return [];
	const answer = spanOf(sentence, { from: begin, to: of });
	return [
		{
			question: `In what percentage of ${wording.words(whole)} ${wording.inverted(verb, subject.text, subject.plural)}?`,
			answer,
			type: 'fact',
			slots: [
				slot('event', spanOf(sentence, clause.subject)),
				slot('quantity', answer),
				slot('population', spanOf(sentence, whole))
			],
			worth: 0.8,
			pattern: 'share-in'
		}
	];
}

/** “About 4.6 percent of adults have …”: the share is the subject. */
export function shareOfSubject({ sentence, clause, wording }: Omit<Context, 'subject'>): Asked[] {
	const { tokens, classes } = sentence;
	const { subject, verb, complement } = clause;
	if (clause.matrix !== null || clause.broken || verb.negated) return [];
	let at = subject.from;
	while (classes.charAt(at) === 'A') at++;
	if (classes.charAt(at) !== 'Q') return [];
	const counted = howManyOfSubject({ sentence, clause, wording });
	if (counted !== null) return [counted];
	const isPercent = /%$/.test(tokens[at]?.lower ?? '');
	const of = isPercent ? at + 1 : /^(percent|%)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : -1;
	if (of === -1 || tokens[of]?.lower !== 'of' || of + 1 >= subject.to) return [];
	const whole = { from: of + 1, to: subject.to };
	const rest = { from: verb.start, to: complement.to };
	if (pointsElsewhere(sentence, whole) || pointsElsewhere(sentence, rest) || /[Q(]/.test(classes.slice(of, subject.to)))
		return [];
	const answer = spanOf(sentence, { from: subject.from, to: of });
	return [
		{
			question: inFront(`What percentage of ${wording.words(whole)} ${wording.words(rest)}?`, wording.front(clause)),
			answer,
			type: 'fact',
			slots: [slot('quantity', answer), slot('population', spanOf(sentence, whole))],
			worth: 0.85,
			pattern: 'share-of'
		}
	];
}

const inFront = (question: string, front: string): string =>
	front === '' ? question : front + question.charAt(0).toLowerCase() + question.slice(1);

/** “Five workers died of lead poisoning”: how many. */
function howManyOfSubject({ sentence, clause, wording }: Omit<Context, 'subject'>): Asked | null {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	const match = /^(A*Q+)([JN]*N)(?:[POE(].*)?$/.exec(classes.slice(clause.subject.from, clause.subject.to));
	if (match?.[1] === undefined || match[2] === undefined || clause.role !== 'main') return null;
	const from = clause.subject.from + match[1].length;
	const noun = tokens[from + match[2].length - 1];
	const number = tokens[from - 1]?.lower ?? '';
	if (
		noun?.plural !== true ||
		!/^\d[\d,]*$|^(four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|billion)$/.test(
			number
		)
	)
		return null;
	if (/^(percent|thirds|quarters|years|days|weeks|months|hours|minutes)$/.test(noun.lower)) return null;
	const coordination = classes.slice(from, clause.subject.to).search(/CQ|C[DN]/);
	const whole = { from, to: coordination === -1 ? clause.subject.to : from + coordination };
	const rest = { from: verb.start, to: complement.to };
	if (rest.to - rest.from < 2 || pointsElsewhere(sentence, whole) || pointsElsewhere(sentence, rest)) return null;
	const answer = spanOf(sentence, { from: clause.subject.from, to: from });
	return {
		question: inFront(`How many ${wording.words(whole)} ${wording.words(rest)}?`, wording.front(clause)),
		answer,
		type: 'fact',
		slots: [slot('quantity', answer), slot('population', spanOf(sentence, whole))],
		worth: 0.8,
		pattern: 'quantity-subject'
	};
}
