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

/**
 * Hides the selection, or the word that the cursor is in: under a number of its own, or under the last one used, as one
 * card with it. Null where that would cut through a hole, since holes do not nest, and for spaces alone.
 */
export function holed(
	{ text, ...selection }: Selected,
	sameNumber: boolean
): (Insertion & { from: number; to: number }) | null {
	const { segments, numbers } = parseCloze(text);
	const [from, to] = selection.start === selection.end ? wordAt(text, selection.start) : trimmedIn(text, selection);
	if (from < to && text.slice(from, to).trim() === '') return null;
	if (segments.some((each) => each.kind === 'deletion' && each.start < to && from < each.end)) return null;
	if (segments.some((each) => each.kind === 'deletion' && from === to && each.start < from && from < each.end))
		return null;
	const highest = Math.max(0, ...numbers);
	const number = sameNumber ? Math.max(1, highest) : highest + 1;
	const words = text.slice(from, to);
	const open = `{{c${number}::`;
	const start = from + open.length;
	return { insert: `${open}${words}}}`, from, to, start, end: start + words.length };
}

/** A double click or a finger takes the space behind a word along; it is not to be hidden with it. */
function trimmedIn(text: string, { start, end }: Omit<Selected, 'text'>): readonly [number, number] {
	const words = text.slice(start, end);
	if (words.trim() === '') return [start, end];
	return [end - words.trimStart().length, start + words.trimEnd().length];
}

/** The word that a place is in or beside; nothing, at the place itself, between others. */
function wordAt(text: string, at: number): readonly [number, number] {
	const before = /[\p{L}\p{M}\p{N}’'-]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
	const after = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(at))?.[0].length ?? 0;
	return [at - before, at + after];
}

/** The text without the hole that the place stands in; null if it stands in none. */
export function unholed(text: string, at: number): string | null {
	const hole = parseCloze(text).segments.find((each) => each.kind === 'deletion' && each.start <= at && at <= each.end);
	return hole === undefined ? null : text.slice(0, hole.start) + hole.text + text.slice(hole.end);
}
