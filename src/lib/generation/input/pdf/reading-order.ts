import type { Piece } from './lines';

/** One line of a column. */
export interface Row extends Piece {
	readonly page: number;
	/** Rows with the same number stand in one column, numbered in the order of reading over the whole document. */
	readonly column: number;
	/** Edges of the column. */
	readonly left: number;
	readonly right: number;
	/** Parts of it set apart by wide gaps, as in a table. */
	readonly cells: readonly string[];
}

const MAX_DEPTH = 3;

/** The pieces of a page as rows in the order of reading: column by column between what goes over all columns. */
export function readingOrder(page: number, pieces: readonly Piece[], firstColumn: number): Row[] {
	let column = firstColumn;
	const rows: Row[] = [];
	const read = (part: readonly Piece[], depth: number): void => {
		const gutter = depth < MAX_DEPTH ? gutterOf(part, depth) : null;
		if (gutter === null) {
			rows.push(...rowsOf(page, part, column));
			column++;
			return;
		}
		for (const band of bandsAt(part, gutter)) {
			if (band.across.length > 0) read(band.across, MAX_DEPTH);
			if (band.left.length > 0) read(band.left, depth + 1);
			if (band.right.length > 0) read(band.right, depth + 1);
		}
	};
	if (pieces.length > 0) read(pieces, 0);
	return rows;
}

interface Band {
	readonly across: Piece[];
	readonly left: Piece[];
	readonly right: Piece[];
}

/** Cut wherever something goes across the gutter. */
function bandsAt(pieces: readonly Piece[], gutter: number): Band[] {
	const bands: Band[] = [];
	let open: Band = { across: [], left: [], right: [] };
	for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
		if (isAcross(piece, gutter)) {
			if (open.left.length + open.right.length > 0) {
				bands.push(open);
				open = { across: [], left: [], right: [] };
			}
			open.across.push(piece);
		} else (piece.x1 <= gutter + 1 ? open.left : open.right).push(piece);
	}
	bands.push(open);
	return bands;
}

const isAcross = ({ x0, x1 }: Piece, gutter: number): boolean => x0 < gutter - 1 && x1 > gutter + 1;

const middle = (numbers: readonly number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Where white runs down between two columns of text, or null. */
function gutterOf(pieces: readonly Piece[], depth: number): number | null {
	if (pieces.length < 8) return null;
	const from = Math.min(...pieces.map(({ x0 }) => x0));
	const to = Math.max(...pieces.map(({ x1 }) => x1));
	const width = Math.ceil(to - from) + 1;
	if (!(width < 20_000)) return null;
	const cover = new Array<number>(width).fill(0);
	for (const { x0, x1 } of pieces) {
		for (let x = Math.ceil(x0 - from); x < Math.floor(x1 - from); x++) cover[x] = (cover[x] ?? 0) + 1;
	}
	const em = middle(pieces.map(({ size }) => size));
	let best: { readonly at: number; readonly cover: number; readonly width: number } | null = null;
	for (let x = Math.floor(width * 0.15); x < width * 0.85; x++) {
		const here = cover[x] ?? 0;
		let end = x;
		while (end < width * 0.85 && (cover[end] ?? 0) === here) end++;
		const gap = { at: from + (x + end) / 2, cover: here, width: end - x };
		const isWider = best === null || here < best.cover || (here === best.cover && gap.width > best.width);
		if (gap.width >= em * 0.6 && isWider && separatesColumns(pieces, gap.at, depth)) best = gap;
		x = Math.max(x, end - 1);
	}
	return best?.at ?? null;
}

/** Both sides are full of lines, or columns again; the cells of a table are neither. */
function separatesColumns(pieces: readonly Piece[], at: number, depth: number): boolean {
	const isBand = ({ left, right }: Band): boolean => left.length >= 2 && right.length >= 2;
	const bands = bandsAt(pieces, at).filter(isBand);
	return [bands.flatMap(({ left }) => left), bands.flatMap(({ right }) => right)].every((side) => {
		if (side.length < 4) return false;
		const width = Math.max(...side.map(({ x1 }) => x1)) - Math.min(...side.map(({ x0 }) => x0));
		const texts = side.filter(({ text }) => text.length > 3);
		if (middle(texts.map(({ text }) => text.length)) < 15) return false;
		return (
			middle(texts.map(({ x0, x1 }) => x1 - x0)) >= width * 0.6 ||
			(depth < MAX_DEPTH && gutterOf(side, depth + 1) !== null)
		);
	});
}

const BULLET_ONLY = /^\s*(?:[^\p{L}\p{N}\s]|\p{Co}|o|\(?[\p{L}\p{N}]{1,3}[.)])\s*$/u;

/** Pieces on one line, in one column, as a row. */
function rowsOf(page: number, pieces: readonly Piece[], column: number): Row[] {
	const left = Math.min(...pieces.map(({ x0 }) => x0));
	const right = Math.max(...pieces.map(({ x1 }) => x1));
	const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
	const groups: Piece[][] = [];
	for (const piece of sorted) {
		const group = groups[groups.length - 1];
		const [first] = group ?? [];
		const isSame =
			first !== undefined && Math.abs(first.baseline - piece.baseline) < Math.max(first.size, piece.size) * 0.35;
		if (isSame && group !== undefined) group.push(piece);
		else groups.push([piece]);
	}
	return groups.map((group) => {
		const parts = [...group].sort((a, b) => a.x0 - b.x0);
		const longest = parts.reduce((a, b) => (b.text.length > a.text.length ? b : a));
		const cells: string[] = [];
		for (const { text } of parts) {
			const before = cells[cells.length - 1];
			if (before !== undefined && BULLET_ONLY.test(before)) cells[cells.length - 1] = `${before.trim()} ${text.trim()}`;
			else cells.push(text.trim());
		}
		return {
			text: cells.join(' '),
			cells,
			x0: Math.min(...parts.map(({ x0 }) => x0)),
			x1: Math.max(...parts.map(({ x1 }) => x1)),
			baseline: longest.baseline,
			size: longest.size,
			font: longest.font,
			page,
			column,
			left,
			right
		};
	});
}
