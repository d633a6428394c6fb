import type { Evidence, SourceDocument } from '../../domain/pack';

/** A quote that some note takes from the document. Offsets are UTF-16. */
export interface QuotedSpan {
	readonly start: number;
	readonly end: number;
}

export interface Sentence {
	/** Index into the document's statements. */
	readonly statement: number;
	readonly text: string;
	/** What stands between it and the next one. */
	readonly gap: string;
	/** Its footnote figure; null if no card quotes from it. */
	readonly figure: number | null;
	/** How many quotes touch it. */
	readonly quotes: number;
	readonly leftOut: string | null;
}

export type Passage =
	| { readonly kind: 'heading'; readonly start: number; readonly text: string }
	| {
			readonly kind: 'paragraph';
			readonly start: number;
			readonly locator: string | null;
			readonly evidence: Evidence | null;
			readonly sentences: readonly Sentence[];
	  };

/** The document cut into its sentences; those that carry cards are numbered through, as footnotes are. */
export function passages(document: SourceDocument, quoted: readonly QuotedSpan[]): Passage[] {
	let figure = 0;
	return document.blocks.map((block): Passage => {
		if (block.kind === 'heading') {
			return { kind: 'heading', start: block.start, text: document.text.slice(block.start, block.end) };
		}
		const inside = document.statements
			.map((statement, index) => ({ ...statement, index }))
			.filter((statement) => block.start <= statement.start && statement.end <= block.end);
		const sentences = inside.map((statement, i): Sentence => {
			const quotes = quoted.filter((span) => span.start < statement.end && statement.start < span.end).length;
			return {
				statement: statement.index,
				text: document.text.slice(statement.start, statement.end),
				gap: document.text.slice(statement.end, inside[i + 1]?.start ?? statement.end),
				figure: quotes > 0 ? ++figure : null,
				quotes,
				leftOut: statement.leftOut ?? null
			};
		});
		const { start, locator = null, evidence = null } = block;
		return { kind: 'paragraph', start, locator, evidence, sentences };
	});
}

/** The statement that a quote begins in, or −1. */
export function statementAt(document: SourceDocument, start: number): number {
	return document.statements.findIndex((statement) => statement.start <= start && start < statement.end);
}
