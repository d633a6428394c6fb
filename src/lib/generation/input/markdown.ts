import { plainLines, type RawBlock } from '../canonical';

const FENCE = /^\s*(```|~~~)/;

/** Reads Markdown by the line: headings, items, quotations and paragraphs; code, images and front matter are left out. */
export function readMarkdown(text: string): RawBlock[] {
	const lines = plainLines(text);
	const blocks: RawBlock[] = [];
	/** The block being read, or none. */
	let open: readonly RawBlock[] = [];
	let fence: string | null = null;
	const close = (): void => {
		for (const block of open) blocks.push({ ...block, text: inline(block.text) });
		open = [];
	};
	for (let i = frontMatterEnd(lines); i < lines.length; i++) {
		const line = (lines[i] ?? '').replace(/^(\s*>)+\s?/, '');
		const mark = FENCE.exec(line)?.[1] ?? null;
		if (mark !== null && (fence === null || fence === mark)) {
			close();
			fence = fence === null ? mark : null;
			continue;
		}
		if (fence !== null) continue;
		const heading = /^\s{0,3}#{1,6}\s+(.+?)(?:\s+#+)?\s*$/.exec(line)?.[1];
		const item = /^\s*(?:[-*+]|(\d{1,3}[.)]))\s+(.+)$/.exec(line);
		if (line.trim() === '' || /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) close();
		else if (heading !== undefined) {
			close();
			blocks.push({ kind: 'heading', text: inline(heading) });
		} else if (/^\s*(=+|-+)\s*$/.test(line) && open[0]?.kind === 'paragraph') {
			blocks.push({ kind: 'heading', text: inline(open[0].text) });
			open = [];
		} else if (/^\s*\|.*\|\s*$/.test(line)) {
			close();
			if (!/^[\s|:-]+$/.test(line)) blocks.push({ kind: 'table', text: inline(line.replace(/\|/g, ' ')) });
		} else if (item !== null) {
			close();
			open = [{ kind: 'item', text: item[2] ?? '', ordered: item[1] !== undefined }];
		} else if (open.length === 0) open = [{ kind: 'paragraph', text: line }];
		else open = open.map((block) => ({ ...block, text: `${block.text} ${line.trim()}` }));
	}
	close();
	return blocks;
}

function frontMatterEnd(lines: readonly string[]): number {
	if (lines[0]?.trim() !== '---') return 0;
	const end = lines.findIndex((line, i) => i > 0 && line.trim() === '---');
	return end === -1 ? 0 : end + 1;
}

/** The words without their marks; a link is its text, a picture is left out. */
function inline(text: string): string {
	return text
		.replace(/<!--[^]*?-->/g, ' ')
		.replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
		.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/\[\^[^\]]+\]/g, '')
		.replace(/<\/?[a-z][^>]*>/gi, '')
		.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
		.replace(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
		.replace(/`+([^`]+)`+/g, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1');
}
