import { readArchive } from '../../deck-format/deck-archive';
import { DECK_BOUNDS } from '../../deck-format/zip-reading';
import { AppError } from '../../domain/app-error';
import { offerOf, type DeckOffer, type Shelf } from './deck-offer';
import { takeUpdate } from './take-offer';

/**
 * Reads a `.recite` file or a zipped deck folder that a person has chosen. Nothing is on the shelf yet: show what it
 * would change, then `takeUpdate`.
 * @throws AppError saying what is wrong with the file
 */
export async function openDeckFile(shelf: Pick<Shelf, 'db'>, file: Blob): Promise<DeckOffer> {
	if (file.size > DECK_BOUNDS.bytes) {
		throw new AppError('archive-too-large', 'This file is larger than any deck may be. It was not opened.');
	}
	return offerOf(shelf, await readArchive(new Uint8Array(await file.arrayBuffer())), null);
}

/** Reads a deck's file and puts it on the shelf at once: for a deck that is not there yet. @throws AppError as above */
export async function addArchive(shelf: Shelf, file: Blob): Promise<DeckOffer> {
	const offer = await openDeckFile(shelf, file);
	await takeUpdate(shelf, offer);
	return offer;
}
