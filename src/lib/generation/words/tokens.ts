import type { Span } from '../../domain/text/sentences';

/**
 * A word's class as one letter, so that patterns over a sentence are regular expressions over a string as long as the
 * sentence has words:
 * `D` determiner, `I` pronoun, `J` adjective, `A` adverb, `X` not, `N` noun, `Q` number, `P` preposition, `O` of, `T` to,
 * `C` and/or/but, `R` relative pronoun, `S` subordinator, `M` modal, `B` form of be, `H` of have, `K` of do, `U`
 * existential there, `3` verb in -s, `0` bare verb, `E` past or participle, `G` verb in -ing, `'` possessive s, `,`, `;`,
 * `:`, `-` dash, `(`, `)`, `"`, `.` stop, `?` anything else.
 */
export type WordClass = string;

export interface Token extends Span {
	readonly text: string;
	readonly lower: string;
	readonly class: WordClass;
	/** The verb it is a form of, if its class is that of a verb or it could be one. */
	readonly lemma: string | null;
	readonly plural: boolean;
}

const WORD =
	/[\p{L}\p{N}]+-(?=\s(?:or|and|to)\s[\p{L}\p{N}]+-\p{L})|\d+(?:\/\d+)+\/\p{Lu}+|\p{Lu}\d+:\p{Lu}\d+|\p{Lu}+(?:,\p{Lu})+(?![\p{Ll}])|\b(?:\p{Lu}\p{Ll}?|HCO)\d*[-−+](?=[\s.,;)])|(?:\p{L}\.){2,}(?=\W|$)|\b(?:spp?|subsp|var)\.(?=\s)|\b\p{L}\.(?=\s\p{Ll})|(?<=\p{Lu}\p{Ll}+\s)\p{Lu}\.(?=\s\p{Lu}\p{Ll})|[<>≤≥≈~±]?\s?[-−+]?\d[\d,.]*\d?%|[<>≤≥≈~±+−-]?\d(?:[\d.,]*\d)?(?:[-–]\d(?:[\d.,]*\d)?)?(?:-?[\p{L}][\p{L}\p{N}-]*)?%?|[’']s\b|[’'](?=\s)|[\p{L}][\p{L}\p{N}²⁺⁻₀-₉]*(?:[-–/.’'+&](?:(?<!\.)|(?=\p{L}))[\p{L}\p{N}]+(?<![’']s))*(?:\+|®|™)?|\S/gu;

/**
 * The words and marks of a stretch of text. A hyphenated word is one token, and so are “24-” before “or 48-hour” and
 * “98/70/EC”; a possessive s is its own.
 */
export function tokenSpans(text: string, { start, end }: Span): Span[] {
	const found: Span[] = [];
	for (const match of text.slice(start, end).matchAll(WORD)) {
		const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
		const length = match[0].length - lead;
		const word = match[0].slice(lead);
		const at = start + match.index + lead;
		const possessive = /^(.+)([’']s)$/u.exec(word);
		if (possessive !== null && possessive[1] !== undefined) {
			found.push({ start: at, end: at + possessive[1].length }, { start: at + possessive[1].length, end: at + length });
		} else found.push({ start: at, end: at + length });
	}
	return found;
}
