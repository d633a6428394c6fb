import { stem, tokens } from '../deck-format/lint/words';

/** How often each word of a text stands in it, by its stem. */
export type WordCounts = ReadonlyMap<string, number>;

export function wordCounts(text: string): WordCounts {
	const counts = new Map<string, number>();
	for (const { word } of tokens(text)) {
		const form = stem(word);
		counts.set(form, (counts.get(form) ?? 0) + 1);
	}
	return counts;
}

const total = (counts: WordCounts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

function common(a: WordCounts, b: WordCounts): number {
	let shared = 0;
	for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
	return shared;
}

/** How alike two texts are in their words, 0 to 1 (Dice). */
export function likeness(a: WordCounts, b: WordCounts): number {
	const all = total(a) + total(b);
	return all === 0 ? 0 : (2 * common(a, b)) / all;
}

/** Share of the words of `a` that stand in `b`, 0 to 1. */
export function containment(a: WordCounts, b: WordCounts): number {
	const all = total(a);
	return all === 0 ? 0 : common(a, b) / all;
}
