import { whoOrWhat } from '../claims/persons';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { isPluralPhrase } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { slot, type Asked, type Context } from './asked';
import { ROLES } from './role-questions';
import { beFor } from './wording';

/** What is put between commas after a subject and says what it is: a role, or what there is one of. */
export const asideQuestions = (context: Context): Asked[] =>
	[roleInAside(context), uniqueAside(context)].filter((each) => each !== null);

/** “Rot, a common cause of loss in barns, …” → what it is a common cause of. */
function roleInAside(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { aside } = clause;
	if (aside === null || clause.role !== 'main' || subject.from !== null) return null;
	const match = /^D[JGN]*NO/.exec(classes.slice(aside.from, aside.to));
	const of = aside.from + (match?.[0].length ?? 0) - 1;
	const whole = { from: of + 1, to: aside.to };
	if (match === null || !ROLES.test(tokens[of - 1]?.lower ?? '') || nounPhraseEnd(classes, whole.from) === null)
		return null;
	if (/[RS]/.test(classes.slice(whole.from, whole.to)) || pointsElsewhere(sentence, whole)) return null;
	const answer = spanOf(sentence, whole);
	const be = beFor(clause.verb.tense, subject.plural);
	return {
		question: `What ${be} ${subject.text} ${wording.words({ from: aside.from, to: of + 1 })}?`,
		answer,
		type: 'mechanism',
		slots: [slot('agent', spanOf(sentence, clause.subject)), slot('object', answer)],
		worth: 0.7,
		pattern: 'role-of'
	};
}

/** “Algeria, the last country in which leaded petrol was sold, …” → which country that was. */
function uniqueAside({ sentence, clause, subject, wording }: Context): Asked | null {
	const { tokens, classes } = sentence;
	const { aside } = clause;
	if (aside === null || clause.role !== 'main' || subject.from !== null) return null;
	const letters = classes.slice(aside.from, aside.to);
	if (tokens[aside.from]?.lower !== 'the' || !/^D[AJGN]*N[OPRT]/.test(letters) || aside.to - aside.from < 5)
		return null;
	if (!tokens.slice(aside.from + 1, aside.from + 3).some(({ lower }) => ONE.test(lower))) return null;
	if (pointsOutside(sentence, aside) || pointsElsewhere(sentence, aside)) return null;
	// “to do so”; “The Last of the Mohicans”
	if (tokens.slice(aside.from, aside.to).some(({ lower }) => lower === 'so')) return null;
	if (/^\p{Lu}/u.test(tokens[aside.from]?.text ?? '')) return null;
	const answer = spanOf(sentence, clause.subject);
	const meaning = wording.words(aside);
	const be = beFor(clause.verb.tense, isPluralPhrase(tokens, aside));
	return {
		question: `${whoOrWhat(meaning)} ${be} ${meaning}?`,
		answer,
		type: 'fact',
		slots: [slot('term', answer), slot('meaning', spanOf(sentence, aside))],
		worth: 0.74,
		pattern: 'unique-aside'
	};
}

/** Marks of what there is one of. */
const ONE =
	/^(?:only|first|last|largest|smallest|highest|lowest|longest|shortest|oldest|youngest|main|principal|most|least|\p{L}{3,}est)$/u;
