import { sentences } from '../../domain/text/sentences';
import { MONTHS } from './figures';
import { isStopWord, tokens, type Token } from './words';

/** Endings that international nonproprietary names of drugs share (WHO, the use of stems in INN selection). */
const DRUG =
	/(?:azepam|azolam|zolam|olol|pril|sartan|vastatin|conazole|cillin|mycin|mab|tinib|oxetine|ipramine|triptyline|azodone|faxine|traline|citalopram|caine|barbital|setron|triptan|gliptin|gliflozin|prazole|orphan|codone|morphone|fentanil|fentanyl|ketamine|cybin|idone|apine|piprazole|bupropion|lithium)s?$/;

/** Names in a text: acronyms, words with capitals or figures inside, capitalised words within a sentence, drugs. */
export function namesIn(text: string): Token[] {
	const firsts = new Set(sentences(text).map((span) => span.start + (tokens(text.slice(span.start))[0]?.start ?? 0)));
	return tokens(text).filter((token) => {
		if (isStopWord(token.word) || MONTHS.includes(token.word)) return false;
		if (isMarked(token.raw) || DRUG.test(token.word)) return true;
		return /^\p{Lu}\p{Ll}{2}/u.test(token.raw) && !firsts.has(token.start);
	});
}

/** A capital or a figure after the first letter: NMDA, TrkB, mTORC1. */
const isMarked = (raw: string): boolean => /^\p{L}.*[\p{Lu}\d]/u.test(raw);

const ROMAN = /^[IVX]+$/;

/** Words in capitals, plural s left off: `SSRIs` is `SSRI`. Roman numerals and single letters are none. */
export function acronymsIn(text: string): { readonly acronym: string; readonly start: number }[] {
	return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*(?=s?(?![\p{L}\p{N}]))/gu)]
		.filter((match) => !ROMAN.test(match[0]))
		.map((match) => ({ acronym: match[0], start: match.index }));
}
