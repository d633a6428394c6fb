import { packDiff, type PackDiff } from '../../authoring/pack-diff';
import type { DeckRelease } from '../../deck-format/deck-archive';
import type { DeckId, NoteId, PackId } from '../../domain/ids';
import type { Pack } from '../../domain/pack';
import type { Moment } from '../../storage/log';
import type { ReciteDatabase } from '../../storage/schema';
import { noteId, rootOf } from '../../domain/ids';
import { ownFields } from '../../domain/library';
import { compareVersions } from '../../domain/version';

/** What of the app is needed to put a deck on the shelf; `Recite` is one. */
export interface Shelf {
	readonly db: ReciteDatabase;
	readonly clock: { moment(): Moment };
	readonly channel: { tell(): void };
}

/** A deck that has come from outside and has been held to its hash and form. Nothing of it is on the shelf yet. */
export interface DeckOffer {
	readonly id: PackId;
	readonly pack: Pack;
	/** Bytes of its pictures by SHA-256, those left out that are here already. */
	readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
	/** Where newer versions are to be looked for from now on; null to leave that as it is. */
	readonly address: string | null;
	/** The version on the shelf; null where the deck is not there. */
	readonly held: { readonly id: PackId; readonly version: string } | null;
	/** What taking it would change; null where there is nothing to compare it with. */
	readonly diff: PackDiff | null;
	/** Release notes since the version held, newest first; all of them where none is held. */
	readonly news: readonly DeckRelease[];
	/** Its version is lower than that on the shelf. */
	readonly isOlder: boolean;
	/** Notes that it changes or removes and that the learner has edited; the edits stay. */
	readonly editedNotes: readonly NoteId[];
}

export interface Arrived {
	readonly id: PackId;
	readonly pack: Pack;
	readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
	readonly releases: readonly DeckRelease[];
}

/** Holds a deck that has arrived against what is on the shelf. */
export async function offerOf(
	{ db }: Pick<Shelf, 'db'>,
	{ id, pack, media, releases }: Arrived,
	address: string | null
): Promise<DeckOffer> {
	const root = pack.deck as DeckId;
	const summary = await db.decks.get(root);
	const before = summary === undefined ? undefined : (await db.packs.get(summary.pack))?.pack;
	const held = summary === undefined ? null : { id: summary.pack, version: summary.version };
	const diff = before === undefined ? null : packDiff(before, pack);
	const touched = [...(diff?.changed.map(({ after }) => after) ?? []), ...(diff?.removed ?? [])];
	const edits = await db.edits.bulkGet(touched.map((note) => noteId(root, note.id)));
	return {
		id,
		pack,
		media,
		address,
		held,
		diff,
		news: releases.filter(({ version }) => held === null || compareVersions(version, held.version) > 0),
		isOlder: held !== null && compareVersions(pack.version, held.version) < 0,
		editedNotes: edits.flatMap((edit) =>
			edit !== undefined && rootOf(edit.id) === root && Object.keys(ownFields(edit)).length > 0 ? [edit.id] : []
		)
	};
}
