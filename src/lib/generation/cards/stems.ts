/** Words that carry no fact. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
	'a an the of in on at to for from with by and or is are was were be been it its their his her that which who what how why when where does do did has have had as into than can may might could should will would not no within during after before about between up out over such these those this more most other some any each'.split(
		' '
	)
);

/** A word's beginning, so that “inhibits” and “inhibition” are alike. */
export function stemOf(word: string): string {
	const single = word
		.toLowerCase()
		.replace(/[’']s?$/, '')
		.replace(/(?<=[^su])s$/, '');
	const stem =
		single.length > 5
			? single.replace(/(ations?|ition|tion|ion|ment|ing|edly|ed|ally|ly|al|ic|ive|ity|ous)$/, '')
			: single;
	return stem.replace(/e$/, '').slice(0, 8);
}

export const stemsOf = (text: string): string[] =>
	(text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [])
		.filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
		.map(stemOf);
