import type { NoteId } from '../domain/ids';
import type { Note } from '../domain/note';
import type { Evidence, Pack, Topic } from '../domain/pack';
import type { Preset } from '../domain/preset';
import type { CanonicalDocument } from '../generation/canonical';
import type { Candidate } from '../generation/cards/candidate';
import type { GenerationOptions } from '../generation/options';

/**
 * A project is an author's working copy of a deck: what students get only once it is published as a pack.
 *
 * It consists of small records (the deck, its documents, notes and decisions), each change of which can be undone, and
 * of what follows from bytes alone: texts and the candidates generated from them, which are never edited.
 */
export type ProjectId = string & { readonly __brand: 'ProjectId' };

/** What `deck.yaml` holds. */
export interface ProjectDeck {
	/** Id of the root deck, which the ids of all notes hang on: not to be changed once it was published. */
	readonly deck: string;
	readonly title: string;
	readonly description: string;
	readonly authors: readonly string[];
	readonly licence: string;
	/** BCP 47. */
	readonly language: string;
	/** Version last published, `0.0.0` before the first time. */
	readonly version: string;
	readonly topics: readonly Topic[];
	/** Letters to words, for the lint of acronyms. */
	readonly acronyms: Readonly<Record<string, string>>;
	/** Groups of terms that must not stand for each other. */
	readonly terms: readonly (readonly string[])[];
	readonly preset?: Partial<Preset>;
	/** The versions published so far, newest first, with what changed for students. */
	readonly releases: readonly Release[];
}

export interface Release {
	readonly version: string;
	/** ISO date. */
	readonly date: string;
	readonly notes: string;
}

/** Where a document came from and how it is read. Its text is an edition, see below. */
export interface ProjectDocument {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	/** ISO date, or `undated`. */
	readonly published: string;
	readonly evidence: readonly Evidence[];
	readonly limits: string;
	readonly url?: string;
	/** The edition in force; regenerating from a newer file puts another in its place. */
	readonly edition: EditionId;
	readonly options: GenerationOptions;
	/** Statements that no card is wanted for: words of the sentence to reason. */
	readonly leftOut: Readonly<Record<string, string>>;
}

/** SHA-256 of the original file; of the canonical text where there was no file. */
export type EditionId = string & { readonly __brand: 'EditionId' };

/** One immutable text of a document, with the file it was read from. */
export interface Edition {
	readonly id: EditionId;
	readonly document: string;
	/** Name, MIME type and length in bytes of the file. */
	readonly file: { readonly name: string; readonly type: string; readonly bytes: number };
	readonly canonical: CanonicalDocument;
}

/** What the generator and a language model proposed from one edition under one set of options. */
export interface Proposals {
	readonly document: string;
	readonly edition: EditionId;
	/** Canonical JSON of the options, to tell whether they are up to date. */
	readonly options: string;
	/** In the order of the text. */
	readonly candidates: readonly ProposedNote[];
}

export interface ProposedNote extends Candidate {
	/** A language model proposed it; it passed the same checks, and is marked. */
	readonly model?: string;
}

/** A note of the working copy. Spans of its sources refer to the edition in force, `quote` is `text.slice(start, end)`. */
export interface ProjectNote {
	readonly note: Note;
	/** Notes are ordered by it; a note put between two others gets a number between theirs. */
	readonly position: number;
	/** The candidate it was made from. */
	readonly candidate: string | null;
	/** Rule to reason. */
	readonly waived: Readonly<Record<string, string>>;
}

/** What the author has said of a candidate. A candidate without a decision is still to be looked at. */
export interface Decision {
	readonly is: 'accepted' | 'rejected' | 'skipped';
	/** Ids of the notes made of it: several after a split, one shared after a merge. */
	readonly notes: readonly string[];
}

/** Key of a decision: a candidate's id is stable within its document. */
export const decisionKey = (document: string, candidate: string): string => `${document}/${candidate}`;

/** The small records of a project, as they stand. */
export interface ProjectState {
	readonly deck: ProjectDeck;
	readonly documents: ReadonlyMap<string, ProjectDocument>;
	/** By the note's own id. */
	readonly notes: ReadonlyMap<string, ProjectNote>;
	/** By `decisionKey`. */
	readonly decisions: ReadonlyMap<string, Decision>;
}

/** What each kind of record holds. */
export interface RecordKinds {
	readonly deck: ProjectDeck;
	readonly document: ProjectDocument;
	readonly note: ProjectNote;
	readonly decision: Decision;
}

/** One record before and after; null where it is not there. */
export type Patch = {
	[Kind in keyof RecordKinds]: {
		readonly of: Kind;
		/** `deck` for the deck. */
		readonly id: string;
		readonly before: RecordKinds[Kind] | null;
		readonly after: RecordKinds[Kind] | null;
	};
}[keyof RecordKinds];

/** One thing the author did. Undone by writing what was before, redone by writing what came after. */
export interface Change {
	/** For the undo button, in the past tense: “Accepted 3 candidates”. */
	readonly label: string;
	readonly patches: readonly Patch[];
}

/** A project in a list. */
export interface ProjectSummary {
	readonly id: ProjectId;
	readonly deck: string;
	readonly title: string;
	readonly notes: number;
	readonly documents: number;
	/** Candidates without a decision. */
	readonly open: number;
	/** Unix ms. */
	readonly changed: number;
}

/** A pack with what publishing adds to it. */
export interface Publication {
	readonly pack: Pack;
	readonly media: ReadonlyMap<string, Blob>;
	readonly release: Release;
}

/** How a project's note is named on the shelf. */
export const shelfNote = (deck: string, note: string): NoteId => `${deck}:${note}` as NoteId;
