import type { Pack, SourceDocument, Statement } from '../domain/pack';

/** How much of a document the notes carry. */
export interface Coverage {
	readonly document: string;
	readonly statements: number;
	/** Statements that a note quotes from. */
	readonly quoted: number;
	/** Statements that no note quotes and that are left out with a reason. */
	readonly leftOut: number;
	readonly uncovered: readonly Statement[];
	/** Left out with a reason, yet quoted by a note all the same. */
	readonly needless: readonly Statement[];
}

/** Of every document, in the pack's order. A statement is quoted if a quote shares at least a word's length with it. */
export function coverageOf(pack: Pack): Coverage[] {
	return pack.documents.map((document) => {
		const quotes = pack.notes.flatMap((note) => note.sources.filter((source) => source.document === document.id));
		const isQuoted = (statement: Statement): boolean =>
			quotes.some((quote) => Math.min(quote.end, statement.end) - Math.max(quote.start, statement.start) > 2);
		return tally(document, isQuoted);
	});
}

function tally(document: SourceDocument, isQuoted: (statement: Statement) => boolean): Coverage {
	const { statements } = document;
	const quoted = statements.filter(isQuoted);
	const rest = statements.filter((statement) => !isQuoted(statement));
	const leftOut = rest.filter((statement) => statement.leftOut !== undefined);
	return {
		document: document.id,
		statements: statements.length,
		quoted: quoted.length,
		leftOut: leftOut.length,
		uncovered: rest.filter((statement) => statement.leftOut === undefined),
		needless: quoted.filter((statement) => statement.leftOut !== undefined)
	};
}

/** Share of statements quoted or left out with a reason, 0 to 1. A document without statements counts as covered. */
export function shareOf({ statements, uncovered }: Coverage): number {
	return statements === 0 ? 1 : (statements - uncovered.length) / statements;
}
