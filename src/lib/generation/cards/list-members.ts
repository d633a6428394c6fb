import type { Span } from '../../domain/text/sentences';
import type { Range } from '../grammar/clause';
import { spanOf, type Sentence } from '../grammar/sentence';
import { slot, type Asked, type Context } from './asked';

/** A question for the members of a list that a clause names. */
export function listAsked(
	{ sentence, clause }: Context,
	question: string,
	list: Range,
	pattern: 'examples' | 'includes',
	worth: number
): Asked {
	const answer = spanOf(sentence, list);
	return {
		question,
		answer,
		type: 'list',
		slots: [
			slot('whole', spanOf(sentence, clause.subject)),
			slot('relation', spanOf(sentence, { from: clause.verb.start, to: clause.verb.end })),
			slot('members', answer)
		],
		worth,
		pattern
	};
}

/** The members of a list, without the words that join them. */
export function members(sentence: Sentence, range: Range): Span[] {
	const { classes } = sentence;
	const found: Span[] = [];
	const hasCommas = classes.slice(range.from, range.to).includes(',');
	const hasJointComma = /,C/.test(classes.slice(range.from, range.to));
	let from = range.from;
	let depth = 0;
	for (let at = range.from; at <= range.to; at++) {
		const letter = at === range.to ? ',' : classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		if (depth > 0 || !',C'.includes(letter)) continue;
		// “slow healing of cuts and bruises, …”: an “and” before the first comma joins no members.
		if (letter === 'C' && hasCommas && !classes.slice(range.from, at).includes(',')) continue;
		// “back or abdominal pain, fever, and chills”: nor does one without a comma, where the last one has a comma.
		if (letter === 'C' && hasJointComma && classes.charAt(at - 1) !== ',') continue;
		if (letter === 'C' && hasCommas && !hasJointComma && classes.slice(at, range.to).includes(',')) continue;
		if (at > from) found.push(spanOf(sentence, { from, to: at }));
		from = at + 1;
	}
	return found;
}
