import type { Note } from './note';
import type { Preset } from './preset';

/**
 * One immutable version of a deck's content. Its id is the SHA-256 of its canonical JSON (see
 * `deck-format/canonical-json.ts`); it never changes, a new version is a new pack.
 */
export interface Pack {
	readonly format: 1;
	/** Id of the root deck: lower-case letters, digits and hyphens. */
	readonly deck: string;
	readonly title: string;
	readonly description: string;
	readonly authors: readonly string[];
	readonly licence: string;
	/** BCP 47. */
	readonly language: string;
	readonly version: string;
	/** In the author's order. Each topic is a subdeck `deck/topic`. */
	readonly topics: readonly Topic[];
	/** What the author proposes; a learner's own preset wins. */
	readonly preset?: Partial<Preset>;
	/** Letters to words: acronyms that every reader knows, or that are expanded somewhere in the deck. */
	readonly acronyms?: Readonly<Record<string, string>>;
	/** Groups of terms that must not stand for each other. */
	readonly terms?: readonly (readonly string[])[];
	/** Note id to the rules that its author has waived: rule to reason. */
	readonly waived?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly documents: readonly SourceDocument[];
	/** In the author's order, which is the order in which new cards come. */
	readonly notes: readonly Note[];
	readonly drawings: Readonly<Record<string, Drawing>>;
	/** Files beside the pack, named by content. */
	readonly media: Readonly<Record<string, { readonly sha256: string; readonly type: string; readonly bytes: number }>>;
}

export interface Topic {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** One of the eight topic colours of the design; each has a sign of its own, so that colour is never alone. */
	readonly colour: TopicColour;
}

export const TOPIC_COLOURS = ['rubric', 'ochre', 'moss', 'teal', 'indigo', 'plum', 'slate', 'umber'] as const;
export type TopicColour = (typeof TOPIC_COLOURS)[number];

/** How far a statement can be trusted by where it was said. */
export type Evidence =
	| 'trial'
	| 'meta-analysis'
	| 'review'
	| 'abstract'
	| 'label'
	| 'regulator'
	| 'textbook'
	| 'conference-talk'
	| 'news'
	| 'podcast'
	| 'clinic-page'
	| 'web-page';

/** A document as the deck restates it. */
export interface SourceDocument {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	/** ISO date, or `undated`. */
	readonly published: string;
	readonly evidence: readonly Evidence[];
	/** What a reader must know before trusting it: one or two sentences. */
	readonly limits: string;
	readonly url?: string;
	/** SHA-256 of the original file. */
	readonly sha256: string;
	/** Canonical text: headings and paragraphs, joined by blank lines. All offsets of the pack refer to it. */
	readonly text: string;
	/** In order, covering every heading and paragraph of `text`. Offsets are UTF-16. */
	readonly blocks: readonly DocumentBlock[];
	/** Every sentence of every paragraph, in order. */
	readonly statements: readonly Statement[];
}

export interface DocumentBlock {
	readonly kind: 'heading' | 'paragraph';
	readonly start: number;
	readonly end: number;
	/** Where in the original a paragraph's content stands; absent on headings. */
	readonly locator?: string;
	/** Evidence of this paragraph where it differs from the document's (a quoted review inside a news page). */
	readonly evidence?: Evidence;
}

export interface Statement {
	readonly start: number;
	readonly end: number;
	/** Why no card was made of it, as the author wrote. */
	readonly leftOut?: string;
}

/** A drawing as a tree of allow-listed SVG elements, so that it can be rendered without parsing markup in the page. */
export interface Drawing {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (Drawing | string)[];
}
