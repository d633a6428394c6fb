import type { Piece } from './lines';

export interface PagePieces {
	readonly page: number;
	readonly height: number;
	readonly pieces: readonly Piece[];
}

export interface WithoutHeads {
	readonly pages: readonly PagePieces[];
	/** Each head or foot once, with the page it first stood on and how many pages bear it. */
	readonly heads: readonly { readonly text: string; readonly page: number; readonly times: number }[];
	/** Pages that had a number. */
	readonly numbered: number;
}

/** Share of the page’s height, above and below, in which heads and feet stand. */
const ZONE = 0.13;
const DEPTH = 3;
const PAGE_NUMBER = /^(?:page|p\.|seite)?\s*[-–—|[(]?\s*(?:#|[ivxlc]{1,7})\s*[-–—|\])]?(?:\s*(?:of|\/|von)\s*#)?$/i;

interface Candidate {
	readonly key: string;
	readonly text: string;
	readonly page: number;
	readonly baseline: number;
	readonly pieces: readonly Piece[];
	readonly isOutermost: boolean;
}

/** Takes out what stands at the head or foot of several pages, and the pages’ numbers. */
export function withoutHeads(pages: readonly PagePieces[]): WithoutHeads {
	const candidates = pages.flatMap(atEdges);
	const offset = numbering(candidates, pages.length);
	const byKey = new Map<string, Candidate[]>();
	for (const each of candidates) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
	const gone = new Set<Piece>();
	const heads: { text: string; page: number; times: number }[] = [];
	const numbered = new Set<number>();
	for (const [key, all] of byKey) {
		const isNumber = PAGE_NUMBER.test(key);
		const repeated = all.filter((one) => all.some((other) => other.page !== one.page && isLevel(one, other)));
		const onPages = new Set(repeated.map(({ page }) => page)).size;
		const least = pages.length === 2 ? 2 : 3;
		const counting = all.filter((each) => offset !== null && bearsNumber(each, offset));
		const told = isNumber
			? all.filter((each) => isPageNumber(each, all, pages.length))
			: onPages >= least
				? [...new Set([...repeated, ...counting])]
				: counting;
		for (const { pieces, page } of told) {
			for (const piece of pieces) gone.add(piece);
			if (isNumber) numbered.add(page);
		}
		const [first] = told;
		if (!isNumber && first !== undefined) heads.push({ text: first.text, page: first.page, times: told.length });
	}
	return {
		pages: pages.map((each) => ({ ...each, pieces: each.pieces.filter((piece) => !gone.has(piece)) })),
		heads,
		numbered: numbered.size
	};
}

/** The outermost lines of a page, as far as they stand near its edge. */
function atEdges({ page, height, pieces }: PagePieces): Candidate[] {
	const lines = new Map<number, Piece[]>();
	for (const piece of pieces) {
		const level = [...lines.keys()].find((baseline) => Math.abs(baseline - piece.baseline) < piece.size * 0.35);
		const key = level ?? piece.baseline;
		lines.set(key, [...(lines.get(key) ?? []), piece]);
	}
	const sorted = [...lines].sort(([a], [b]) => a - b);
	const top = sorted.slice(0, DEPTH).filter(([baseline]) => baseline < height * ZONE);
	const foot = sorted.slice(-DEPTH).filter(([baseline]) => baseline > height * (1 - ZONE));
	return [...new Set([...top, ...foot])].map(([baseline, parts]) => {
		const text = [...parts]
			.sort((a, b) => a.x0 - b.x0)
			.map((part) => part.text.trim())
			.join(' ');
		const key = text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
		const isOutermost = baseline === sorted[0]?.[0] || baseline === sorted[sorted.length - 1]?.[0];
		return { key, text, page, baseline, pieces: parts, isOutermost };
	});
}

/** Numbers at either end of a line. */
const numbersIn = ({ text }: Candidate): number[] =>
	[/^(\d{1,4})\s/.exec(text), /(?:^|\s)(\d{1,4})$/.exec(text)].flatMap((found) =>
		found === null ? [] : [Number(found[1])]
	);

/** By how much the printed numbers of the pages differ from their order; null if they are not numbered. */
function numbering(candidates: readonly Candidate[], pages: number): number | null {
	const seen = new Map<number, Set<number>>();
	for (const each of candidates) {
		for (const number of numbersIn(each)) {
			const offset = number - each.page;
			seen.set(offset, (seen.get(offset) ?? new Set()).add(each.page));
		}
	}
	const [best] = [...seen].sort(([, a], [, b]) => b.size - a.size);
	return best !== undefined && best[1].size >= Math.max(3, pages * 0.4) ? best[0] : null;
}

/** “Chapter 2: The kidney 31” on page 31, short and outermost. */
const bearsNumber = (each: Candidate, offset: number): boolean =>
	each.isOutermost && each.text.length < 120 && numbersIn(each).includes(each.page + offset);

const isLevel = (a: Candidate, b: Candidate): boolean => Math.abs(a.baseline - b.baseline) < 8;

/** Counts up with the pages, or stands alone on the only page there is. */
function isPageNumber(each: Candidate, all: readonly Candidate[], pages: number): boolean {
	const number = Number(/\d+/.exec(each.text)?.[0] ?? NaN);
	if (Number.isNaN(number)) return all.length >= 2;
	const others = all.filter(({ page }) => page !== each.page);
	if (others.some(({ text, page }) => Number(/\d+/.exec(text)?.[0]) - number === page - each.page)) return true;
	return pages === 1 && number < 2000;
}
