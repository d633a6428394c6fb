/**
 * Whether a card is called a leech at this number of lapses: at the threshold, and again each time half the threshold
 * (rounded up) has been added, as Anki does.
 * @param threshold 0 for never
 */
export function callsLeech(lapses: number, threshold: number): boolean {
	if (threshold <= 0 || lapses < threshold) return false;
	return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
