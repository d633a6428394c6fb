import { plainLines, type LeftOut, type RawBlock } from '../canonical';
import { counted, type Extracted } from './limits';

const FENCE = /^\s*(```+|~~~+)/;
/** No person writes lines this long; patterns that look back and forth would take long over them. */
const LONG = 10_000;

/** Reads Markdown by the line: headings, items, quotations and paragraphs; code, images and front matter are left out. */
export function readMarkdown(text: string): Extracted {
	const lines = plainLines(text.replace(/<!--[^]{0,20000}?-->/g, ''));
	const blocks: RawBlock[] = [];
	let listings = 0;
	let pictures = 0;
	/** The block being read, or none, with its lines. */
	let open: { readonly block: Omit<RawBlock, 'text'>; readonly lines: string[] } | null = null;
	let fence: string | null = null;
	const add = (block: Omit<RawBlock, 'text'>, written: string): void => {
		pictures += written.length > LONG ? 0 : (written.match(PICTURE)?.length ?? 0);
		blocks.push({ ...block, text: inline(written) });
	};
	const close = (): void => {
		if (open !== null) add(open.block, open.lines.join(' '));
		open = null;
	};
	const front = frontMatter(lines);
	for (const raw of lines.slice(front.end)) {
		const line = raw.length > LONG ? raw : raw.replace(/^(\s*>)+\s?/, '');
		const mark = FENCE.exec(line)?.[1] ?? null;
		if (mark !== null && (fence === null || mark.startsWith(fence))) {
			close();
			if (fence === null) listings++;
			fence = fence === null ? mark : null;
			continue;
		}
		if (fence !== null || DEFINITION.test(line)) continue;
		const kind = line.length > LONG ? null : lineKind(line);
		if (line.trim() === '' || kind?.is === 'rule') {
			if (kind?.is === 'rule' && /^\s*-+\s*$/.test(line) && open?.block.kind === 'paragraph' && raw === line) {
				open = { block: { kind: 'heading', level: 2 }, lines: open.lines };
			}
			close();
		} else if (kind?.is === 'heading') {
			close();
			add({ kind: 'heading', level: kind.level }, kind.text);
		} else if (kind?.is === 'underline' && open?.block.kind === 'paragraph') {
			open = { block: { kind: 'heading', level: kind.level }, lines: open.lines };
			close();
		} else if (kind?.is === 'row') {
			close();
			if (!/^[\s|:-]+$/.test(line)) add({ kind: 'table' }, kind.text);
		} else if (kind?.is === 'item') {
			close();
			open = { block: { kind: 'item', ordered: kind.ordered }, lines: [kind.text] };
		} else if (open === null) open = { block: { kind: 'paragraph' }, lines: [line] };
		else open.lines.push(line.trim());
	}
	close();
	const leftOut: LeftOut[] = [];
	if (pictures > 0) leftOut.push({ what: counted(pictures, 'picture'), because: 'only text is read' });
	if (listings > 0) leftOut.push({ what: counted(listings, 'listing'), because: 'code is no prose' });
	const title = front.title ?? blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.text;
	return { blocks, leftOut, ...(title === undefined ? {} : { title }) };
}

type LineKind =
	| { readonly is: 'rule' }
	| { readonly is: 'heading'; readonly level: number; readonly text: string }
	| { readonly is: 'underline'; readonly level: number }
	| { readonly is: 'row'; readonly text: string }
	| { readonly is: 'item'; readonly ordered: boolean; readonly text: string };

function lineKind(line: string): LineKind | null {
	const [, signs = '', words = ''] = /^\s{0,3}(#{1,6})\s+(\S.*)$/.exec(line) ?? [];
	if (signs !== '') return { is: 'heading', level: signs.length, text: words.trimEnd().replace(/\s#+$/, '') };
	if (/^\s*=+\s*$/.test(line)) return { is: 'underline', level: 1 };
	if (/^\s*-+\s*$/.test(line) && !/^\s*-{3,}\s*$/.test(line)) return { is: 'underline', level: 2 };
	if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return { is: 'rule' };
	if (/^\s*\|.*\|\s*$/.test(line)) return { is: 'row', text: line.trim().replace(/^\||\|$/g, '') };
	const item = /^\s*(?:[-*+•]|(\d{1,3}[.)]))\s+(?:\[[ xX]\]\s+)?(\S.*)$/.exec(line);
	return item === null ? null : { is: 'item', ordered: item[1] !== undefined, text: item[2] ?? '' };
}

/** Where links and notes point to; nothing to be read. */
const DEFINITION = /^\s{0,3}\[\^?[^\]\n]{1,200}\]:\s/;
const PICTURE = /!\[[^\]]*\]\([^)]*\)|!\[[^\]]*\]\[[^\]]*\]/g;

function frontMatter(lines: readonly string[]): { readonly end: number; readonly title?: string } {
	if (lines[0]?.trim() !== '---') return { end: 0 };
	const end = lines.findIndex((line, i) => i > 0 && /^(---|\.\.\.)\s*$/.test(line));
	if (end === -1) return { end: 0 };
	const written = lines.slice(1, end).find((line) => /^title\s*:/i.test(line));
	const title = written
		?.replace(/^title\s*:\s*/i, '')
		.replace(/^(["'])(.*)\1\s*$/, '$2')
		.trim();
	return { end: end + 1, ...(title ? { title } : {}) };
}

/** The words without their marks; a link is its text, a picture is left out. */
function inline(text: string): string {
	if (text.length > LONG) return text;
	return text
		.replace(PICTURE, ' ')
		.replace(/\[\^[^\]]+\]/g, '')
		.replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
		.replace(/<(https?:[^>\s]*)>/gi, '$1')
		.replace(/<\/?[a-z][^>]*>/gi, '')
		.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
		.replace(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
		.replace(/~~(?=\S)(.+?)~~/g, '')
		.replace(/`+([^`]+)`+/g, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1');
}
