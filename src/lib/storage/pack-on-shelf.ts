import type { DeckId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { ReciteDatabase } from './schema';

/** The pack of a deck on the shelf; null if the deck is not there. */
export async function packOnShelf(db: ReciteDatabase, deck: DeckId): Promise<Pack | null> {
	const summary = await db.decks.get(deck);
	return summary === undefined ? null : ((await db.packs.get(summary.pack))?.pack ?? null);
}
