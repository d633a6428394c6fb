import { tokens, type Token } from './words';

/** In lower case. */
export const MONTHS: readonly string[] =
	'january february march april may june july august september october november december'.split(' ');

const UNITS = new Map(
	[
		['hour', 'hours hourly hr hrs h'],
		['minute', 'minutes min mins'],
		['day', 'days daily'],
		['week', 'weeks weekly wk'],
		['month', 'months monthly'],
		['year', 'years yearly annual annually yr yrs'],
		['mg', 'milligram milligrams'],
		['µg', 'mcg microgram micrograms μg ug'],
		['g', 'gram grams'],
		['kg', 'kilogram kilograms kilo'],
		['ml', 'millilitre millilitres milliliter milliliters'],
		['l', 'litre litres liter liters'],
		['mmhg', ''],
		['%', 'percent percentage'],
		['second', 'seconds sec s']
	].flatMap(([unit = '', others = '']) =>
		[unit, ...others.split(' ')].filter(Boolean).map((each) => [each, unit] as const)
	)
);

/** The unit that a word is a form of, or null. */
export const unitOf = (word: string): string | null => UNITS.get(word.toLowerCase()) ?? null;

/** Only a unit right after a figure: otherwise a letter, an ordinal, a shortening. */
const AFTER_FIGURE = new Set(['h', 'g', 'l', 's', 'min', 'sec', 'second', 'seconds']);

/** A number, a unit or a month that a text states; equal figures have equal `value`. */
export interface Figure {
	readonly raw: string;
	readonly value: string;
}

/** `one`, `once` and `single` count in what is quoted but are not asked for, because English uses them for “a”. */
export function figuresOf(text: string): Figure[] {
	const all = tokens(spellOutDates(text));
	return all.flatMap((token, i): Figure[] => {
		const { raw, word } = token;
		if (/^\d/.test(word)) return [{ raw, value: numberOf(word) }, ...gluedUnit(raw, word)];
		const lower = raw.toLowerCase();
		const followsFigure = /^\d/.test(all[i - 1]?.word ?? '');
		const unit = UNITS.get(lower);
		if (unit !== undefined && (followsFigure || !AFTER_FIGURE.has(lower))) return [{ raw, value: `unit ${unit}` }];
		if (isMonth(token, all[i - 1], all[i + 1])) return [{ raw, value: `month ${lower}` }];
		return [];
	});
}

export const isTrivial = ({ raw, value }: Figure): boolean => value === '1' && !/\d/.test(raw);

const numberOf = (word: string): string => /^\d+(\.\d+)?/.exec(word)?.[0].replace(/\.0+$/, '') ?? word;

/** The unit in `50mg`. */
function gluedUnit(raw: string, word: string): Figure[] {
	const unit = UNITS.get(word.replace(/^[\d.]+/, ''));
	return unit === undefined ? [] : [{ raw, value: `unit ${unit}` }];
}

/** “May” and “March” are months only beside a figure. */
function isMonth({ raw }: Token, before: Token | undefined, after: Token | undefined): boolean {
	if (!MONTHS.includes(raw.toLowerCase()) || !/^\p{Lu}/u.test(raw)) return false;
	if (!/^(May|March)$/.test(raw)) return true;
	return /^\d/.test(before?.word ?? '') || /^\d/.test(after?.word ?? '');
}

const spellOutDates = (text: string): string =>
	text.replace(/\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/g, (whole, year: string, month: string, day?: string) => {
		const name = MONTHS[Number(month) - 1];
		if (name === undefined) return whole;
		return `${day ?? ''} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`.trim();
	});
