/** Something a lint or the pack format says of the working copy. */
export interface ProjectProblem {
	/** Name of the rule; a lint's name is what a note's `waived` takes. */
	readonly rule: string;
	/** Errors keep the deck from being published; warnings do not. */
	readonly severity: 'error' | 'warning';
	/** Plain sentence: what is wrong and what to do next. */
	readonly message: string;
	/** Id of the note it concerns; null if it concerns the deck or a document. */
	readonly note: string | null;
	/** Path of the field within the note: `front`, `steps/2`, `reverse/front`; null if it concerns the whole. */
	readonly field: string | null;
	/** The other note, where two are alike. */
	readonly other: string | null;
	/** Of a document: its id, and where in the edition's text, if at one place. */
	readonly document: string | null;
	readonly offset: number | null;
}

export interface ProjectProblems {
	/** By note, errors first; notes without problems are not in it. */
	readonly notes: ReadonlyMap<string, readonly ProjectProblem[]>;
	/** Of the deck, its topics and documents; errors first. */
	readonly deck: readonly ProjectProblem[];
	readonly errors: number;
	readonly warnings: number;
}
