import type { Page } from '@playwright/test';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import type { Card } from '../../../src/lib/domain/card';
import { byTime, type EventOf, type LogEvent } from '../../../src/lib/domain/event';
import type { CardId } from '../../../src/lib/domain/ids';
import { replay } from '../../../src/lib/domain/replay';
import { derivedRows } from '../../../src/lib/storage/rebuild';
import { cardOf } from '../../../src/lib/storage/rows';
import {
	DATABASE_NAME,
	DERIVED,
	KEPT,
	type CardRow,
	type ClockRow,
	type PackRow,
	type SegmentRow,
	type TailRow
} from '../../../src/lib/storage/schema';
import { decodeSegment } from '../../../src/lib/storage/segment';
import { expect } from './test';

type Tables<Name extends string> = Readonly<Record<Name, readonly unknown[]>>;

/** Rows as the browser holds them, read past the app in one transaction. The database must be there. */
async function readTables<Name extends string>(page: Page, names: readonly Name[]): Promise<Tables<Name>> {
	const rows = await page.evaluate(
		async ({ database, names }) => {
			const settled = <T>(request: IDBRequest<T>): Promise<T> =>
				new Promise((done, fail) => {
					request.onsuccess = () => done(request.result);
					request.onerror = () => fail(request.error);
				});
			const db = await settled(indexedDB.open(database));
			try {
				const stores = db.transaction([...names], 'readonly');
				return await Promise.all(names.map((name) => settled(stores.objectStore(name).getAll())));
			} finally {
				db.close();
			}
		},
		{ database: DATABASE_NAME, names }
	);
	return Object.fromEntries(names.map((name, i) => [name, rows[i] ?? []])) as unknown as Tables<Name>;
}

/** The log in the order of replay. */
export async function readLog(page: Page): Promise<LogEvent[]> {
	return logOf(await readTables(page, ['events', 'segments']));
}

export async function readReviews(page: Page): Promise<EventOf<'review'>[]> {
	return (await readLog(page)).filter((event) => event.kind === 'review');
}

export async function readCard(page: Page, id: CardId): Promise<Card | undefined> {
	const { cards } = await readTables(page, ['cards']);
	const row = (cards as readonly CardRow[]).find((card) => card.id === id);
	return row && cardOf(row);
}

/** All that follows from packs and log, for comparing two moments row by row. */
export async function readDerived(page: Page): Promise<Record<string, readonly unknown[]>> {
	return inOrder(await readTables(page, DERIVED));
}

/**
 * Holds the database to what it must be at any moment: every derived row is what a replay of packs and log gives, no
 * event is there twice, and the device's clock has not fallen behind its own events.
 * @returns the log
 */
export async function expectWhole(page: Page): Promise<LogEvent[]> {
	const tables = await readTables(page, [...KEPT, ...DERIVED]);
	const log = logOf(tables);
	expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
	const [clock] = tables.clock as readonly ClockRow[];
	expect(clock?.lamport ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...log.map(({ lamport }) => lamport)));
	const packs = new Map((tables.packs as readonly PackRow[]).map(({ id, pack }) => [id, pack]));
	const derived = inOrder(derivedRows(replay(log, packs)));
	for (const name of DERIVED) {
		const held = inOrder({ [name]: tables[name] })[name];
		if (canonicalJson(held) !== canonicalJson(derived[name])) expect(held, name).toEqual(derived[name]);
	}
	return log;
}

function logOf({ events, segments }: Tables<'events' | 'segments'>): LogEvent[] {
	const sealed = (segments as readonly SegmentRow[]).flatMap(({ bytes }) => decodeSegment(bytes));
	return [...sealed, ...(events as readonly TailRow[]).map(({ event }) => event)].sort(byTime);
}

function inOrder(tables: Readonly<Record<string, readonly unknown[]>>): Record<string, readonly unknown[]> {
	const keyed = (row: unknown) => ({ row, key: canonicalJson(row) });
	return Object.fromEntries(
		Object.entries(tables).map(([name, rows]) => [
			name,
			rows
				.map(keyed)
				.sort((a, b) => (a.key < b.key ? -1 : 1))
				.map(({ row }) => row)
		])
	);
}
