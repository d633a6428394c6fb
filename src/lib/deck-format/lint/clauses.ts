import { sentences } from '../../domain/text/sentences';
import { contentWords, holds, tokens, type Token } from './words';

/** The clauses of a text: sentences cut at semicolons, colons, commas before a conjunction, and contrasting words. */
export function clausesOf(text: string): string[] {
	return sentencesOf(text)
		.flatMap((sentence) =>
			sentence.split(
				/[;:]\s|,\s(?=(?:and|but|or|so|which|who|although|though|while|whereas|yet|unlike|as|because)\b)|\s(?=(?:but|whereas|although|though|while|because)\b)/u
			)
		)
		.filter((clause) => clause.trim() !== '');
}

export const sentencesOf = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

/** The passages that hold any of these words; all of them if none does. */
export function about(passages: readonly string[], words: readonly Token[]): readonly string[] {
	const found = passages.filter((passage) => shareIn(passage, words) > 0);
	return found.length === 0 ? passages : found;
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
