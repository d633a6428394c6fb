/** What can go wrong with the database, told apart by what the person can do about it. */
export type Failure = 'no-storage' | 'quota' | 'connection-lost' | 'blocked' | 'newer-version' | 'damaged' | 'unknown';

export interface FailureText {
	readonly title: string;
	readonly advice: string;
}

export const FAILURE_TEXT: Record<Failure, FailureText> = {
	'no-storage': {
		title: 'This window cannot keep anything',
		advice:
			'The browser gives this page no database. That is usual in private windows and where site data are switched off. Open Recite in an ordinary window, or allow site data for this address.'
	},
	quota: {
		title: 'The device is out of space',
		advice:
			'Nothing has been lost. Your last grade is kept in this window: free some space on the device, then choose “Try again”. Do not close this window before.'
	},
	'connection-lost': {
		title: 'The connection to the database was lost',
		advice:
			'The browser closed it, most often because the page was in the background. Your last grade is kept in this window. Choose “Try again”.'
	},
	blocked: {
		title: 'Another window holds an older Recite open',
		advice: 'Close the other Recite windows, or reload them. This one goes on by itself.'
	},
	'newer-version': {
		title: 'A newer Recite has been here',
		advice: 'The data on this device were written by a newer version. Reload to get it. Nothing has been changed.'
	},
	damaged: {
		title: 'Part of the log cannot be read',
		advice:
			'Nothing has been changed. Save a backup of what can be read, then restore your last good backup in Settings.'
	},
	unknown: {
		title: 'Something went wrong with the database',
		advice:
			'Nothing has been written by halves. Choose “Try again”; if it happens again, save a backup in Settings and reload.'
	}
};

/** Sorts an error by its name, and those of the errors it wraps (Dexie puts the browser's error into `inner`). */
export function failureOf(error: unknown): Failure {
	for (let e: unknown = error, depth = 0; isObject(e) && depth < 5; depth++) {
		const name = String(e['name'] ?? '');
		const message = String(e['message'] ?? '');
		if (e['code'] === 'segment-damaged') return 'damaged';
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

/**
 * Does it once more over a new connection when the first try found the connection lost, as Safari does to pages that
 * come back from the background. Every action makes its event's id beforehand or checks what it finds, so a first try
 * that was written after all is not written twice.
 */
export async function withReconnect<T>(
	db: { close(options?: { disableAutoOpen: boolean }): void; open(): PromiseLike<unknown> },
	work: () => Promise<T>
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (failureOf(error) !== 'connection-lost') throw error;
		db.close({ disableAutoOpen: false });
		await db.open();
		return work();
	}
}
