import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/lib/deck-format/pack-id';
import type { CardId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { restoreFile, type RestoreReport } from '../../../src/lib/state/backup/restore-file';
import { leftOutText, restoredText } from '../../../src/lib/state/backup/restored-text';
import { grade } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { subscribe } from '../../../src/lib/storage/library-actions';
import { asFile, backupBytes, soundPack } from '../../support/backup';
import { freshDatabase } from '../../support/database';

const start = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
const PICTURE = strToU8('a picture');

/** Files of a backup of one deck and one picture. @param studied whether a card was reviewed once */
async function backupFiles(studied = false): Promise<Record<string, Uint8Array>> {
	const { id, pack } = await soundPack(1);
	const db = freshDatabase();
	await subscribe(db, start, id, pack);
	const [shown] = studied ? await presentCards(db, ['bread:note-0#0' as CardId]) : [];
	if (shown) await grade(db, start, { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
	const files = unzipSync(await backupBytes(db, start.at));
	return { ...files, [`media/${await sha256Hex(PICTURE.slice())}`]: PICTURE };
}

describe('restoring a file', () => {
	it('takes in the log, the packs and the pictures, and says how far it is', async () => {
		const db = freshDatabase();
		const shares: number[] = [];
		const report = await restoreFile(db, asFile(zipSync(await backupFiles())), {
			onprogress: ({ share }) => shares.push(share)
		});
		expect(report).toEqual(plain({ added: 1, packs: 1, media: 1 }));
		expect(await db.decks.count()).toBe(1);
		expect(await db.media.count()).toBe(1);
		expect(shares.length).toBeGreaterThan(2);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
	});

	it('leaves out a picture that is not what its name says', async () => {
		const files = await backupFiles();
		const media = Object.keys(files).find((name) => name.startsWith('media/')) ?? '';
		const db = freshDatabase();
		const report = await restoreFile(db, asFile(zipSync({ ...files, [media]: strToU8('another') })));
		expect(report).toMatchObject({ added: 1, leftOut: { media: 1, packs: 0 } });
		expect(await db.media.count()).toBe(0);
		expect(await db.decks.count()).toBe(1);
	});

	it.each([
		['another deck than its name says', strToU8('{}')],
		['no deck', strToU8('[[')],
		['a deck nested deeper than any memory', strToU8(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)]
	])('keeps the reviews of a deck whose content is %s, and the deck comes back with it', async (_, content) => {
		const files = await backupFiles(true);
		const name = Object.keys(files).find((name) => name.startsWith('packs/')) ?? '';
		const db = freshDatabase();
		const report = await restoreFile(db, asFile(zipSync({ ...files, [name]: content })));
		expect(report).toMatchObject({ added: 2, reviews: 1, leftOut: { packs: 1 }, withoutContent: ['bread'] });
		expect(leftOutText(report)).toMatch(
			/1 version of a deck .* damaged.* “bread” are not on this device: add it again/
		);
		expect(await db.decks.count()).toBe(0);
		const { id, pack } = await soundPack(1);
		await subscribe(db, { ...start, at: start.at + 1000 }, id, pack);
		expect(await db.cards.filter(({ reps }) => reps === 1).count()).toBe(1);
	});

	it('does not speak of a damaged deck that is here whole', async () => {
		const files = await backupFiles();
		const name = Object.keys(files).find((name) => name.startsWith('packs/')) ?? '';
		const db = freshDatabase();
		await restoreFile(db, asFile(zipSync(files)));
		const report = await restoreFile(db, asFile(zipSync({ ...files, [name]: strToU8('{}') })));
		expect(report).toEqual(plain({}));
		expect(leftOutText(report)).toBe(null);
	});

	it('says what another copy brings that the first had lost', async () => {
		const files = await backupFiles();
		const name = Object.keys(files).find((name) => name.startsWith('packs/')) ?? '';
		const db = freshDatabase();
		await restoreFile(db, asFile(zipSync({ ...files, [name]: strToU8('{}') })));
		const report = await restoreFile(db, asFile(zipSync(files)));
		expect(report).toEqual(plain({ packs: 1 }));
		expect(restoredText(report)).toBe('Restored: the content of 1 deck.');
		expect(await db.decks.count()).toBe(1);
	});

	it('goes by the name of its own file when what is said in it is damaged', async () => {
		const bytes = zipSync(await backupFiles(), { level: 0 });
		const at = Buffer.from(bytes).indexOf('"recite-backup"');
		bytes[at + 1] = 0x20;
		expect((await restoreFile(freshDatabase(), asFile(bytes))).added).toBe(1);
	});

	it('changes nothing when it is cancelled', async () => {
		const db = freshDatabase();
		const stop = new AbortController();
		const bytes = zipSync(await backupFiles());
		const onprogress = ({ step }: { step: string }): void => {
			if (step === 'replaying') stop.abort();
		};
		await expect(restoreFile(db, asFile(bytes), { onprogress, signal: stop.signal })).rejects.toMatchObject({
			code: 'cancelled'
		});
		expect(await db.segments.count()).toBe(0);
		expect(await db.packs.count()).toBe(0);
	});

	it('writes nothing of it when the last of it cannot be written', async () => {
		const db = freshDatabase();
		await db.open();
		const files = zipSync(await backupFiles());
		db.cards.hook('creating', () => {
			throw new Error('out of space');
		});
		await expect(restoreFile(db, asFile(files))).rejects.toThrow('out of space');
		for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
	});
});

describe('a file made to fill the memory', () => {
	it('costs the part that it is, and the rest is taken', async () => {
		const files = await backupFiles();
		const bomb = new Uint8Array(300 * 1024 * 1024);
		const bytes = zipSync({ ...files, [`packs/${'0'.repeat(64)}.json`]: [bomb, { level: 1 }] });
		expect(bytes.length).toBeLessThan(3_000_000);
		const report = await restoreFile(freshDatabase(), asFile(bytes));
		expect(report).toMatchObject({ added: 1, withoutContent: [], leftOut: { packs: 1, unreadable: 0 } });
	});

	it('is noticed inside a part of the log', async () => {
		const files = await backupFiles();
		const bomb = Uint8Array.from([1, ...deflateSync(new Uint8Array(100 * 1024 * 1024).fill(0x20))]);
		expect(bomb.length).toBeLessThan(200_000);
		const { leftOut, added } = await restoreFile(freshDatabase(), asFile(zipSync({ ...files, 'log/bomb': bomb })));
		expect({ leftOut, added }).toMatchObject({ added: 1, leftOut: { unreadable: 1 } });
	});

	it('is not read where it says too much of itself', async () => {
		const read: number[] = [];
		const files = zipSync(await backupFiles());
		const large = new Blob([files, new Uint8Array(50 * 1024 * 1024)]);
		const slice = large.slice.bind(large);
		large.slice = (start = 0, end = large.size) => {
			read.push(end - start);
			return slice(start, end);
		};
		await restoreFile(freshDatabase(), large).catch(() => null);
		expect(Math.max(...read)).toBeLessThan(200_000);
	});
});

describe('the words after a restore', () => {
	it('say nothing of what is in order', () => {
		expect(restoredText(plain({ added: 3 }))).toBe('Restored: 3 entries of your log.');
		expect(leftOutText(plain({ added: 3 }))).toBe(null);
		expect(restoredText(plain({}))).toBe('The backup held nothing new.');
		expect(restoredText(plain({ packs: 2, media: 3 }))).toBe(
			'Restored: the content of 2 decks and 3 pictures or documents.'
		);
		expect(restoredText(plain({ added: 1, packs: 2, media: 3 }))).toBe('Restored: 1 entry of your log.');
		expect(restoredText(plain({ added: 3, projects: 2 }))).toBe(
			'Restored: 3 entries of your log and 2 decks of the Studio.'
		);
	});

	it('say how much was left out', () => {
		const { leftOut } = plain({});
		expect(leftOutText(plain({ setAside: 1, leftOut: { ...leftOut, unreadable: 2, dropped: 1 } }))).toMatch(
			/^2 parts of the backup could not be read.* 1 entry in the backup.* 1 part of the log on this device/
		);
		const lost = { ...leftOut, packs: 1, projects: 2, media: 3, incomplete: true };
		expect(leftOutText(plain({ withoutContent: ['Bread', 'Wine'], leftOut: lost }))).toBe(
			'The backup is damaged, and a part of it is missing. What is whole was taken; look for another copy. ' +
				'1 version of a deck, 2 decks of the Studio and 3 pictures or documents in the backup were damaged and left out; ' +
				'another copy of the backup may have them. ' +
				'The cards of the decks “Bread” and “Wine” are not on this device: add them again. What you have learnt is kept.'
		);
	});
});

function plain(more: Partial<RestoreReport>): RestoreReport {
	const leftOut = { unreadable: 0, dropped: 0, packs: 0, media: 0, projects: 0, incomplete: false };
	return { added: 0, setAside: 0, reviews: 0, projects: 0, packs: 0, media: 0, withoutContent: [], leftOut, ...more };
}
