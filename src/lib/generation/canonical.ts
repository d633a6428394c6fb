import type { Span } from '../domain/text/sentences';
import type { Format } from './input/formats';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'table';

/** Why a block is left out: the rule's name, and words for the instructor. */
export interface Drop {
	readonly rule: string;
	readonly because: string;
}

/** What an input format makes of a document: blocks in the order of reading, not yet judged. */
export interface RawBlock {
	readonly kind: BlockKind;
	/** Any white space in it is read as one space. */
	readonly text: string;
	/** Whether the item carried a number or letter, so that the order of the list means something. */
	readonly ordered?: boolean;
	/** Of a heading, 1 the highest, where the format tells. */
	readonly level?: number;
	/** Page on which it begins, from 1, where the format has pages. */
	readonly page?: number;
	/** What the format itself shows to be no content: a running head, a menu. */
	readonly drop?: Drop;
}

export interface Block extends Span {
	readonly kind: BlockKind;
	readonly ordered: boolean;
	readonly level?: number;
	readonly page?: number;
	/** Why extraction left it out; the rules of `content/` judge the rest. */
	readonly drop?: Drop;
}

/** Something of the document that did not become a block. */
export interface LeftOut {
	/** Words for the instructor: “3 pictures”. */
	readonly what: string;
	readonly because: string;
	/** From 1, where it concerns one page. */
	readonly page?: number;
}

/** What a document tells of itself. */
export interface DocumentFacts {
	readonly format?: Format;
	/** The title the document gives itself. */
	readonly title?: string;
	/** Number of pages, where the format has pages. */
	readonly pages?: number;
	readonly leftOut?: readonly LeftOut[];
}

/** One immutable text; every offset of the generator is a UTF-16 offset into it. */
export interface CanonicalDocument extends DocumentFacts {
	readonly text: string;
	readonly blocks: readonly Block[];
}

/** Blocks joined by blank lines, so that no sentence runs from one into the next. */
export function canonicalDocument(raw: readonly RawBlock[], facts: DocumentFacts = {}): CanonicalDocument {
	const parts: string[] = [];
	const blocks: Block[] = [];
	let at = 0;
	for (const { kind, text, ordered = false, level, page, drop } of raw) {
		const words = tidy(text);
		if (words === '') continue;
		if (parts.length > 0) at += 2;
		blocks.push({
			kind,
			ordered,
			start: at,
			end: at + words.length,
			...(level === undefined ? {} : { level }),
			...(page === undefined ? {} : { page }),
			...(drop === undefined ? {} : { drop })
		});
		parts.push(words);
		at += words.length;
	}
	return { ...facts, text: parts.join('\n\n'), blocks };
}

/** Soft hyphens, zero-width characters, directional marks and control characters say nothing and break searches. */
const UNSEEN =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffd]/g;
/** Joiners shape emoji and the letters of some scripts; at a Latin letter or a space they are leavings of the web. */
const IDLE_JOINER = /(?<![^\s\p{Script=Latin}\p{P}\d])[\u200c\u200d]|[\u200c\u200d](?![^\s\p{Script=Latin}\p{P}\d])/gu;
/** Half of a pair that lost its other half: no text, and no file could hold it. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Letters that typesetting drew as one. */
const LIGATURES: Readonly<Record<string, string>> = {
	'\ufb00': 'ff',
	'\ufb01': 'fi',
	'\ufb02': 'fl',
	'\ufb03': 'ffi',
	'\ufb04': 'ffl',
	'\ufb05': 'st',
	'\ufb06': 'st'
};

/** Text as every block holds it: composed, ligatures undone, nothing unseen, single spaces. */
export const tidy = (text: string): string =>
	text
		.replace(LONE_SURROGATE, '')
		.normalize('NFC')
		.replace(/[\ufb00-\ufb06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
		.replace(UNSEEN, '')
		.replace(IDLE_JOINER, '')
		.replace(/\s+/g, ' ')
		.trim();

/** Line ends as `\n`, unseen characters gone but for the soft hyphens at the ends of lines. */
export const plainLines = (text: string): string[] =>
	text
		.replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
		.replace(/\f/g, '\n\n')
		.replace(/\u00ad(?![ \t]*\n)/g, '')
		.replace(UNSEEN_BUT_SOFT_HYPHEN, '')
		.split('\n');

const UNSEEN_BUT_SOFT_HYPHEN = new RegExp(UNSEEN.source.replace('\\u00ad', ''), 'g');
