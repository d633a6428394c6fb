import { cardsOf } from '../domain/cards-of';
import type { Pack } from '../domain/pack';
import { coverageOf, shareOf } from './coverage';

export interface DeckStats {
	readonly notes: number;
	readonly cards: number;
	/** Topic id to number of notes, in the author's order. */
	readonly byTopic: readonly Count[];
	/** Kind to number of notes, most first. */
	readonly byKind: readonly Count[];
	/** Document id to number of notes that quote it. */
	readonly byDocument: readonly Count[];
	/** Document id to share of its statements covered, 0 to 1. */
	readonly coverage: readonly { readonly name: string; readonly share: number }[];
	/** Notes with `explain`, with `contrast`, with either. */
	readonly explained: number;
	readonly contrasted: number;
	readonly explainedOrContrasted: number;
	readonly editorNotes: number;
}

export interface Count {
	readonly name: string;
	readonly notes: number;
	readonly cards: number;
}

export function statsOf(pack: Pack): DeckStats {
	const cards = (notes: Pack['notes']): number => notes.reduce((sum, note) => sum + cardsOf(pack.deck, note).length, 0);
	const count = (name: string, notes: Pack['notes']): Count => ({ name, notes: notes.length, cards: cards(notes) });
	const kinds = [...new Set(pack.notes.map((note) => note.kind))];
	const having = (test: (note: Pack['notes'][number]) => boolean): number => pack.notes.filter(test).length;
	return {
		notes: pack.notes.length,
		cards: cards(pack.notes),
		byTopic: pack.topics.map(({ id }) =>
			count(
				id,
				pack.notes.filter((note) => note.topic === id)
			)
		),
		byKind: kinds
			.map((kind) =>
				count(
					kind,
					pack.notes.filter((note) => note.kind === kind)
				)
			)
			.sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1)),
		byDocument: pack.documents.map(({ id }) =>
			count(
				id,
				pack.notes.filter((note) => note.sources.some((source) => source.document === id))
			)
		),
		coverage: coverageOf(pack).map((each) => ({ name: each.document, share: shareOf(each) })),
		explained: having((note) => note.explain !== undefined),
		contrasted: having((note) => note.contrast !== undefined),
		explainedOrContrasted: having((note) => note.explain !== undefined || note.contrast !== undefined),
		editorNotes: having((note) => note.editorNote !== undefined)
	};
}
