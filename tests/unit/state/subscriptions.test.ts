import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCorrections } from '../../../src/lib/authoring/corrections';
import { readFeed, writeFeed, type Feed } from '../../../src/lib/authoring/feed';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { writeArchive, writeFolderZip } from '../../../src/lib/deck-format/deck-archive';
import { packId } from '../../../src/lib/deck-format/pack-id';
import { writeDeck } from '../../../src/lib/deck-format/write-deck';
import type { CardId, DeckId, NoteId } from '../../../src/lib/domain/ids';
import type { Note } from '../../../src/lib/domain/note';
import type { Pack } from '../../../src/lib/domain/pack';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { checkAddress, openAddress, type CheckOptions } from '../../../src/lib/state/subscriptions/check-address';
import { addArchive, openDeckFile } from '../../../src/lib/state/subscriptions/deck-file';
import type { DeckOffer } from '../../../src/lib/state/subscriptions/deck-offer';
import { correctionsOf } from '../../../src/lib/state/subscriptions/send-corrections';
import { setAddress, takeUpdate, undoUpdate } from '../../../src/lib/state/subscriptions/take-offer';
import { grade, mark } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { change } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { rebuild } from '../../../src/lib/storage/rebuild';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { derivedState, freshDatabase } from '../../support/database';
import { fetchFromNode, StaticHost } from '../../support/outside';
import { draftOf } from '../../support/packs';

const BEES = 'honeybee' as DeckId;
const CARD = 'honeybee:round-dance#0' as CardId;
const moment: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
const options: CheckOptions = { fetchOutside: fetchFromNode };

let first: Pack;
let second: Pack;
let media: Map<string, Uint8Array>;
let host: StaticHost;
let db: ReciteDatabase;
let told: number;
const shelf = () => ({ db, clock: { moment: () => moment }, channel: { tell: () => void told++ } });
const summary = () => db.decks.get(BEES);

beforeAll(async () => {
	const { draft, media: pictures } = await draftOf('tests/fixtures/decks/honeybee');
	first = draft.pack;
	media = pictures;
	const notes = first.notes
		.filter(({ id }) => id !== 'scent')
		.map((note): Note =>
			note.id === 'round-dance' && note.kind === 'basic' ? { ...note, front: 'Said anew?' } : note
		);
	const fresh: Note = { ...(first.notes[0] as Note), id: 'added' };
	second = { ...first, version: '1.3.0', notes: [...notes, fresh] };
});

async function publish(pack: Pack, previous?: Feed): Promise<Feed> {
	const releases = [
		{ version: '1.3.0', date: '2026-11-21', notes: 'One question anew.' },
		{ version: '1.2.0', date: '2026-10-01', notes: 'First.' }
	].filter(({ version }) => version <= pack.version);
	host.put(writeFeed({ pack, id: await packId(pack), media, releases }, previous));
	return readFeed(String(host.files.get('feed.json')));
}

async function subscribed(): Promise<DeckOffer> {
	await publish(first);
	const offer = await openAddress(shelf(), host.address, options);
	await takeUpdate(shelf(), offer);
	return offer;
}

async function offered(): Promise<DeckOffer> {
	const checked = await checkAddress(shelf(), BEES, options);
	if (checked.is !== 'update') throw new Error('there is nothing new');
	return checked.offer;
}

beforeEach(async () => {
	host = await StaticHost.start();
	db = freshDatabase();
	told = 0;
});
afterEach(() => host.stop());

