import type { PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import { AppError } from '../domain/app-error';

/** A deck that comes with the app, as its index lists it. */
export interface ShippedDeck {
	readonly id: PackId;
	readonly deck: string;
	readonly title: string;
	readonly version: string;
	readonly notes: number;
	/** Name of the pack beside the index. */
	readonly file: string;
}

/** @param base address of the folder of packs, ending in a slash */
export async function listShippedDecks(base: string): Promise<ShippedDeck[]> {
	const index: unknown = await (await get(`${base}index.json`)).json();
	if (typeof index !== 'object' || index === null || !('packs' in index) || !Array.isArray(index.packs)) {
		throw new AppError(
			'packs-unreadable',
			'The list of decks that comes with Recite cannot be read. Reload to try again.'
		);
	}
	return index.packs;
}

/** Fetches a pack, and holds it to its name and its form before anything is made of it. */
export async function fetchPack(base: string, shipped: ShippedDeck): Promise<Pack> {
	const text = await (await get(base + shipped.file)).text();
	const { openPack } = await import('../deck-format/open-pack');
	return openPack(text, shipped.id);
}

async function get(address: string): Promise<Response> {
	const response = await fetch(address).catch((cause: unknown) => {
		throw new AppError('offline', 'The deck is not on this device yet. Connect to the internet once and try again.', {
			cause
		});
	});
	if (!response.ok) {
		throw new AppError('packs-unreadable', `The deck could not be loaded (${response.status}). Reload to try again.`);
	}
	return response;
}
