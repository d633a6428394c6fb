import { beforeEach, describe, expect, it } from 'vitest';
import type { CardId, DeckId, NoteId, PresetId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { grade } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { change, subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { deckOverview, deckOverviews } from '../../../src/lib/storage/overview';
import { gather } from '../../../src/lib/storage/gather';
import { availableOn, notesCiting } from '../../../src/lib/storage/queries';
import { documentsOf } from '../../../src/lib/storage/reading';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { derivedState, freshDatabase } from '../../support/database';
import { sampleNotes, samplePack } from '../../support/sample-pack';

const BREAD = 'bread' as DeckId;
const DOUGH = 'bread/dough' as DeckId;
const FIRST = 'bread:note-0#0' as CardId;
const start: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
const DAY = 86_400_000;
const ENDS = (start.day + 1) * DAY;

let db: ReciteDatabase;

async function shelve(version: number, notes = sampleNotes(8)): Promise<void> {
	const { id, pack } = samplePack(version, notes);
	await subscribe(db, start, id, pack);
}

async function gradeFirst(): Promise<void> {
	const [shown] = await presentCards(db, [FIRST]);
	if (shown) await grade(db, start, { shown, rating: 4, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
}

beforeEach(() => {
	db = freshDatabase();
});

describe('a deck update', () => {
	it('keeps the history of a reworded note', async () => {
		await shelve(1);
		await gradeFirst();
		const [before] = await presentCards(db, [FIRST]);
		await shelve(
			2,
			sampleNotes(8).map((note) => ({ ...note, front: 'Said otherwise' }) as typeof note)
		);
		expect(await presentCards(db, [FIRST])).toEqual([before]);
		expect((await db.notes.get('bread:note-0' as NoteId))?.note).toMatchObject({ front: 'Said otherwise' });
	});

	it('takes away the cards of a dropped note, and gives them back with their history', async () => {
		await shelve(1);
		await gradeFirst();
		const [before] = await presentCards(db, [FIRST]);
		await shelve(2, sampleNotes(8).slice(1));
		expect(await presentCards(db, [FIRST])).toEqual([]);
		await shelve(3);
		expect(await presentCards(db, [FIRST])).toEqual([before]);
	});

	it('keeps personal edits over the new wording', async () => {
		await shelve(1);
		await change(db, start, { kind: 'note.put', note: 'bread:note-0' as NoteId, fields: { back: 'My back' } });
		await shelve(
			2,
			sampleNotes(8).map((note) => ({ ...note, front: 'New front' }) as typeof note)
		);
		expect((await db.notes.get('bread:note-0' as NoteId))?.note).toMatchObject({ front: 'New front', back: 'My back' });
	});

	it('changes nothing when its pack is missing', async () => {
		await shelve(1);
		const unknown = samplePack(9).id;
		await expect(change(db, start, { kind: 'deck.subscribe', deck: BREAD, pack: unknown })).rejects.toMatchObject({
			code: 'pack-missing'
		});
		expect(await db.notes.count()).toBe(8);
		expect(await db.events.count()).toBe(1);
	});
});

/** How many rows of each table are written or deleted from now on. */
function countWrites(): Record<string, number> {
	const writes: Record<string, number> = {};
	for (const table of db.tables) {
		const count = (): void => {
			writes[table.name] = (writes[table.name] ?? 0) + 1;
		};
		table.hook('creating', count);
		table.hook('updating', count);
		table.hook('deleting', count);
	}
	return writes;
}

describe('a change of the library', () => {
	it('of the preset or title leaves notes and cards alone', async () => {
		await shelve(1);
		const writes = countWrites();
		await change(db, start, { kind: 'deck.put', deck: BREAD, fields: { preset: 'mine' as PresetId, title: 'Loaf' } });
		expect(writes).toEqual({ events: 1, clock: 1, registers: 1, decks: 1 });
		expect(await db.decks.get(BREAD)).toMatchObject({ preset: 'mine', title: 'Loaf' });
		await change(db, start, { kind: 'deck.put', deck: BREAD, fields: { preset: 'other' as PresetId } });
		expect(await db.decks.get(BREAD)).toMatchObject({ preset: 'other', title: 'Loaf' });
	});

	it('of one note touches its own cards alone', async () => {
		await shelve(1);
		const writes = countWrites();
		const fields = { text: '{{c1::One}} and {{c3::three}}.' };
		await change(db, start, { kind: 'note.put', note: 'bread:note-2' as NoteId, fields });
		expect(writes).toEqual({ events: 1, clock: 1, edits: 1, notes: 1, cards: 2 });
		expect((await db.cards.where('note').equals('bread:note-2').primaryKeys()).sort()).toEqual([
			'bread:note-2#0',
			'bread:note-2#2'
		]);
	});

	it('that deletes a note takes its cards, and gives them back with their history', async () => {
		await shelve(1);
		await gradeFirst();
		const before = await derivedState(db);
		const note = 'bread:note-0' as NoteId;
		await change(db, start, { kind: 'note.delete', note, deleted: true });
		expect(await presentCards(db, [FIRST])).toEqual([]);
		expect(await db.decks.get(BREAD)).toMatchObject({ notes: 7 });
		await change(db, start, { kind: 'note.delete', note, deleted: false });
		expect(await derivedState(db)).toMatchObject({ cards: before['cards'], tallies: before['tallies'] });
		expect(await db.decks.get(BREAD)).toMatchObject({ notes: 8 });
	});
});

describe('a deck taken off the shelf', () => {
	it('leaves no cards, and comes back as it was', async () => {
		await shelve(1);
		await gradeFirst();
		const before = await presentCards(db, [FIRST]);
		await change(db, start, { kind: 'deck.subscribe', deck: BREAD, pack: null });
		expect([await db.cards.count(), await db.tallies.count(), await db.decks.count()]).toEqual([0, 0, 0]);
		await shelve(1);
		expect(await presentCards(db, [FIRST])).toEqual(before);
	});
});

describe('counts', () => {
	it('agree with the cards they count', async () => {
		await shelve(1);
		await gradeFirst();
		const cards = await db.cards.where('id').startsWith('bread').toArray();
		const fresh = cards.filter((card) => card.deck === DOUGH && card.schedule.phase === 'new').length;
		expect((await availableOn(db, DOUGH, start.day, ENDS)).counts.new).toBe(fresh);
		expect((await availableOn(db, DOUGH, start.day + 1000, ENDS + 1000 * DAY)).counts.review).toBe(1);
	});

	it('stay within the limits of the preset', async () => {
		await shelve(1);
		const values = { ...DEFAULT_PRESET, newPerDay: 3 };
		await change(db, start, { kind: 'preset.put', preset: 'few' as PresetId, values });
		await change(db, start, { kind: 'deck.put', deck: BREAD, fields: { preset: 'few' as PresetId } });
		await gradeFirst();
		expect((await deckOverview(db, BREAD, start.day, ENDS))?.counts.new).toBe(2);
		expect((await deckOverview(db, BREAD, start.day + 1, ENDS + DAY))?.counts.new).toBe(3);
	});

	it('are of every deck on the shelf', async () => {
		await shelve(1);
		expect((await deckOverviews(db, start.day, ENDS)).map(({ summary }) => summary.title)).toEqual(['Bread']);
	});
});

describe('gathering', () => {
	it('finds what is due and new, and the notes seen today', async () => {
		await shelve(1);
		await gradeFirst();
		const later = await gather(db, [DOUGH], { today: start.day + 100, dayEnds: ENDS + 100 * DAY }, DEFAULT_PRESET, {
			new: 20,
			review: 200
		});
		expect(later.cards.map((card) => card.id)).toContain(FIRST);
		const today = await gather(db, [DOUGH], { today: start.day, dayEnds: ENDS }, DEFAULT_PRESET, {
			new: 20,
			review: 200
		});
		expect(today.cards.map((card) => card.id)).not.toContain(FIRST);
		expect([...today.notesSeen]).toEqual(['bread:note-0']);
	});
});

describe('a document', () => {
	it('knows the notes that quote from it, in order', async () => {
		await shelve(1);
		expect((await notesCiting(db, BREAD, 'book')).map((row) => row.note.id)).toEqual(
			sampleNotes(8).map((note) => note.id)
		);
		expect(await notesCiting(db, BREAD, 'other')).toEqual([]);
		expect(await notesCiting(db, BREAD, 'boo')).toEqual([]);
	});

	it('knows how many of its statements carry cards, without reading the notes', async () => {
		await shelve(1);
		let read = 0;
		db.notes.hook('reading', (note) => {
			read++;
			return note;
		});
		const listed = await documentsOf(db, BREAD);
		expect(listed.map(({ document, coverage }) => [document.id, coverage])).toEqual([
			['book', { covered: 1, leftOut: 0, all: 2 }]
		]);
		expect(read).toBe(0);
	});
});
