import type { Pack } from '../domain/pack';
import { coverageOf, type Coverage } from './coverage';
import { lint } from './lint/lint-draft';
import { hasErrors, inOrder, type Problem } from './problem';
import type { DeckFiles } from './deck-files';
import { readDraft, type Draft } from './read-deck';

export interface Checked {
	/** Null if anything is an error. */
	readonly value: Pack | null;
	/** In the order of the files. */
	readonly problems: readonly Problem[];
	readonly coverage: readonly Coverage[];
	/** As far as the deck could be read; for telling where things stand. */
	readonly draft: Draft | null;
}

/** Reads a deck folder and holds it to every rule. */
export async function checkDeck(files: DeckFiles): Promise<Checked> {
	const { draft, problems } = await readDraft(files);
	if (draft === null) return { value: null, problems, coverage: [], draft };
	const all = inOrder([...problems, ...lint(draft)]);
	return { value: hasErrors(all) ? null : draft.pack, problems: all, coverage: coverageOf(draft.pack), draft };
}
