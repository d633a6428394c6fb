import { AppError } from '../../domain/app-error';
import { ID } from '../../deck-format/note-shapes';
import type { Change, ProjectDeck, ProjectState, Release } from '../project';
import { changing } from './changing';

/** The version of a deck that was never published. */
export const UNPUBLISHED = '0.0.0';

/** What of the deck is written in a form; topics have changes of their own. */
export type DeckFields = Omit<ProjectDeck, 'version' | 'releases' | 'topics'>;

/**
 * Writes what is said of the deck. A field given as undefined is taken away.
 * @throws AppError `deck-id-fixed` for another id once the deck was published, `deck-id-unsuitable` for one that is none
 */
export function editDeck(state: ProjectState, fields: Partial<DeckFields>): Change {
	const { deck } = fields;
	if (deck !== undefined && deck !== state.deck.deck) {
		if (state.deck.version !== UNPUBLISHED)
			throw new AppError(
				'deck-id-fixed',
				'The deck has been published under its id, and students’ history goes by it.'
			);
		if (!ID.test(deck))
			throw new AppError('deck-id-unsuitable', 'The id of a deck is lower-case letters, digits and single hyphens.');
	}
	return changing(state, 'Changed what is said of the deck', (now) => {
		const next = { ...now.deck, ...fields };
		if (next.preset === undefined) delete next.preset;
		now.deck = next;
	});
}

/** Notes that a version was published. */
export function addRelease(state: ProjectState, release: Release): Change {
	return changing(state, `Published version ${release.version}`, (now) => {
		const releases = [release, ...now.deck.releases.filter(({ version }) => version !== release.version)];
		now.deck = { ...now.deck, version: release.version, releases };
	});
}
