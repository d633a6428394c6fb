import { unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/lib/domain/event';
import type { CardId, EventId, NoteId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { readBackup } from '../../../src/lib/state/backup/read-backup';
import { restoreFile, type RestoreReport } from '../../../src/lib/state/backup/restore-file';
import { grade } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { change, subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { rebuild } from '../../../src/lib/storage/rebuild';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { readLog, sealTail } from '../../../src/lib/storage/sealed-log';
import { encodeSegment } from '../../../src/lib/storage/segment';
import { asFile, backupBytes, soundPack } from '../../support/backup';
import { derivedState, freshDatabase } from '../../support/database';

const CARD = 'bread:note-0#0' as CardId;
const start: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
const later = (minute: number): Moment => ({ ...start, at: start.at + minute * 60_000 });
const RUINED = new Uint8Array([1, 2, 3, 4]);

let db: ReciteDatabase;

beforeEach(async () => {
	db = freshDatabase();
	const { id, pack } = await soundPack(1);
	await subscribe(db, start, id, pack);
	await study(9);
	await sealTail(db, 4);
});

async function study(times: number): Promise<void> {
	for (let i = 0; i < times; i++) {
		const [shown] = await presentCards(db, [CARD]);
		if (!shown) throw new Error('The card is gone.');
		await grade(db, later(i), { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
	}
}

async function ruinSegment(): Promise<EventId> {
	const [segment] = await db.segments.toArray();
	if (!segment) throw new Error('Nothing is sealed.');
	await db.segments.put({ ...segment, bytes: RUINED });
	return segment.id;
}

const restore = (to: ReciteDatabase, bytes: Uint8Array): Promise<RestoreReport> => restoreFile(to, asFile(bytes));
const read = (bytes: Uint8Array) => readBackup(asFile(bytes));

describe('a log with a damaged segment', () => {
	it('is whole again once a good backup is restored, and the damaged bytes are kept', async () => {
		const good = await backupBytes(db, start.at);
		const before = await derivedState(db);
		const count = (await readLog(db)).length;
		const id = await ruinSegment();
		await expect(rebuild(db)).rejects.toMatchObject({ code: 'segment-damaged' });
		expect(await restore(db, good)).toMatchObject({ added: 4, setAside: 1, projects: 0, withoutContent: [] });
		expect(await derivedState(db)).toEqual(before);
		expect(await readLog(db)).toHaveLength(count);
		await rebuild(db);
		const kept = await db.segments.filter(({ aside }) => aside === true).toArray();
		expect(kept.map(({ bytes }) => [...bytes])).toEqual([[...RUINED]]);
		expect(kept[0]?.id).not.toBe(id);
	});

	it('goes on without it when the only backup was made after the damage', async () => {
		await ruinSegment();
		const bytes = await backupBytes(db, start.at);
		expect((await read(bytes)).leftOut).toMatchObject({ unreadable: 1, dropped: 0 });
		expect(await restore(db, bytes)).toMatchObject({ added: 0, setAside: 1, projects: 0 });
		expect((await restore(db, bytes)).setAside).toBe(0);
		await rebuild(db);
		expect(await db.segments.filter(({ aside }) => aside === true).count()).toBe(1);
	});

	it('gives up nothing of what can be read to an empty database', async () => {
		await ruinSegment();
		const readable = (await db.events.toArray()).map(({ id }) => id);
		const other = freshDatabase();
		await restore(other, await backupBytes(db, start.at));
		expect((await readLog(other)).map(({ id }) => id).sort()).toEqual(readable.sort());
	});

	it('has the part back that a newer version can read', async () => {
		const [segment] = await db.segments.toArray();
		if (!segment) throw new Error('Nothing is sealed.');
		const count = (await readLog(db)).length;
		await db.segments.put({ ...segment, bytes: new Uint8Array([9, ...segment.bytes.subarray(1)]) });
		await restore(db, await backupBytes(db, start.at));
		expect(await readLog(db)).toHaveLength(count - 4);
		await db.segments.filter(({ aside }) => aside === true).modify({ bytes: segment.bytes });
		expect(await readLog(db)).toHaveLength(count);
	});
});

describe('a backup from elsewhere', () => {
	/** The backup with one more part of the log in it. */
	async function backupWith(events: readonly unknown[]): Promise<Uint8Array> {
		const files = unzipSync(await backupBytes(db, start.at));
		return zipSync({ ...files, 'log/more': encodeSegment(events as LogEvent[]) });
	}
	const head = (n: number) => ({
		v: 1,
		id: `01KF0000000000000000000${String(n).padStart(3, '0')}`,
		device: '01KF0000000000000000000000',
		lamport: 50 + n,
		at: start.at,
		tz: 'UTC'
	});

	it('is taken in without the events that are not sound, and they are counted', async () => {
		const bytes = await backupWith([
			{ ...head(1), kind: 'bury', until: 3 },
			{ ...head(2), kind: 'review', rating: 3 },
			{ ...head(3), kind: 'deck.put', deck: 'bread' },
			{ ...head(4), kind: 'preset.put', preset: 'x' },
			{ ...head(5), kind: 'note.put', note: 'bread:note-0', fields: { kind: 'riddle' } },
			{ ...head(6), kind: 'suspend', cards: [CARD], suspended: true },
			'nonsense'
		]);
		expect((await read(bytes)).leftOut.dropped).toBe(5);
		expect((await restore(db, bytes)).added).toBe(2);
		await rebuild(db);
		expect((await presentCards(db, [CARD]))[0]?.suspended.value).toBe(true);
		expect((await db.notes.get('bread:note-0' as NoteId))?.note.kind).toBe('basic');
	});

	it('keeps what a newer version has written, and hands it on', async () => {
		const newer = { ...head(1), kind: 'deck.rename', deck: 'bread', to: 'loaf' };
		const before = await derivedState(db);
		await restore(db, await backupWith([newer]));
		expect(await derivedState(db)).toEqual(before);
		expect((await read(await backupBytes(db, start.at))).segments.flat()).toContainEqual(newer);
	});

	it('finds an event of the log in whatever order a backup lists it', async () => {
		const files = unzipSync(await backupBytes(db, start.at));
		const log = (await read(zipSync(files))).segments.flat().toReversed();
		const other = freshDatabase();
		const rest = Object.entries(files).filter(([name]) => !name.startsWith('log/'));
		await restore(other, zipSync({ ...Object.fromEntries(rest), 'log/all': encodeSegment(log) }));
		expect((await other.segments.toArray()).map(({ id }) => id)).toEqual([log.map(({ id }) => id).sort()[0]]);
	});
});

describe('a change of a note', () => {
	it('is refused with a field that sealing would leave out', async () => {
		const count = await db.events.count();
		const body = { kind: 'note.put', note: 'bread:note-0' as NoteId, fields: { hint: undefined } } as const;
		await expect(change(db, later(20), body)).rejects.toMatchObject({ code: 'change-invalid' });
		expect(await db.events.count()).toBe(count);
	});

	it('says the same once it is sealed', async () => {
		const fields = { hint: 'Look up.', sources: [] };
		await change(db, later(20), { kind: 'note.put', note: 'bread:note-0' as NoteId, fields });
		const before = await derivedState(db);
		await study(8);
		await sealTail(db, 4);
		const put = (await readLog(db)).find(({ kind }) => kind === 'note.put');
		expect(put).toMatchObject({ fields });
		expect((await derivedState(db))['edits']).toEqual(before['edits']);
	});
});
