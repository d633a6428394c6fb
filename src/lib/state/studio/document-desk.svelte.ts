import type { Decision, Edition, ProjectDocument, Proposals, ProposedNote } from '../../authoring/project';
import type { DocumentCoverage } from '../../authoring/document-coverage';
import type { ShownBlock } from '../../authoring/kept-text';
import type { GenerationOptions } from '../../generation/options';
import type { ImportProgress } from './studio.svelte';

/** A candidate with what the author has said of it; null while it is still to be looked at. */
export interface ReviewedCandidate {
	/** The candidate's id within its document: `candidate.note.id`. */
	readonly id: string;
	readonly candidate: ProposedNote;
	readonly decision: Decision | null;
}

/** How far the review of one document has come. */
export interface ReviewProgress {
	readonly open: number;
	readonly accepted: number;
	readonly rejected: number;
	readonly skipped: number;
	readonly all: number;
}

/** One document of an open project: its text, its candidates and what has been decided. */
export class DocumentDesk {
	readonly id: string;
	/** The record; a new value after each change. */
	readonly document = $derived.by((): ProjectDocument => notYet());
	/** The text in force; undefined until read. */
	readonly edition = $derived.by((): Edition | undefined => notYet());
	/** Undefined until read. */
	readonly proposals = $derived.by((): Proposals | undefined => notYet());
	/** In the order of the text; empty until read. */
	readonly candidates = $derived.by((): readonly ReviewedCandidate[] => notYet());
	readonly progress = $derived.by((): ReviewProgress => notYet());
	/** Every block of the text with why it is left out, if it is; empty until read. */
	readonly blocks = $derived.by((): readonly ShownBlock[] => notYet());
	/** Which sentences carry notes of the working copy, and which do not; undefined until read. */
	readonly coverage = $derived.by((): DocumentCoverage | undefined => notYet());
	/** Of finding candidates anew; null when that is not going on. */
	regenerating = $state.raw<ImportProgress | null>(null);

	constructor(id: string) {
		this.id = id;
	}

	/** The next candidate without a decision after this one, going round once; null when all have been decided. */
	nextOpen(after: string | null): ReviewedCandidate | null {
		void after;
		return notYet();
	}

	/**
	 * Sets how the document is read (profile, subject, terms, barred words, blocks restored and struck) and finds its
	 * candidates anew. Decisions and notes stay. Setting a block restored or struck: `options` of `kept-text.ts`.
	 * @throws as `Desk.commit`, or AppError `cancelled`; the options stay as they were then
	 */
	async setOptions(options: GenerationOptions): Promise<void> {
		void options;
		notYet();
	}

	/** Stops finding candidates anew. */
	cancelRegenerating(): void {
		notYet();
	}
}

function notYet(): never {
	throw new Error('Not written yet.');
}
