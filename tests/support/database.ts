import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { DERIVED, ReciteDatabase } from '../../src/lib/storage/schema';

/** A database of its own in a factory of its own, so that no test sees another's rows. */
export function freshDatabase(): ReciteDatabase {
	return new ReciteDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
}

/** A second window on the same database. */
export function secondWindow(db: ReciteDatabase): ReciteDatabase {
	const { indexedDB, IDBKeyRange: range } = db._options as { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
	return new ReciteDatabase('test', { indexedDB, IDBKeyRange: range });
}

/** Every derived row by table and primary key, for comparing two states row by row. */
export async function derivedState(db: ReciteDatabase): Promise<Record<string, unknown[]>> {
	const tables = await Promise.all(DERIVED.map(async (name) => [name, await db.table(name).toArray()] as const));
	return Object.fromEntries(tables);
}
