import type { DocumentBlock } from '../domain/pack';
import { sentences, type Span } from '../domain/text/sentences';
import type { JudgedBlock } from '../generation/content/blocks';
import type { Edition, ReadingOptions } from './project';

/** A block of an edition as the Studio shows it, with why it is left out, if it is. Offsets are into the edition's text. */
export interface ShownBlock extends JudgedBlock {
	/** Its place among the edition's blocks, as the generation options count them. */
	readonly index: number;
	/** Whether the author has decided otherwise than the rules. */
	readonly byHand: boolean;
}

/** Every block of an edition, as the rules and the author together judge it. */
export function shownBlocks({ canonical, drops }: Edition, options: ReadingOptions): ShownBlock[] {
	const restored = new Set(options.restored);
	const struck = new Set(options.struck);
	return canonical.blocks.map((block, index) => {
		const byRule = drops[index] ?? null;
		const isRestored = byRule !== null && restored.has(index);
		const isStruck = byRule === null && struck.has(index);
		const drop = isStruck ? STRUCK : isRestored ? null : byRule;
		return { ...block, index, drop, byHand: isRestored || isStruck };
	});
}

const STRUCK = { rule: 'struck', because: 'struck out by hand' };

/** The options under which some blocks are kept, or left out; the others stay as they are. */
export function withBlocks(
	{ drops }: Pick<Edition, 'drops'>,
	options: ReadingOptions,
	indices: readonly number[],
	kept: boolean
): ReadingOptions {
	const others = (list: readonly number[] = []): number[] => list.filter((index) => !indices.includes(index));
	const dropped = indices.filter((index) => (drops[index] ?? null) !== null);
	const content = indices.filter((index) => (drops[index] ?? null) === null);
	const restored = sorted([...others(options.restored), ...(kept ? dropped : [])]);
	const struck = sorted([...others(options.struck), ...(kept ? [] : content)]);
	const { restored: _, struck: __, ...rest } = options;
	return { ...rest, ...(restored.length > 0 ? { restored } : {}), ...(struck.length > 0 ? { struck } : {}) };
}

const sorted = (indices: readonly number[]): number[] => [...new Set(indices)].sort((a, b) => a - b);

/** What is left of an edition when the blocks that are no content are taken out: the text that students get. */
export interface KeptText {
	readonly text: string;
	readonly blocks: readonly DocumentBlock[];
	/** The sentences of all paragraphs, in order. */
	readonly sentences: readonly Span[];
	/** Where a span of the edition stands in this text; null if any of it was left out. */
	move(span: Span): Span | null;
	/** Where an offset of this text stands in the edition. */
	back(offset: number): number;
}

export function keptText(edition: Edition, options: ReadingOptions): KeptText {
	const original = edition.canonical.text;
	const kept = shownBlocks(edition, options).filter(({ drop }) => drop === null);
	const locators = locatorsOf(edition, kept);
	const parts: string[] = [];
	const starts: number[] = [];
	const blocks: DocumentBlock[] = [];
	let at = 0;
	for (const [i, { kind, start, end }] of kept.entries()) {
		if (i > 0) at += 2;
		starts.push(at);
		const span = { start: at, end: at + end - start };
		blocks.push(kind === 'heading' ? { kind, ...span } : { kind: 'paragraph', ...span, ...locators[i] });
		parts.push(original.slice(start, end));
		at = span.end;
	}
	const text = parts.join('\n\n');
	const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
	return {
		text,
		blocks,
		sentences: paragraphs.flatMap(({ start, end }) => sentences(text, start, end)),
		move: ({ start, end }) => {
			const first = kept.findIndex((block) => block.start <= start && start < block.end);
			const moved = start + (starts[first] ?? 0) - (kept[first]?.start ?? 0);
			const span = { start: moved, end: moved + end - start };
			// What was left out between two blocks makes the words differ, and so does a span that begins outside of any.
			return first !== -1 && text.slice(span.start, span.end) === original.slice(start, end) ? span : null;
		},
		back: (offset) => {
			const i = starts.findLastIndex((start) => start <= offset);
			return offset - (starts[i] ?? 0) + (kept[i]?.start ?? 0);
		}
	};
}

/** Where each kept block stands in the original: as its pack said, else by page, else by heading and paragraph. */
function locatorsOf(
	{ canonical, places }: Edition,
	kept: readonly ShownBlock[]
): readonly Omit<DocumentBlock, 'kind' | 'start' | 'end'>[] {
	if (places !== undefined) return kept.map(({ index }) => places[index] ?? {});
	let heading: string | null = null;
	let paragraph = 0;
	return kept.map(({ kind, start, end, page }) => {
		if (kind === 'heading') {
			heading = canonical.text.slice(start, end);
			paragraph = 0;
			return {};
		}
		paragraph++;
		if (page !== undefined) return { locator: `Page ${page}` };
		return { locator: heading === null ? `Paragraph ${paragraph}` : `“${heading}”, paragraph ${paragraph}` };
	});
}
