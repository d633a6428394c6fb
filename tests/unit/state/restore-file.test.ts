import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { openPack } from '../../../src/lib/deck-format/open-pack';
import { packId, sha256Hex } from '../../../src/lib/deck-format/pack-id';
import { restoreFile } from '../../../src/lib/state/restore-file';
import { leftOutText, restoredText } from '../../../src/lib/state/restored-text';
import { makeBackup } from '../../../src/lib/storage/backup';
import { subscribe } from '../../../src/lib/storage/library-actions';
import { freshDatabase } from '../../support/database';
import { samplePack } from '../../support/sample-pack';

const start = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
const PICTURE = strToU8('a picture');

/** Files of a backup of one deck and one picture. */
async function backupFiles(): Promise<Record<string, Uint8Array>> {
	const { pack: sample } = samplePack(1);
	const topics = sample.topics.map((topic) => ({ ...topic, description: `About the ${topic.id}.` }));
	const made = { ...sample, topics };
	const id = await packId(made);
	const db = freshDatabase();
	await subscribe(db, start, id, await openPack(canonicalJson(made), id));
	const files = unzipSync(await makeBackup(db, start.at));
	return { ...files, [`media/${await sha256Hex(PICTURE.slice())}`]: PICTURE };
}

describe('restoring a file', () => {
	it('takes in the log, the packs and the pictures, and says how far it is', async () => {
		const db = freshDatabase();
		const shares: number[] = [];
		const report = await restoreFile(db, zipSync(await backupFiles()), {
			onprogress: ({ share }) => shares.push(share)
		});
		expect(report).toEqual({ added: 1, setAside: 0, reviews: 0, dropped: 0, unreadable: 0, projects: 0 });
		expect(await db.decks.count()).toBe(1);
		expect(await db.media.count()).toBe(1);
		expect(shares.length).toBeGreaterThan(2);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
	});

	it('refuses a picture that is not what its name says', async () => {
		const files = await backupFiles();
		const media = Object.keys(files).find((name) => name.startsWith('media/')) ?? '';
		const db = freshDatabase();
		await expect(restoreFile(db, zipSync({ ...files, [media]: strToU8('another') }))).rejects.toMatchObject({
			code: 'not-a-backup',
			message: expect.stringContaining('picture')
		});
		expect(await db.events.count()).toBe(0);
		expect(await db.media.count()).toBe(0);
	});

	it('changes nothing when it is cancelled', async () => {
		const db = freshDatabase();
		const stop = new AbortController();
		const bytes = zipSync(await backupFiles());
		const onprogress = ({ share }: { share: number }): void => {
			if (share >= 0.1) stop.abort();
		};
		await expect(restoreFile(db, bytes, { onprogress, signal: stop.signal })).rejects.toMatchObject({
			code: 'cancelled'
		});
		expect(await db.segments.count()).toBe(0);
		expect(await db.packs.count()).toBe(0);
	});
});

describe('the words after a restore', () => {
	const plain = { added: 3, setAside: 0, reviews: 0, dropped: 0, unreadable: 0, projects: 0 };

	it('say nothing of what is in order', () => {
		expect(restoredText(plain)).toBe('Restored: 3 entries of your log.');
		expect(leftOutText(plain)).toBe(null);
		expect(restoredText({ ...plain, added: 0 })).toBe('The backup held nothing new.');
		expect(restoredText({ ...plain, projects: 2 })).toBe('Restored: 3 entries of your log and 2 decks of the Studio.');
	});

	it('say how much was left out', () => {
		expect(leftOutText({ ...plain, unreadable: 2, dropped: 1, setAside: 1 })).toMatch(
			/^2 parts of the backup could not be read.* 1 entry in the backup.* 1 part of the log on this device/
		);
	});
});
