import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { agrees, isPluralPhrase, type Range } from '../grammar/clause';
import { clauseAt } from '../grammar/fronts';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { slot, type Asked, type Context } from './asked';
import { phraseEndingAt } from './naming-questions';
import type { Wording } from './wording';

/** “a renal corpuscle, in which blood is filtered”: where that happens. */
export function placeRelativeQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	const found: Asked[] = [];
	for (let at = 2; at + 4 < tokens.length; at++) {
		const isPlaceRelative =
			(classes.charAt(at) === 'P' &&
				tokens[at + 1]?.lower === 'which' &&
				/^(in|on|at|within)$/.test(tokens[at]?.lower ?? '')) ||
			(tokens[at]?.lower === 'where' && classes.charAt(at - 1) === ',');
		if (!isPlaceRelative) continue;
		const begin = tokens[at]?.lower === 'where' ? at + 1 : at + 2;
		const place = phraseEndingAt(classes, classes.charAt(at - 1) === ',' ? at - 1 : at);
		const clause = clauseAt(tokens, classes, begin, stopAfter(classes, begin));
		if (place === null || clause === null || clause.matrix !== null || clause.front !== null || clause.broken) continue;
		const body = clause.complement;
		if (
			clause.verb.negated ||
			clause.verb.voice === 'copula' ||
			!agrees(tokens, clause.subject, clause.verb) ||
			pointsOutside(sentence, clause.subject) ||
			pointsElsewhere(sentence, body) ||
			pointsOutside(sentence, place) ||
			// “a type of bridge in which …”: a kind is no place.
			/^(?:types?|kinds?|forms?|sorts?)$/.test(tokens[place.from - 2]?.lower ?? '') ||
			NO_PLACE.test(tokens[place.to - 1]?.lower ?? '') ||
			// “the regions where it acts include the hippocampus”; “depression, where drugs fail”
			/[BMHK3]/.test(classes.slice(body.from, body.to)) ||
			holdsVerb(sentence, body) ||
			NO_SITE.test(tokens[place.to - 1]?.lower ?? '')
		)
			continue;
		const asked = wording.inverted(clause.verb, wording.words(clause.subject), isPluralPhrase(tokens, clause.subject));
		const answer = spanOf(sentence, place);
		found.push({
			question: `Where ${asked} ${wording.words(body)}?`.replace(/ +\?/, '?'),
			answer,
			type: 'fact',
			slots: [
				slot('site', answer),
				slot('event', spanOf(sentence, { from: clause.subject.from, to: clause.verb.end }))
			],
			worth: 0.62,
			pattern: 'where-relative'
		});
	}
	return found;
}

const NO_PLACE =
	/^(way|ways|case|cases|extent|time|year|period|degree|process|procedure|study|trial|manner|form|forms|condition|conditions|situation|disease|disorder|surgery|method|technique|order|sense|conduct|reaction|stage|phase|event|instances|era|rate|speed|point|level|type|types|kind|kinds|age|temperature|price|frequency|distance)$/;

const NO_SITE = /(?:ion|ia|ism|osis|itis|ity|ness|ment|ance|ence)s?$/;

/** Whether a plain verb follows a noun of the phrase: the sentence’s own. */
const holdsVerb = ({ classes }: Sentence, { from, to }: Range): boolean => /N0/.test(classes.slice(from, to));

const stopAfter = (classes: string, from: number): number => {
	const found = classes.slice(from).search(/[,;:.-]/);
	return found === -1 ? classes.length : from + found;
};

/** “Haem iron, found in meat and fish, is …”: where it is found, what it is caused by. */
export function participleQuestions({ sentence, clause, subject }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { aside } = clause;
	const participle = tokens[aside?.from ?? -1];
	if (aside === null || participle?.class !== 'E' || clause.role !== 'main' || subject.from !== null) return [];
	const at = aside.from + 1;
	const preposition = tokens[at]?.lower ?? '';
	const rest = { from: at + 1, to: aside.to };
	if (!'PT'.includes(classes.charAt(at)) || nounPhraseEnd(classes, rest.from) !== rest.to) return [];
	if (pointsElsewhere(sentence, rest) || /Q/.test(classes.slice(rest.from, rest.to))) return [];
	const plural = isPluralPhrase(tokens, clause.subject);
	const be = clause.verb.tense === 'past' ? (plural === true ? 'were' : 'was') : plural === true ? 'are' : 'is';
	const isPlace =
		/^(in|on|at|near|within|under|behind|between)$/.test(preposition) &&
		/^(found|located|situated|produced|stored|made)$/.test(participle.lower);
	if (!isPlace && !/^(by|from|with|as|for|into)$/.test(preposition)) return [];
	const answer = spanOf(sentence, isPlace ? { from: at, to: aside.to } : rest);
	return [
		{
			question: isPlace
				? `Where ${be} ${subject.text} ${participle.lower}?`
				: `What ${be} ${subject.text} ${participle.lower} ${preposition}?`,
			answer,
			type: 'fact',
			slots: [slot('agent', spanOf(sentence, clause.subject)), slot(isPlace ? 'site' : 'object', answer)],
			worth: 0.66,
			pattern: isPlace ? 'where-participle' : 'participle'
		}
	];
}
