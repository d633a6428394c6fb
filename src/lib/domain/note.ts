/**
 * A note: what an author writes down once. One note gives one or more cards (see `cards-of.ts`).
 *
 * All texts are rich text (see `rich-text.ts`): paragraphs with *emphasis*, **strong**, `code`, ^sup^,
 * ~sub~ and $maths$.
 */

/** Where a note's statement comes from. `start` and `end` are UTF-16 offsets into the document's canonical text. */
export interface Source {
	readonly document: string;
	/** Exactly `document.text.slice(start, end)`. */
	readonly quote: string;
	readonly start: number;
	readonly end: number;
}

/**
 * A statement that the documents do not make but without which a student would be misled. Shown with a visible mark.
 */
export interface EditorNote {
	/** The fact as the cited publication supports it, in our words. */
	readonly statement: string;
	readonly citation: string;
	readonly url?: string;
	/** ISO date of the cited publication or decision. */
	readonly date: string;
}

export interface Picture {
	/** File name in the pack's media. */
	readonly file: string;
	readonly alt: string;
}

interface NoteFields {
	/** Unique within its pack and never changed: a card's history hangs on it. */
	readonly id: string;
	/** Id of one of the pack's topics; the topic is the subdeck. */
	readonly topic: string;
	readonly tags: readonly string[];
	/** Never empty unless `editorNote` is there. */
	readonly sources: readonly Source[];
	readonly editorNote?: EditorNote;
	/** ISO date (`2025`, `2025-06` or `2025-06-22`) up to which a fact that can change is known to hold. */
	readonly asOf?: string;
	/** Shown on request before the answer. */
	readonly hint?: string;
	/** Why it is so; shown after the answer. */
	readonly explain?: string;
	/** What it is confused with, and how to tell the two apart; shown after the answer. */
	readonly contrast?: string;
	readonly media?: readonly Picture[];
}

export interface BasicNote extends NoteFields {
	readonly kind: 'basic';
	readonly front: string;
	readonly back: string;
}

/** Two cards: front → back (ordinal 0) and back → front (ordinal 1). */
export interface ReversedNote extends NoteFields {
	readonly kind: 'reversed';
	readonly front: string;
	readonly back: string;
	/** Wording of the second card where plain swapping does not read as a question. */
	readonly reverse?: { readonly front: string; readonly back: string };
}

/** `{{c1::hidden::hint}}`; all deletions of one number are one card, with ordinal number − 1. */
export interface ClozeNote extends NoteFields {
	readonly kind: 'cloze';
	readonly text: string;
}

/** The student types the answer; the comparison is shown, the grade stays theirs. */
export interface TypedNote extends NoteFields {
	readonly kind: 'typed';
	readonly front: string;
	readonly answer: string;
	/** Other answers that count as right. */
	readonly accept: readonly string[];
}

export interface ChoiceNote extends NoteFields {
	readonly kind: 'choice';
	readonly front: string;
	readonly answer: string;
	readonly distractors: readonly { readonly text: string; readonly why: string }[];
}

/** Put in order: 3 to 9 steps, first to last. */
export interface SequenceNote extends NoteFields {
	readonly kind: 'sequence';
	readonly front: string;
	readonly steps: readonly string[];
}

/** A drawing whose labels are hidden one by one: one card per label, ordinal = `n`. */
export interface DiagramNote extends NoteFields {
	readonly kind: 'diagram';
	readonly front: string;
	/** Key into the pack's `drawings`. */
	readonly drawing: string;
	/** What the whole drawing shows, for those who do not see it. Does not give labels away. */
	readonly alt: string;
	readonly labels: readonly DiagramLabel[];
}

export interface DiagramLabel {
	/** Stable ordinal, written by the author; gaps are fine, reuse is not. */
	readonly n: number;
	/** Value of `data-label` on the group in the drawing that holds this label's text. */
	readonly part: string;
	readonly answer: string;
	/** The question for this label in words, for a reader who cannot see where the mark is. */
	readonly ask: string;
}

export type Note = BasicNote | ReversedNote | ClozeNote | TypedNote | ChoiceNote | SequenceNote | DiagramNote;

export type NoteKind = Note['kind'];
