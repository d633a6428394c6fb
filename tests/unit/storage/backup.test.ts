import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/lib/deck-format/pack-id';
import { AppError } from '../../../src/lib/domain/app-error';
import type { CardId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { makeBackup } from '../../../src/lib/state/backup/make-backup';
import { readBackup } from '../../../src/lib/state/backup/read-backup';
import { restoreFile } from '../../../src/lib/state/backup/restore-file';
import { grade } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { readLog, sealTail } from '../../../src/lib/storage/sealed-log';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { asFile, backupBytes, soundPack } from '../../support/backup';
import { derivedState, freshDatabase } from '../../support/database';

const FIRST = 'bread:note-0#0' as CardId;
const OTHER = 'bread:note-4#0' as CardId;
const start: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };

async function begun(): Promise<ReciteDatabase> {
	const db = freshDatabase();
	const { id, pack } = await soundPack(1);
	await subscribe(db, start, id, pack);
	return db;
}

async function study(db: ReciteDatabase, card: CardId, minute: number): Promise<void> {
	const [shown] = await presentCards(db, [card]);
	const moment = { ...start, at: start.at + minute * 60_000 };
	if (shown) await grade(db, moment, { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
}

const restore = async (db: ReciteDatabase, file: Blob): Promise<number> => (await restoreFile(db, file)).added;

describe('a backup', () => {
	it('brings an empty database to the same state, row by row', async () => {
		const db = await begun();
		for (let i = 0; i < 12; i++) await study(db, i % 2 ? FIRST : OTHER, i);
		await sealTail(db, 4);
		const other = freshDatabase();
		await restore(other, await makeBackup(db, start.at));
		expect(await derivedState(other)).toEqual(await derivedState(db));
		expect(await other.packs.toArray()).toEqual(await db.packs.toArray());
	});

	it('restored twice adds nothing', async () => {
		const db = await begun();
		await study(db, FIRST, 1);
		const backup = await makeBackup(db, start.at);
		const before = await derivedState(db);
		expect(await restore(db, backup)).toBe(0);
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

	it('is a zip that any program unpacks, the log before all that is larger', async () => {
		const db = await begun();
		await study(db, FIRST, 1);
		const picture = strToU8('a picture');
		const sha256 = await sha256Hex(picture.slice());
		await db.media.put({ sha256, blob: new Blob([picture]) });
		const files = unzipSync(await backupBytes(db, start.at));
		const { id, pack } = await soundPack(1);
		expect(Object.keys(files).map((name) => name.split('/')[0])).toEqual([
			'recite-backup.json',
			'log',
			'packs',
			'media'
		]);
		expect(JSON.parse(strFromU8(files[`packs/${id}.json`] ?? new Uint8Array()))).toEqual(pack);
		expect(files[`media/${sha256}`]).toEqual(picture);
		expect(JSON.parse(strFromU8(files['recite-backup.json'] ?? new Uint8Array()))).toEqual({
			format: 'recite-backup',
			version: 1,
			made: start.at,
			events: 2,
			packs: 1
		});
	});

	it('says how far it is, and stops when it is told to', async () => {
		const db = await begun();
		const shares: number[] = [];
		await makeBackup(db, start.at, { onprogress: ({ share }) => shares.push(share) });
		expect(shares).toEqual([0.5, 1]);
		await expect(makeBackup(db, start.at, { signal: AbortSignal.abort() })).rejects.toMatchObject({
			code: 'cancelled'
		});
	});

	it.each([
		['something else', strToU8('hello')],
		['an empty file', new Uint8Array()],
		['another zip', zipSync({ 'a.txt': strToU8('a') })],
		['of another sort', zipSync({ 'recite-backup.json': strToU8('{"format":"other","version":1}') })],
		['a newer format', zipSync({ 'recite-backup.json': strToU8('{"format":"recite-backup","version":2}') })]
	])('is refused when it is %s', async (_, bytes) => {
		await expect(readBackup(asFile(bytes))).rejects.toMatchObject({ code: 'not-a-backup' });
	});
});

describe('a backup that breaks off', () => {
	it('gives what stands before that, and says so', async () => {
		const db = await begun();
		for (let i = 0; i < 12; i++) await study(db, i % 2 ? FIRST : OTHER, i);
		const bytes = await backupBytes(db, start.at);
		const log = (await readLog(db)).map(({ id }) => id).sort();
		let withLog = 0;
		for (let length = 1; length < bytes.length; length += 61) {
			const other = freshDatabase();
			const report = await restoreFile(other, asFile(bytes.subarray(0, length))).catch((error: unknown) => error);
			const held = (await readLog(other)).map(({ id }) => id).sort();
			if (report instanceof AppError) {
				expect(report.code).toBe('not-a-backup');
				expect(held).toEqual([]);
				continue;
			}
			expect(report).toMatchObject({ added: held.length, leftOut: { incomplete: true } });
			expect(held).toEqual(log);
			withLog++;
			other.close();
		}
		expect(withLog).toBeGreaterThan(3);
	});
});
