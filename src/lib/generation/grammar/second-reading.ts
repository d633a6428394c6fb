import type { Token } from '../words/tokens';
import { verbReadings } from '../words/verb-lexicon';
import { NEVER_NOUNS } from '../words/verb-or-noun';
import { isPluralPhrase } from './clause';
import { subjectOf } from './subject';

/**
 * Where a verb is left over that no clause accounts for, one of the others may be a noun: “may raise interest rates to …”.
 * The tokens with such a word as a noun, for each word that could be one.
 */
export function nounReadings(tokens: readonly Token[]): Token[][] {
	const found: Token[][] = [];
	for (const [at, token] of tokens.entries()) {
		if (!'30'.includes(token.class) || !/^\p{Ll}/u.test(token.text) || NEVER_NOUNS.has(token.lemma ?? '')) continue;
		if (!"NJDGEOQP'".includes(tokens[at - 1]?.class ?? '.')) continue;
		found.push(tokens.map((each, i) => (i === at ? { ...each, class: 'N', plural: token.class === '3' } : each)));
	}
	return found;
}

/** “The waters centred on the islands expanded”: the tokens with a past tense before the last one as a participle. */
export function participleReadings(tokens: readonly Token[]): Token[][] {
	return tokens.flatMap((token, at) =>
		token.class === 'E' && tokens[at - 1]?.class === 'N' && 'PT'.includes(tokens[at + 1]?.class ?? '.')
			? [tokens.map((each, i) => (i === at ? { ...each, class: 'J' } : each))]
			: []
	);
}

/**
 * Where no clause could be read, a word that was taken for a noun may be its verb: “The smooth muscle contracts …”.
 * The tokens with such a word as a verb, for each word that could be one, the likeliest first.
 */
export function secondReadings(tokens: readonly Token[]): Token[][] {
	const found: { readonly tokens: Token[]; readonly rank: number }[] = [];
	const begin = lastFrontComma(tokens) + 1;
	for (let at = begin + 1; at < Math.min(tokens.length, begin + 16); at++) {
		const token = tokens[at];
		// “Fibrates lower triglycerides”: an adjective that is a verb, too.
		const isOpen = token?.class === 'N' || (token?.class === 'J' && verbReadings(token.lower).length > 0);
		if (token === undefined || !isOpen || !/^\p{Ll}/u.test(token.text) || token.lower === 'age') continue;
		const said = withNoun(tokens, at - 1);
		const letter = verbClass(said, begin, at);
		const rank = 'DQIPTAJN.,SC'.indexOf(tokens[at + 1]?.class ?? '.');
		if (letter === null || rank === -1) continue;
		found.push({
			tokens: said.map((each, i) => (i === at ? { ...each, class: letter, plural: false } : each)),
			rank
		});
	}
	return found.sort((a, b) => a.rank - b.rank).map((each) => each.tokens);
}

/** “The pituitary releases …”: an adjective behind an article, with no noun of its own, stands for one. */
const withNoun = (tokens: readonly Token[], at: number): readonly Token[] =>
	tokens[at]?.class === 'J' && tokens[at - 1]?.class === 'D' && /^\p{Ll}/u.test(tokens[at]?.text ?? '')
		? tokens.map((each, i) => (i === at ? { ...each, class: 'N', plural: false } : each))
		: tokens;

/** What class the word would have as the verb of the words before it; null if it does not go with them. */
function verbClass(tokens: readonly Token[], begin: number, at: number): '3' | '0' | null {
	const subject = tokens.slice(begin, at);
	while (
		subject.length > 1 &&
		(subject[subject.length - 1]?.class === 'A' ||
			/^(first|then|still)$/.test(subject[subject.length - 1]?.lower ?? ''))
	)
		subject.pop();
	const last = subject[subject.length - 1];
	if (last === undefined || !'NQ)'.includes(last.class)) return null;
	const classes = tokens.map((token) => token.class).join('');
	if (subjectOf(tokens, classes, begin, begin + subject.length) === null) return null;
	const plural = isPluralPhrase(tokens, { from: begin, to: begin + subject.length });
	const forms = new Set(verbReadings(tokens[at]?.lower ?? '').map((reading) => reading.form));
	if (forms.has('third') && plural !== true) return '3';
	return forms.has('base') && plural !== false ? '0' : null;
}

/** The comma behind “In the myogenic response,”; -1 if the sentence opens with its subject. */
function lastFrontComma(tokens: readonly Token[]): number {
	// “Each year, infections cause …”
	const isTimed = /^(?:year|month|week|day)$/.test(tokens[1]?.lower ?? '') && tokens[2]?.class === ',';
	if (!'PTSA'.includes(tokens[0]?.class ?? '.') && !isTimed) return -1;
	return tokens.findIndex((token, i) => token.class === ',' && i < 12);
}
