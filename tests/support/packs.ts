import { readFolder } from '../../src/cli/deck-folder';
import { readDraft, type Draft } from '../../src/lib/deck-format/read-deck';
import { hasErrors } from '../../src/lib/deck-format/problem';
import type { DeckFiles } from '../../src/lib/deck-format/deck-files';
import { bytesOf } from '../../src/lib/deck-format/media-files';

/** A deck of this repository with all that its files say. */
export async function draftOf(
	folder: string
): Promise<{ draft: Draft; media: Map<string, Uint8Array>; files: DeckFiles }> {
	const files = await readFolder(folder);
	const { draft, problems } = await readDraft(files);
	if (draft === null || hasErrors(problems)) throw new Error(`${folder} is not sound`);
	return { draft, media: mediaOf(draft.pack.media, files), files };
}

/** The bytes of a pack's pictures by SHA-256, from the files of its folder. */
export function mediaOf(
	pictures: Readonly<Record<string, { readonly sha256: string }>>,
	files: DeckFiles
): Map<string, Uint8Array> {
	return new Map(
		Object.entries(pictures).map(([name, { sha256 }]) => [sha256, bytesOf(files.get(`media/${name}`) ?? '')])
	);
}