describe('a deck at an address', () => {
	it('is offered first and put on the shelf only when it is taken, with its pictures', async () => {
		await publish(first);
		const offer = await openAddress(shelf(), host.address, options);
		expect(offer).toMatchObject({ held: null, diff: null, isOlder: false, news: [{ version: '1.2.0' }] });
		expect([await db.decks.count(), await db.media.count(), await db.events.count()]).toEqual([0, 0, 0]);
		await takeUpdate(shelf(), offer);
		expect(await summary()).toMatchObject({ version: '1.2.0', address: `${host.address}feed.json` });
		expect((await db.media.toArray()).map(({ sha256 }) => sha256)).toEqual([...media.keys()]);
		expect(told).toBe(1);
		const preset = await db.presets.get((await summary())?.preset ?? ('' as never));
		expect(preset?.values.value).toMatchObject({ newPerDay: 10 });
	});

	it('is current until something else stands there', async () => {
		await subscribed();
		host.asked.length = 0;
		expect(await checkAddress(shelf(), BEES, options)).toEqual({ is: 'current' });
		expect(host.asked).toEqual(['feed.json']);
	});

	it('shows what an update changes, and changes nothing before it is taken', async () => {
		await subscribed();
		await publish(second);
		const before = await derivedState(db);
		const { diff, news, held, editedNotes } = await offered();
		expect(diff?.added.map(({ id }) => id)).toEqual(['added']);
		expect(diff?.removed.map(({ id }) => id)).toEqual(['scent']);
		expect(diff?.changed.map(({ after, fields }) => [after.id, fields])).toEqual([
			['round-dance', [{ field: 'front', before: 'Which dance tells of food near the hive?', after: 'Said anew?' }]]
		]);
		expect(news.map(({ version }) => version)).toEqual(['1.3.0']);
		expect(held?.version).toBe('1.2.0');
		expect(editedNotes).toEqual([]);
		expect(await derivedState(db)).toEqual(before);
	});

	it('updates with reviews and personal edits kept, and back again', async () => {
		await subscribed();
		const [shown] = await presentCards(db, [CARD]);
		if (shown === undefined) throw new Error('no card');
		await grade(db, moment, { shown, rating: 3, took: 1000, preset: DEFAULT_PRESET, presetRef: 'default/1' });
		const [graded] = await presentCards(db, [CARD]);
		const note = 'honeybee:round-dance' as NoteId;
		await change(db, moment, { kind: 'note.put', note, fields: { back: 'My own words' } });
		await publish(second);
		const offer = await offered();
		expect(offer.editedNotes).toEqual([note]);
		const event = await takeUpdate(shelf(), offer);
		expect(await summary()).toMatchObject({ version: '1.3.0', address: `${host.address}feed.json` });
		expect(await presentCards(db, [CARD])).toEqual([graded]);
		expect((await db.notes.get(note))?.note).toMatchObject({ front: 'Said anew?', back: 'My own words' });
		const updated = await derivedState(db);
		await rebuild(db);
		expect(await derivedState(db)).toEqual(updated);

		await undoUpdate(shelf(), event);
		expect(await summary()).toMatchObject({ version: '1.2.0' });
		expect(await presentCards(db, [CARD])).toEqual([graded]);
		expect((await db.notes.get(note))?.note).toMatchObject({
			front: expect.stringContaining('near the hive') as string
		});
		expect(await db.notes.get('honeybee:scent' as NoteId)).toBeDefined();
	});

	it('fetches no picture twice', async () => {
		await subscribed();
		await publish(second);
		host.asked.length = 0;
		await offered();
		expect(host.asked).toEqual(['feed.json', `packs/${await packId(second)}.json`]);
	});

	it('can be given and taken from a deck', async () => {
		await addArchive(shelf(), new Blob([await writeArchive(first, media, [])]));
		await expect(checkAddress(shelf(), BEES, options)).rejects.toMatchObject({ code: 'no-address' });
		await publish(second);
		await setAddress(shelf(), BEES, `${host.address}feed.json`);
		expect((await offered()).pack.version).toBe('1.3.0');
		await setAddress(shelf(), BEES, null);
		await expect(checkAddress(shelf(), BEES, options)).rejects.toMatchObject({ code: 'no-address' });
	});
});

