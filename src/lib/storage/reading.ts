import type { PromiseExtended } from 'dexie';
import type { DeckId, NoteId } from '../domain/ids';
import type { DeckSummary, PlacedNote } from '../domain/library';
import type { Drawing, SourceDocument } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { coverage, type Coverage } from '../domain/cited-statements';
import { ofRoot } from './queries';
import { citesPrefix, spanOfCite } from './rows';

/** Reads the shelf and its cards as they are at one moment, whatever other windows write meanwhile. */
export function inOneRead<T>(db: ReciteDatabase, work: () => PromiseLike<T>): PromiseExtended<T> {
	return db.transaction('r', [db.decks, db.presets, db.daily, db.tallies, db.cards], work);
}

/** The decks on the shelf. @param only this root deck, if it is there */
export async function shelf(db: ReciteDatabase, only?: DeckId): Promise<DeckSummary[]> {
	return only === undefined ? db.decks.toArray() : db.decks.where('id').equals(only).toArray();
}

/** A document as the deck's page lists it. */
export interface ListedDocument {
	readonly document: SourceDocument;
	readonly coverage: Coverage;
}

/** The documents of a root deck. What notes quote from them is read from the index, not from the notes. */
export async function documentsOf(db: ReciteDatabase, root: DeckId): Promise<ListedDocument[]> {
	const rows = await ofRoot(db.documents, '[root+id]', root).toArray();
	return Promise.all(
		rows.map(async ({ id, document }) => {
			const cites = await db.notes.where('cites').startsWith(citesPrefix(root, id)).keys();
			return { document, coverage: coverage(document, cites.map(spanOfCite)) };
		})
	);
}

export async function documentOf(db: ReciteDatabase, root: DeckId, id: string): Promise<SourceDocument | null> {
	return (await db.documents.get([root, id]))?.document ?? null;
}

export async function drawingOf(db: ReciteDatabase, root: DeckId, name: string): Promise<Drawing | null> {
	return (await db.drawings.get([root, name]))?.drawing ?? null;
}

/** Those of the notes that are in a deck. */
export async function notesById(db: ReciteDatabase, ids: readonly NoteId[]): Promise<PlacedNote[]> {
	return (await db.notes.bulkGet([...ids])).filter((note) => note !== undefined);
}

export async function storedSettings(db: ReciteDatabase): Promise<Record<string, unknown>> {
	return Object.fromEntries((await db.settings.toArray()).map((row) => [row.name, row.value.value]));
}
