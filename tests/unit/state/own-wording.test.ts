import { beforeEach, describe, expect, it } from 'vitest';
import type { DeckId, NoteId } from '../../../src/lib/domain/ids';
import { deckWording } from '../../../src/lib/authoring/wording';
import { ownFields } from '../../../src/lib/domain/library';
import { makeBackup } from '../../../src/lib/state/backup/make-backup';
import { restoreFile } from '../../../src/lib/state/backup/restore-file';
import { readWording, reword, wordingTrouble, type NoteWording } from '../../../src/lib/state/own-wording';
import { correctionsOf } from '../../../src/lib/state/subscriptions/send-corrections';
import { subscribe } from '../../../src/lib/storage/library-actions';
import { rebuild } from '../../../src/lib/storage/rebuild';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { soundPack } from '../../support/backup';
import { derivedState, freshDatabase } from '../../support/database';
import { sampleNotes, samplePack } from '../../support/sample-pack';

const NOTE = 'bread:note-0' as NoteId;
const moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
let db: ReciteDatabase;
let told: number;
const app = () => ({ db, clock: { moment: () => moment }, channel: { tell: () => void told++ } });

async function shelve(version: number, notes = sampleNotes(4)): Promise<void> {
	const { id, pack } = samplePack(version, notes);
	await subscribe(db, moment, id, pack);
}

async function wording(): Promise<NoteWording> {
	const found = await readWording({ db }, NOTE);
	if (found === null) throw new Error('no such note');
	return found;
}

const own = async () => {
	const { edits } = await wording();
	return edits === null ? {} : ownFields(edits);
};
const noteNow = async () => (await wording()).placed;

async function expectWhole(): Promise<void> {
	const before = await derivedState(db);
	await rebuild(db);
	expect(await derivedState(db)).toEqual(before);
}

beforeEach(async () => {
	db = freshDatabase();
	told = 0;
	await shelve(1);
});

describe('a note worded otherwise', () => {
	it('is one event with all that follows from it, told to other windows', async () => {
		const events = await db.events.count();
		await reword(app(), await wording(), { back: 'Mine', explain: 'So' });
		expect(await db.events.count()).toBe(events + 1);
		expect(told).toBe(1);
		expect(await noteNow()).toMatchObject({ edited: true, note: { back: 'Mine', explain: 'So' } });
		await expectWhole();
	});

	it('stays through an update of the deck, which reaches the fields that are the deck’s', async () => {
		await reword(app(), await wording(), { back: 'Mine' });
		await shelve(
			2,
			sampleNotes(4).map((note) => ({ ...note, front: 'Asked anew', back: 'Answered anew' }) as typeof note)
		);
		const { placed, deck } = await wording();
		expect(placed).toMatchObject({ edited: true, note: { front: 'Asked anew', back: 'Mine' } });
		expect(deck).toMatchObject({ back: 'Answered anew' });
		await reword(app(), await wording(), deckWording(await own()));
		expect(await noteNow()).toMatchObject({ edited: false, note: { back: 'Answered anew' } });
		await expectWhole();
	});

	it('goes back step by step, and not over what was written since', async () => {
		const as = (await noteNow()).note;
		const first = await reword(app(), await wording(), { back: 'First' });
		const second = await reword(app(), await wording(), { back: 'Second', hint: 'Mine' });
		await first.takeBack();
		expect(await own()).toEqual({ back: 'Second', hint: 'Mine' });
		await second.takeBack();
		expect(await own()).toEqual({ back: 'First' });
		await second.takeBack();
		expect(await own()).toEqual({ back: 'First' });
		const back = await reword(app(), await wording(), deckWording(await own()));
		expect((await noteNow()).note).toEqual(as);
		await back.takeBack();
		expect(await own()).toEqual({ back: 'First' });
		await expectWhole();
	});

	it('goes into a backup, given back or not', async () => {
		const { id, pack } = await soundPack(3);
		await subscribe(db, moment, id, pack);
		await reword(app(), await wording(), { back: 'Mine', explain: 'So', hint: '' });
		await reword(app(), await wording(), { explain: null });
		const there = freshDatabase();
		expect((await restoreFile(there, await makeBackup(db, moment.at))).leftOut).toMatchObject({
			dropped: 0,
			unreadable: 0
		});
		expect((await readWording({ db: there }, NOTE))?.placed).toEqual(await noteNow());
		expect(await derivedState(there)).toEqual(await derivedState(db));
	});

	it('is nothing to send to the author once it was given back', async () => {
		await reword(app(), await wording(), { back: 'Mine' });
		expect(await correctionsOf({ db }, 'bread' as DeckId)).toMatchObject({ edits: 1 });
		await reword(app(), await wording(), { back: null });
		await expect(correctionsOf({ db }, 'bread' as DeckId)).rejects.toMatchObject({ code: 'nothing-to-send' });
	});

	it('is refused in words where it is not what its kind asks for', async () => {
		const events = await db.events.count();
		const trouble = await reword(app(), await wording(), { back: 7 }).catch(wordingTrouble);
		expect(trouble).toContain('Nothing has been changed');
		expect(await db.events.count()).toBe(events);
		expect(wordingTrouble(new DOMException('', 'QuotaExceededError'))).toContain('out of space');
	});
});
