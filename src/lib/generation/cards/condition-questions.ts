import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { spanOf, type Sentence } from '../grammar/sentence';
import { slot, type Asked, type Context } from './asked';
import { asking } from './object-answers';
import type { Wording } from './wording';

const OPENERS = /^(if|when|once|unless|whenever|until)$/;

/** “If a dose is missed, it should be taken within 12 hours”; “It occurs when the pressure falls below …”. */
export function conditionQuestions(context: Context): Asked[] {
	return [occasion(context)].filter((each) => each !== null);
}

/** What happens, or should be done, under the condition that stands before. */
export function consequence(sentence: Sentence, wording: Wording): Asked | null {
	const clause = sentence.clauses[0];
	if (clause === undefined) return null;
	const { tokens, classes } = sentence;
	const { front, subject, verb } = clause;
	if (front === null || clause.role !== 'main' || clause.matrix !== null || clause.broken) return null;
	const opener = tokens[front.from]?.lower ?? '';
	if (!/^(if|when|once)$/.test(opener) || front.to - front.from < 4 || front.to - front.from > 16) return null;
	if (!/[BMHK30E]/.test(classes.slice(front.from + 2, front.to)) || pointsOutside(sentence, front)) return null;
	const isPronoun = tokens[subject.from]?.class === 'I';
	if (!isPronoun && pointsOutside(sentence, subject)) return null;
	if (isPronoun && !/^(it|they)$/.test(tokens[subject.from]?.lower ?? '')) return null;
	let end = clause.complement.to;
	for (const later of sentence.clauses) if (later.role === 'shared') end = Math.max(end, later.complement.to);
	// “…, leading to overgrowth of bone”: what comes of it in the end belongs to what happens.
	const isOutcome = classes.charAt(end) === ',' && /^(?:leading|resulting|causing)$/.test(tokens[end + 1]?.lower ?? '');
	if (isOutcome && clause.sentenceEnd - end <= 12) end = clause.sentenceEnd;
	if (end < clause.sentenceEnd - 1 && classes.charAt(end) !== ',' && classes.charAt(end) !== ';') return null;
	if (pointsElsewhere(sentence, { from: clause.complement.from, to: end })) return null;
	if (end - subject.from > 16 || end - subject.from < 3) return null;
	const answer = spanOf(sentence, { from: subject.from, to: Math.max(end, verb.end) });
	const auxiliary = verb.auxiliary === null ? '' : (tokens[verb.auxiliary]?.lower ?? '');
	if (verb.tense === 'past' || verb.voice === 'copula') return null;
	const ask =
		auxiliary === 'should' || auxiliary === 'must'
			? `What ${auxiliary} be done`
			: /^(may|can|could|might|will|would)$/.test(auxiliary)
				? `What ${auxiliary} happen`
				: 'What happens';
	return {
		question: `${ask} ${wording.words(front)}?`,
		answer,
		type: /should|must/.test(auxiliary) ? 'regulatory' : 'mechanism',
		slots: [slot('condition', spanOf(sentence, front)), slot('event', answer)],
		worth: 0.66,
		pattern: 'what-if'
	};
}

const WHEN: Readonly<Record<string, string>> = { until: 'Until when', if: 'In what case', unless: 'In what case' };

/** “Cavitation occurs when the pressure falls below the vapour pressure” → when does it occur. */
function occasion(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { complement, verb } = clause;
	if (clause.matrix !== null || verb.negated || clause.broken) return null;
	// “is a disorder that occurs when …”: what it is, not when.
	if (verb.voice === 'copula' && /[N]/.test(classes.slice(complement.from, complement.to))) return null;
	let at = complement.to;
	// “in the wet season, when …”: told of the season.
	if (classes.charAt(at) === ',' && tokens[at + 1]?.lower === 'when') return null;
	if (classes.charAt(at) === ',') at++;
	// “especially if more is needed”: it is so at other times, too.
	if (/^(?:especially|particularly)$/.test(tokens[at]?.lower ?? '') && classes.charAt(at - 1) === ',') return null;
	const isOnly = /^(only|especially|particularly)$/.test(tokens[at]?.lower ?? '');
	const from = isOnly ? at + 1 : at;
	if (!OPENERS.test(tokens[from]?.lower ?? '')) return null;
	// “to determine if a mineral is lacking”: what is determined, not when.
	if (
		tokens[from]?.lower === 'if' &&
		/^(?:determine|see|know|ask|check|decide|tell|learn|find|out|show|say|test|unclear|unknown)s?$/.test(
			tokens[at - 1]?.lower ?? ''
		)
	)
		return null;
	const isLimited = /^(only|especially|particularly)$/.test(tokens[complement.to - 1]?.lower ?? '');
	if (tokens[from]?.lower === 'until' && !/^(remain|stay|last|continue|persist|keep|be|hold)$/.test(verb.lemma))
		return null;
	const body = { from: complement.from, to: isLimited ? complement.to - 1 : complement.to };
	if (verb.end < complement.from || /^(only)$/.test(tokens[verb.start]?.lower ?? '')) return null;
	const instance = classes.slice(from, clause.sentenceEnd).search(/,PN/);
	const isInstance = instance > 2 && /^(instance|example)$/.test(tokens[from + instance + 2]?.lower ?? '');
	const to = isInstance ? from + instance : clause.sentenceEnd;
	const occasionRange = { from: isLimited ? body.to : isOnly ? at : from, to };
	const letters = classes.slice(from, to);
	if (occasionRange.to - occasionRange.from > 18 || occasionRange.to - from < 4 || /[;:-]/.test(letters)) return null;
	if (!/[BMHK30E]/.test(letters) || letters.slice(1).includes('S') || pointsElsewhere(sentence, body)) return null;
	const pronouns = tokens.slice(from, clause.sentenceEnd).filter((token) => 'ID'.includes(token.class));
	if (pronouns.some((token) => /^(this|that|these|those|he|she|we|you|another)$/.test(token.lower))) return null;
	if (clause.sentenceEnd < tokens.length - 1) return null;
	const answer = spanOf(sentence, occasionRange);
	const rest = body.to > body.from ? ` ${wording.words(body)}` : '';
	return {
		question: `${WHEN[tokens[from]?.lower ?? ''] ?? 'When'} ${asking(context)}${rest}?`,
		answer,
		type: 'mechanism',
		slots: [slot('event', spanOf(sentence, clause.subject)), slot('condition', answer)],
		worth: 0.74,
		pattern: 'time-condition'
	};
}
