import { Readability } from '@mozilla/readability';
import type { Drop } from '../../canonical';
import { isProse, readByDensity } from './density';
import type { DomBlock } from './dom-blocks';

/** Pages with more elements, or nested deeper, take the other extractor too long: its time grows with the depth’s cube. */
const MAX_ELEMENTS = 60_000;
const MAX_DEPTH = 100;
/** Share of the prose below which the other extractor is held to have missed the article. */
const LEAST_SHARE = 0.4;
const MARK = 'data-recite-block';

/**
 * Why each block of a page is no content, or null: what two extractors agree on is. The other one changes the page, so it
 * must be of no use to the caller afterwards.
 */
export function agreedDrops(page: Document, blocks: readonly DomBlock[]): (Drop | null)[] {
	const drops = readByDensity(blocks);
	const kept = isReadable(page) ? keptByReadability(page, blocks) : null;
	if (kept === null) return drops;
	const weight = (isCounted: (index: number) => boolean): number =>
		blocks.reduce(
			(sum, block, i) => (drops[i] === null && isProse(block) && isCounted(i) ? sum + block.text.length : sum),
			0
		);
	if (weight((i) => kept.has(i)) < LEAST_SHARE * weight(() => true)) return drops;
	const places = blocks.map(({ element }) => placeOf(element));
	const agreed = new Set(places.filter((_, i) => drops[i] === null && kept.has(i)));
	const isKept = blocks.map((_, i) => drops[i] === null && (kept.has(i) || agreed.has(places[i] ?? '')));
	/** Titles are set apart from the article by many pages, and bylines stand between. */
	const leadsToKept = (heading: number): boolean => {
		for (let i = heading + 1; i < blocks.length && blocks[i]?.kind !== 'heading'; i++) if (isKept[i]) return true;
		return false;
	};
	return blocks.map((block, i) => {
		if (isKept[i]) return null;
		if (drops[i] !== null) return drops[i] ?? null;
		if (block.kind === 'table') return null;
		if (block.kind === 'heading' && (block.level === 1 || leadsToKept(i))) return null;
		return { rule: 'one-reading', because: 'only one of two readings of the page takes it for content' };
	});
}

function isReadable(page: Document): boolean {
	let level = [...page.children];
	let count = level.length;
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > MAX_DEPTH || count > MAX_ELEMENTS) return false;
		level = level.flatMap((element) => [...element.children]);
		count += level.length;
	}
	return true;
}

/** Which blocks Readability counts to the article; null if it finds none. */
function keptByReadability(page: Document, blocks: readonly DomBlock[]): Set<number> | null {
	for (const [i, { node }] of blocks.entries()) {
		const parent = node?.parentNode;
		if (node === null || parent === null || parent === undefined) continue;
		const mark = page.createElement('span');
		mark.setAttribute(MARK, String(i));
		parent.replaceChild(mark, node);
		mark.appendChild(node);
	}
	try {
		const reader = new Readability<Node>(page, { serializer: (node) => node });
		const content = reader.parse()?.content;
		if (!content) return null;
		const found = (content as Element).querySelectorAll(`[${MARK}]`);
		return new Set([...found].map((mark) => Number(mark.getAttribute(MARK))));
	} catch {
		// It was written for pages as browsers make them; what it cannot read, the other reading decides alone.
		return null;
	}
}

const INNER = /^(p|h[1-6]|ul|ol|menu|li|dl|dt|dd|blockquote|span|a|b|strong|i|em|hgroup|table|thead|tbody|tr|td|th)$/;

/** Where in the page’s structure an element stands: tags and classes of what contains it. */
function placeOf(element: Element): string {
	const path: string[] = [];
	for (let at: Element | null = element; at !== null; at = at.parentElement) {
		const tag = at.tagName.toLowerCase();
		if (path.length === 0 && INNER.test(tag)) continue;
		path.push(`${tag}.${at.getAttribute('class') ?? ''}`);
	}
	return path.join('<');
}
