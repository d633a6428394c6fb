import { spanOf } from '../grammar/sentence';
import { CHANGING, DIRECTED } from '../words/change-verbs';
import { slot, type Asked, type Context } from './asked';
import { isOneSpokenOf, isParticular } from './effect-questions';
import { core, fronted, isClear, isPlace } from './object-answers';

/**
 * “Blood pressure falls during sleep” → “What happens to blood pressure during sleep? – It falls”. What changes and under
 * which circumstance are given; only the direction is left to say.
 */
export function changeQuestions(context: Context): Asked[] {
	const { sentence, clause, subject, wording } = context;
	const { verb, complement } = clause;
	const { tokens } = sentence;
	if (clause.matrix !== null || verb.negated || clause.broken || clause.role === 'relative') return [];
	// “stays constant”, “becomes thinner”
	const state =
		STATES.test(verb.lemma) &&
		verb.voice === 'active' &&
		/^A*J$/.test(sentence.classes.slice(complement.from, complement.to))
			? ` ${wording.words(complement)}`
			: '';
	const isChange =
		state !== '' ||
		(verb.voice === 'active' && CHANGING.has(verb.lemma)) ||
		(verb.voice === 'passive' && DIRECTED.has(verb.lemma));
	if (!isChange || (subject.plural === true && verb.number === 'singular')) return [];
	if (subject.from === null && (!isParticular(sentence, clause.subject) || isOneSpokenOf(sentence, clause.subject)))
		return [];
	// “needs to relax”, “is growing”: not what happens as a rule.
	const group = tokens.slice(verb.start, verb.end);
	if (group.some((token) => token.class === 'G' || /^(?:needs?|needed|continues?|continued)$/.test(token.lower)))
		return [];
	const happens = happening(tokens[verb.auxiliary ?? -1]?.lower ?? null, verb.tense);
	if (happens === null || (verb.auxiliary !== null && verb.auxiliary < verb.start)) return [];
	const isBare = state !== '' || complement.to <= complement.from;
	const isTold = isBare ? OCCASION.test(wording.front(clause)) || isConditioned(context) : isCircumstance(context);
	if (!isTold) return [];
	const answer = spanOf(sentence, { from: verb.start, to: state === '' ? verb.end : complement.to });
	const when = isBare ? '' : ` ${wording.words(complement)}`;
	const plural = subject.plural ?? verb.number === 'plural';
	const words = wording.words({ from: verb.start, to: verb.end });
	return [
		{
			question: fronted(context, `What ${happens} to ${subject.text}${when}?`),
			answer,
			said: `${plural ? 'They' : 'It'} ${words}${state}`,
			type: 'mechanism',
			slots: [
				slot('object', spanOf(sentence, clause.subject)),
				slot('relation', answer),
				slot('condition', spanOf(sentence, isBare ? (clause.front ?? complement) : complement))
			],
			worth: 0.72,
			pattern: 'change'
		}
	];
}

/** What can stand before such a question as its circumstance. */
const OCCASION =
	/^(?:if|when|whenever|once|as|after|during|in|with|at|under|between)\b(?! (?:contrast|addition|general|fact|particular|turn|response|this|that|these))/i;

const STATES = /^(?:stay|remain|become|turn|grow|get)$/;

/** “happens”, “happened”, “may happen”; null where an auxiliary says more. */
function happening(auxiliary: string | null, tense: 'present' | 'past'): string | null {
	if (auxiliary === null || /^(?:is|are|was|were)$/.test(auxiliary)) return tense === 'past' ? 'happened' : 'happens';
	return /^(?:may|might|can|could|will|would)$/.test(auxiliary) ? `${auxiliary} happen` : null;
}

/** “… when blood glucose rises”: the caller puts it behind the question. */
const isConditioned = ({ sentence, clause }: Context): boolean =>
	/^(?:if|when|whenever|once)$/.test(sentence.tokens[clause.complement.to]?.lower ?? '') &&
	!/^[^.]*C[^,]*S/.test(sentence.classes.slice(clause.complement.to + 1));

/** “during sleep”, “with age”, “in patients with liver disease”; not “by 5%”, “to zero”, “in response”. */
function isCircumstance({ sentence, clause: { complement } }: Context): boolean {
	const { tokens, classes } = sentence;
	const [first, next] = [tokens[complement.from]?.lower ?? '', tokens[complement.from + 1]?.lower ?? ''];
	if (!/^(?:in|during|with|after|before|at|under|following|throughout|between)$/.test(first)) return false;
	if (first === 'with' && !/^(?:age|ageing|aging|time|exercise|\p{L}+ing)$/u.test(next)) return false;
	const inner = { from: complement.from + 1, to: complement.to };
	if (/^A*Q/.test(classes.slice(inner.from)) || /[,;:]|PG/.test(classes.slice(inner.from, inner.to))) return false;
	if (tokens.slice(inner.from, inner.to).some(({ lower }) => NO_OCCASION.test(lower))) return false;
	// “in the stomach”: where, and not when.
	if (first === 'in' && isPlace(sentence, inner)) return false;
	return core(sentence, inner) !== null && isClear(sentence, inner);
}

/** “in diameter”, “at a rate of 2%”, “under its weight”, “in some areas”: what changes, or how, and not when. */
const NO_OCCASION =
	/^(?:numbers?|size|frequency|intensity|strength|value|price|amount|popularity|importance|severity|response|length|volume|diameter|width|height|depth|thickness|rate|speeds?|attempt|order|part|weight|by|its|their|some|most|many|several|ways?|fashion|manner)$/;
