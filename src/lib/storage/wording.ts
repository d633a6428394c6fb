import type { NoteEdits, PlacedNote } from '../domain/library';
import type { DeckId, NoteId } from '../domain/ids';
import type { Note } from '../domain/note';
import type { ReciteDatabase } from './schema';
import { rootOf } from '../domain/ids';
import { ownFields } from '../domain/library';

/** A note as the learner has it, as its deck has it, and what of it they wrote. */
export interface NoteWording {
	readonly placed: PlacedNote;
	/** Null for a note of the learner's own. */
	readonly deck: Note | null;
	readonly edits: NoteEdits | null;
}

/** Null when the note is in no deck on the shelf. */
export async function wordingOf(db: ReciteDatabase, id: NoteId): Promise<NoteWording | null> {
	return db.transaction('r', db.notes, db.edits, db.registers, db.packs, async () => {
		const [placed, edits, registers] = await Promise.all([
			db.notes.get(id),
			db.edits.get(id),
			db.registers.get(rootOf(id))
		]);
		if (placed === undefined) return null;
		const pack = registers?.pack.value ? (await db.packs.get(registers.pack.value))?.pack : undefined;
		const deck = pack?.notes.find((note) => `${pack.deck}:${note.id}` === id) ?? null;
		return { placed, deck, edits: edits ?? null };
	});
}

/** The notes of a root deck that the learner has worded otherwise. */
export async function rewordedNotes(db: ReciteDatabase, root: DeckId): Promise<NoteId[]> {
	const edits = await db.edits.where('id').startsWith(`${root}:`).toArray();
	return edits.flatMap((each) => (Object.keys(ownFields(each)).length > 0 ? [each.id] : []));
}

export const editsOfNote = (db: ReciteDatabase, id: NoteId): Promise<NoteEdits | undefined> =>
	db.edits.get(id).then((edits) => edits);
