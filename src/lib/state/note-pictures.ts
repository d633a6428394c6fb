import type { DeckId } from '../domain/ids';
import type { Note } from '../domain/note';
import type { Drawing } from '../domain/pack';
import { picturesIn } from '../deck-format/drawing-rules';
import type { ReciteDatabase } from '../storage/schema';

/** Addresses of pictures by their SHA-256, those longest unused first. */
const addresses = new Map<string, string>();
/** A page shows one card at a time; more are kept only so that going back is quick. */
const MOST_KEPT = 64;

/** Names of the pictures that a note shows, those within its drawing included. */
export function pictureNames(note: Pick<Note, 'media'>, drawing: Drawing | null): string[] {
	return [
		...new Set([...(note.media ?? []).map(({ file }) => file), ...(drawing === null ? [] : picturesIn(drawing))])
	];
}

/** Addresses at which this page can show the pictures of a deck on the shelf. Those not on the device are left out. */
export async function shelfPictures(
	db: ReciteDatabase,
	root: DeckId,
	note: Pick<Note, 'media'>,
	drawing: Drawing | null
): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	const names = pictureNames(note, drawing);
	if (names.length === 0) return found;
	const deck = await db.decks.get(root);
	const row = deck === undefined ? undefined : await db.packs.get(deck.pack);
	for (const name of names) {
		const file = row !== undefined && Object.hasOwn(row.pack.media, name) ? row.pack.media[name] : undefined;
		if (file === undefined) continue;
		const address = await addressOf(file, async () => (await db.media.get(file.sha256))?.blob);
		if (address !== null) found.set(name, address);
	}
	return found;
}

/** An address for a picture, made once for all who show it; null when there are no bytes. */
export async function addressOf(
	{ sha256, type }: { readonly sha256: string; readonly type: string },
	read: () => Promise<Blob | null | undefined>
): Promise<string | null> {
	const known = addresses.get(sha256);
	const blob = known === undefined ? await read() : null;
	// What a backup has brought back bears no type, and a browser shows no SVG without.
	const address = known ?? addresses.get(sha256) ?? (blob ? URL.createObjectURL(blob.slice(0, blob.size, type)) : null);
	if (address === null) return null;
	addresses.delete(sha256);
	addresses.set(sha256, address);
	for (const [oldest, unused] of addresses) {
		if (addresses.size <= MOST_KEPT) break;
		addresses.delete(oldest);
		URL.revokeObjectURL(unused);
	}
	return address;
}
