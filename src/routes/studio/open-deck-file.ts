import type { ProjectId } from '$lib/authoring/project';
import type { Studio } from '$lib/state/studio/studio.svelte';

/**
 * A project that goes on from a deck in a file.
 * @throws AppError with what is wrong with the file; nothing is made then
 */
export async function openDeckFile(studio: Studio, file: File): Promise<ProjectId> {
	const { readArchive } = await import('$lib/deck-format/deck-archive');
	const { pack, media, releases } = await readArchive(new Uint8Array(await file.arrayBuffer()));
	const pictures = Object.entries(pack.media).flatMap(([name, { sha256, type }]) => {
		const bytes = media.get(sha256);
		return bytes === undefined ? [] : [[name, new Blob([bytes], { type })] as const];
	});
	return studio.createFromPack(pack, new Map(pictures), releases);
}
