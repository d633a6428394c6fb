import { writeFeed, type Feed } from '../../authoring/feed';
import type { ProjectState, Publication } from '../../authoring/project';
import { writeArchive, writeFolderZip, type DeckRelease } from '../../deck-format/deck-archive';
import { bytesOf } from '../../deck-format/media-files';
import { packId } from '../../deck-format/pack-id';
import { writeDeck } from '../../deck-format/write-deck';

/** A file to be handed out. */
export interface HandedOut {
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The deck as one `.recite` file. */
export async function archiveOf(publication: Publication, state: ProjectState): Promise<HandedOut> {
	const { pack } = publication;
	const bytes = await writeArchive(pack, await bytesBySha(publication), releasesOf(publication, state));
	return { name: `${pack.deck}-${pack.version}.recite`, type: 'application/zip', bytes };
}

/** The deck as a zipped folder of plain text, for version control and other editors. */
export async function folderOf(publication: Publication, state: ProjectState): Promise<HandedOut> {
	const { pack } = publication;
	const waived = new Map([...state.notes].map(([id, note]) => [id, note.waived]));
	const { acronyms, terms } = state.deck;
	const folder = writeDeck(pack, await bytesBySha(publication), { acronyms, terms, waived });
	return { name: `${pack.deck}-${pack.version}.zip`, type: 'application/zip', bytes: writeFolderZip(folder) };
}

/**
 * The files to be put at an address, zipped, for students to subscribe to.
 * @param previous what stands at the address now, if that is known
 */
export async function siteOf(publication: Publication, state: ProjectState, previous?: Feed): Promise<HandedOut> {
	const { pack } = publication;
	const [id, media] = [await packId(pack), await bytesBySha(publication)];
	const files = writeFeed({ pack, id, media, releases: releasesOf(publication, state) }, previous);
	const folder = new Map([...files].map(([path, content]) => [path, bytesOf(content)]));
	return { name: `${pack.deck}-${pack.version}-site.zip`, type: 'application/zip', bytes: writeFolderZip(folder) };
}

/** This release before the earlier ones, once even if it is noted in the project already. */
function releasesOf({ release }: Publication, { deck }: ProjectState): DeckRelease[] {
	return [release, ...deck.releases.filter(({ version }) => version !== release.version)];
}

/** A publication's pictures go by file name; files of decks go by what is in them. */
async function bytesBySha({ pack, media }: Publication): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
	const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const [name, { sha256 }] of Object.entries(pack.media)) {
		const blob = media.get(name);
		if (blob !== undefined) bytes.set(sha256, new Uint8Array(await blob.arrayBuffer()));
	}
	return bytes;
}
