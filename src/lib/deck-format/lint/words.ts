/** A word or figure of a text. Hyphens and slashes part words; points and commas inside figures do not. */
export interface Token {
	/** As written. */
	readonly raw: string;
	/** For comparing: lower case, British spellings as American, figures without separators, number words as figures. */
	readonly word: string;
	readonly start: number;
}

const TOKEN = /\d+(?:[.,]\d+)*(?=\D|$)|[\p{L}\p{N}]+(?:[’'](?!s\b)\p{L}+)*|%/gu;

export function tokens(text: string): Token[] {
	return [...text.matchAll(TOKEN)].map((match) => ({
		raw: match[0],
		word: normal(match[0]),
		start: match.index
	}));
}

const NUMBER_WORDS = new Map(
	[
		'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
			.split(' ')
			.map((word, i) => [word, String(i)] as const),
		'ten twenty thirty forty fifty sixty seventy eighty ninety hundred'
			.split(' ')
			.map((word, i) => [word, String((i + 1) * 10)] as const),
		[
			['twice', '2'],
			['both', '2'],
			['single', '1'],
			['once', '1'],
			['thousand', '1000'],
			['twentieth', '20'],
			['20th', '20'],
			['nineteenth', '19'],
			['19th', '19']
		] as const
	].flat()
);

function normal(raw: string): string {
	const lower = raw.toLowerCase().replace(/[’]/g, "'");
	if (/^\d/.test(lower)) {
		const figure = lower.replace(/,(?=\d{3}\b)/g, '').replace(/^0+(?=\d)/, '');
		return NUMBER_WORDS.get(figure) ?? figure.replace(/^(\d+)s$/, '$1');
	}
	return NUMBER_WORDS.get(lower) ?? american(lower);
}

const american = (word: string): string =>
	word
		.replace(/aem/g, 'em')
		.replace(/aes/g, 'es')
		.replace(/oed/g, 'ed')
		.replace(/our(?=$|s$|al$|ed$|ing$)/, 'or')
		.replace(/is(?=e$|es$|ed$|ing$|ation$|ations$)/, 'iz')
		.replace(/lled$/, 'led')
		.replace(/^programme/, 'program');

/** Words that say nothing of what a statement is about. */
const STOP = new Set(
	(
		'a an the and or but nor so yet if then than that this these those it its he she they them their his her who whom which what when where why how ' +
		'is are was were be been being am do does did done doing has have had having can could may might must shall should will would ' +
		'of in on at by for from with to into onto as about between among through during before after above below under over within without via per ' +
		'not no only also too very more most less least much many few some any all each every other another such same own one ' +
		'up down out off again further once here there both just because while until since although though however therefore thus ' +
		"people person thing things way ways kind kinds sort sorts type types part parts form forms it's that's called call calls mean means meant " +
		'etc eg ie e g i s t'
	).split(' ')
);

export const isStopWord = (word: string): boolean => STOP.has(word) || word === '%';

/** The words that carry a text's meaning, figures included. */
export const contentWords = (text: string): Token[] =>
	tokens(text).filter(({ word, raw }) => !STOP.has(raw.toLowerCase()) && !isStopWord(word));

export const countWords = (text: string): number =>
	text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const ENDINGS =
	/(?:ations?|ational|itions?|ively|ative|ments?|nesses|ness|ances?|ences?|ously|ingly|edly|ities|ity|izes?|ized|izing|ators?|ates?|ated|ating|ions?|ives?|als?|ally|ants?|ents?|ers?|ors?|ies|ing|ed|es|ic|ous|ly|s|e|y)$/;

/** A word without its common endings, three letters at least. */
export function stem(word: string): string {
	if (/\d/.test(word)) return word;
	const short = word.replace(ENDINGS, '');
	return short.length >= 3 ? short : word;
}

/** Whether two words are forms of one: same stem, or alike up to endings of four letters at most. */
export function isSameWord(a: string, b: string): boolean {
	if (a === b) return true;
	if (/\d/.test(a) || /\d/.test(b)) return false;
	if (stem(a) === stem(b)) return true;
	const shared = sharedStart(a, b);
	return shared >= 5 && a.length - shared <= 4 && b.length - shared <= 4;
}

function sharedStart(a: string, b: string): number {
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	return i;
}

export const holds = (text: readonly Token[], word: string): boolean =>
	text.some((each) => isSameWord(each.word, word));

/** The tokens of `text` for which nothing in `among` is a form of the same word. */
export const missingFrom = (text: readonly Token[], among: readonly Token[]): Token[] =>
	text.filter((each) => !holds(among, each.word));

/** Words in a row, compared by form; for finding names of several words. */
export function holdsPhrase(text: readonly Token[], phrase: readonly Token[]): boolean {
	return phrase.length > 0 && text.some((_, i) => phrase.every((each, j) => text[i + j]?.word === each.word));
}
