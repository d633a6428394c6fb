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
	if (clause.matrix !== null || clause.front !== null || clause.broken || verb.negated) return [];
	let at = subject.from;
	while (classes.charAt(at) === 'A') at++;
	if (classes.charAt(at) !== 'Q') return [];
	const isPercent = /%$/.test(tokens[at]?.lower ?? '');
	const of = isPercent ? at + 1 : tokens[at + 1]?.lower === 'percent' ? at + 2 : -1;
	if (of === -1 || tokens[of]?.lower !== 'of' || of + 1 >= subject.to) return [];
	const whole = { from: of + 1, to: subject.to };
	const rest = { from: verb.start, to: complement.to };
	if (pointsElsewhere(sentence, whole) || pointsElsewhere(sentence, rest)) return [];
	const answer = spanOf(sentence, { from: subject.from, to: of });
	return [
		{
			question: `What percentage of ${wording.words(whole)} ${wording.words(rest)}?`,
			answer,
			type: 'fact',
			slots: [slot('quantity', answer), slot('population', spanOf(sentence, whole))],
			worth: 0.85,
			pattern: 'share-of'
		}
	];
}
