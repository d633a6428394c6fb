import type { Span } from '../domain/text/sentences';
import { inOrder } from './changes/order';
import { keptText } from './kept-text';
import type { Edition, ProjectDocument, ProjectNote } from './project';

/** A sentence of a kept paragraph, with the notes that quote it. Offsets are UTF-16, into the edition's text. */
export interface CoveredSentence extends Span {
	readonly text: string;
	/** Notes whose quotes overlap it, in the order of the deck. */
	readonly notes: readonly ProjectNote[];
	/** Why no card is wanted of it, as the author wrote; null if nothing was said. */
	readonly leftOut: string | null;
}

export interface DocumentCoverage {
	/** In the order of the text. */
	readonly sentences: readonly CoveredSentence[];
	/** Sentences that carry a note. */
	readonly covered: number;
	/** Sentences without a note that are left out with a reason. */
	readonly leftOut: number;
	/** Share of sentences covered or left out with a reason, 0 to 1; 1 where there are none. */
	readonly share: number;
}

/** Which sentences of a document carry notes. @param notes of the project, in any order */
export function documentCoverage(
	edition: Edition,
	{ id, options, leftOut }: Pick<ProjectDocument, 'id' | 'options' | 'leftOut'>,
	notes: Iterable<ProjectNote>
): DocumentCoverage {
	const kept = keptText(edition, options);
	const quotes = inOrder(notes).flatMap((note) =>
		note.note.sources.filter(({ document }) => document === id).map(({ start, end }) => ({ note, start, end }))
	);
	const sentences = kept.sentences.map(({ start, end }): CoveredSentence => {
		const text = kept.text.slice(start, end);
		const span = { start: kept.back(start), end: kept.back(start) + text.length };
		const own = quotes.filter((quote) => quote.start < span.end && span.start < quote.end).map(({ note }) => note);
		const reason = Object.hasOwn(leftOut, text) ? leftOut[text] : undefined;
		return { ...span, text, notes: [...new Set(own)], leftOut: reason ?? null };
	});
	const covered = sentences.filter((each) => each.notes.length > 0).length;
	const without = sentences.filter((each) => each.notes.length === 0 && each.leftOut !== null).length;
	const share = sentences.length === 0 ? 1 : (covered + without) / sentences.length;
	return { sentences, covered, leftOut: without, share };
}
