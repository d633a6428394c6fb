import type { Span } from '../../domain/text/sentences';

export type TimeKind = 'date' | 'onset' | 'duration' | 'frequency' | 'time' | 'period';

export interface TimeExpression extends Span {
	readonly kind: TimeKind;
}

const COUNT =
	'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|twenty-four|thirty|forty|fifty|sixty|ninety|a hundred|a few|several|a couple of|many|half an?';
const NUMBER = `(?:\\d[\\d,]*(?:\\.\\d+)?|${COUNT})`;
const BOUND =
	'(?:(?:about|around|approximately|roughly|up to|at least|less than|more than|fewer than|over|under|nearly|almost|only|some|between|from)\\s+)';
const RANGE = `${BOUND}?${NUMBER}(?:\\s*(?:to|or|and|–|-)\\s*${NUMBER})?`;
const UNIT = '(?:milliseconds?|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))';
const AMOUNT = `(?:an?\\s${UNIT}\\sor\\s(?:two|so)|${RANGE}[\\s-]${UNIT}\\s+(?:to|or)\\s+${RANGE}[\\s-]${UNIT}|${RANGE}[\\s-]${UNIT}|${UNIT}(?:\\s+(?:or|to)\\s+(?:even\\s+)?${UNIT})?)`;
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** Whether a word is the name of a month. */
export const isMonth = (word: string): boolean => A_MONTH.test(word);

const A_MONTH = new RegExp(`^${MONTH}$`);
const YEAR = '(?:(?:1[0-9]|20)\\d{2}s?|\\d{1,4}\\s(?:BC|BCE|AD|CE))';
const PART_OF =
	'(?:the\\s+)?(?:(?:very\\s+)?(?:early|mid|late|beginning of the|end of the|middle of the|(?:first|second) half of the)[\\s-]+)?';
const ORDINAL =
	'(?:\\d{1,2}(?:st|nd|rd|th)|twentieth|twenty-first|nineteenth|eighteenth|seventeenth|sixteenth|fifteenth|fourteenth|thirteenth|twelfth)';
const DATE = `(?:(?:the\\s+(?:night|morning|evening|afternoon|day|eve)\\s+of\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?${MONTH}(?:\\s+\\d{1,2}(?:,(?=\\s\\d{4}))?)?(?:,?\\s+(?:of\\s+)?${YEAR})?|${PART_OF}${ORDINAL}\\s+century|${PART_OF}${YEAR})`;

const PATTERNS: readonly (readonly [TimeKind, RegExp])[] = [
	[
		'period',
		new RegExp(
			`\\b(?:from\\s+${DATE}\\s+(?:to|until|till|through)\\s+${DATE}|between\\s+${DATE}\\s+and\\s+${DATE})\\b`,
			'giu'
		)
	],
	[
		'date',
		new RegExp(
			`\\b(?:(?:in|on|since|by|until|before|after|during|around)\\s+|as early as\\s+|as late as\\s+)+(?:(?:about|around)\\s+)?${DATE}\\b(?!\\s+(?:to|and)\\s+\\d)`,
			'giu'
		)
	],
	[
		'onset',
		new RegExp(
			`\\b(?:within|in as little as|in just|in under)\\s+(?:the first\\s+)?${AMOUNT}(?:\\s+(?:of|after|following)\\s+(?:an?\\s+|the\\s+|(?:their|its)\\s+)?(?:[\\p{L}-]+\\s?){1,3}(?=[.,;)]|$))?`,
			'giu'
		)
	],
	[
		'duration',
		new RegExp(
			`\\b(?:for|over|lasting|lasts?|lasted|persists? for|up to|(?:as long as))\\s+(?:about\\s+|at least\\s+|up to\\s+|as long as\\s+)?(?:the (?:next|following|past|last)\\s+)?${RANGE}[\\s-]${UNIT}\\b`,
			'giu'
		)
	],
	[
		'frequency',
		new RegExp(
			`\\b(?:(?:once|twice|${NUMBER} (?:or ${NUMBER} )?times)\\s+(?:per|an?|each|every|daily|weekly|monthly|yearly)(?:\\s+(?:day|week|month|year))?|(?:once|twice|three times|four times) daily|every\\s+(?:other\\s+)?(?:(?:${NUMBER})(?:\\s*(?:to|or|–|-)\\s*${NUMBER})?\\s+)?${UNIT})\\b`,
			'giu'
		)
	],
	[
		'time',
		new RegExp(
			`\\b(?:(?:at|by|before|after|around|from|until|under|over)\\s+(?:about\\s+)?(?:the\\s+)?ages?\\s+(?:of\\s+)?\\d+(?:\\s*(?:to|and|or|–|-)\\s*\\d+)?|between\\s+(?:the\\s+)?ages\\s+(?:of\\s+)?\\d+\\s+and\\s+\\d+|in\\s+(?:early |late |young |middle |older )?(?:adulthood|childhood|infancy|adolescence|middle age|old age)|(?:at|by|before|after)\\s+(?:about\\s+)?${RANGE}[\\s-]${UNIT}\\s+of\\s+age)\\b`,
			'giu'
		)
	],
	[
		'time',
		new RegExp(
			`\\b(?:the\\s+)?(?:approximately|about|around)?\\s?${AMOUNT}\\s+(?:after|before|following|prior to)\\s+(?:[\\p{L}-]+\\s?){1,5}(?=[.,;)]|$)`,
			'giu'
		)
	]
];

