import { stemsOf } from './quality';

/** Share of the words that two texts have in common, 0 to 1 (Jaccard). */
export function alike(a: string, b: string): number {
	const one = new Set(stemsOf(a));
	const other = new Set(stemsOf(b));
	const common = [...one].filter((stem) => other.has(stem)).length;
	return common / Math.max(1, one.size + other.size - common);
}
