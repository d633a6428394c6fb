import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { isPerson } from '../claims/persons';
import { headOf, type Range } from '../grammar/clause';
import { unitEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { isOfPersons, PERSONS } from '../words/person-nouns';
import { relationOf } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';
import { core } from './object-answers';

/** “Losses that are too remote cannot be recovered” → which losses; “Children who have X are at greater risk” → which. */
export function whichQuestions({ sentence, clause, wording, subject }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	const range = clause.subject;
	if (
		clause.role !== 'main' ||
		clause.matrix !== null ||
		clause.front !== null ||
		subject.from !== null ||
		clause.broken
	)
		return [];
	const head = tokens[headOf(tokens, range)];
	const unit = unitEnd(classes, range.from);
	if (head === undefined || !head.plural || unit === null || unit >= range.to) return [];
	const letters = classes.slice(range.from, range.to);
	const opener = tokens[unit]?.lower ?? '';
	if (
		!/^[JN]*N[RPE]/.test(letters) ||
		!/^(that|who|which|with|without|whose|under|over|from|aged|born|treated|exposed|infected|living)$/.test(opener)
	)
		return [];
	if (range.to - unit < 2 || range.to - range.from > 16 || pointsOutside(sentence, range)) return [];
	const said = { from: verb.start, to: complement.to };
	if (
		pointsElsewhere(sentence, said) ||
		tokens.slice(said.from, said.to).some((token) => /^(its|their|it|they|them)$/.test(token.lower))
	)
		return [];
	const words = wording.words(said);
	// What is said of people with a disease is seldom true of them alone.
	if (!/^(that|who|which)$/.test(opener) && !/\brisk\b|\b(?:should|must)\b/.test(words)) return [];
	if (
		(said.to - said.from < 3 && !/cannot/.test(words)) ||
		(complement.to === complement.from && !/\b(?:should|must|cannot)\b/.test(words))
	)
		return [];
	const isMixed = /C/.test(letters.slice(unit - range.from)) && PERSONS.test(head.lower);
	const noun = wording.words({ from: range.from, to: unit });
	const question = isMixed
		? `Who ${wording.singular(verb)} ${wording.words(complement)}`
		: `Which ${noun} ${wording.words(said)}`;
	const answer = spanOf(sentence, range);
	return [
		{
			question: `${question.trim()}?`,
			answer,
			type: PERSONS.test(head.lower) && /risk|danger/.test(question) ? 'risk' : 'fact',
			slots: [slot('population', answer), slot('event', spanOf(sentence, said))],
			worth: 0.68,
			pattern: 'which-subject'
		}
	];
}

/** “Duress and undue influence make a contract voidable” → what makes it so. */
export function makingQuestions({ sentence, clause, wording, subject }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (clause.role !== 'main' || clause.matrix !== null || clause.front !== null || subject.from !== null) return [];
	if (!/^(make|render|keep|leave)$/.test(verb.lemma) || verb.voice !== 'active' || verb.negated || clause.broken)
		return [];
	const letters = classes.slice(complement.from, complement.to);
	const range = clause.subject;
	if (!/^[DJN]+NA*[JE]/.test(letters) || pointsOutside(sentence, complement) || pointsOutside(sentence, range))
		return [];
	if (tokens.slice(range.from, range.to).some((token) => token.lower === 'such')) return [];
	if (letters.replace(/[DA]/g, '').length < 3 && !classes.slice(range.from, range.to).includes('C')) return [];
	const answer = spanOf(sentence, range);
	return [
		{
			question: `What ${wording.singular(verb)} ${wording.words(complement)}?`,
			answer,
			type: 'mechanism',
			slots: [slot('agent', answer), slot('object', spanOf(sentence, complement))],
			worth: 0.64,
			pattern: 'subject-making'
		}
	];
}

/** “What blocks …?”: the subject, where what is said of it is particular enough to belong to it alone. */
export function subjectQuestions(context: Context): Asked[] {
	const { sentence, clause, wording, subject } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	const relation = relationOf(verb.lemma);
	if (clause.matrix !== null || clause.front !== null || subject.from !== null || verb.negated) return [];
	// “offers the best chance of a cure”: only one thing does.
	const isBest =
		/^(?:best|greatest|highest|lowest|largest|strongest)$/.test(tokens[complement.from + 1]?.lower ?? '') &&
		tokens[complement.from]?.lower === 'the';
	const isStrong = isBest || /^(cause|act|treat|harm|rule)$/.test(relation) || verb.lemma === 'use';
	if (
		verb.voice !== 'active' ||
		(!isStrong && !isPerson(wording.words(clause.subject), sentence)) ||
		verb.lemma === 'help'
	)
		return [];
	const object = core(sentence, complement);
	if (object === null || object.to < complement.to || pointsOutside(sentence, object)) return [];
	if (clause.role === 'main' && isPerson(wording.words(clause.subject), sentence)) return [who(context, object)];
	const nouns = classes.slice(object.from, object.to).replace(/[^NJ]/g, '').length;
	const subjectLetters = classes.slice(clause.subject.from, clause.subject.to);
	if (
		/^(require|need|allow|follow)$/.test(verb.lemma) ||
		/C.*[30]/.test(classes.slice(object.from, object.to)) ||
		(tokens[clause.subject.from]?.lower === 'the' && clause.subject.to - clause.subject.from === 2)
	)
		return [];
	if (
		nouns < (isBest ? 3 : 4) ||
		(!(isBest && /^G[JNC]+$/.test(subjectLetters)) &&
			!/^D?[JNQ]{1,4}(\(.*\))?(O[DJN]{1,4}(\(.*\))?)?$/.test(subjectLetters)) ||
		// “a lack of vitamin B12”, not “a cold”
		(/^an?$/.test(tokens[clause.subject.from]?.lower ?? '') && !subjectLetters.includes('O'))
	)
		return [];
	if (/^(some|many|most|several|all|both|each|one|no)$/.test(tokens[clause.subject.from]?.lower ?? '')) return [];
	const answer = spanOf(sentence, clause.subject);
	return [
		{
			question: `${asksFor(context)} ${wording.singular(verb)} ${wording.words(object)}?`,
			answer,
			type: 'mechanism',
			slots: [slot('agent', answer), slot('object', spanOf(sentence, object))],
			worth: 0.55,
			pattern: 'subject'
		}
	];
}

/** “Who” for persons, “Who or what” for a name that may be a person’s or a body’s, “What” for a thing. */
function asksFor({ sentence, clause, wording }: Context): string {
	const words = wording.words(clause.subject);
	const head = sentence.tokens[headOf(sentence.tokens, clause.subject)]?.text ?? '';
	if (isOfPersons(words, head)) return 'Who';
	return /^(?:the )?\p{Lu}\p{Ll}/u.test(words) || ACTS.test(head) ? 'Who or what' : 'What';
}

/** Bodies of persons that act like one. */
const ACTS =
	/^(?:government|army|navy|congress|parliament|senate|court|council|company|agency|committee|assembly|police|party|union|church|dynasty|tribe|state|city)$/i;

/** “Fritz Haber demonstrated the process in 1909” → who. */
function who({ sentence, clause, wording }: Context, object: Range): Asked {
	const answer = spanOf(sentence, clause.subject);
	return {
		question: `Who ${wording.singular(clause.verb)} ${wording.words(object)}?`,
		answer,
		type: 'fact',
		slots: [slot('agent', answer), slot('object', spanOf(sentence, object))],
		worth: 0.72,
		pattern: 'who'
	};
}
