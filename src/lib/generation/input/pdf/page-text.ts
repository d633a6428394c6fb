/** A piece of text as the page sets it; points, from the page’s upper left corner. */
export interface Run {
	readonly text: string;
	readonly x0: number;
	readonly x1: number;
	/** Of the line on which the letters stand. */
	readonly baseline: number;
	readonly size: number;
	readonly font: string;
}

export interface PageText {
	/** From 1. */
	readonly page: number;
	readonly width: number;
	readonly height: number;
	readonly runs: readonly Run[];
	/** Characters set sideways or upside down: margin stamps, watermarks. */
	readonly turned: number;
}

/** As the library gives it: text with the matrix that places it. */
export interface PlacedText {
	readonly str: string;
	readonly transform: readonly number[];
	readonly width: number;
	readonly fontName: string;
}

type Matrix = readonly [number, number, number, number, number, number];

/** @param view the matrix from the page’s own coordinates to points from its upper left corner */
export function pageText(
	page: number,
	width: number,
	height: number,
	view: readonly number[],
	items: readonly PlacedText[]
): PageText {
	const runs: Run[] = [];
	let turned = 0;
	for (const { str, transform, width: advance, fontName } of items) {
		if (str.trim() === '') continue;
		const [a, b, c, d, x, y] = product(view, transform);
		const size = Math.hypot(c, d);
		if (![x, y, size, advance].every(Number.isFinite) || size < 0.5) continue;
		if (Math.abs(b) > Math.abs(a) * 0.2 || a <= 0) {
			turned += str.length;
			continue;
		}
		// Rounded, so that the last digits of a division never decide what stands on one line.
		runs.push({
			text: str,
			x0: round(x),
			x1: round(x + Math.abs(advance)),
			baseline: round(y),
			size: round(size),
			font: fontName
		});
	}
	return { page, width, height, runs, turned };
}

const round = (points: number): number => Math.round(points * 100) / 100;

function product(view: readonly number[], text: readonly number[]): Matrix {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
	const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = text;
	return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
