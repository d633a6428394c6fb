// First, because live queries run only where there is a database when Dexie is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FailedReads } from '../../../src/lib/state/failed-reads.svelte';
import { keepReading } from '../../../src/lib/state/kept-read';
import { listProjects } from '../../../src/lib/storage/projects';
import { Studio } from '../../../src/lib/state/studio/studio.svelte';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { freshDatabase } from '../../support/database';
import { HERE } from '../../support/workshop';

let db: ReciteDatabase;
let failedReads: FailedReads;
let broken: Error | null;
let titles: string[][];
const ends: (() => void)[] = [];

/** The titles of the projects, unless something is broken. */
function read(): () => void {
	const query = async (): Promise<string[]> => {
		const found = await listProjects(db);
		if (broken !== null) throw broken;
		return found.map(({ title }) => title);
	};
	const end = keepReading(query, (value) => void titles.push(value), failedReads);
	ends.push(end);
	return end;
}

beforeEach(() => {
	db = freshDatabase();
	failedReads = new FailedReads(db);
	broken = null;
	titles = [];
});
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

const failed = () => vi.waitFor(() => expect(failedReads.list).toHaveLength(1), { timeout: 3000 });

describe('a query that is kept up', () => {
	it('stands in the list of failed reads when it fails again, until another try succeeds', async () => {
		broken = new Error('The tape is torn.');
		read();
		await failed();
		expect(failedReads.list[0]?.error).toBe(broken);
		void failedReads.retry();
		await failed();
		expect(titles).toEqual([]);
		broken = null;
		void failedReads.retry();
		await vi.waitFor(() => expect(titles).toEqual([[]]));
		expect(failedReads.list).toEqual([]);
	});

	it('tells of a connection that was closed, of which Dexie says nothing', async () => {
		broken = Object.assign(new Error('Closed.'), { name: 'DatabaseClosedError' });
		read();
		await failed();
		broken = null;
		db.close({ disableAutoOpen: true });
		await failedReads.retry();
		await vi.waitFor(() => expect(titles).toEqual([[]]));
	});

	it('asks once more by itself before it says anything', async () => {
		broken = new Error('The page was asleep.');
		read();
		setTimeout(() => (broken = null), 200);
		await vi.waitFor(() => expect(titles).toEqual([[]]), { timeout: 3000 });
		expect(failedReads.list).toEqual([]);
	});

	it('comes back by itself with the next change of what it reads, and goes on', async () => {
		broken = new Error('The tape is torn.');
		read();
		await failed();
		broken = null;
		const studio = new Studio({ db, shelvePack: () => Promise.resolve() }, HERE);
		await studio.create('Bread');
		await vi.waitFor(() => expect(titles.at(-1)).toEqual(['Bread']));
		expect(failedReads.list).toEqual([]);
		await studio.create('Yeast');
		await vi.waitFor(() => expect(titles.at(-1)?.toSorted()).toEqual(['Bread', 'Yeast']));
	});

	it('is off the list as soon as its screen is gone', async () => {
		broken = new Error('The tape is torn.');
		const end = read();
		await failed();
		end();
		expect(failedReads.list).toEqual([]);
	});
});
