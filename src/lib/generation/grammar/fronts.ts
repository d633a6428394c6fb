import type { Token } from '../words/tokens';
import { clauseFrom, type Clause } from './clause';
import { unitEnd } from './phrase-patterns';
import { isMonth } from './time-expressions';

/** The clause that begins at a word, with what may stand before its subject: an adverb, a time, a phrase and its comma. */
export function clauseAt(tokens: readonly Token[], classes: string, begin: number, sentenceEnd: number): Clause | null {
	const delay = delayEnd(tokens, classes, begin);
	if (delay !== null) return clauseFrom(tokens, classes, delay + 1, sentenceEnd, { from: begin, to: delay });
	return (
		clauseAfterAdverb(tokens, classes, begin, sentenceEnd) ??
		clauseFrom(tokens, classes, begin, sentenceEnd, null) ??
		clauseAfterTime(tokens, classes, begin, sentenceEnd) ??
		clauseAfterPhrase(tokens, classes, begin, sentenceEnd) ??
		clauseAfterFront(tokens, classes, begin, sentenceEnd)
	);
}

/** “One year after the production of the Bible, …”: where a time that begins with its length ends; null for none. */
function delayEnd(tokens: readonly Token[], classes: string, begin: number): number | null {
	const at = begin + (/^[DQA]{1,3}/.exec(classes.slice(begin))?.[0].length ?? 0);
	const isDelay =
		at > begin && isTime(tokens, at) && /^(after|before|later|ago|earlier)$/.test(tokens[at + 1]?.lower ?? '');
	const comma = isDelay ? classes.indexOf(',', at) : -1;
	return comma === -1 || comma - begin > 16 ? null : comma;
}

function clauseAfterFront(
	tokens: readonly Token[],
	classes: string,
	begin: number,
	sentenceEnd: number
): Clause | null {
	if (!/^(?:[PTSAGEJ]|OQ)/.test(classes.slice(begin))) return null;
	let depth = 0;
	for (let at = begin; at < Math.min(sentenceEnd, begin + 26); at++) {
		const letter = classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		else if (letter === ',' && depth === 0) {
			const found = clauseFrom(tokens, classes, at + 1, sentenceEnd, { from: begin, to: at });
			if (found !== null) return found;
		}
	}
	return null;
}

/** “Today the canal …”, “Usually the dose …”: an adverb that no comma sets apart. */
function clauseAfterAdverb(
	tokens: readonly Token[],
	classes: string,
	begin: number,
	sentenceEnd: number
): Clause | null {
	const word = tokens[begin]?.lower ?? '';
	if (
		!/^A[DNJIQ]/.test(classes.slice(begin)) ||
		/^(about|almost|nearly|over|only|even|most|more|up|approximately|roughly|around|less|too|enough)$/.test(word)
	)
		return null;
	const isHedge =
		/^(usually|often|sometimes|generally|typically|normally|occasionally|rarely|commonly|frequently|perhaps|possibly)$/.test(
			word
		);
	return clauseFrom(tokens, classes, begin + 1, sentenceEnd, isHedge ? { from: begin, to: begin + 1 } : null);
}

/** “In October 1924 five workers …”, “Each year about 200 cases …”: a time that no comma sets apart. */
function clauseAfterTime(tokens: readonly Token[], classes: string, begin: number, sentenceEnd: number): Clause | null {
	if (!/^(?:P|D)[DQNJA]|^POQ/.test(classes.slice(begin))) return null;
	const first = tokens[begin]?.lower ?? '';
	if (
		classes.charAt(begin) === 'D'
			? !/^(each|every)$/.test(first)
			: !/^(in|on|by|between|from|during|after|before|since|until|for|at|around|within)$/.test(first)
	)
		return null;
	// “By the time the treaty was signed, …”: a clause, which ends at its comma.
	if (first === 'by' && /^(?:time|end)$/.test(tokens[begin + 2]?.lower ?? '') && classes.charAt(begin + 3) !== 'O')
		return null;
	for (let at = begin + 2; at < Math.min(sentenceEnd, begin + 9); at++) {
		if (!'DJNIQA'.includes(classes.charAt(at)) || !isTime(tokens, at - 1) || isTime(tokens, at)) continue;
		if (/^(?:of|ago|old)$/.test(tokens[at]?.lower ?? '') || /[BMHK3,;:R]/.test(classes.slice(begin, at))) continue;
		const found = clauseFrom(tokens, classes, at, sentenceEnd, { from: begin, to: at });
		if (found !== null) return found;
	}
	return null;
}

/** “In a healthy adult it is …”: a phrase that no comma sets apart, if a pronoun or an article begins the clause. */
function clauseAfterPhrase(
	tokens: readonly Token[],
	classes: string,
	begin: number,
	sentenceEnd: number
): Clause | null {
	if (
		classes.charAt(begin) !== 'P' ||
		!/^(in|on|at|under|for|within|among|during|with)$/.test(tokens[begin]?.lower ?? '')
	)
		return null;
	let at = unitEnd(classes, begin + 1);
	while (at !== null && classes.charAt(at) === 'O') at = unitEnd(classes, at + 1);
	if (at === null || !/^(?:D|I|Q)[^,]/.test(classes.slice(at))) return null;
	if (classes.charAt(at) === 'Q' && !/%$/.test(tokens[at]?.lower ?? '')) return null;
	return clauseFrom(tokens, classes, at, sentenceEnd, { from: begin, to: at });
}

/** A year, a month, the day of a month, or a word for a stretch of time. */
function isTime(tokens: readonly Token[], at: number): boolean {
	const { lower = '', text = '' } = tokens[at] ?? {};
	if (/^(1\d{3}|20\d\d)s?$/.test(lower)) return true;
	if (isMonth(text)) return true;
	return /^(time|day|week|month|year|decade|century|season|days|weeks|months|years|decades|centuries|winter|summer|spring|autumn)$/.test(
		lower
	);
}
