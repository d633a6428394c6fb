import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/lib/storage/open';
import { DERIVED_VERSION, type ReciteDatabase } from '../../../src/lib/storage/schema';
import { freshDatabase, secondWindow } from '../../support/database';

const watchers = { onblocked: () => {}, onsuperseded: () => {} };
const NOW = Date.UTC(2026, 0, 5, 12);

let db: ReciteDatabase;

beforeEach(() => {
	db = freshDatabase();
});

describe('opening the database', () => {
	it('makes it on the first visit, with nothing to rebuild', async () => {
		expect(await openDatabase(db, watchers, NOW)).toEqual({ stale: false });
		expect(await db.clock.toArray()).toMatchObject([{ lamport: 0, derived: DERIVED_VERSION }]);
	});

	it('keeps the device and its clock on the next visit', async () => {
		await openDatabase(db, watchers, NOW);
		const [clock] = await db.clock.toArray();
		db.close();
		const again = secondWindow(db);
		expect(await openDatabase(again, watchers, NOW + 1)).toEqual({ stale: false });
		expect(await again.clock.toArray()).toEqual([clock]);
	});

	it('asks for a rebuild when other rules made the rows', async () => {
		await openDatabase(db, watchers, NOW);
		await db.clock.update('clock', { derived: DERIVED_VERSION - 1 });
		db.close();
		expect(await openDatabase(secondWindow(db), watchers, NOW)).toEqual({ stale: true });
	});
});
