import type { Block, Drop } from '../canonical';
import { lineDrop } from './line-rules';
import { hasStop, isProse, leadsTo, pageLines, relatedness, spreadOf, type PageLine } from './page-lines';
import { dropParts } from './page-parts';

/** For each block why it is no content, or null. Judged by shape, position, repetition and address, not by subject. */
export function dropReasons({ text, blocks }: { text: string; blocks: readonly Block[] }): (Drop | null)[] {
	const lines = pageLines(text, blocks);
	const spread = spreadOf(lines);
	const drops = lines.map((line, index) => lineDrop({ ...line, index, lines }));
	dropRepeated(lines, drops);
	for (const [i, line] of lines.entries()) {
		if (drops[i] === null && isUnrelated(lines, i, relatedness(line, spread)))
			drops[i] = { rule: 'unrelated', because: 'shares no word with the rest' };
	}
	dropParts(lines, drops, spread);
	dropMenus(lines, drops);
	dropEmbeddedTitles(lines, drops);
	dropEmptyHeadings(lines, drops, spread);
	return drops;
}

/** What stands in the document already, whole or as part of a longer passage. A heading may repeat words of its text. */
function dropRepeated(lines: readonly PageLine[], drops: (Drop | null)[]): void {
	const seen = new Set<string>();
	const whole = lines.map(({ squeezed }) => squeezed).join('\n');
	for (const [i, { text, words, squeezed, block }] of lines.entries()) {
		if (drops[i] !== null || words.length < 4 || text.length < 20) continue;
		const isHeading = block.kind === 'heading' && leadsTo(lines, i) !== null;
		if (seen.has(squeezed) && !isHeading) {
			drops[i] = { rule: 'duplicate', because: 'stands in the document already' };
			continue;
		}
		seen.add(squeezed);
		const isPart =
			words.length >= 5 && !hasStop(text) && block.kind !== 'item' && !isHeading && leadsTo(lines, i) !== 'list';
		if (isPart && standsInLonger(whole, squeezed))
			drops[i] = { rule: 'repeats', because: 'repeats part of another passage' };
	}
}

/** Whether the words stand somewhere within a passage that has some twenty letters more. */
function standsInLonger(whole: string, squeezed: string): boolean {
	for (let at = whole.indexOf(squeezed); at !== -1; at = whole.indexOf(squeezed, at + squeezed.length)) {
		const start = whole.lastIndexOf('\n', at) + 1;
		const stop = whole.indexOf('\n', at);
		if ((stop === -1 ? whole.length : stop) - start > squeezed.length + 20) return true;
	}
	return false;
}

/** A short lonely line that no other block has a word in common with, in a document of some length. */
function isUnrelated(lines: readonly PageLine[], index: number, related: number): boolean {
	const { text, words, block } = lines[index] ?? { text: '', words: [], block: null };
	if (block === null || block.kind === 'item' || lines.length < 10 || words.length > 14 || related > 0) return false;
	if (/^\d+(\.\d+)*\.?\s/.test(text)) return false;
	const below = leadsTo(lines, index);
	if (below === 'list' || (block.kind === 'heading' && below !== null)) return false;
	return !(/\.["”’)]?$/.test(text) && words.length > 6);
}

/** Four or more very short lines in a row, under no sentence that introduces them, are names in a menu. */
function dropMenus(lines: readonly PageLine[], drops: (Drop | null)[]): void {
	const isEntry = (line: PageLine | undefined): boolean =>
		line !== undefined &&
		line.block.kind !== 'table' &&
		line.words.length <= 4 &&
		!hasStop(line.text) &&
		!/\d|[:;,]$/.test(line.text);
	for (let i = 0; i < lines.length; i++) {
		let end = i;
		while (isEntry(lines[end])) end++;
		const before = lines[i - 1];
		const isIntroduced =
			before !== undefined && (before.text.endsWith(':') || before.words.length > 6) && lines[i]?.block.kind === 'item';
		const hasItems = lines.slice(i, end).some(({ block }) => block.kind === 'item');
		if (end - i >= 4 && !isIntroduced && !(hasItems && i > 0 && !drops[i - 1])) {
			// The last may be the heading of what follows.
			const isHeading = lines[end - 1]?.block.kind === 'heading' && leadsTo(lines, end - 1) === 'prose';
			for (let k = i; k < (isHeading ? end - 1 : end); k++) {
				if (/^(undefined|unrelated|fragment|control)$/.test(String(drops[k]?.rule)))
					drops[k] = { rule: 'menu', because: 'a menu’s entry' };
			}
		}
		i = Math.max(i, end);
	}
}

/** Titles that stand in the middle of a sentence: the line before lacks its stop, the one after begins small. */
function dropEmbeddedTitles(lines: readonly PageLine[], drops: (Drop | null)[]): void {
	for (const [i, before] of lines.entries()) {
		const isCut = before.block.kind === 'paragraph' && before.text.length > 40 && !/[.!?:;]["”’)]*$/.test(before.text);
		if (!isCut || drops[i] !== null) continue;
		const isRest = (line: PageLine | undefined): boolean =>
			line?.block.kind === 'paragraph' && /^\p{Ll}/u.test(line.text);
		const rest = [2, 3, 4].find((step) => isRest(lines[i + step]));
		if (rest === undefined || isRest(lines[i + 1])) continue;
		const between = lines.slice(i + 1, i + rest);
		if (between.some((line, k) => isProse(line) && drops[i + 1 + k] === null)) continue;
		for (let k = i + 1; k < i + rest; k++)
			drops[k] ??= { rule: 'embedded-title', because: 'another article’s title in the middle of a sentence' };
	}
}

/** A heading under which everything is dropped goes with it; so does one at the very end. */
function dropEmptyHeadings(
	lines: readonly PageLine[],
	drops: (Drop | null)[],
	spread: ReadonlyMap<string, number>
): void {
	const title = lines.findIndex(
		(line, i) => drops[i] === null && line.block.kind === 'heading' && line.words.length >= 4
	);
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (line?.block.kind !== 'heading' || drops[i]) continue;
		if (i === title && relatedness(line, spread) >= 0.5) continue;
		let end = i + 1;
		while (end < lines.length && (lines[end]?.block.kind !== 'heading' || drops[end] !== null)) end++;
		const below = drops.slice(i + 1, end);
		const isLast = end === lines.length && below.length === 0;
		if (isLast || (below.length > 0 && below.every((drop) => drop !== null)))
			drops[i] = { rule: 'empty-heading', because: 'a heading with nothing kept below it' };
	}
}
