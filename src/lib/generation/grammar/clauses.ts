import type { Token } from '../words/tokens';
import { clauseFrom, type Clause } from './clause';
import { laterClauses } from './later-clauses';

const DISCOURSE = new Set(
	'however moreover furthermore additionally nonetheless nevertheless thus therefore hence consequently also indeed instead similarly likewise overall meanwhile finally first second third next then specifically importantly notably accordingly conversely further and but so yet'.split(
		' '
	)
);
const DISCOURSE_PHRASES =
	/^(for example|for instance|in addition|as a result|in contrast|in fact|in general|in other words|on the other hand|that is|of note|in summary|in conclusion|in particular|by contrast|at first|as well|in turn|in essence|after all|in short|for this reason|for these reasons|because of this|as such|in other cases|in reality|in practice)$/;

/** The main clauses of a sentence that can be read from its first word to the last of the subject's verb. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
	const classes = tokens.map((token) => token.class).join('');
	let sentenceEnd = tokens.length;
	while (
		sentenceEnd > 0 &&
		'.?'.includes(classes.charAt(sentenceEnd - 1)) &&
		!/\w/.test(tokens[sentenceEnd - 1]?.text ?? '')
	)
		sentenceEnd--;
	const begin = afterDiscourse(tokens, classes);
	const first =
		clauseAfterAdverb(tokens, classes, begin, sentenceEnd) ??
		clauseFrom(tokens, classes, begin, sentenceEnd, null) ??
		clauseAfterYear(tokens, classes, begin, sentenceEnd) ??
		clauseAfterFront(tokens, classes, begin, sentenceEnd);
	if (first === null) return [];
	return [first, ...laterClauses(tokens, classes, first)];
}

function afterDiscourse(tokens: readonly Token[], classes: string): number {
	let at = 0;
	for (let round = 0; round < 2; round++) {
		const comma = classes.indexOf(',', at);
		const words = tokens
			.slice(at, comma === -1 ? at : comma)
			.map((token) => token.lower)
			.join(' ');
		if (comma !== -1 && comma - at <= 4 && (DISCOURSE.has(words) || DISCOURSE_PHRASES.test(words))) at = comma + 1;
		else if (/^(and|but|so|yet|thus|also)$/.test(tokens[at]?.lower ?? '') && at === 0) at++;
	}
	return at;
}

function clauseAfterFront(
	tokens: readonly Token[],
	classes: string,
	begin: number,
	sentenceEnd: number
): Clause | null {
	if (!/^[PTSAGEJ]/.test(classes.slice(begin))) return null;
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
		/^(about|almost|nearly|over|only|even|most|more|up|approximately|roughly|around|less)$/.test(word)
	)
		return null;
	const isHedge =
		/^(usually|often|sometimes|generally|typically|normally|occasionally|rarely|commonly|frequently|perhaps|possibly)$/.test(
			word
		);
	return clauseFrom(tokens, classes, begin + 1, sentenceEnd, isHedge ? { from: begin, to: begin + 1 } : null);
}

/** “In 1875 the ruler sold …”: a year that no comma sets apart. */
function clauseAfterYear(tokens: readonly Token[], classes: string, begin: number, sentenceEnd: number): Clause | null {
	if (!/^P[Q][DNJ]/.test(classes.slice(begin)) || !/^1\d{3}s?$|^20\d\d$/.test(tokens[begin + 1]?.lower ?? ''))
		return null;
	return clauseFrom(tokens, classes, begin + 2, sentenceEnd, { from: begin, to: begin + 2 });
}
