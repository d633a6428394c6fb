import { stemsOf } from './stems';

/** Share of the words that two texts have in common, 0 to 1 (Jaccard). */
export function alike(a: string, b: string): number {
	const one = stemSet(a);
	const other = stemSet(b);
	let common = 0;
	for (const stem of one) if (other.has(stem)) common++;
	return common / Math.max(1, one.size + other.size - common);
}

/** Kept because every candidate is compared with every other one; let go of before they become many. */
const known = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 20_000;

function stemSet(text: string): ReadonlySet<string> {
	const found = known.get(text);
	if (found !== undefined) return found;
	if (known.size >= MOST_KNOWN) known.clear();
	const stems = new Set(stemsOf(text));
	known.set(text, stems);
	return stems;
}
