import { pointsElsewhere } from '../claims/pointing';
import { isPluralPhrase, type Range } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { slot, type Asked, type Context } from './asked';
import { holdsPersons } from './object-answers';
import { beFor } from './wording';

/** “Haem iron, found in meat and fish, is …”, “Developed as a dye, it …”: where it is found, what it was developed as. */
export function participleQuestions(context: Context): Asked[] {
	const { aside, front } = context.clause;
	return [aside, front].flatMap((said) => (said === null ? [] : ofParticiple(context, said)));
}

function ofParticiple({ sentence, clause, subject, wording }: Context, aside: Range): Asked[] {
	const { tokens, classes } = sentence;
	// “traditionally used as a dye”
	const start = classes.charAt(aside.from) === 'A' ? aside.from + 1 : aside.from;
	const participle = tokens[start];
	if (participle?.class !== 'E' || participle.lower === 'compared' || clause.role !== 'main' || subject.from !== null)
		return [];
	const at = start + 1;
	const preposition = tokens[at]?.lower ?? '';
	const rest = { from: at + 1, to: aside.to };
	if (!'PT'.includes(classes.charAt(at)) || nounPhraseEnd(classes, rest.from) !== rest.to) return [];
	if (pointsElsewhere(sentence, rest) || /Q/.test(classes.slice(rest.from, rest.to))) return [];
	const plural = isPluralPhrase(tokens, clause.subject);
	const isPast = clause.verb.tense === 'past' || BEGINNING.test(participle.lower);
	const be = beFor(isPast ? 'past' : 'present', plural);
	const isPlace =
		/^(in|on|at|near|within|under|behind|between)$/.test(preposition) &&
		/^(found|located|situated|produced|stored|made)$/.test(participle.lower);
	if (!isPlace && !/^(by|from|with|as|for|into)$/.test(preposition)) return [];
	const said = wording.words({ from: aside.from, to: at });
	const answer = spanOf(sentence, isPlace ? { from: at, to: aside.to } : rest);
	return [
		{
			question: isPlace
				? `Where ${be} ${subject.text} ${said}?`
				: `${holdsPersons(sentence, rest) ? 'Who' : 'What'} ${be} ${subject.text} ${said} ${preposition}?`,
			answer,
			type: 'fact',
			slots: [slot('agent', spanOf(sentence, clause.subject)), slot(isPlace ? 'site' : 'object', answer)],
			worth: 0.66,
			pattern: isPlace ? 'where-participle' : 'participle'
		}
	];
}

/** What was done once, and is over: “developed as an anaesthetic”. */
const BEGINNING =
	/^(?:developed|discovered|founded|built|introduced|invented|named|born|designed|established|created|written|published|synthesi[sz]ed|isolated|described|conceived|formed|launched|constructed|coined|patented|approved)$/;
