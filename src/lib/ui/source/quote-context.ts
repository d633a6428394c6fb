import type { Source } from '../../domain/note';
import type { DocumentBlock, Evidence, SourceDocument } from '../../domain/pack';

/** A quote within its sentence, and that within its paragraph. Put together in order they are the paragraph. */
export interface QuoteContext {
	/** Paragraph before the sentence. */
	readonly before: string;
	/** Sentence before the quote. */
	readonly lead: string;
	readonly quote: string;
	/** Sentence after the quote. */
	readonly tail: string;
	/** Paragraph after the sentence. */
	readonly after: string;
	readonly locator: string | null;
	readonly heading: string | null;
	/** Of the paragraph where it says so, else of the document. */
	readonly evidence: readonly Evidence[];
}

/** Finds where a quote stands. A quote that runs over sentences takes all that it touches. */
export function quoteContext(document: SourceDocument, { quote, start, end }: Source): QuoteContext {
	const at = document.blocks.findIndex((block) => block.start <= start && end <= block.end);
	const block = document.blocks[at];
	if (block === undefined) {
		const nothing = { before: '', lead: '', tail: '', after: '', locator: null, heading: null };
		return { ...nothing, quote, evidence: document.evidence };
	}
	const touched = document.statements.filter((statement) => statement.start < end && start < statement.end);
	const from = Math.min(start, ...touched.map((statement) => statement.start));
	const to = Math.max(end, ...touched.map((statement) => statement.end));
	const text = (a: number, b: number): string => document.text.slice(a, b);
	return {
		before: text(block.start, from),
		lead: text(from, start),
		quote: text(start, end),
		tail: text(end, to),
		after: text(to, block.end),
		locator: block.locator ?? null,
		heading: headingOver(document, at),
		evidence: block.evidence === undefined ? document.evidence : [block.evidence]
	};
}

function headingOver(document: SourceDocument, at: number): string | null {
	const heading = document.blocks.slice(0, at).findLast((block: DocumentBlock) => block.kind === 'heading');
	return heading ? document.text.slice(heading.start, heading.end) : null;
}
