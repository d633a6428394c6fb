import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { breaksList, complementEnd } from '../grammar/complement';
import { spanOf } from '../grammar/sentence';
import { capitalised } from '../words/casing';
import { slot, type Asked, type Context } from './asked';
import { core, isClear, withoutAdverbial } from './object-answers';

/** Verbs whose participle behind a clause tells what came of it, with the preposition that they take. */
const OUTCOMES: Readonly<Record<string, string>> = Object.fromEntries([
	['lead', 'to'],
	['result', 'in'],
	['contribute', 'to'],
	...'cause trigger induce produce create promote prevent reduce increase decrease raise lower impair improve enhance stimulate inhibit block destroy damage weaken strengthen worsen relieve suppress activate release limit slow'
		.split(' ')
		.map((verb) => [verb, ''] as const)
]) as Readonly<Record<string, string>>;

/** Words of the statement before the question. */
const MOST_WORDS = 18;

/**
 * “Chronic stress disturbs the axis, leading to raised cortisol” → “Chronic stress disturbs the axis. What does this lead
 * to?”. What came of a whole statement is asked for behind it: of its subject alone too much could be said.
 */
export function outcomeQuestions({ sentence, clause, subject, wording }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement, sentenceEnd } = clause;
	if (clause.role !== 'main' || clause.matrix !== null || verb.negated || clause.broken) return [];
	const isBehindQuote = classes.charAt(complement.to) === 'G' && classes.slice(0, complement.to).endsWith(',"');
	const at = isBehindQuote
		? complement.to
		: complement.to + (/^,G/.exec(classes.slice(complement.to))?.[0].length ?? 0) - 1;
	const lemma = tokens[at]?.lemma ?? '';
	const preposition = OUTCOMES[lemma];
	if (at < complement.to || preposition === undefined) return [];
	if (preposition !== '' && tokens[at + 1]?.lower !== preposition) return [];
	const from = preposition === '' ? at + 1 : at + 2;
	const end = complementEnd(tokens, classes, from, sentenceEnd);
	// “a burst in neurogenesis — the making of neurons — and synaptogenesis”
	const to = end + (/^-[^-;:]*-C[DJN]*N/.exec(classes.slice(end))?.[0].length ?? 0);
	const first = core(sentence, { from, to: end });
	const whole = first === null ? null : { from, to };
	if (whole === null || !isClear(sentence, whole) || breaksList(classes, to, sentenceEnd)) return [];
	const [object] = withoutAdverbial(sentence, whole, wording, lemma);
	const said = { from: verb.start, to: complement.to };
	if (pointsElsewhere(sentence, said) || (subject.from === null && pointsOutside(sentence, clause.subject))) return [];
	const statement = `${wording.front(clause)}${subject.text} ${wording.words(said)}`.replace(/,([”"])$/, '$1');
	if (statement.split(' ').length > MOST_WORDS || /[;:?]/.test(statement)) return [];
	const does = verb.tense === 'past' ? 'did' : 'does';
	const answer = spanOf(sentence, object);
	return [
		{
			question: `${capitalised(statement)}. What ${does} this ${lemma}${preposition === '' ? '' : ` ${preposition}`}?`,
			answer,
			type: 'mechanism',
			slots: [
				slot('event', spanOf(sentence, { from: clause.subject.from, to: complement.to })),
				slot('relation', spanOf(sentence, { from: at, to: from })),
				slot('object', answer)
			],
			worth: 0.82,
			pattern: 'outcome'
		}
	];
}
