import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CardId, PackId } from '../../../src/lib/domain/ids';
import type { Pack } from '../../../src/lib/domain/pack';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { makeBackup, readBackup, restoreBackup } from '../../../src/lib/storage/backup';
import { grade } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { readLog, sealTail } from '../../../src/lib/storage/sealed-log';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { derivedState, freshDatabase } from '../../support/database';
import { samplePack } from '../../support/sample-pack';

const FIRST = 'bread:note-0#0' as CardId;
const OTHER = 'bread:note-4#0' as CardId;
const start: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };

async function begun(): Promise<ReciteDatabase> {
	const db = freshDatabase();
	const { id, pack } = samplePack(1);
	await subscribe(db, start, id, pack);
	return db;
}

async function study(db: ReciteDatabase, card: CardId, minute: number): Promise<void> {
	const [shown] = await presentCards(db, [card]);
	const moment = { ...start, at: start.at + minute * 60_000 };
	if (shown) await grade(db, moment, { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
}

async function restore(db: ReciteDatabase, bytes: Uint8Array): Promise<number> {
	const backup = readBackup(bytes);
	const packs = backup.packs.map(({ id, json }) => ({ id: id as PackId, pack: JSON.parse(json) as Pack }));
	return (await restoreBackup(db, backup, packs)).added;
}

describe('a backup', () => {
	it('brings an empty database to the same state, row by row', async () => {
		const db = await begun();
		for (let i = 0; i < 12; i++) await study(db, i % 2 ? FIRST : OTHER, i);
		await sealTail(db, 4);
		const bytes = await makeBackup(db, start.at);
		const other = freshDatabase();
		await restore(other, bytes);
		expect(await derivedState(other)).toEqual(await derivedState(db));
		expect((await other.packs.toArray()).map((row) => row.id)).toEqual([samplePack(1).id]);
	});

	it('restored twice adds nothing', async () => {
		const db = await begun();
		await study(db, FIRST, 1);
		const bytes = await makeBackup(db, start.at);
		const before = await derivedState(db);
		expect(await restore(db, bytes)).toBe(0);
		expect(await derivedState(db)).toEqual(before);
	});

	it('merges two devices that went on apart, whichever way it goes', async () => {
		const one = await begun();
		await study(one, FIRST, 1);
		const two = freshDatabase();
		await restore(two, await makeBackup(one, start.at));
		await study(one, FIRST, 20);
		await study(two, OTHER, 30);
		await study(two, FIRST, 40);
		const [fromOne, fromTwo] = [await makeBackup(one, start.at), await makeBackup(two, start.at)];
		await restore(one, fromTwo);
		await restore(two, fromOne);
		expect(await derivedState(one)).toEqual(await derivedState(two));
		expect((await presentCards(one, [FIRST]))[0]?.reps).toBe(3);
		const ids = (await readLog(one)).map((event) => event.id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each([
		['something else', strToU8('hello')],
		['an empty file', new Uint8Array()],
		['another zip', zipSync({ 'a.txt': strToU8('a') })],
		['a newer format', zipSync({ 'recite-backup.json': strToU8('{"format":"recite-backup","version":2}') })]
	])('is refused when it is %s', (_, bytes) => {
		expect(() => readBackup(bytes)).toThrow(expect.objectContaining({ code: 'not-a-backup' }));
	});

	it('cut off anywhere is refused and changes nothing', async () => {
		const db = await begun();
		await study(db, FIRST, 1);
		const bytes = await makeBackup(db, start.at);
		const empty = freshDatabase();
		for (let cut = 1; cut < bytes.length; cut += 97) {
			await expect(restore(empty, bytes.subarray(0, cut))).rejects.toMatchObject({
				code: expect.stringMatching(/not-a-backup|segment-damaged/)
			});
		}
		expect(await empty.events.count()).toBe(0);
	});
});
