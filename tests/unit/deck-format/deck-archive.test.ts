import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArchive, writeArchive, writeFolderZip } from '../../../src/lib/deck-format/deck-archive';
import { packId } from '../../../src/lib/deck-format/pack-id';
import { writeDeck } from '../../../src/lib/deck-format/write-deck';
import { unzipped } from '../../../src/lib/deck-format/zip-reading';
import type { Pack } from '../../../src/lib/domain/pack';
import { draftOf } from '../../support/packs';

let pack: Pack;
let media: Map<string, Uint8Array>;
let archive: Uint8Array;
const releases = [{ version: '1.2.0', date: '2026-11-21', notes: 'First.' }];

beforeAll(async () => {
	const { draft, media: pictures } = await draftOf('tests/fixtures/decks/honeybee');
	pack = draft.pack;
	media = pictures;
	archive = await writeArchive(pack, media, releases);
});

/** The archive with some of its files replaced, or left out where null. */
function altered(files: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
	const entries: Zippable = unzipSync(archive);
	for (const [name, content] of Object.entries(files)) {
		if (content === null) delete entries[name];
		else entries[name] = typeof content === 'string' ? strToU8(content) : content;
	}
	return zipSync(entries);
}

const manifest = (): Record<string, unknown> =>
	JSON.parse(strFromU8(unzipSync(archive)['recite-deck.json'] ?? new Uint8Array())) as Record<string, unknown>;
const picture = (): string => `media/${Object.values(pack.media)[0]?.sha256 ?? ''}`;

describe('a .recite file', () => {
	it('gives the deck back with its pictures and releases, and is the same each time', async () => {
		const read = await readArchive(archive);
		expect(read).toEqual({ id: await packId(pack), pack, media, releases });
		expect(await writeArchive(read.pack, read.media, read.releases)).toEqual(archive);
	});

	it('may hold other files, which stay packed', async () => {
		const read = await readArchive(altered({ '__MACOSX/pack.json': 'x', '../../evil': 'x', '/etc/passwd': 'x' }));
		expect(read.pack).toEqual(pack);
		expect([...read.media.keys()]).toEqual([...media.keys()]);
	});

	it.each([
		['is no zip', () => strToU8('not a zip at all, and quite long enough to be looked at'), 'not-a-zip'],
		['is empty', () => new Uint8Array(), 'not-a-zip'],
		['is a zip of something else', () => zipSync({ 'readme.txt': strToU8('x') }), 'not-a-deck'],
		['lacks its pack', () => altered({ 'pack.json': null }), 'not-a-deck'],
		['has another pack than it says', () => altered({ 'pack.json': '{}' }), 'pack-damaged'],
		['lacks a picture', () => altered({ [picture()]: null }), 'picture-missing'],
		['has another picture', () => altered({ [picture()]: 'no picture' }), 'picture-damaged'],
		['says nothing of itself', () => altered({ 'recite-deck.json': '[]' }), 'not-a-deck'],
		[
			'is of a newer kind',
			() => altered({ 'recite-deck.json': JSON.stringify({ ...manifest(), version: 2 }) }),
			'deck-newer'
		],
		[
			'has releases of another form',
			() => altered({ 'recite-deck.json': JSON.stringify({ ...manifest(), releases: [{ version: 1 }] }) }),
			'not-a-deck'
		]
	])('that %s is refused', async (_, make, code) => {
		await expect(readArchive(make())).rejects.toMatchObject({ name: 'AppError', code });
	});

	it('is refused wherever it was cut off or changed', async () => {
		for (let cut = 1; cut < archive.length; cut += 37) {
			await expect(readArchive(archive.slice(0, archive.length - cut))).rejects.toMatchObject({ name: 'AppError' });
		}
		for (let at = 0; at < archive.length; at += 11) {
			const bytes = archive.slice();
			bytes[at] = (bytes[at] ?? 0) ^ 0x55;
			await readArchive(bytes).then(
				// A date or a mark of the system may change without harm to what is in it.
				(read) => expect(read.pack).toEqual(pack),
				(error: unknown) => expect(error).toMatchObject({ name: 'AppError' })
			);
		}
	});
});

describe('a zipped deck folder', () => {
	it('is read, also from a folder within the zip', async () => {
		const files = [...writeDeck(pack, media)];
		const read = await readArchive(
			writeFolderZip(new Map(files.map(([path, content]) => [`bees-main/${path}`, content])))
		);
		expect(read.pack).toEqual(pack);
		expect(read.media).toEqual(media);
	});

	it('that is not sound is refused with file and line', async () => {
		const files = writeDeck(pack, media).set('hive.yaml', '- id: x\n  kind: basik\n');
		await expect(readArchive(writeFolderZip(files))).rejects.toMatchObject({
			code: 'deck-invalid',
			message: expect.stringContaining('hive.yaml, line 2') as string
		});
	});
});

describe('unpacking', () => {
	const all = (name: string): string => name;

	it('refuses a zip that would grow beyond its bounds before it unpacks anything', () => {
		const bomb = zipSync({ a: new Uint8Array(3_000_000), b: new Uint8Array(3_000_000) });
		expect(bomb.length).toBeLessThan(20_000);
		expect(() => unzipped(bomb, all, { entries: 10, bytes: 5_000_000 })).toThrow(
			expect.objectContaining({ code: 'archive-too-large' })
		);
		expect(() => unzipped(bomb, all, { entries: 1, bytes: 1e9 })).toThrow(
			expect.objectContaining({ code: 'archive-too-large' })
		);
	});

	it('stops where a file holds more than it says', () => {
		const bomb = zipSync({ a: new Uint8Array(3_000_000) });
		const view = new DataView(bomb.buffer);
		for (let at = 0; at < bomb.length - 4; at++) {
			if (view.getUint32(at, true) === 3_000_000) view.setUint32(at, 10, true);
		}
		expect(() => unzipped(bomb, all, { entries: 10, bytes: 1000 })).toThrow(
			expect.objectContaining({ code: 'archive-damaged' })
		);
	});

	it('notices a letter that was changed on the way', () => {
		const zip = zipSync({ a: strToU8('forty') }, { level: 0 });
		const changed = zip.map((byte, at) => (byte === 0x72 && zip[at - 1] === 0x6f ? 0x6e : byte));
		expect([...unzipped(zip, all).keys()]).toEqual(['a']);
		expect(() => unzipped(changed, all)).toThrow(expect.objectContaining({ code: 'archive-damaged' }));
	});

	it('refuses two files of one name, and one that is locked', () => {
		const twice = zipSync({ aa: strToU8('one'), ab: strToU8('two') }, { level: 0 });
		const same = twice.map((byte, at) => (byte === 0x62 && twice[at - 1] === 0x61 ? 0x61 : byte));
		expect(() => unzipped(same, all)).toThrow(expect.objectContaining({ code: 'archive-damaged' }));
		const locked = zipSync({ a: strToU8('one') }, { level: 0 });
		const central = locked.findIndex((byte, at) => byte === 0x50 && locked[at + 2] === 1 && locked[at + 3] === 2);
		locked[central + 8] = 1;
		expect(() => unzipped(locked, all)).toThrow(expect.objectContaining({ code: 'archive-locked' }));
	});
});
