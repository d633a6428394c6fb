import { writeFeed, type Feed } from '../../authoring/feed';
import type { ProjectState, Publication } from '../../authoring/project';
import { writeArchive, writeFolderZip, type DeckRelease } from '../../deck-format/deck-archive';
import { bytesOf } from '../../deck-format/media-files';
import { packId } from '../../deck-format/pack-id';
import { writeDeck, type DeckFolder } from '../../deck-format/write-deck';
import type { FileToSave } from '../save-file';

/** A file to be handed out. */
export type HandedOut = FileToSave;

/** The deck as one `.recite` file. */
export async function archiveOf(publication: Publication, state: ProjectState): Promise<HandedOut> {
	const { pack } = publication;
	const bytes = await writeArchive(pack, await bytesBySha(publication), releasesOf(publication, state));
	return { name: `${pack.deck}-${pack.version}.recite`, type: 'application/zip', bytes };
}

/** The deck as the files of a folder of plain text, for version control and other editors. */
export async function folderFiles(publication: Publication): Promise<DeckFolder> {
	return writeDeck(publication.pack, await bytesBySha(publication));
}

/** The same folder, zipped. */
export async function folderOf(publication: Publication): Promise<HandedOut> {
	const { pack } = publication;
	const bytes = writeFolderZip(await folderFiles(publication));
	return { name: `${pack.deck}-${pack.version}.zip`, type: 'application/zip', bytes };
}

/**
 * The files to be put at an address, for students to subscribe to; `feed.json` last.
 * @param previous what stands at the address now, if that is known
 */
export async function siteFiles(publication: Publication, state: ProjectState, previous?: Feed): Promise<DeckFolder> {
	const { pack } = publication;
	const [id, media] = [await packId(pack), await bytesBySha(publication)];
	const files = writeFeed({ pack, id, media, releases: releasesOf(publication, state) }, previous);
	return new Map([...files].map(([path, content]) => [path, bytesOf(content)]));
}

/** The same files, zipped. */
export async function siteOf(publication: Publication, state: ProjectState, previous?: Feed): Promise<HandedOut> {
	const { pack } = publication;
	const bytes = writeFolderZip(await siteFiles(publication, state, previous));
	return { name: `${pack.deck}-${pack.version}-site.zip`, type: 'application/zip', bytes };
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
