/**
 * A small note beside the database, in local storage, that there was something in it. A browser that clears the database
 * alone (under pressure for space, or by "clear cached data") leaves it; then an empty database is not a new learner.
 */
const KEY = 'recite.traces';

export interface Traces {
	/** Unix ms of the last thing done. */
	readonly lastUsed: number;
	readonly reviews: number;
	/** Unix ms of the last backup saved, if any. */
	readonly backup: number | null;
}

export function readTraces(): Traces | null {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
		if (typeof value !== 'object' || value === null) return null;
		const { lastUsed, reviews, backup } = value as Partial<Record<keyof Traces, unknown>>;
		if (typeof lastUsed !== 'number' || typeof reviews !== 'number') return null;
		return { lastUsed, reviews, backup: typeof backup === 'number' ? backup : null };
	} catch {
		return null;
	}
}

export function leaveTraces(change: Partial<Traces>): void {
	const traces: Traces = { lastUsed: 0, reviews: 0, backup: null, ...readTraces(), ...change };
	try {
		localStorage.setItem(KEY, JSON.stringify(traces));
	} catch {
		// Local storage may be off or full; then a wiped database looks like a new learner, as it would anyway.
	}
}
