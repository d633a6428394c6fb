import { readFeed, type Feed } from '$lib/authoring/feed';
import type { ProjectState, Publication } from '$lib/authoring/project';
import { packId } from '$lib/deck-format/pack-id';
import { chooseFolder, writeInto } from '$lib/state/chosen-folder';
import { saveFile } from '$lib/state/save-file';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { Way } from '$lib/ui/studio/publish/PublishWays.svelte';

/** Apart, because publishing on this device needs nothing of it. */
const loadFiles = () => import('$lib/state/subscriptions/publication-files');

/** What a way needs before anything else is done: a browser asks for a folder only while a button is being pressed. */
export type Place = FileSystemDirectoryHandle | null;

/** @returns undefined if a folder was asked for and none was chosen */
export async function placeFor(way: Way): Promise<Place | undefined> {
	if (way !== 'folder' && way !== 'site-folder') return null;
	return (await chooseFolder()) ?? undefined;
}

/**
 * Hands a version out.
 * @param state the working copy that it was made of
 * @returns what was left behind by an older version in the folder it was written to
 */
export async function handOut(
	desk: Desk,
	way: Way,
	publication: Publication,
	state: ProjectState,
	{ place, feed }: { readonly place: Place; readonly feed: Feed | undefined }
): Promise<readonly string[]> {
	if (way === 'here') {
		await desk.app.shelvePack(await packId(publication.pack), publication.pack);
		return [];
	}
	const { archiveOf, folderFiles, folderOf, siteFiles, siteOf } = await loadFiles();
	if (way === 'file') saveFile(await archiveOf(publication, state));
	else if (way === 'zip') saveFile(await folderOf(publication));
	else if (way === 'site') saveFile(await siteOf(publication, state, feed));
	else if (place !== null) {
		if (way === 'folder') {
			// In a folder of its own, because a deck's folder holds nothing else.
			const folder = await place.getDirectoryHandle(publication.pack.deck, { create: true });
			return writeInto(folder, await folderFiles(publication));
		}
		// Packs of earlier versions may stay: a student may be fetching one.
		await writeInto(place, await siteFiles(publication, state, feed));
	}
	return [];
}

/** @throws AppError when the file is no feed */
export const feedIn = async (file: File): Promise<Feed> => readFeed(await file.text());
