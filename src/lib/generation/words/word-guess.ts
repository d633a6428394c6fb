import { isPlural, type Draft } from './draft';
import { kindByEnding } from './endings';
import { BIAS, WEIGHTS } from './guess-weights';
import { verbReadings } from './verb-lexicon';
import { ENDINGS, KINDS } from './word-kinds';

/** Noun, verb, adjective, adverb. */
export type WordGuess = 'N' | 'V' | 'J' | 'A';

/** A word’s kind by itself: what it almost always is (“N”), or what it is more often than what else (“Nv”). */
export type WordKind = string;

/** In the order of the weights of a feature. */
export const GUESSES: readonly WordGuess[] = ['N', 'V', 'J', 'A'];

const kinds = new Map<string, WordKind>();
for (const [kind, words] of Object.entries(KINDS)) for (const word of words.split(' ')) kinds.set(word, kind);

/** By the list of words that their endings do not tell, else by the longest ending that tells. */
export function kindOf(word: string): WordKind {
	return kinds.get(word) ?? kindByEnding(word, (ending) => ENDINGS[ending]);
}

/**
 * What a word is likelier than anything else where it stands: a log-linear model over what the word is by itself, which
 * forms of a verb it could be, the classes of the words before it, and those of the words after it as far as they are
 * known. `scripts/train-word-guess.ts` estimates its weights.
 */
export function guessAt(drafts: readonly Draft[], at: number): WordGuess {
	const scores = [...BIAS];
	for (const feature of featuresAt(drafts, at)) {
		const weights = WEIGHTS.get(feature);
		if (weights === undefined) continue;
		for (const [i, weight] of weights.entries()) scores[i] = (scores[i] ?? 0) + weight;
	}
	let best = 0;
	for (const [i, score] of scores.entries()) if (score > (scores[best] ?? 0)) best = i;
	return GUESSES[best] ?? 'N';
}

/** What the model looks at, one string each; for a word whose left neighbours have their classes. */
export function featuresAt(drafts: readonly Draft[], at: number): string[] {
	const draft = drafts[at];
	if (draft === undefined) return [];
	const kind = kindOf(draft.lower);
	const forms = formsOf(draft.lower);
	const before = drafts[at - 1];
	const last = before?.class ?? '^';
	const earlier = drafts[at - 2]?.class ?? '^';
	const [next, after] = [ahead(drafts[at + 1]), ahead(drafts[at + 2])];
	const number =
		last === 'N' ? (isPlural(before?.lower ?? '') ? 'p' : 's') : 'ID'.includes(last) ? (before?.lower ?? '') : '';
	const capital = /^\p{Lu}/u.test(draft.text) ? (at === 0 ? 'c' : 'C') : '';
	const verbs = `${hasVerbBefore(drafts, at)}${hasVerbAfter(drafts, at)}`;
	return [
		`k${kind}`,
		`f${forms}`,
		`kf${kind}${forms}`,
		`p${last}`,
		`q${earlier}${last}`,
		`n${next}`,
		`m${next}${after}`,
		`x${last}|${next}`,
		`kp${kind}${last}`,
		`kn${kind}|${next}`,
		`fp${forms}${last}`,
		`fn${forms}|${next}`,
		`a${number}${forms}`,
		`g${number}${forms}|${next}`,
		`h${kind}${number}${forms}`,
		`u${verbs}${forms}`,
		`v${verbs}${number}${forms}`,
		`w${verbs}${kind}${forms}`,
		`s${capital}`
	];
}

/** Whether the clause has a finite verb already: 1 or 0. */
function hasVerbBefore(drafts: readonly Draft[], at: number): 0 | 1 {
	for (let i = at - 1; i >= 0; i--) {
		const letter = drafts[i]?.class ?? '.';
		if ('SR;:'.includes(letter)) return 0;
		if ('BMHK30'.includes(letter) || (letter === 'E' && drafts[i - 1]?.class !== 'O')) return 1;
	}
	return 0;
}

/** Whether an auxiliary or a form of be comes before the next mark: 1 or 0. */
function hasVerbAfter(drafts: readonly Draft[], at: number): 0 | 1 {
	for (const { class: letter } of drafts.slice(at + 1, at + 12)) {
		if (',;:.SR'.includes(letter)) return 0;
		if ('BMHK'.includes(letter)) return 1;
	}
	return 0;
}

/** A letter for each form of a known verb that a word could be; “-” for none. */
function formsOf(word: string): string {
	const forms = new Set(verbReadings(word).map((reading) => reading.form));
	const letters = FORMS.filter(([form]) => forms.has(form)).map(([, letter]) => letter);
	return letters.length === 0 ? '-' : letters.join('');
}

const FORMS = [
	['base', 'b'],
	['third', 't'],
	['past', 'p'],
	['participle', 'e'],
	['ing', 'i']
] as const;

/** The class of a word that is still to come, or what it is by itself. */
function ahead(draft: Draft | undefined): string {
	if (draft === undefined) return '.';
	if (draft.class !== '?') return draft.class;
	const ending = /(?:ed|ing)$/.exec(draft.lower)?.[0];
	return ending ?? kindOf(draft.lower).toLowerCase();
}
