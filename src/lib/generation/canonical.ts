import type { Span } from '../domain/text/sentences';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'table';

/** What an input format makes of a document: blocks in the order of reading, not yet judged. */
export interface RawBlock {
	readonly kind: BlockKind;
	/** Any white space in it is read as one space. */
	readonly text: string;
	/** Whether the item carried a number or letter, so that the order of the list means something. */
	readonly ordered?: boolean;
}

export interface Block extends Span {
	readonly kind: BlockKind;
	readonly ordered: boolean;
}

/** One immutable text; every offset of the generator is a UTF-16 offset into it. */
export interface CanonicalDocument {
	readonly text: string;
	readonly blocks: readonly Block[];
}

/** Blocks joined by blank lines, so that no sentence runs from one into the next. */
export function canonicalDocument(raw: readonly RawBlock[]): CanonicalDocument {
	let text = '';
	const blocks: Block[] = [];
	for (const each of raw) {
		const words = tidy(each.text);
		if (words === '') continue;
		if (text !== '') text += '\n\n';
		blocks.push({
			kind: each.kind,
			ordered: each.ordered ?? false,
			start: text.length,
			end: text.length + words.length
		});
		text += words;
	}
	return { text, blocks };
}

/** Soft hyphens, zero-width characters and control characters say nothing and break searches. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200d\u2060\ufeff\ufffd]/g;

const tidy = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** Line ends as `\n`, unseen characters gone. */
export const plainLines = (text: string): string[] =>
	text
		.replace(/\r\n?|\u2028|\u2029/g, '\n')
		.replace(UNSEEN, '')
		.split('\n');
