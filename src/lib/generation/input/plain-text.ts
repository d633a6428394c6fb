import { plainLines, type RawBlock } from '../canonical';
import { KnownWords } from './hyphens';

/** Reads plain text: paragraphs (hard-wrapped or one per line), bullets, tables and lines that look like headings. */
export function readPlainText(text: string): RawBlock[] {
	const lines = plainLines(text);
	const joined = isHardWrapped(lines) ? joinWrapped(lines) : lines;
	const blocks = joined
		.flatMap(withLineEnds)
		.filter((line) => line.trim() !== '')
		.flatMap(readLine);
	return blocks.map((block, i) => (isHeading(block, blocks[i + 1]) ? { ...block, kind: 'heading' } : block));
}

const BULLET = /^\s*(?:[-*•–·▪◦‣●○■]|(\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]))\s+(?=\S)/;

const LOST_BULLET = /(?:(?<=[.:;])\s{2,}|(?<=\S)\s{3,})(?=[-*•·]\s+\S)/u;

/** “Types are:    - One.    - Two.    Both are …”: lines that white space alone still tells apart. */
function withLineEnds(line: string): string[] {
	return LOST_BULLET.test(line)
		? line.split(LOST_BULLET).flatMap((part) => part.split(/(?<=[.!?:])\s{3,}(?=\p{Lu})/u))
		: [line];
}

function readLine(line: string): RawBlock[] {
	if ((line.match(/\t/g)?.length ?? 0) > 0 && /\S\t+\S/.test(line)) return [{ kind: 'table', text: line }];
	const bullet = BULLET.exec(line);
	if (bullet === null) return listInLine(line) ?? [{ kind: 'paragraph', text: line }];
	const rest = line.slice(bullet[0].length);
	const ordered = bullet[1] !== undefined;
	// A list that lost its line ends: “- one - two - three”.
	const parts = ordered ? [rest] : rest.split(/\s+-\s+(?=\S)/);
	const items = parts.length >= 3 ? parts : [rest];
	return items.map((item) => ({ kind: 'item', text: item, ordered }));
}

/** “Symptoms include - fever - a rash - nausea”: a list that lost the line ends before its items, too. */
function listInLine(line: string): RawBlock[] | null {
	const match = /^(.{10,}?(?::|\b(?:includ(?:es?|ing)|are|were|by|with|for|such as)))\s+-\s+(?=\S)/.exec(line);
	if (match?.[1] === undefined) return null;
	const items = line.slice(match[0].length).split(/\s+-\s+(?=\S)/);
	if (items.length < 2) return null;
	return [
		{ kind: 'paragraph', text: match[1] },
		...items.map((text): RawBlock => ({ kind: 'item', text, ordered: false }))
	];
}

/** Short, begun like a title and without a full stop, with something below it. */
function isHeading(block: RawBlock, next: RawBlock | undefined): boolean {
	const text = block.text.trim();
	const words = text.split(/\s+/);
	if (block.kind === 'table' || words.length > 16 || text.length > 120) return false;
	if (block.kind === 'item')
		return block.ordered === true && words.length <= 8 && !/[.!?;:,]$/.test(text) && next?.kind === 'paragraph';
	if (/[.!;,…]["”’)]?$/.test(text)) return false;
	if (next?.kind === 'item' && /\b(including|include|for|are|is|by|with|of|as|to|from|the following)$/i.test(text))
		return false;
	// Cut off in mid-sentence, as by a box in the middle of the page.
	if (
		/\p{Ll}.* (by|of|the|an?|and|or|to|with|from|at|as|is|are|was|were|has|have|had|that|which|than|its|their)$/u.test(
			text
		)
	)
		return false;
	if (text.endsWith(':')) return next?.kind !== 'item' && words.length <= 6;
	return /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text);
}

/** Most inner lines of paragraphs are about as long as one another and stop in mid-sentence. */
function isHardWrapped(lines: readonly string[]): boolean {
	let inner = 0;
	let broken = 0;
	for (let i = 0; i + 1 < lines.length; i++) {
		const line = (lines[i] ?? '').trim();
		const next = (lines[i + 1] ?? '').trim();
		if (line === '' || next === '' || BULLET.test(next)) continue;
		inner++;
		if (line.length < 40 || /[.!?:]["”’)]?$/.test(line)) continue;
		// In wide lines, paragraphs of one line each could be meant: then the next does not go on in small letters.
		if (line.length <= 110 || (line.length <= 180 && /^[\p{Ll}\d(]/u.test(next))) broken++;
	}
	return inner >= 3 && broken / inner >= 0.55;
}

function joinWrapped(lines: readonly string[]): string[] {
	const joined: string[] = [];
	let open = '';
	const known = new KnownWords(lines);
	const longest = lines.reduce((most, line) => Math.max(most, line.trim().length), 0);
	for (const line of lines) {
		const words = line.trim();
		const startsBlock = words === '' || BULLET.test(line);
		if (startsBlock && open !== '') {
			joined.push(open);
			open = '';
		}
		if (words === '') continue;
		open = open === '' ? line : known.join(open, words);
		// A line much shorter than the rest ends its paragraph where a stop says so.
		if (words.length < longest * 0.6 && /[.!?:]["”’)]?$/.test(words)) {
			joined.push(open);
			open = '';
		}
	}
	if (open !== '') joined.push(open);
	return joined;
}
