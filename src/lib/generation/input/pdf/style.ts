import type { Row } from './reading-order';

/** How a document is set. */
export interface Style {
	/** Of the letters that most of it is set in, in points. */
	readonly size: number;
	/** From one line to the next, for rows of this size. */
	readonly leading: (row: Row) => number;
	/** Whether it is set in a font that the document uses for headings. */
	readonly isSetApart: (row: Row) => boolean;
	/** Rank of a heading, 1 the largest letters. */
	readonly level: (row: Row) => number;
}

/** Letters this much larger than the text’s stand in headings. */
export const LARGER = 1.08;

const step = (size: number): number => Math.round(size * 2) / 2;

export function styleOf(rows: readonly Row[]): Style {
	const size = commonest(rows, (row) => step(row.size)) ?? 10;
	const body = rows.filter((row) => step(row.size) === size);
	const font = commonest(body, (row) => row.font);
	const steps = leadings(rows);
	const apart = headingFonts(
		rows.filter((row) => row.size > size * 0.94),
		font ?? ''
	);
	const isSetApart = (row: Row): boolean => apart.has(row.font);
	const sizes = [...new Set(rows.map((row) => step(row.size)))]
		.filter((each) => each > size * LARGER)
		.sort((a, b) => b - a);
	return {
		size,
		leading: (row) => steps.get(step(row.size)) ?? row.size * 1.25,
		isSetApart,
		level: (row) => {
			const rank = sizes.indexOf(step(row.size));
			return Math.min(6, rank === -1 ? sizes.length + 1 : rank + 1);
		}
	};
}

/** The value that most characters have. */
function commonest<T>(rows: readonly Row[], valueOf: (row: Row) => T): T | undefined {
	const counts = new Map<T, number>();
	for (const row of rows) counts.set(valueOf(row), (counts.get(valueOf(row)) ?? 0) + row.text.length);
	let best: T | undefined;
	for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
	return best;
}

/** The commonest distance of lines, for each size. */
function leadings(rows: readonly Row[]): Map<number, number> {
	const found = new Map<number, number[]>();
	for (const [i, row] of rows.entries()) {
		const next = rows[i + 1];
		if (next === undefined || next.column !== row.column || step(next.size) !== step(row.size)) continue;
		const distance = next.baseline - row.baseline;
		if (distance <= 0 || distance > row.size * 3) continue;
		found.set(step(row.size), [...(found.get(step(row.size)) ?? []), distance]);
	}
	// Lines within paragraphs are closer than paragraphs, so the lower quarter is what counts.
	return new Map(
		[...found].map(([size, all]) => [size, [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.3)] ?? size * 1.25])
	);
}

/** Fonts other than the text’s that nearly always stand on short lines without a stop. */
function headingFonts(body: readonly Row[], font: string): Set<string> {
	const counts = new Map<string, { short: number; all: number }>();
	for (const { text, font: own } of body) {
		if (own === font) continue;
		const count = counts.get(own) ?? { short: 0, all: 0 };
		const isShort = text.length < 90 && !/[.,;]$/.test(text.trim());
		counts.set(own, { short: count.short + (isShort ? 1 : 0), all: count.all + 1 });
	}
	return new Set([...counts].filter(([, { short, all }]) => short / all >= 0.7).map(([name]) => name));
}
