import type { Claim, Slot } from '../claims/claim';
import { baseOfPast } from '../words/base-form';
import { verbReadings } from '../words/verb-lexicon';
import { SMALL_WORDS, stemOf } from './stems';

/**
 * A claim apart from its wording: `type|role:words|role:words`, the words as stems, sorted, without small words, slots in
 * the order of their roles' names. What the sentence says besides its slots does not count.
 */
export function claimKey(text: string, { type, slots, negated }: Claim): string {
	const parts = [...slots]
		.map((slot) => `${slot.role}:${wordsOf(text, slot)}`)
		.filter((part) => !part.endsWith(':'))
		.sort(byCodeUnits);
	return [negated ? `not ${type}` : type, ...new Set(parts)].join('|');
}

function wordsOf(text: string, { start, end, role }: Slot): string {
	const words = text.slice(start, end).match(/\d[\d.,]*\d|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|[%°<>≤≥]/gu) ?? [];
	const stems = words
		.map((word) => word.toLowerCase())
		.filter((word) => !SMALL_WORDS.has(word))
		.map((word) =>
			/^\d/.test(word) ? word.replace(/,(?=\d{3})/g, '') : stemOf(role === 'relation' ? lemmaOf(word) : word)
		);
	return [...new Set(stems)].sort(byCodeUnits).join(' ');
}

const lemmaOf = (word: string): string => {
	const lemma = verbReadings(word)[0]?.lemma ?? (/ed$/.test(word) ? baseOfPast(word) : '');
	return lemma === '' ? word : lemma;
};

/** Not by locale: the same order everywhere. */
const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
