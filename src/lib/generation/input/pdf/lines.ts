import { raised } from '../raised';
import type { Run } from './page-text';

/** A stretch of one line without wide gaps. */
export interface Piece {
	readonly text: string;
	readonly x0: number;
	readonly x1: number;
	readonly baseline: number;
	readonly size: number;
	readonly font: string;
}

/** A gap wider than this many ems ends a piece: it may be the space between columns. */
const WIDE_GAP = 1.2;
const WORD_GAP = 0.15;

/** Runs in the order of drawing as pieces of lines; small raised and lowered letters belong to the word before them. */
export function piecesOf(runs: readonly Run[]): Piece[] {
	const pieces: Piece[] = [];
	let open: Piece | null = null;
	for (const run of runs) {
		const joined: Piece | null = open === null ? null : extended(open, run);
		if (joined === null && open !== null) pieces.push(open);
		open = joined ?? run;
	}
	if (open !== null) pieces.push(open);
	return mergedNeighbours(pieces);
}

/** The piece with the run behind it, or null if the run is no part of it. */
function extended(piece: Piece, run: Run): Piece | null {
	const em = Math.max(piece.size, run.size);
	const gap = run.x0 - piece.x1;
	if (gap > em * WIDE_GAP || gap < -em * 0.5) return null;
	const lift = piece.baseline - run.baseline;
	const x1 = Math.max(piece.x1, run.x1);
	if (Math.abs(lift) <= em * 0.12 && run.size > piece.size * 0.75) {
		const isMain = run.size > piece.size * 1.2;
		const main = isMain || piece.text.length < run.text.length ? run : piece;
		return { ...piece, text: glued(piece.text, run.text, gap, em), x1, size: main.size, font: main.font };
	}
	if (Math.abs(lift) > em * 0.7) return null;
	if (run.size <= piece.size * 0.85) {
		if (gap > em * 0.5) return null;
		const small = lift > em * 0.12 ? raised(run.text, piece.text) : run.text;
		return { ...piece, text: glued(piece.text, small, gap, em), x1 };
	}
	// The mark of a note at the very beginning.
	if (piece.size <= run.size * 0.85 && piece.text.trim().length <= 4)
		return { ...run, x0: piece.x0, text: `${piece.text.trim()} ${run.text.trimStart()}` };
	return null;
}

function glued(before: string, after: string, gap: number, em: number): string {
	if (after === '') return before;
	const isSpaced = gap > em * WORD_GAP && !/\s$/.test(before) && !/^\s/.test(after);
	return isSpaced ? `${before} ${after}` : before + after;
}

/** Some programs draw the words of a line in an order of their own. */
function mergedNeighbours(pieces: readonly Piece[]): Piece[] {
	const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
	const merged: Piece[] = [];
	for (const piece of sorted) {
		const before = merged[merged.length - 1];
		const em = piece.size;
		const gap = before === undefined ? Infinity : piece.x0 - before.x1;
		const isNext =
			before !== undefined &&
			Math.abs(before.baseline - piece.baseline) < em * 0.1 &&
			Math.abs(before.size - piece.size) < em * 0.1 &&
			gap > -em * 0.3 &&
			gap < em * 0.6;
		if (isNext) {
			merged[merged.length - 1] = { ...before, text: glued(before.text, piece.text, gap, em), x1: piece.x1 };
		} else merged.push(piece);
	}
	return merged;
}