describe('an address at which something is wrong', () => {
	const feed = (): Record<string, unknown> =>
		JSON.parse(String(host.files.get('feed.json'))) as Record<string, unknown>;
	const packFile = async (): Promise<string> => `packs/${await packId(second)}.json`;

	it.each([
		['is not there', 'feed-missing', () => host.files.clear()],
		['holds a page', 'feed-unreadable', () => host.files.set('feed.json', '<!doctype html>')],
		[
			'holds a feed of another form',
			'feed-unreadable',
			() => host.files.set('feed.json', '{"format":"recite-feed","version":1}')
		],
		['holds a newer feed', 'feed-newer', () => host.files.set('feed.json', JSON.stringify({ ...feed(), version: 2 }))],
		[
			'holds another deck',
			'feed-other-deck',
			() => host.files.set('feed.json', JSON.stringify({ ...feed(), deck: 'ants' }))
		],
		[
			'leads out of its folder',
			'feed-unreadable',
			() => host.files.set('feed.json', JSON.stringify({ ...feed(), file: '../../secret.json' }))
		],
		['lacks the pack', 'feed-missing', async () => host.files.delete(await packFile())],
		[
			'has a pack of another length',
			'feed-damaged',
			async () => host.files.set(await packFile(), canonicalJson(second).slice(0, -1))
		],
		[
			'has another pack',
			'pack-damaged',
			async () => host.files.set(await packFile(), canonicalJson(second).replace('Said anew?', 'Said badly'))
		],
		['is too large', 'outside-too-large', async () => host.files.set(await packFile(), ' '.repeat(1e6))],
		['cannot be reached', 'outside-unreachable', () => host.stop()]
	])('that %s leaves the deck as it is', async (_, code, breakIt) => {
		await subscribed();
		await publish(second);
		await breakIt();
		const before = await derivedState(db);
		const [events, packs] = [await db.events.count(), await db.packs.count()];
		await expect(checkAddress(shelf(), BEES, options)).rejects.toMatchObject({ name: 'AppError', code });
		expect(await derivedState(db)).toEqual(before);
		expect([await db.events.count(), await db.packs.count()]).toEqual([events, packs]);
	});

	it('that has a damaged picture leaves everything as it is', async () => {
		await publish(first);
		const [hash = ''] = media.keys();
		host.files.set(`media/${hash}`, Uint8Array.from(media.get(hash) ?? []).fill(7));
		await expect(openAddress(shelf(), host.address, options)).rejects.toMatchObject({ code: 'picture-damaged' });
		expect([await db.decks.count(), await db.media.count()]).toEqual([0, 0]);
	});
});

describe('a deck in a file', () => {
	it.each([
		['.recite file', () => writeArchive(first, media, [])],
		['zipped folder', () => Promise.resolve(writeFolderZip(writeDeck(first, media)))]
	])('goes on the shelf from a %s', async (_, make) => {
		const offer = await addArchive(shelf(), new Blob([await make()]));
		expect(offer.pack).toEqual(first);
		expect(await summary()).toMatchObject({ version: '1.2.0', notes: first.notes.length });
		expect(await summary()).not.toHaveProperty('address');
	});

	it('says what it would change where the deck is on the shelf, also back to an older version', async () => {
		await addArchive(shelf(), new Blob([await writeArchive(second, media, [])]));
		const offer = await openDeckFile(shelf(), new Blob([await writeArchive(first, media, [])]));
		expect(offer.isOlder).toBe(true);
		expect(offer.diff?.added.map(({ id }) => id)).toEqual(['scent']);
	});

	it('that is none leaves nothing behind', async () => {
		await expect(addArchive(shelf(), new Blob(['no deck, though long enough']))).rejects.toMatchObject({
			name: 'AppError'
		});
		expect([await db.decks.count(), await db.packs.count(), await db.events.count()]).toEqual([0, 0, 0]);
	});
});

describe('corrections', () => {
	it('hold the flags and edits of a deck, and nothing else of the learner', async () => {
		await addArchive(shelf(), new Blob([await writeArchive(first, media, [])]));
		await expect(correctionsOf({ db }, BEES)).rejects.toMatchObject({ code: 'nothing-to-send' });
		await mark(db, moment, { kind: 'flag', card: CARD, flag: { note: 'Is this so?' } });
		const fields = { back: 'The *circle* dance', topic: 'hive' };
		await change(db, moment, { kind: 'note.put', note: 'honeybee:scent' as NoteId, fields });
		const { text, name, flags, edits } = await correctionsOf({ db }, BEES);
		expect({ name, flags, edits }).toEqual({ name: 'honeybee-1.2.0.recite-corrections', flags: 1, edits: 1 });
		expect(readCorrections(text, first).corrections.items).toEqual([
			{ is: 'flag', note: 'round-dance', ordinal: 0, words: 'Is this so?' },
			{
				is: 'edit',
				note: 'scent',
				before: { back: 'The scent of the dancer' },
				after: { back: 'The *circle* dance' }
			}
		]);
		const device = (await db.clock.get('clock'))?.device ?? '-';
		expect(text).not.toContain(device);
		expect(text).not.toContain('UTC');
	});
});
