import type { DeckId } from '../domain/ids';
import type { DeckSummary } from '../domain/library';
import type { ReciteDatabase } from './schema';

/** Reads the shelf and its cards as they are at one moment, whatever other windows write meanwhile. */
export function inOneRead<T>(db: ReciteDatabase, work: () => Promise<T>): Promise<T> {
	return db.transaction('r', [db.decks, db.presets, db.daily, db.tallies, db.cards], work);
}

/** The decks on the shelf. @param only this root deck, if it is there */
export async function shelf(db: ReciteDatabase, only?: DeckId): Promise<DeckSummary[]> {
	return only === undefined ? db.decks.toArray() : db.decks.where('id').equals(only).toArray();
}
