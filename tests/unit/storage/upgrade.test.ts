import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/lib/storage/open';
import { AUTHORED, DERIVED, KEPT, ReciteDatabase } from '../../../src/lib/storage/schema';

const watchers = { onblocked: () => {}, onsuperseded: () => {} };
const NAME = 'stored';

interface Stored {
	/** Stores with their key paths and indexes, as the browser lists them. */
	readonly stores: Record<string, string>;
	readonly rows: Record<string, unknown[]>;
}

/** A database as a released version left it, written past the app's own schema. */
async function stored(version: number): Promise<{ factory: IDBFactory; rows: Stored['rows'] }> {
	const path = new URL(`../../fixtures/databases/version-${version}.json`, import.meta.url);
	const { stores, rows } = JSON.parse(readFileSync(path, 'utf8')) as Stored;
	const factory = new IDBFactory();
	const db = new Dexie(NAME, { indexedDB: factory, IDBKeyRange });
	db.version(version).stores(stores);
	for (const [name, all] of Object.entries(rows)) await db.table(name).bulkAdd(all.map(revived));
	db.close();
	return { factory, rows };
}

/** JSON holds no bytes, so they are written as lists of numbers. */
function revived(row: unknown): unknown {
	const { bytes, ...rest } = row as { bytes?: number[] };
	return bytes === undefined ? rest : { ...rest, bytes: Uint8Array.from(bytes) };
}

describe('a database of version 1', () => {
	it('is opened with everything still there, and room for projects', async () => {
		const { factory, rows } = await stored(1);
		const db = new ReciteDatabase(NAME, { indexedDB: factory, IDBKeyRange });
		expect(await openDatabase(db, watchers, 0)).toEqual({ stale: false });
		for (const name of [...KEPT, ...DERIVED]) {
			if ((AUTHORED as readonly string[]).includes(name)) continue;
			expect(await db.table(name).toArray(), name).toEqual(rows[name]?.map(revived));
		}
		expect(rows['segments']?.length).toBeGreaterThan(0);
		expect(rows['cards']?.length).toBeGreaterThan(0);
		for (const name of AUTHORED) expect(await db.table(name).count()).toBe(0);
		db.close();
	});
});

describe('a database without a store in it', () => {
	it('is given all of them: an older window was closed before it had made any', async () => {
		const factory = new IDBFactory();
		await new Promise<void>((done) => {
			const opening = factory.open(NAME, 1);
			opening.onsuccess = () => {
				opening.result.close();
				done();
			};
		});
		const db = new ReciteDatabase(NAME, { indexedDB: factory, IDBKeyRange });
		await openDatabase(db, watchers, 0);
		for (const name of [...KEPT, ...DERIVED]) expect(await db.table(name).count()).toBe(name === 'clock' ? 1 : 0);
		db.close();
	});
});
