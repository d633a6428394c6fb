/**
 * Days in a row on which something was reviewed. A day that is still running does not break a streak: one that reached
 * yesterday stands until today is over.
 * @param days learner's days with at least one review, in any order
 */
export function streak(days: Iterable<number>, today: number): { current: number; longest: number } {
	const studied = new Set(days);
	let longest = 0;
	for (const day of studied) {
		if (studied.has(day - 1)) continue;
		longest = Math.max(longest, runFrom(studied, day, 1));
	}
	const last = studied.has(today) ? today : today - 1;
	return { current: runFrom(studied, last, -1), longest };
}

function runFrom(days: ReadonlySet<number>, first: number, step: 1 | -1): number {
	let length = 0;
	while (days.has(first + step * length)) length++;
	return length;
}
