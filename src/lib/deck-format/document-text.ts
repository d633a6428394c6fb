import { sentences } from '../domain/text/sentences';
import type { DocumentBlock, Evidence, SourceDocument, Statement } from '../domain/pack';
import { EVIDENCE, frontMatter, type LeftOut } from './deck-shapes';
import { nearestText, nearestWord } from './nearest';
import { Lines } from './plain-text';
import { startOf, type Place, type Report } from './problem';
import { findQuote, oneLine } from './quotes';
import { treeAt } from './tree';
import { yamlTree } from './yaml-tree';

export interface ReadDocument {
	readonly document: SourceDocument;
	/** Where a UTF-16 offset of the canonical text stands in the file. */
	readonly placeAt: (offset: number) => Place;
}

const FENCE = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

/**
 * Reads `documents/<id>.md`: front matter, headings, locators and paragraphs.
 * @param content without byte order mark and with `\n` line ends
 */
export function readDocument(id: string, file: string, content: string, report: Report): ReadDocument | null {
	const lines = new Lines(file, content);
	const fence = FENCE.exec(content);
	if (fence === null) {
		const message =
			content.trim() === ''
				? 'The document is empty. Begin with front matter between two lines ---, then the text.'
				: 'A document begins with front matter: a line ---, then title, publisher and so on, then a line ---.';
		report.error(startOf(file), 'document', message);
		return null;
	}
	const tree = yamlTree(fence[1] ?? '', lines, report, 4);
	const front = tree === null ? undefined : frontMatter.read(tree, report);
	const body = readBody(content, fence[0].length, lines, report);
	if (tree === null || front === undefined) return null;
	if (body.blocks.every((block) => block.kind === 'heading')) {
		report.error(
			startOf(file),
			'document',
			'The document has no paragraph. Write what the original says below the front matter.'
		);
		return null;
	}
	const { text, blocks, placeAt } = body;
	const statements = blocks
		.filter((block) => block.kind === 'paragraph')
		.flatMap((block): Statement[] => sentences(text, block.start, block.end));
	for (const [i, left] of (front.leftOut ?? []).entries()) {
		leaveOut(statements, text, left, treeAt(tree, ['leftOut', i, 'quote']).place, report);
	}
	const { title, publisher, published, evidence, limits, url, sha256 } = front;
	const about = { title, publisher, published, evidence, limits, ...(url === undefined ? {} : { url }), sha256 };
	return { document: { id, ...about, text, blocks, statements }, placeAt };
}

function leaveOut(
	statements: Statement[],
	text: string,
	{ quote: written, reason, nth }: LeftOut,
	place: Place,
	report: Report
): void {
	const quote = oneLine(written);
	const found = findQuote(text, quote);
	const start = nth === undefined && found.length > 1 ? undefined : found[(nth ?? 1) - 1];
	if (start === undefined) {
		const nearest = nearestText(
			quote,
			statements.map((each) => text.slice(each.start, each.end))
		);
		const hint = nearest === null ? '' : ` The closest is: “${nearest}”`;
		const times = found.length === 0 ? 'is not in the body' : `is in the body ${found.length} times`;
		report.error(
			place,
			'left-out',
			`This statement ${times}. Copy one whole sentence of it, and say which with “nth” where it stands several times.${hint}`
		);
		return;
	}
	const end = start + quote.length;
	let covered = false;
	for (const [i, statement] of statements.entries()) {
		if (statement.start < start || statement.end > end) continue;
		statements[i] = { ...statement, leftOut: reason };
		covered = true;
	}
	if (!covered) report.error(place, 'left-out', 'This is only part of a sentence. Copy the whole of it.');
}

interface Body {
	readonly text: string;
	readonly blocks: readonly DocumentBlock[];
	readonly placeAt: (offset: number) => Place;
}

interface Locator {
	readonly place: Place;
	readonly locator?: string;
	readonly evidence?: Evidence;
}

