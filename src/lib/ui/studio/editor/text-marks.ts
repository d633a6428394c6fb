import { parseCloze } from '../../../domain/cloze';

/** A text with a selection, as a field holds it. Offsets are UTF-16. */
export interface Selected {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** What goes in place of the selection, and what is selected then. */
export interface Insertion {
	readonly insert: string;
	/** Offsets into the whole text once it stands there. */
	readonly start: number;
	readonly end: number;
}

/** Puts a mark on both sides of the selection, or takes it off where it stands there already. */
export function marked({ text, start, end }: Selected, sign: string): Insertion & { from: number; to: number } {
	const words = text.slice(start, end);
	const isInside = words.length >= 2 * sign.length && words.startsWith(sign) && words.endsWith(sign);
	if (isInside) {
		const bare = words.slice(sign.length, -sign.length);
		return { insert: bare, from: start, to: end, start, end: start + bare.length };
	}
	const from = start - sign.length;
	if (from >= 0 && text.slice(from, start) === sign && text.slice(end, end + sign.length) === sign) {
		return { insert: words, from, to: end + sign.length, start: from, end: from + words.length };
	}
	const at = start + sign.length;
	return { insert: `${sign}${words}${sign}`, from: start, to: end, start: at, end: at + words.length };
}

/** Hides the selection: under a number of its own, or under the last one used, as one card with it. */
export function holed({ text, start, end }: Selected, sameNumber: boolean): Insertion {
	const highest = Math.max(0, ...parseCloze(text).numbers);
	const number = sameNumber ? Math.max(1, highest) : highest + 1;
	const words = text.slice(start, end);
	const open = `{{c${number}::`;
	return { insert: `${open}${words}}}`, start: start + open.length, end: start + open.length + words.length };
}

/** The text without the hole that the place stands in; null if it stands in none. */
export function unholed(text: string, at: number): string | null {
	const hole = parseCloze(text).segments.find((each) => each.kind === 'deletion' && each.start <= at && at <= each.end);
	return hole === undefined ? null : text.slice(0, hole.start) + hole.text + text.slice(hole.end);
}
