import nlp from 'compromise/two';

type ToInfinitive = (word: string, model: object, tense: string) => unknown;

const toInfinitive = transformOf(nlp.methods());

/** The base form of a past tense or participle that the lexicon does not know, by compromise’s models; '' if unknown. */
export function baseOfPast(word: string): string {
	if (!/^[a-z-]+$/.test(word) || toInfinitive === null) return '';
	const base = toInfinitive(word, nlp.model(), 'PastTense');
	return typeof base === 'string' && base !== word && base.length > 2 ? base : '';
}

/** compromise types its methods as an object only. */
function transformOf(methods: object): ToInfinitive | null {
	const found = ['two', 'transform', 'verb', 'toInfinitive'].reduce<unknown>(
		(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
		methods
	);
	return typeof found === 'function'
		? (word, model, tense) => Reflect.apply(found, undefined, [word, model, tense])
		: null;
}
