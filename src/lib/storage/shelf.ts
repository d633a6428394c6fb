import type { Card } from '../domain/card';
import type { DeckId, NoteId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { blankCard, placeCard } from '../domain/fold';
import { editsOf } from '../domain/replay';
import {
	placedCards,
	placeNote,
	placeNotes,
	summarise,
	type DeckRegisters,
	type NoteEdits,
	type PlacedNote
} from '../domain/library';
import { rootOf } from '../domain/ids';
import { writeCards, type CardChange } from './card-writes';
import { cardsOfNotes, notesOfRoot, ofRoot } from './queries';
import { foldNewCards } from './recompute';
import { noteRow } from './rows';
import { DERIVED } from './schema';

/** The tables that a change of the library reads and writes: the log, the packs, and all that follows from them. */
export function shelfTables(db: ReciteDatabase) {
	return [db.events, db.segments, db.clock, db.packs, ...DERIVED.map((name) => db.table(name))];
}

/**
 * Brings one root deck's notes, cards, documents and summary in line with its registers, its pack and the personal
 * edits. Cards that stay keep their history; cards that come back find it again in the log.
 */
export async function reshelve(db: ReciteDatabase, root: DeckId): Promise<void> {
	const registers = await db.registers.get(root);
	const packId = registers?.pack.value ?? null;
	const pack: Pack | null = packId === null ? null : ((await db.packs.get(packId))?.pack ?? null);
	const edits: Map<NoteId, NoteEdits> =
		packId === null ? new Map() : editsOf(root, new Map((await db.edits.toArray()).map((edit) => [edit.id, edit])));
	const notes = packId === null ? [] : placeNotes(root, pack, edits);

	const oldNotes = await notesOfRoot(db, root).toArray();
	const keep = new Set(notes.map((note) => note.id));
	await db.notes.bulkDelete(oldNotes.filter((note) => !keep.has(note.id)).map((note) => note.id));
	await db.notes.bulkPut(notes.map(noteRow));

	await ofRoot(db.documents, '[root+id]', root).delete();
	await ofRoot(db.drawings, '[root+name]', root).delete();
	if (pack) {
		await db.documents.bulkPut(pack.documents.map((document) => ({ root, id: document.id, document })));
		await db.drawings.bulkPut(Object.entries(pack.drawings).map(([name, drawing]) => ({ root, name, drawing })));
	}
	if (registers && pack && packId) await db.decks.put(summarise(registers, pack, packId, notes.length));
	else await db.decks.delete(root);

	await replaceCards(db, [...new Set([...oldNotes.map((note) => note.id), ...keep])], notes);
}

/** `reshelve` where nothing but the deck's own registers changed: its title, its preset. */
export async function relabel(db: ReciteDatabase, registers: DeckRegisters): Promise<void> {
	const summary = await db.decks.get(registers.id);
	if (!summary) return;
	// A title once given can be changed but not taken away; until then it is the pack's.
	const title = registers.title.value ?? summary.title;
	const address = registers.address && { address: registers.address.value };
	await db.decks.put({ ...summary, title, preset: registers.preset.value, ...address });
}

/** `reshelve` where nothing but the edits of one note changed. */
export async function reshelveNote(db: ReciteDatabase, id: NoteId): Promise<void> {
	const root = rootOf(id);
	const packId = (await db.registers.get(root))?.pack.value ?? null;
	if (packId === null) return;
	const [before, edits, row, summary] = await Promise.all([
		db.notes.get(id),
		db.edits.get(id),
		db.packs.get(packId),
		db.decks.get(root)
	]);
	const after = placeNote(row?.pack ?? null, id, edits);
	if (after) await db.notes.put(noteRow(after));
	else await db.notes.delete(id);
	const more = (after ? 1 : 0) - (before ? 1 : 0);
	if (summary && more !== 0) await db.decks.put({ ...summary, notes: summary.notes + more });
	await replaceCards(db, [id], after ? [after] : []);
}

/** Gives notes the cards that they now have. @param ids of all notes that have or had cards, those in `notes` among them */
async function replaceCards(db: ReciteDatabase, ids: readonly NoteId[], notes: readonly PlacedNote[]): Promise<void> {
	const present = new Map((await cardsOfNotes(db, ids)).map((card) => [card.id, card]));
	const changes: CardChange[] = [];
	const blanks: Card[] = [];
	for (const note of notes) {
		for (const { id, deck, position } of placedCards(note)) {
			const before = present.get(id);
			present.delete(id);
			if (before === undefined) blanks.push(blankCard(id, deck, position));
			else if (before.deck !== deck || before.position !== position) {
				changes.push({ before, after: placeCard(before, deck, position) });
			}
		}
	}
	for (const before of present.values()) changes.push({ before, after: null });
	for (const after of await foldNewCards(db, blanks)) changes.push({ before: null, after });
	await writeCards(db, changes);
}
