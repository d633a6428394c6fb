import { sentences } from '../../domain/text/sentences';
import { contentWords, holds, tokens, type Token } from './words';

const CLAUSE_ENDS = [
	/[;:]\s/u,
	/,\s(?=(?:and|but|or|so|which|who|although|though|while|whereas|yet|unlike|as|because)\b)/u,
	/\s(?=(?:but|whereas|although|though|while|because)\b)/u,
	/\s(?=and (?:do|does|did|is|are|was|were|has|have|had|can|could|may|might|will|would|not)\b)/u,
	/\s(?=with (?:neither|no)\b)/u
];

/** The clauses of a text, as far as its small words tell where they end. */
export function clausesOf(text: string): string[] {
	const split = CLAUSE_ENDS.reduce<string[]>(
		(parts, end) => parts.flatMap((part) => part.split(end)),
		sentencesOf(text)
	);
	return split.filter((clause) => clause.trim() !== '');
}

export const sentencesOf = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

/** The passages that hold most of these words, all that are equal in it; all of them if none holds any. */
export function bestOf(passages: readonly string[], words: readonly Token[]): readonly string[] {
	const most = Math.max(0, ...passages.map((passage) => shareIn(passage, words)));
	return passages.filter((passage) => shareIn(passage, words) === most);
}

/** The passage that holds most of these words, the first of equals. */
export function mostAbout(passages: readonly string[], words: readonly Token[]): string | null {
	let best: string | null = null;
	let most = 0;
	for (const passage of passages) {
		const share = shareIn(passage, words);
		if (share > most) [best, most] = [passage, share];
	}
	return best;
}

/** Share of the words that the passage holds, 0 to 1. */
export function shareIn(passage: string, words: readonly Token[]): number {
	const all = tokens(passage);
	return words.length === 0 ? 0 : words.filter(({ word }) => holds(all, word)).length / words.length;
}

export const answerWords = (answers: readonly { readonly text: string }[]): Token[] =>
	answers.flatMap(({ text }) => contentWords(text));
