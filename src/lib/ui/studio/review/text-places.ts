import type { Span } from '../../../domain/text/sentences';

/**
 * Where in the document's text a place in the page is, and the other way round. Every stretch of text stands alone in an
 * element that carries its offset in `data-at`; figures and buttons between them carry none and do not count.
 */
const LEAF = '[data-at]';

/** What is selected within the element, in UTF-16 units of the text; null for nothing, or for something elsewhere. */
export function selectedSpan(root: HTMLElement, selection: Selection | null): Span | null {
	if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!range.intersectsNode(root)) return null;
	// By a drag it may begin or end outside; what is inside counts only if it begins inside.
	if (!root.contains(range.startContainer)) return null;
	const start = offsetOf(root, range.startContainer, range.startOffset);
	const end = root.contains(range.endContainer)
		? offsetOf(root, range.endContainer, range.endOffset)
		: lastOffset(root);
	return start === null || end === null || end <= start ? null : { start, end };
}

function offsetOf(root: HTMLElement, container: Node, offset: number): number | null {
	const leaf = (container instanceof Element ? container : container.parentElement)?.closest<HTMLElement>(LEAF);
	if (leaf && root.contains(leaf)) {
		const at = Number(leaf.dataset.at);
		if (container.nodeType === Node.TEXT_NODE) return at + offset;
		return offset === 0 ? at : at + leaf.textContent.length;
	}
	// Between the leaves: the end of the last one before, which is as good as the start of the next one.
	const boundary = document.createRange();
	boundary.setStart(container, offset);
	let found: number | null = null;
	for (const each of root.querySelectorAll<HTMLElement>(LEAF)) {
		if (boundary.comparePoint(each, 0) > 0) return found ?? Number(each.dataset.at);
		found = Number(each.dataset.at) + each.textContent.length;
	}
	return found;
}

function lastOffset(root: HTMLElement): number | null {
	const leaves = root.querySelectorAll<HTMLElement>(LEAF);
	const last = leaves[leaves.length - 1];
	return last === undefined ? null : Number(last.dataset.at) + last.textContent.length;
}

/** The place of a span in the page; null while the text is not shown. */
export function rangeOf(root: HTMLElement, { start, end }: Span): Range | null {
	const from = pointAt(root, start, 'start');
	const to = pointAt(root, end, 'end');
	if (from === null || to === null) return null;
	const range = document.createRange();
	range.setStart(from.node, from.offset);
	range.setEnd(to.node, to.offset);
	return range;
}

function pointAt(root: HTMLElement, at: number, side: 'start' | 'end'): { node: Node; offset: number } | null {
	const block = blockAt(root, at, side);
	for (const leaf of block?.querySelectorAll<HTMLElement>(LEAF) ?? []) {
		const from = Number(leaf.dataset.at);
		const to = from + leaf.textContent.length;
		const isIn = side === 'start' ? from <= at && at < to : from < at && at <= to;
		const node = leaf.firstChild;
		if (isIn && node !== null) return { node, offset: at - from };
	}
	return null;
}

function blockAt(root: HTMLElement, at: number, side: 'start' | 'end'): HTMLElement | null {
	for (const block of root.querySelectorAll<HTMLElement>('[data-from]')) {
		const from = Number(block.dataset.from);
		const to = Number(block.dataset.to);
		if (side === 'start' ? from <= at && at < to : from < at && at <= to) return block;
	}
	return null;
}

/** The span of the word before or after a place, within bounds; null if there is none. */
export function wordFrom(text: string, at: number, bounds: Span, forward: boolean): Span | null {
	const words = [
		...text.slice(bounds.start, bounds.end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,’'%µ/-]*[\p{L}\p{N}%]|[\p{L}\p{N}%]/gu)
	].map((match) => ({ start: bounds.start + match.index, end: bounds.start + match.index + match[0].length }));
	return (forward ? words.find(({ start }) => start >= at) : words.findLast(({ end }) => end <= at)) ?? null;
}
