import { base } from '$app/paths';
import type { Recite } from '$lib/state/recite.svelte';
import { fetchPack, type ShippedDeck } from '$lib/state/shipped-decks';
import { offerOf, type DeckOffer } from '$lib/state/subscriptions/deck-offer';

/** A newer version of a deck that comes with the app, held against the one on the shelf. */
export async function shippedOffer(recite: Recite, deck: ShippedDeck): Promise<DeckOffer> {
	const pack = await fetchPack(`${base}/packs/`, deck);
	return offerOf(recite, { id: deck.id, pack, media: new Map(), releases: [] }, null);
}
