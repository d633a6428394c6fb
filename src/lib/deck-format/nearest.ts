/** The candidate most like `word` if it is like enough to be what was meant, else null. */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
	let best: string | null = null;
	let least = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			}
			row.push(cost);
		}
		[before, previous] = [previous, row];
	}
	return previous[b.length] ?? 0;
}

/** Runs of three characters of the text in lower case with its words joined by single spaces. */
export function trigrams(text: string): Set<string> {
	const plain = ` ${text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;
	const found = new Set<string>();
	for (let i = 0; i + 3 <= plain.length; i++) found.add(plain.slice(i, i + 3));
	return found;
}

/** Size of the intersection over size of the union, 0 to 1. Two empty sets are not alike. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
	let shared = 0;
	for (const item of a) if (b.has(item)) shared++;
	const all = a.size + b.size - shared;
	return all === 0 ? 0 : shared / all;
}

/** The candidate whose trigrams are most like those of `text`, or null if none is alike at all. */
export function nearestText(text: string, candidates: readonly string[]): string | null {
	const wanted = trigrams(text);
	let best: string | null = null;
	let most = 0.15;
	for (const candidate of candidates) {
		const likeness = jaccard(wanted, trigrams(candidate));
		if (likeness > most) [best, most] = [candidate, likeness];
	}
	return best;
}
