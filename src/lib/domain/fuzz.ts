/** Days by which an interval may be moved: nothing below 2.5 days, then a share of each stretch. As Anki has it. */
const STRETCHES = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 }
] as const;

export interface FuzzRange {
	readonly least: number;
	readonly most: number;
}

/**
 * The whole days between which an interval may fall.
 * @param elapsed days since the last review: an interval that grows is not fuzzed back to what it was
 */
export function fuzzRange(interval: number, elapsed: number, maximum: number): FuzzRange {
	if (interval < 2.5) {
		const exact = Math.min(Math.round(interval), maximum);
		return { least: exact, most: exact };
	}
	let delta = 1;
	for (const { from, to, share } of STRETCHES) {
		delta += share * Math.max(0, Math.min(interval, to) - from);
	}
	const most = Math.min(Math.round(interval + delta), maximum);
	const least = Math.max(2, Math.round(interval - delta), interval > elapsed ? elapsed + 1 : 0);
	return { least: Math.min(least, most), most };
}

/**
 * An interval moved within its range. The same `chance` keeps longer intervals behind shorter ones, so that the four
 * buttons of one card stay in order.
 * @param chance from 0 to below 1
 */
export function fuzzed(interval: number, elapsed: number, maximum: number, chance: number): number {
	const { least, most } = fuzzRange(interval, elapsed, maximum);
	return Math.floor(least + chance * (most - least + 1));
}
