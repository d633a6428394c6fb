import { buildPack } from '../../authoring/build-pack';
import { addRelease } from '../../authoring/changes/deck';
import { expectLater } from '../../authoring/next-version';
import type { Edition, Publication } from '../../authoring/project';
import { packId } from '../../deck-format/pack-id';
import { AppError } from '../../domain/app-error';
import { documentMaterial, mediaOf } from '../../storage/projects';
import type { Desk } from './desk.svelte';
import { expectSecure } from './secure';

/**
 * The deck as it would be published, with what changes for students in words. Nothing is written.
 * @throws AppError `deck-unfinished` while a lint or the format says that something is an error, `deck-empty` for a deck
 * without notes, `version-unsuitable`, `picture-missing`, `insecure`
 */
export async function publicationOf(desk: Desk, notes: string, version?: string): Promise<Publication> {
	expectSecure('Decks cannot be published');
	const { state } = desk;
	const wanted = version ?? desk.nextVersion;
	expectLater(state.deck, wanted);
	if (state.notes.size === 0) {
		throw new AppError('deck-empty', 'There is nothing to publish yet: accept a candidate, or write a note.');
	}
	const editions = await editionsOf(desk);
	const { errors } = await desk.checks.now(state, editions);
	if (errors > 0) {
		const many = errors === 1 ? 'One error keeps' : `${errors} errors keep`;
		throw new AppError('deck-unfinished', `${many} the deck from being published. Mend what is marked as an error.`);
	}
	const { pack } = buildPack(state, editions, wanted);
	const media = new Map<string, Blob>();
	for (const [name, { sha256 }] of Object.entries(pack.media)) {
		const blob = await mediaOf(desk.app.db, sha256);
		if (blob === null) {
			throw new AppError(
				'picture-missing',
				`The picture “${name}” is not on this device. Add it again, or take it off its note.`
			);
		}
		media.set(name, blob);
	}
	const date = new Date().toISOString().slice(0, 10);
	return { pack, media, release: { version: wanted, date, notes: notes.trim() } };
}

/** The texts in force, straight from the database: the desk may not have read them yet. */
async function editionsOf({ app, id, state }: Desk): Promise<Map<string, Edition>> {
	const found = new Map<string, Edition>();
	for (const document of state.documents.keys()) {
		const edition = (await documentMaterial(app.db, id, document))?.edition ?? null;
		if (edition !== null) found.set(document, edition);
	}
	return found;
}

/** Notes in the project that this is the published state; to be called when the publication has been handed out. */
export async function notePublished(desk: Desk, { release }: Publication): Promise<void> {
	await desk.commit((state) => addRelease(state, release));
}

/** Publishes the deck to this device: its cards come up for study here. Throws as `publicationOf` and `takeVersion` do. */
export async function publishToShelf(desk: Desk, notes: string, version?: string): Promise<Publication> {
	const publication = await publicationOf(desk, notes, version);
	await desk.takeVersion(publication);
	// First the shelf: should the note of it fail, publishing once more gives the same pack, and nothing twice.
	await desk.app.shelvePack(await packId(publication.pack), publication.pack);
	await notePublished(desk, publication);
	return publication;
}
