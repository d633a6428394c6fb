import type { SourceDocument } from '../domain/pack';
import { sentences } from '../domain/text/sentences';
import { asHeading, asLocator, asParagraph } from './document-text';
import { findQuote, findWords, isInsideWord, oneLine } from './quotes';
import { yamlText } from './yaml-text';

export interface WrittenDocument {
	/** The text of `documents/<id>.md`. */
	readonly file: string;
	/** How to write a quote so that it is found where it stands. @param start its UTF-16 offset in the document's text */
	readonly quoteAt: (quote: string, start: number) => WrittenQuote;
}

export interface WrittenQuote {
	readonly quote: string;
	/** Which of several places, from 1. */
	readonly nth?: number;
}

/** A paragraph's line is no longer than this, as in the other files of a deck. */
const WIDTH = 120;

/** A document as its file. White space and letters in parts come out as reading gives them: single spaces, composed. */
export function writeDocument(document: SourceDocument): WrittenDocument {
	const { title, publisher, published, evidence, limits, url, sha256 } = document;
	const read = asRead(document);
	const leftOut = leftOutOf(document, read);
	const front = { title, publisher, published, evidence, limits, url, sha256 };
	const lines = ['---', yamlText({ ...front, ...(leftOut.length === 0 ? {} : { leftOut }) }).trimEnd(), '---'];
	for (const { kind, words, locator, evidence: own } of read.blocks) {
		if (lines.length > 3) lines.push('');
		if (kind === 'heading') lines.push(asHeading(words));
		else {
			const place = asLocator({ ...(locator === undefined ? {} : { locator }), ...(own ? { evidence: own } : {}) });
			lines.push(...(place === null ? [] : [place]), ...wrapped(words).map(asParagraph));
		}
	}
	return { file: `${lines.join('\n')}\n`, quoteAt: (quote, start) => quoteIn(read.text, plain(quote), read.at(start)) };
}

const plain = (text: string): string => oneLine(text.normalize('NFC'));

interface AsRead {
	readonly text: string;
	readonly blocks: readonly (SourceDocument['blocks'][number] & { readonly words: string })[];
	/** Where an offset of the document's text comes to stand. */
	readonly at: (offset: number) => number;
}

/** The text that reading the file will give. */
function asRead({ text: before, blocks: original }: SourceDocument): AsRead {
	let text = '';
	const blocks = original
		.map((block) => ({ ...block, words: plain(before.slice(block.start, block.end)) }))
		.filter(({ words }) => words !== '')
		.map((block) => {
			text += (text === '' ? '' : '\n\n') + block.words;
			return { ...block, from: text.length - block.words.length };
		});
	const at = (offset: number): number => {
		const block = blocks.findLast(({ start }) => start <= offset) ?? blocks[0];
		if (block === undefined) return 0;
		const inside = before.slice(block.start, Math.min(offset, block.end));
		return block.from + plain(`${inside}|`).length - 1;
	};
	return { text, blocks, at };
}

function quoteIn(text: string, quote: string, start: number): WrittenQuote {
	const [only, ...others] = findQuote(text, quote);
	const isClear = only !== undefined && others.length === 0;
	if (isClear && !isInsideWord(text, only) && !isInsideWord(text, only + quote.length)) return { quote };
	const distances = findWords(text, quote).map((place) => Math.abs(place.start - start));
	return distances.length === 0 ? { quote } : { quote, nth: distances.indexOf(Math.min(...distances)) + 1 };
}

/** The sentences, as reading will part them, that were left out with a reason. */
function leftOutOf({ statements }: SourceDocument, { text, blocks, at }: AsRead) {
	const reasons = statements.flatMap(({ start, end, leftOut }) =>
		leftOut === undefined ? [] : [{ start: at(start), end: at(end), reason: leftOut }]
	);
	let from = 0;
	return blocks.flatMap(({ kind, words }) => {
		const start = from;
		from += words.length + 2;
		if (kind === 'heading' || reasons.length === 0) return [];
		return sentences(text, start, start + words.length).flatMap((sentence) => {
			const share = ({ start: a, end: b }: { start: number; end: number }): number =>
				Math.min(b, sentence.end) - Math.max(a, sentence.start);
			const found = reasons.find((each) => share(each) * 2 > sentence.end - sentence.start);
			if (found === undefined) return [];
			const quote = text.slice(sentence.start, sentence.end);
			const places = findQuote(text, quote);
			const nth = places.length > 1 ? { nth: places.indexOf(sentence.start) + 1 } : {};
			return [{ quote, reason: found.reason, ...nth }];
		});
	});
}

/** Broken between words into lines of the file's width, as far as words allow. */
function wrapped(words: string): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of words.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > WIDTH) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line];
}
