/** Words that every English text is full of, and other languages in the same letters are not. */
const COMMON = new Set('the of and to are were that with by from it be which this has have not may'.split(' '));
/** How much of a text is looked at, UTF-16 units. */
const SAMPLE = 20_000;
/** English prose has one to two in ten; labels and lists rather less. */
const LEAST_SHARE = 0.06;
/** Of fewer words nothing can be told. */
const LEAST_WORDS = 12;

/** Whether a text may be English, the one language that the rules know. A short one has the benefit of the doubt. */
export function mayBeEnglish(text: string): boolean {
	const sample = text.slice(0, SAMPLE);
	const letters = sample.match(/\p{L}/gu)?.length ?? 0;
	const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (latin < letters / 2) return false;
	const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
	if (words.length < LEAST_WORDS) return true;
	return words.filter((word) => COMMON.has(word)).length >= words.length * LEAST_SHARE;
}

/** Why there is no candidate in a text, and what to do next. */
export function whyNone(text: string, isAllLeftOut: boolean): string {
	if (isAllLeftOut) {
		return 'All of this text is left out, each paragraph with its reason. Restore what you want cards of.';
	}
	if (!mayBeEnglish(text)) {
		return 'Candidates are found in English text only, and this seems to be in another language. Select any words in it and make a card of them yourself.';
	}
	return 'Nothing in this text fits a pattern well enough. Select any words in it and make a card of them yourself, or change how candidates are found.';
}
