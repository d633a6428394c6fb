import type { DeckFiles } from '../../../src/lib/deck-format/deck-files';

const DECK = `id: bees
title: Bees
version: 1.0.0
description: For tests.
authors: [A. Beekeeper]
licence: CC0-1.0
language: en
topics:
  - { id: hive, title: Hive, description: Who lives in it., colour: ochre }
`;

const FRONT_MATTER = `---
title: A guide
publisher: A. Beekeeper
published: 2019
evidence: [textbook]
limits: For tests.
sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
---
`;

export interface Parts {
	/** Added at the end of deck.yaml. */
	readonly deck?: string;
	/** Paragraphs of the one document, `guide`. */
	readonly text?: string;
	/** hive.yaml. */
	readonly notes: string;
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export const TEXT = 'A hive has one queen. Workers build comb of wax.';

/** A deck of one document and one topic around the notes of a test. */
export function smallDeck({ deck = '', text = TEXT, notes, files = {} }: Parts): DeckFiles {
	return new Map<string, string | Uint8Array>([
		['deck.yaml', DECK + deck],
		['documents/guide.md', `${FRONT_MATTER}@ p. 1\n${text}\n`],
		['hive.yaml', notes],
		...Object.entries(files)
	]);
}

/** How many lines stand before the first paragraph of the document. */
export const LINES_BEFORE_TEXT = FRONT_MATTER.split('\n').length;

/** One note in YAML: its id and kind, these lines, and a source that quotes the text. */
export function note(lines: string, quote = 'A hive has one queen.', id = 'one'): string {
	const indented = lines.replace(/^/gm, '  ');
	return `- id: ${id}\n${indented}\n  source:\n    - document: guide\n      quote: ${JSON.stringify(quote)}\n`;
}
