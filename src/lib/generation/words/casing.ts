import { NAMES } from './word-kinds';

/** Which words of a document keep their capital in the middle of a sentence. */
export class Casing {
	/** Words seen inside a sentence with a small first letter. */
	readonly #small = new Set<string>();
	readonly #capital = new Set<string>();

	constructor(texts: readonly string[]) {
		for (const text of texts) {
			for (const match of text.matchAll(/(?<=[\p{L}\p{N},;)]["”’]?\s["“‘(]?)\p{L}[\p{L}\p{N}’'-]*/gu)) {
				const word = match[0];
				if (/^\p{Ll}/u.test(word)) this.#small.add(word);
				else this.#capital.add(word);
			}
		}
	}

	/** A word that is a name, though it only opens sentences: “Telford built …”. */
	keep(word: string): void {
		if (!this.#small.has(uncapitalised(word))) this.#capital.add(word);
	}

	/** The text as it stands inside a sentence: its first letter small unless the word is a name or an abbreviation. */
	inside(text: string): string {
		const first = /^["“‘(]?(\p{L}[\p{L}\p{N}’'-]*)/u.exec(text);
		const word = first?.[1];
		if (word === undefined || !/^\p{Lu}/u.test(word)) return text;
		if (/^\p{Lu}[-’']/u.test(word) || /\p{Lu}|\p{N}/u.test(word.slice(1)) || (word.length === 1 && word !== 'A'))
			return text;
		if (OPENING.test(word)) return text.replace(word, word.toLowerCase());
		// “Prime Minister Grenville”
		if (TITLES.test(word) && /^\S+ \p{Lu}\p{Ll}/u.test(text)) return text;
		const small = uncapitalised(word);
		if (!this.#small.has(small) && names.has(word)) return text;
		// “Bowman’s capsule”: who has something named after them keeps the capital.
		const owner = /^(.+)[’']s$/u.exec(small)?.[1];
		if (owner !== undefined && !this.#small.has(owner) && !this.#small.has(small) && /^\S+ \p{Ll}/u.test(text))
			return text;
		// “Faecalibacterium prausnitzii”: the name of a genus keeps its capital.
		if (
			/(?:bacterium|coccus|bacillus|ella|monas|myces|plasma|soma|ia)$/.test(word) &&
			/^\S+ \p{Ll}+(?:i|ii|us|um|ae|ense|ensis|is)\b/u.test(text) &&
			!this.#small.has(small)
		)
			return text;
		// “South Africa”, “New York”
		if (
			/^(?:North|South|East|West|New|Great|Saint|Mount|Lake|Central|Upper|Lower)$/.test(word) &&
			/^\S+ \p{Lu}\p{Ll}/u.test(text)
		)
			return text;
		if (this.#capital.has(word) && !this.#small.has(small)) return text;
		if (!this.#small.has(small) && /^(?:\p{Lu}\p{Ll}+ )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text)) return text;
		return text.replace(word, small);
	}
}

/** Small words that never keep their capital. */
const OPENING =
	/^(?:The|An?|Both|All|Many|Some|Most|Each|Every|Several|Few|Any|No|These|Those|This|That|His|Her|Their|Its)$/;
const TITLES =
	/^(?:Prime|President|King|Queen|Emperor|Empress|Pope|General|Admiral|Captain|Colonel|Major|Chief|Sir|Lord|Lady|Prince|Princess|Secretary|Senator|Governor|Mayor|Justice|Doctor|Professor)$/;

const names: ReadonlySet<string> = new Set(NAMES.split(' '));

/** With a small letter at its beginning, as inside a sentence. */
export const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** With a capital at its beginning, unless the word has its own: “cAMP”, “mRNA”, “pH”. */
export const capitalised = (text: string): string =>
	text.replace(
		/^(["“‘(]?)(\p{Ll})(?!\p{Ll}{0,2}\p{Lu})/u,
		(_, open: string, letter: string) => open + letter.toUpperCase()
	);
