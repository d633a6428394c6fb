import { pointsElsewhere } from '../claims/pointing';
import { headOf, type Range } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { PERSONS } from '../words/person-nouns';
import { slot, type Asked, type Context } from './asked';
import { asking, fronted } from './object-answers';

/** “erupts more violently than shield volcanoes”, “is more common in women than in men”. */
export function comparisonQuestions(context: Context): Asked[] {
	const { sentence, clause } = context;
	const { tokens, classes } = sentence;
	const { complement, verb } = clause;
	if (clause.matrix !== null || clause.broken) return [];
	const than = tokens.findIndex((token, i) => i >= complement.from && i < complement.to && token.lower === 'than');
	if (than === -1 || than + 1 >= complement.to || 'Q'.includes(classes.charAt(than + 1))) return [];
	const before = { from: complement.from, to: than };
	const after = { from: than + 1, to: complement.to };
	if (pointsElsewhere(sentence, before) || pointsElsewhere(sentence, after)) return [];
	const opening = tokens[after.from]?.lower ?? '';
	const place = tokens.findIndex((token, i) => i > before.from && i < than && token.lower === opening);
	if (/^(in|on|at|for|by|with|during)$/.test(opening) && place !== -1) {
		const where = { from: place, to: than };
		const head = tokens[headOf(tokens, { from: place + 1, to: than })]?.lower ?? '';
		const ask = PERSONS.test(head) ? `${capital(opening)} whom` : opening === 'in' ? 'Where' : null;
		if (ask === null || nounPhraseEnd(classes, place + 1) !== than) return [];
		return [compared(context, ask, { from: complement.from, to: place }, { from: than, to: complement.to }, where)];
	}
	const comparing = classes.slice(before.from, before.to);
	if (verb.voice !== 'copula' && /^[AD]+$|^[AD]*J$/.test(comparing) && nounPhraseEnd(classes, after.from) !== null) {
		const answer = spanOf(sentence, after);
		return [
			{
				question: fronted(
					context,
					`What ${asking(context)} ${context.wording.words({ from: before.from, to: than + 1 })}?`
				),
				answer,
				type: 'comparison',
				slots: [slot('agent', spanOf(sentence, clause.subject)), slot('contrast', answer)],
				worth: 0.72,
				pattern: 'comparison'
			}
		];
	}
	return [];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** In whom it is so, compared with the others, who stand in the question. */
function compared(context: Context, ask: string, said: Range, others: Range, where: Range): Asked {
	const { sentence, clause, wording } = context;
	const answer = spanOf(sentence, where);
	return {
		question: fronted(context, `${ask} ${asking(context)} ${wording.words(said)} ${wording.words(others)}?`),
		answer,
		type: 'comparison',
		slots: [
			slot('event', spanOf(sentence, clause.subject)),
			slot('population', answer),
			slot('contrast', spanOf(sentence, others))
		],
		worth: 0.76,
		pattern: 'comparison'
	};
}
