import type { NumberedSentence } from './material';

/** Sentences that go out in one request. */
export type Batch = readonly NumberedSentence[];

/**
 * Tokens of sentences in one request. Instructions and answer come on top of it: all together fit the 4,096 that servers
 * on a person's own computer set by default.
 */
export const BATCH_TOKENS = 1200;

/** A guess from above: English has about four characters a token, and no text was found to have fewer than three. */
export const tokensIn = (characters: number): number => Math.ceil(characters / 3.2);

/** What the number before a sentence takes. */
const NUMBER_TOKENS = 4;

/** Parts the sentences into batches of at most so many tokens, in order; a sentence that is longer goes alone. */
export function batchesOf(sentences: readonly NumberedSentence[], most = BATCH_TOKENS): Batch[] {
	const batches: NumberedSentence[][] = [];
	let left = 0;
	for (const sentence of sentences) {
		const size = tokensIn(sentence.end - sentence.start) + NUMBER_TOKENS;
		const last = batches[batches.length - 1];
		if (last === undefined || size > left) {
			batches.push([sentence]);
			left = most - size;
		} else {
			last.push(sentence);
			left -= size;
		}
	}
	return batches;
}
