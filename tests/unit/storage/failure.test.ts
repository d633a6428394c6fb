import { describe, expect, it } from 'vitest';
import { failureOf, withReconnect } from '../../../src/lib/storage/failure';

const lost = () => new DOMException('The database connection is closing.', 'InvalidStateError');

/** Notes what is asked of the connection. */
function connection() {
	const asked: string[] = [];
	return { asked, close: () => void asked.push('close'), open: async () => void asked.push('open') };
}

describe('a lost connection', () => {
	it('is opened anew and the work done once more', async () => {
		const db = connection();
		let tries = 0;
		const work = async (): Promise<string> => {
			db.asked.push('work');
			if (++tries === 1) throw lost();
			return 'done';
		};
		expect(await withReconnect(db, work)).toBe('done');
		expect(db.asked).toEqual(['work', 'close', 'open', 'work']);
	});

	it('is told of when it is lost again', async () => {
		const db = connection();
		const failing = withReconnect(db, async () => {
			db.asked.push('work');
			throw lost();
		});
		await expect(failing).rejects.toThrow('closing');
		expect(db.asked).toEqual(['work', 'close', 'open', 'work']);
	});
});

it('does not try again what failed for another reason', async () => {
	const db = connection();
	const failing = withReconnect(db, async () => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	await expect(failing).rejects.toThrow('full');
	expect(db.asked).toEqual([]);
});

describe('a failure', () => {
	const cases: [what: string, error: unknown, failure: ReturnType<typeof failureOf>][] = [
		['a newer version', new DOMException('higher version', 'VersionError'), 'newer-version'],
		['a full disk', new DOMException('', 'QuotaExceededError'), 'quota'],
		['no database at all', { name: 'MissingAPIError' }, 'no-storage'],
		['a closed database', { name: 'DatabaseClosedError' }, 'connection-lost'],
		['a damaged log', { code: 'segment-damaged' }, 'damaged'],
		['anything else', new Error('odd'), 'unknown'],
		['no error', undefined, 'unknown']
	];
	it.each(cases)('is told apart: %s', (_what, error, failure) => {
		expect(failureOf(error)).toBe(failure);
	});

	it('is found in the error that wraps it', () => {
		const inner = new DOMException('higher version', 'VersionError');
		expect(failureOf({ name: 'OpenFailedError', inner })).toBe('newer-version');
		expect(failureOf(new Error('could not open', { cause: inner }))).toBe('newer-version');
	});
});
