import { noteId, type NoteId } from '../domain/ids';
import type { Note } from '../domain/note';
import type { Drawing, Evidence, Pack, Topic } from '../domain/pack';
import type { Preset } from '../domain/preset';
import type { CanonicalDocument } from '../generation/canonical';
import type { Candidate } from '../generation/cards/candidate';
import type { Drop } from '../generation/content/blocks';
import type { GenerationOptions } from '../generation/options';
import type { Profile } from '../generation/profile';

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

/** How a document is read, as far as an author decides it. */
export type ReadingOptions = Omit<GenerationOptions, 'onprogress'>;

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
	readonly options: ReadingOptions;
	/** Statements that no card is wanted for: words of the sentence to reason. */
	readonly leftOut: Readonly<Record<string, string>>;
}

/**
 * SHA-256 of the document's id, the original's own hash and the canonical text (see `editions.ts`): a file that a later
 * version reads otherwise is another edition, because every span refers to the text.
 */
export type EditionId = string & { readonly __brand: 'EditionId' };

/** One immutable text of a document, with the file it was read from. */
export interface Edition {
	readonly id: EditionId;
	readonly document: string;
	/** The original; `stored` tells whether its bytes are on this device, among the media. */
	readonly file: {
		readonly name: string;
		readonly type: string;
		readonly bytes: number;
		readonly sha256: string;
		readonly stored: boolean;
	};
	readonly canonical: CanonicalDocument;
	/**
	 * Of each block of `canonical`, why it was taken for no content when the text was read; null for content. Kept with
	 * the text, so that later rules do not change a deck. What the author restored or struck is in the document's options.
	 */
	readonly drops: readonly (Drop | null)[];
	/** Of each block, where in the original it stands; only of a text that came with a pack. */
	readonly places?: readonly BlockPlace[];
}

/** What a pack says of a paragraph besides its words. */
export interface BlockPlace {
	readonly locator?: string;
	readonly evidence?: Evidence;
}

/** A picture of the deck; its bytes are among the media, named by their hash. */
export interface ProjectPicture {
	readonly sha256: string;
	/** MIME type. */
	readonly type: string;
	readonly bytes: number;
}

/** What the generator and a language model proposed from one edition under one set of options. */
export interface Proposals {
	readonly document: string;
	readonly edition: EditionId;
	/** Canonical JSON of the options, to tell whether they are up to date. */
	readonly options: string;
	/** What sort of text it was taken for, or set to be. */
	readonly profile: Profile;
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
	/** By the name that diagram notes call it by. */
	readonly drawings: ReadonlyMap<string, Drawing>;
	/** By file name, as notes call it. */
	readonly pictures: ReadonlyMap<string, ProjectPicture>;
}

/** What each kind of record holds. */
export interface RecordKinds {
	readonly deck: ProjectDeck;
	readonly document: ProjectDocument;
	readonly note: ProjectNote;
	readonly decision: Decision;
	readonly drawing: Drawing;
	readonly picture: ProjectPicture;
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
	/** When the backup was made that this copy was restored from, Unix ms; absent for a project made here. */
	readonly restoredFrom?: number;
}

/** A pack with what publishing adds to it. */
export interface Publication {
	readonly pack: Pack;
	readonly media: ReadonlyMap<string, Blob>;
	readonly release: Release;
}

/** How a project's note is named on the shelf. */
export const shelfNote = (deck: string, note: string): NoteId => noteId(deck, note);
