import { stem, tokens } from '../deck-format/lint/words';

/** How often each word of a text stands in it, by its stem, and how many there are. */
export interface WordCounts {
	readonly counts: ReadonlyMap<string, number>;
	readonly total: number;
}

export function wordCounts(text: string): WordCounts {
	const counts = new Map<string, number>();
	const all = tokens(text);
	for (const { word } of all) {
		const form = stem(word);
		counts.set(form, (counts.get(form) ?? 0) + 1);
	}
	return { counts, total: all.length };
}

function common(a: WordCounts, b: WordCounts): number {
	let shared = 0;
	for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0);
	return shared;
}

/** How alike two texts are in their words, 0 to 1 (Dice). */
export const likeness = (a: WordCounts, b: WordCounts): number =>
	a.total + b.total === 0 ? 0 : (2 * common(a, b)) / (a.total + b.total);

/** Share of the words of `a` that stand in `b`, 0 to 1. */
export const containment = (a: WordCounts, b: WordCounts): number => (a.total === 0 ? 0 : common(a, b) / a.total);
