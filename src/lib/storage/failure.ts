/** What can go wrong with the database, told apart by what the person can do about it. */
export type Failure = 'no-storage' | 'quota' | 'connection-lost' | 'blocked' | 'newer-version' | 'damaged' | 'unknown';

/** Sorts an error by its name, and those of the errors it wraps (Dexie puts the browser's error into `inner`). */
export function failureOf(error: unknown): Failure {
	for (let e: unknown = error, depth = 0; isObject(e) && depth < 5; depth++) {
		const name = String(e['name'] ?? '');
		const message = String(e['message'] ?? '');
		if (e['code'] === 'segment-damaged') return 'damaged';
		if (e['code'] === 'newer-version') return 'newer-version';
		// Code of this version that was not loaded yet is gone with the version.
		if (/dynamically imported module|importing a module script failed/i.test(message)) return 'newer-version';
		if (name === 'QuotaExceededError' || /quota/i.test(message)) return 'quota';
		if (name === 'MissingAPIError' || name === 'SecurityError') return 'no-storage';
		// Firefox's private windows used to answer so; it means that there is no database to be had.
		if (name === 'InvalidStateError' && /mutation operation/i.test(message)) return 'no-storage';
		if (name === 'VersionError') return 'newer-version';
		if (name === 'DatabaseClosedError' || name === 'InvalidStateError' || /connection.*(lost|clos)/i.test(message)) {
			return 'connection-lost';
		}
		e = e['inner'] ?? e['cause'];
	}
	return 'unknown';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

interface Reopenable {
	close(options?: { disableAutoOpen: boolean }): void;
	open(): PromiseLike<unknown>;
}

/**
 * Does it once more over a new connection when the first try found the connection lost, as Safari does to pages that
 * come back from the background. The work must bear being done twice: actions on cards take an id made beforehand and
 * find what a first try has written after all; those on the library are registers, which a second event only repeats.
 */
export async function withReconnect<T>(db: Reopenable, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (failureOf(error) !== 'connection-lost') throw error;
		await reopen(db);
		return work();
	}
}

/** Over a new connection, because one that the browser closed stays closed. */
export async function reopen(db: Reopenable): Promise<void> {
	db.close({ disableAutoOpen: false });
	await db.open();
}
