import { seededFraction } from '../../domain/seeded';

/** The items in an order that depends on the seed alone (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last--) {
		const pick = Math.floor(seededFraction(`${seed}/${last}`) * (last + 1));
		const picked = result[pick];
		const moved = result[last];
		if (picked === undefined || moved === undefined) continue;
		result[last] = picked;
		result[pick] = moved;
	}
	return result;
}

/** As `shuffled`, but never the order given, which would give a sequence's answer away. */
export function disordered<T>(items: readonly T[], seed: string): T[] {
	const result = shuffled(items, seed);
	const [first, ...rest] = result;
	const same = items.every((item, i) => item === result[i]);
	return same && first !== undefined && items.length > 1 ? [...rest, first] : result;
}
