import type { PlacedNote } from './library';
import type { SourceDocument, Statement } from './pack';

/** A sentence of a document with the notes that quote it, in the author's order. */
export interface CitedStatement extends Statement {
	readonly notes: readonly PlacedNote[];
}

/** Every statement of the document; a note belongs to each statement that its quotes overlap. */
export function citedStatements(document: SourceDocument, notes: readonly PlacedNote[]): CitedStatement[] {
	const cited = document.statements.map((statement) => ({ ...statement, notes: [] as PlacedNote[] }));
	for (const placed of notes) {
		const quotes = placed.note.sources.filter((source) => source.document === document.id);
		for (const statement of cited) {
			if (quotes.some((quote) => overlap(quote, statement))) statement.notes.push(placed);
		}
	}
	return cited;
}

/** A part of a document's text, in UTF-16 units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface Coverage {
	/** Statements that carry a card. */
	readonly covered: number;
	/** Statements left out with a reason. */
	readonly leftOut: number;
	readonly all: number;
}

/** @param quotes of all notes from this document */
export function coverage({ statements }: SourceDocument, quotes: readonly Span[]): Coverage {
	let covered = 0;
	let leftOut = 0;
	for (const statement of statements) {
		if (quotes.some((quote) => overlap(quote, statement))) covered++;
		else if (statement.leftOut !== undefined) leftOut++;
	}
	return { covered, leftOut, all: statements.length };
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
