const RAISED: Readonly<Record<string, string>> = {
	'0': '⁰',
	'1': '¹',
	'2': '²',
	'3': '³',
	'4': '⁴',
	'5': '⁵',
	'6': '⁶',
	'7': '⁷',
	'8': '⁸',
	'9': '⁹',
	'-': '⁻',
	'−': '⁻',
	'–': '⁻'
};

/**
 * What raised letters become in plain text: an exponent is written raised (10⁻⁶, m²), because 10-6 is another number; the
 * mark of a note is left out; anything else (Ca2+, 1st) stays as it is.
 * @param before the text that it follows
 */
export function raised(text: string, before: string): string {
	const words = text.trim();
	if (isNoteMark(words, before)) return '';
	return /^[-−–]?\d+$/.test(words) ? [...words].map((digit) => RAISED[digit] ?? digit).join('') : text;
}

/** Digits, letters or signs that send to a note: behind a word of some length, a bracket or a stop. */
function isNoteMark(words: string, before: string): boolean {
	if (/^[*†‡§¶‖]+$/.test(words)) return true;
	if (/^\[[\p{L}\p{N} ,–-]{1,12}\]$/u.test(words)) return true;
	if (!/^\d{1,3}(?:\s?[,–-]\s?\d{1,3})*,?$/.test(words)) return false;
	return /(?:\p{Ll}{3}|[.,;:!?)\]”’"%])\s?$/u.test(before);
}
