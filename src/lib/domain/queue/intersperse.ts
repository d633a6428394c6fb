/**
 * Two lists as one, each in its own order, the shorter spread evenly through the longer: neither begins nor ends with a
 * heap of one of them.
 */
export function intersperse<T>(one: readonly T[], two: readonly T[]): T[] {
	const mixed: T[] = [];
	let i = 0;
	let j = 0;
	for (const total = one.length + two.length; mixed.length < total;) {
		// The k-th of n stands at (k + 1) / (n + 1) of the way; compared as products, which are exact.
		const oneFirst = (i + 1) * (two.length + 1) <= (j + 1) * (one.length + 1);
		if (j >= two.length || (i < one.length && oneFirst)) mixed.push(...one.slice(i, ++i));
		else mixed.push(...two.slice(j, ++j));
	}
	return mixed;
}