function readBody(content: string, from: number, lines: Lines, report: Report): Body {
	let text = '';
	const blocks: DocumentBlock[] = [];
	/** Where each line of the canonical text begins: [offset in the text, offset in the file]. */
	const begins: [number, number][] = [];
	let locator: Locator | null = null;
	let open: { start: number } | null = null;

	const add = (words: string, at: number, glue: string): void => {
		text += (text === '' ? '' : glue) + words;
		begins.push([text.length - words.length, at]);
	};
	const close = (): void => {
		if (open === null) return;
		const { place: _, ...located } = locator ?? { place: null };
		blocks.push({ kind: 'paragraph', start: open.start, end: text.length, ...located });
		if (locator === null) {
			const place = lines.placeAt(begins.find(([start]) => start === open?.start)?.[1] ?? from);
			report.warn(place, 'locator', 'This paragraph has no locator. Put a line “@ where in the original” above it.');
		}
		open = null;
		locator = null;
	};
	const drop = (): void => {
		if (locator === null) return;
		report.error(
			locator.place,
			'locator',
			'No paragraph follows this locator. Put it right above its paragraph, or remove it.'
		);
		locator = null;
	};

	for (let at = from; at < content.length;) {
		const stop = content.indexOf('\n', at);
		const end = stop === -1 ? content.length : stop;
		const raw = content.slice(at, end);
		const line = raw.replace(/\s+/g, ' ').trim();
		const begin = at + (raw.length - raw.trimStart().length);
		const place = lines.placeAt(begin);
		const heading = /^#{1,6} (.+?)(?: #+)?$/.exec(line);
		at = end + 1;
		if (line === '') close();
		else if (heading !== null) {
			close();
			drop();
			const words = heading[1] ?? '';
			add(words, begin + line.indexOf(words), '\n\n');
			blocks.push({ kind: 'heading', start: text.length - words.length, end: text.length });
		} else if (line.startsWith('@')) {
			close();
			drop();
			locator = readLocator(line, place, report);
		} else {
			// A backslash takes the meaning off the sign that it stands before.
			const isEscaped = line.startsWith('\\');
			const words = isEscaped ? line.slice(1) : line;
			if (!isEscaped && NOT_READ.test(line)) {
				report.error(
					place,
					'document',
					'Only headings, locators and paragraphs are read here. Write lists, tables and quotations as sentences, or put a backslash before a sign that is meant as it stands.'
				);
			}
			if (open === null) {
				add(words, begin + (line.length - words.length), '\n\n');
				open = { start: text.length - words.length };
			} else add(words, begin + (line.length - words.length), ' ');
		}
	}
	close();
	drop();
	return { text, blocks, placeAt: (offset) => lines.placeAt(fileOffset(begins, offset)) };
}

const NOT_READ = /^([-*+>|] |```|~~~|<!--|\||={3,}$|-{3,}$|#+[^ ]|\d+[.)] )/;

/** A paragraph as one line that is read back as it is. */
export const asParagraph = (words: string): string =>
	NOT_READ.test(words) || /^[\\@#]/.test(words) ? `\\${words}` : words;

/** A heading as the line that is read back as it is. */
export const asHeading = (words: string): string => `## ${words}${/(^| )#+$/.test(words) ? ' ##' : ''}`;

/** The line above a paragraph, or null where nothing can be said of its place. */
export function asLocator({ locator, evidence }: Pick<DocumentBlock, 'locator' | 'evidence'>): string | null {
	const words = oneLine(locator ?? '');
	if (words === '' && evidence === undefined) return null;
	const brackets = evidence !== undefined ? `[${evidence}]` : /\[[^[\]]*\]$/.test(words) ? '[]' : '';
	return ['@', words, brackets].filter((part) => part !== '').join(' ');
}

function readLocator(line: string, place: Place, report: Report): Locator | null {
	const [, words = '', bracketed] = /^@\s*(.*?)\s*(?:\[([^[\]]*)\])?$/.exec(line) ?? [];
	if (words === '' && (bracketed ?? '') === '') {
		report.error(place, 'locator', 'The locator is empty. Say where in the original the paragraph’s content stands.');
		return null;
	}
	const located = { place, ...(words === '' ? {} : { locator: words }) };
	// Empty brackets end a locator that itself ends in brackets.
	if (bracketed === undefined || bracketed === '') return located;
	const evidence = EVIDENCE.find((kind) => kind === bracketed.trim());
	if (evidence === undefined) {
		const meant = nearestWord(bracketed, EVIDENCE);
		const hint = meant === null ? `The kinds are: ${EVIDENCE.join(', ')}.` : `Did you mean “${meant}”?`;
		report.error(place, 'locator', `There is no kind of evidence “${bracketed}”. ${hint}`);
		return located;
	}
	return { ...located, evidence };
}

function fileOffset(begins: readonly [number, number][], offset: number): number {
	let found = begins[0] ?? [0, 0];
	for (const begin of begins) if (begin[0] <= offset) found = begin;
	return found[1] + offset - found[0];
}
