import { correctionsOn, writeCorrections, type Correction } from '../../authoring/corrections';
import { AppError } from '../../domain/app-error';
import type { DeckId } from '../../domain/ids';
import { deckId, noteOf, ordinalOf, rootOf } from '../../domain/ids';
import { ownFields } from '../../domain/library';
import { flaggedCards } from '../../storage/queries';
import type { Shelf } from './deck-offer';

/** How much there is to send back about a deck. */
export interface CorrectionsFile {
	/** For the author: contents of a `.recite-corrections` file. */
	readonly text: string;
	readonly name: string;
	readonly flags: number;
	readonly edits: number;
}

/**
 * A learner's flags with their words and personal edits of a deck, as a file for its author. It holds what they wrote and
 * nothing else about them.
 * @throws AppError `nothing-to-send`, `deck-missing`
 */
export async function correctionsOf({ db }: Pick<Shelf, 'db'>, deck: DeckId): Promise<CorrectionsFile> {
	const summary = await db.decks.get(deck);
	const pack = summary === undefined ? undefined : (await db.packs.get(summary.pack))?.pack;
	if (summary === undefined || pack === undefined) {
		throw new AppError('deck-missing', 'This deck is not on the shelf any more.');
	}
	const local = (id: string): string => id.slice(deck.length + 1);
	const cards = await flaggedCards(db, [deck, ...pack.topics.map(({ id }) => deckId(deck, id))]);
	const flags = cards.flatMap(({ id, flag }) =>
		flag.value === null ? [] : [{ note: local(noteOf(id)), ordinal: ordinalOf(id), words: flag.value.note }]
	);
	const edits = new Map(
		(await db.edits.toArray())
			.filter(({ id }) => rootOf(id) === deck)
			.map((edits) => [local(edits.id), ownFields(edits)])
	);
	const corrections = correctionsOn(pack, summary.pack, { flags, edits });
	const count = (kind: Correction['is']): number => corrections.items.filter(({ is }) => is === kind).length;
	const found = { flags: count('flag'), edits: count('edit') };
	if (found.flags + found.edits === 0) {
		throw new AppError('nothing-to-send', 'There is nothing to send: flag a card or edit a note first.');
	}
	return { text: writeCorrections(corrections), name: `${deck}-${pack.version}.recite-corrections`, ...found };
}
