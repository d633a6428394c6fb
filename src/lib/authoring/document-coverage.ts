import type { Span } from '../domain/text/sentences';
import type { ProjectNote } from './project';

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
	/** Share of sentences covered or left out with a reason, 0 to 1. */
	readonly share: number;
}
