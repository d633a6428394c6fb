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
			if (quotes.some((quote) => quote.start < statement.end && statement.start < quote.end))
				statement.notes.push(placed);
		}
	}
	return cited;
}

/** How many statements carry a card, how many were left out with a reason, and how many there are. */
export function coverage(statements: readonly CitedStatement[]): { covered: number; leftOut: number; all: number } {
	let covered = 0;
	let leftOut = 0;
	for (const { notes, leftOut: reason } of statements) {
		if (notes.length > 0) covered++;
		else if (reason !== undefined) leftOut++;
	}
	return { covered, leftOut, all: statements.length };
}
