import type { Span } from '../../domain/text/sentences';

/**
 * The text with typographic variants of a character as one, each in its place: a model writes straight quotes and plain
 * hyphens. Offsets stay, so what is found is taken from the text itself.
 */
function folded(text: string, anyCase: boolean): string {
	const plain = text
		.replace(/[’‘ʼ′`´]/g, "'")
		.replace(/[“”„‟″«»]/g, '"')
		.replace(/[‐‑‒–—―−]/g, '-')
		.replace(/[\s\u00a0]/g, ' ');
	return anyCase ? plain.replace(/\p{Lu}/gu, (letter) => sameLength(letter, letter.toLowerCase())) : plain;
}

const sameLength = (letter: string, lower: string): string => (lower.length === letter.length ? lower : letter);

/** Everywhere that `words` stand in `text.slice(start, end)` as whole words, in order. */
export function placesOf(text: string, { start, end }: Span, words: string, anyCase = false): Span[] {
	const hay = folded(text.slice(start, end), anyCase);
	const needle = folded(words, anyCase);
	const whole = text.slice(start, end);
	const found: Span[] = [];
	if (needle === '') return found;
	for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1)) {
		if (isWhole(whole, at, at + needle.length)) found.push({ start: start + at, end: start + at + needle.length });
	}
	return found;
}

/** Whether no word or figure is cut at either end: “0.5” of “0.5 mg” is whole, “5” of “0.5” is not. */
function isWhole(text: string, from: number, to: number): boolean {
	const first = text.slice(from, from + 1);
	const last = text.slice(to - 1, to);
	const before = text.slice(Math.max(0, from - 2), from);
	const after = text.slice(to, to + 2);
	if (isWordlike(first)) {
		if (/[\p{L}\p{N}]$/u.test(before) || /[\p{L}\p{N}%][-‐‑/.,'’+]$/u.test(before)) return false;
		if (/^\d/.test(first) && /\d[–−]$/.test(before)) return false;
	}
	if (isWordlike(last)) {
		if (/^[\p{L}\p{N}%²³⁺]/u.test(after) || /^[-‐‑/.,+][\p{L}\p{N}]/u.test(after)) return false;
		if (/\d$/.test(last) && /^[–−]\d/.test(after)) return false;
		if (/^['’]\p{L}/u.test(after) && !/^['’]s\b/.test(text.slice(to, to + 3))) return false;
	}
	return true;
}

const isWordlike = (character: string): boolean => /[\p{L}\p{N}%²³⁺+]/u.test(character);
