import type { DeckId, EventId, PresetId } from '../../domain/ids';
import { DEFAULT_PRESET } from '../../domain/preset';
import { withReconnect } from '../../storage/failure';
import { change, subscribe, undoChange } from '../../storage/library-actions';
import { shelfTables } from '../../storage/shelf';
import { leaveTraces } from '../traces';
import type { DeckOffer, Shelf } from './deck-offer';

/**
 * Puts an offered deck on the shelf, or in the place of the version there: pack, pictures, address and the author's
 * proposed preset in one transaction. Reviews and personal edits hang on the notes' ids and stay.
 * @returns the event to undo it by
 */
export async function takeUpdate(
	shelf: Shelf,
	{ id, pack, media, address }: Pick<DeckOffer, 'id' | 'pack' | 'media' | 'address'>
): Promise<EventId> {
	const { db, clock, channel } = shelf;
	const deck = pack.deck as DeckId;
	const types = new Map(Object.values(pack.media).map(({ sha256, type }) => [sha256, type]));
	const pictures = [...media].map(([sha256, bytes]) => ({
		sha256,
		blob: new Blob([bytes], { type: types.get(sha256) ?? '' })
	}));
	const event = await withReconnect(db, () =>
		db.transaction('rw', [...shelfTables(db), db.media], async () => {
			await db.media.bulkPut(pictures);
			const subscribed = await subscribe(db, clock.moment(), id, pack);
			const summary = await db.decks.get(deck);
			if (address !== null && summary?.address !== address) {
				await change(db, clock.moment(), { kind: 'deck.put', deck, fields: { address } });
			}
			// The author's proposal of how to schedule a deck counts until the learner has chosen otherwise.
			if (pack.preset !== undefined && summary?.preset === null) {
				const preset = `deck:${deck}` as PresetId;
				const values = { ...DEFAULT_PRESET, ...pack.preset };
				await change(db, clock.moment(), { kind: 'preset.put', preset, values });
				await change(db, clock.moment(), { kind: 'deck.put', deck, fields: { preset } });
			}
			return subscribed.id;
		})
	);
	channel.tell();
	leaveTraces({ lastUsed: Date.now() });
	return event;
}

/** Goes back to the version before; a deck that was new goes off the shelf. @param taken as `takeUpdate` gave it */
export async function undoUpdate({ db, clock, channel }: Shelf, taken: EventId): Promise<void> {
	await withReconnect(db, () => undoChange(db, clock.moment(), taken));
	channel.tell();
}

/** Says where newer versions of a deck are looked for; null for nowhere. @param address as `feedAddress` gives it */
export async function setAddress({ db, clock, channel }: Shelf, deck: DeckId, address: string | null): Promise<void> {
	await withReconnect(db, () => change(db, clock.moment(), { kind: 'deck.put', deck, fields: { address } }));
	channel.tell();
}
