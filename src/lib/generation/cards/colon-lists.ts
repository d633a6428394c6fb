import { pointsElsewhere } from '../claims/pointing';
import { nounPhraseEnd, seriesEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { capitalised } from '../words/casing';
import { FRAMES } from '../words/verb-frames';
import { slot, type Asked, type Context } from './asked';
import { members } from './list-members';
import { asking, fronted } from './object-answers';

/** “requires three elements: an offer, an acceptance and consideration” → which three. */
export function listBehindColon(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (!':-('.includes(classes.charAt(complement.to) || '.') || verb.voice === 'copula') return null;
	const match = /^(.*?)(P|O)?(A*D?[QJ])([JNEG]*N(?:O[JN]*N)?)$/.exec(classes.slice(complement.from, complement.to));
	if (match?.[1] === undefined || match[3] === undefined) return null;
	const counting = complement.from + match[1].length + (match[2]?.length ?? 0) + match[3].length - 1;
	const isCounted = /^(two|three|four|2|3|4)$/.test(tokens[counting]?.lower ?? '');
	if (!isCounted && !/^(different|various|several|following|main)$/.test(tokens[counting]?.lower ?? '')) return null;
	// “has to pass three barriers:”, “happens in the tubules via different mechanisms:”
	const before = { from: complement.from, to: complement.from + match[1].length };
	const isParticle = match[1] === 'P' && tokens[complement.from]?.lower === 'up';
	if (match[1] !== '' && !isParticle && !/^T0$|^P[DJNQ]*N$/.test(match[1])) return null;
	const opens = tokens[before.from]?.lower ?? '';
	if (match[1] !== '' && FRAMES[verb.lemma]?.split('|').includes(opens) === true) return null;
	if (pointsElsewhere(sentence, before)) return null;
	const number = isCounted ? counting : counting + 1;
	const from = complement.to + 1;
	const plain = seriesEnd(classes, from) ?? pairEnd(classes, from);
	const isWhole = plain !== null && '.;)-'.includes(classes.charAt(plain) || '.');
	const end = isWhole ? plain : doneThings(classes, from, clause.sentenceEnd);
	if (
		end === null ||
		tokens.slice(from, end).some((token) => /^(this|these|those|they|he|she|we|you)$/.test(token.lower))
	)
		return null;
	const preposition = match[2] === undefined || match[2] === 'O' ? '' : (tokens[before.to]?.lower ?? '');
	const stranded = match[2] === 'O' ? ' of' : '';
	const asks = match[1] === '' ? asking(context) : `${asking(context)} ${wording.words(before)}`;
	const answer = spanOf(sentence, { from, to: end });
	return {
		question: fronted(
			context,
			`${preposition === '' ? 'What' : `${capitalised(preposition)} what`} ${wording.words({ from: number, to: complement.to })} ${asks}${stranded}?`
		),
		answer,
		type: 'list',
		slots: [slot('whole', spanOf(sentence, { from: number, to: complement.to })), slot('members', answer)],
		worth: 0.85,
		pattern: 'list-colon'
	};
}

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };

/** “makes two hormones, triiodothyronine (T3) and thyroxine (T4)” → which two. */
export function listBehindNumber(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (clause.role !== 'main' || clause.matrix !== null || verb.negated || verb.voice !== 'active') return null;
	const match = /^D?[JA]?(Q[JNEG]*N),/.exec(classes.slice(complement.from, clause.sentenceEnd));
	if (match?.[1] === undefined) return null;
	const comma = complement.from + match[0].length - 1;
	const kind = { from: comma - match[1].length, to: comma };
	const count = NUMBERS[tokens[kind.from]?.lower ?? ''];
	const list = { from: comma + 1, to: clause.sentenceEnd };
	const end = seriesEnd(classes, list.from) ?? pairEnd(classes, list.from);
	if (count === undefined || end !== list.to || tokens[comma - 1]?.plural !== true) return null;
	if (members(sentence, list).length !== count || pointsElsewhere(sentence, list)) return null;
	const answer = spanOf(sentence, list);
	return {
		question: fronted(context, `Which ${wording.words(kind)} ${asking(context)}?`),
		answer,
		type: 'list',
		slots: [slot('whole', spanOf(sentence, kind)), slot('members', answer)],
		worth: 0.86,
		pattern: 'list-colon'
	};
}

/** “replacing the iron and finding out why it was lost”: things that are done, to the end of the sentence. */
function doneThings(classes: string, from: number, sentenceEnd: number): number | null {
	const rest = classes.slice(from, sentenceEnd);
	return /^G[^;:-]*CA?G[^;:-]*$/.test(rest) && rest.length <= 20 ? sentenceEnd : null;
}

export function pairEnd(classes: string, from: number): number | null {
	const end = nounPhraseEnd(classes, from);
	return end !== null && classes.slice(from, end).includes('C') ? end : null;
}
