import type { Card } from '../domain/card';
import type { DeckId, NoteId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { blankCard, placeCard } from '../domain/fold';
import { editsOf } from '../domain/replay';
import { placedCards, placeNotes, summarise, type NoteEdits } from '../domain/library';
import { writeCards, type CardChange } from './card-writes';
import { notesOfRoot } from './queries';
import { foldNewCards } from './recompute';
import { cardOf, noteRow } from './rows';

/** The tables that `reshelve` reads and writes. */
export function shelfTables(db: ReciteDatabase) {
	return [
		db.events,
		db.segments,
		db.clock,
		db.packs,
		db.cards,
		db.tallies,
		db.daily,
		db.notes,
		db.documents,
		db.drawings,
		db.decks,
		db.registers,
		db.edits,
		db.presets,
		db.settings
	];
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

	await db.documents.where('[root+id]').between([root, ''], [root, '\uffff']).delete();
	await db.drawings.where('[root+name]').between([root, ''], [root, '\uffff']).delete();
	if (pack) {
		await db.documents.bulkPut(pack.documents.map((document) => ({ root, id: document.id, document })));
		await db.drawings.bulkPut(Object.entries(pack.drawings).map(([name, drawing]) => ({ root, name, drawing })));
	}
	if (registers && pack && packId) await db.decks.put(summarise(registers, pack, packId, notes.length));
	else await db.decks.delete(root);

	const present = new Map<string, Card>();
	const noteIds = [...new Set([...oldNotes.map((note) => note.id), ...keep])];
	for (const row of await db.cards.where('note').anyOf(noteIds).toArray()) present.set(row.id, cardOf(row));

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
