/** Small letters only. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, '');

const COMMON = new Set(
	'this that these those with from have been were will would could should when what which where their there your they them about into more most some such than then also only other over does here each every many much very just like well even still being because while after before between through during under within without'.split(
		' '
	)
);

/** The words that carry meaning, in small letters, each once: four letters or more and not among the commonest. */
export function contentWords(text: string): Set<string> {
	const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
	return new Set(words.filter((word) => !COMMON.has(word)));
}

/** Levenshtein distance. */
export function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