/** Times and durations in a stretch of text, leftmost first, without overlaps. */
export function timeExpressions(text: string, { start, end }: Span): TimeExpression[] {
	const found: TimeExpression[] = [];
	const part = text.slice(start, end);
	// Nearly every expression has a figure, a month or a unit: a quick look saves the search.
	if (
		!/\d|\b(?:second|minute|hour|day|night|week|month|year|decade|centur|millisecond)|\b[JFMASOND][a-z]+(?:ary|ch|il|ay|une|uly|ust|ber)\b/i.test(
			part
		)
	)
		return found;
	for (const [kind, pattern] of PATTERNS) {
		for (const match of part.matchAll(pattern)) {
			const words = match[0].trim();
			const lead = match[0].length - match[0].trimStart().length;
			found.push({ kind, start: start + match.index + lead, end: start + match.index + lead + words.length });
		}
	}
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	return found.filter((each, i) => found.slice(0, i).every((before) => before.end <= each.start));
}

const NUMERAL = '\\d[\\d,]*(?:\\.\\d+)?';
const BIG = '(?:\\s(?:hundred|thousand|million|billion|trillion))?';
const MEASURED =
	'(?:\\s?%|-fold|\\s?percent\\b|\\s?°\\s?[CF]\\b|\\s(?:milligrams?|micrograms?|grams?|kilograms?|mg\\/kg|mg|mcg|µg|μg|kg|g|mL\\/min|mL|ml|L|lit(?:re|er)s?|millilit(?:re|er)s?|ng\\/ml|ng\\/mL|mmHg|mm|cm|m|km|mV|ms|Hz|kDa|°C|°F|degrees|mcg\\/kg|IU|nM|units?|ounces?|pounds?|tonnes?|tons?|inches|feet|miles?|met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|hectares?|acres?|atmospheres|volts?|watts?|kilojoules|joules|calories|dollars|euros|points|hours?|minutes?|seconds?|days?|weeks?|months?|years?|times)\\b(?:\\s(?:per|a|an)\\s(?:day|week|month|year|kilogram|minute|hour|second|liter|litre))?(?:\\s(?:daily|weekly))?)';
const MEASURE = new RegExp(
	`(?:\\b(?:about|approximately|roughly|around|nearly|almost|up to|at least|over|more than|less than|fewer than|only|between)\\s+)?[<>≤≥~−-]?\\s?(?:${NUMERAL}${BIG})(?:\\s?(?:to|–|-|and)\\s?${NUMERAL}${BIG})?${MEASURED}`,
	'giu'
);

/** Quantities with their unit and the words that bound them: “up to 0.5 mg/kg”, “about 4.6 percent”, “11-fold”. */
export function quantities(text: string, { start, end }: Span): Span[] {
	return [...text.slice(start, end).matchAll(MEASURE)].map((match) => {
		const lead = match[0].length - match[0].trimStart().length;
		return { start: start + match.index + lead, end: start + match.index + match[0].trimEnd().length };
	});
}
