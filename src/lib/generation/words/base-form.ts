import { verbReadings } from './verb-lexicon';

/** The base form of a past tense or participle in -ed that the lexicon does not know; '' if it is none. */
export function baseOfPast(word: string): string {
	const stem = /^([a-z-]{2,})ed$/.exec(word)?.[1];
	if (stem === undefined || !/[aeiouy]/.test(stem)) return '';
	if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
	const single = /([bdgklmnprt])\1$/.test(stem) ? stem.slice(0, -1) : null;
	const isBase = (base: string): boolean => verbReadings(base).some(({ form }) => form === 'base');
	const known = [stem, `${stem}e`, single ?? ''].find(isBase);
	if (known !== undefined) return known;
	if (single !== null || /(.)\1$/.test(stem)) return single !== null && !stem.endsWith('ll') ? single : stem;
	return MUTE_E.test(stem) ? `${stem}e` : stem;
}

/** Endings that a base form does not have without its mute e. */
const MUTE_E =
	/(?:[aeiou]t(?<!e[aeiou]t|[aeiou]{2}t)|[ai]z|yz|[lrn]v|[aeiou]v|[lrn]c|[aiou]c|[ndr]g|[aeiou]g|[nrl]s|[aiou]s|[aeiou]d(?<!oad|eed)|[^aeiou][lr]|[ui]r|[iu]n|[io]k|qu|[iau]m|[aiou]p|u)$/;
