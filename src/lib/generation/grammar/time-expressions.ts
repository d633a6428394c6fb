import type { Span } from '../../domain/text/sentences';

export type TimeKind = 'date' | 'onset' | 'duration' | 'frequency' | 'time';

export interface TimeExpression extends Span {
	readonly kind: TimeKind;
}

const NUMBER =
	'(?:\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|a few|several|a couple of|many|half an?)';
const RANGE = `(?:(?:about|around|approximately|roughly|up to|at least|less than|more than|over|under|nearly|almost|only)\\s+)?${NUMBER}(?:\\s*(?:to|or|and|–|-)\\s*${NUMBER})?`;
const UNIT = '(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries)';
const AMOUNT = `(?:an?\\s${UNIT}\\sor\\s(?:two|so)|${RANGE}[\\s-]${UNIT}\\s+(?:to|or)\\s+${RANGE}[\\s-]${UNIT}|${RANGE}[\\s-]${UNIT}|${UNIT}(?:\\s+(?:or|to)\\s+(?:even\\s+)?${UNIT})?)`;
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = `(?:${MONTH}(?:\\s+\\d{1,2},?)?(?:\\s+(?:of\\s+)?\\d{4})?|(?:the\\s+)?(?:early|mid|late)?[\\s-]*(?:\\d{2}th|\\d{2}st|twentieth|twenty-first|nineteenth|eighteenth)\\s+century|(?:the\\s+)?(?:(?:early|mid|late)[\\s-])?(?:1[5-9]|20)\\d{2}s?)`;

const PATTERNS: readonly (readonly [TimeKind, RegExp])[] = [
	['date', new RegExp(`\\b(?:in|on|since|by|until|before|after|during|around)\\s+${DATE}\\b`, 'giu')],
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
			`\\b(?:for|over|lasting|lasts?|lasted|persists? for|up to)\\s+(?:about\\s+|at least\\s+|up to\\s+)?${RANGE}[\\s-]${UNIT}\\b`,
			'giu'
		)
	],
	[
		'frequency',
		new RegExp(
			`\\b(?:once|twice|${NUMBER} times)\\s+(?:per|an?|each|every|daily|weekly)(?:\\s+(?:day|week|month|year))?\\b|\\bevery\\s+(?:${NUMBER}\\s+)?${UNIT}\\b`,
			'giu'
		)
	],
	[
		'time',
		new RegExp(
			`\\b(?:approximately|about|around)?\\s?${AMOUNT}\\s+(?:after|before|following|prior to)\\s+(?:[\\p{L}-]+\\s?){1,5}(?=[.,;)]|$)`,
			'giu'
		)
	]
];

/** Times and durations in a stretch of text, leftmost first, without overlaps. */
export function timeExpressions(text: string, { start, end }: Span): TimeExpression[] {
	const found: TimeExpression[] = [];
	const part = text.slice(start, end);
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

const MEASURE =
	/(?:\b(?:about|approximately|roughly|nearly|almost|up to|at least|over|more than|less than|fewer than|only)\s+)?[<>≤≥~]?\s?(?:\d[\d,]*(?:\.\d+)?)(?:\s?(?:to|–|-|and)\s?\d[\d,]*(?:\.\d+)?)?(?:\s?%|-fold|\s?percent\b|\s(?:milligrams?|micrograms?|grams?|kilograms?|mg\/kg|mg|mcg|µg|μg|kg|g|mL|ml|L|ng\/ml|ng\/mL|mmHg|mm|cm|m|km|mV|ms|Hz|kDa|°C|mcg\/kg|IU|units?|ounces?|inches|hours?|minutes?|days?|weeks?|months?|years?|times)\b(?:\s(?:per|a)\s(?:day|week|month|year|kilogram|minute|hour))?)/giu;

/** Quantities with their unit and the words that bound them: “up to 0.5 mg/kg”, “about 4.6 percent”, “11-fold”. */
export function quantities(text: string, { start, end }: Span): Span[] {
	return [...text.slice(start, end).matchAll(MEASURE)].map((match) => {
		const lead = match[0].length - match[0].trimStart().length;
		return { start: start + match.index + lead, end: start + match.index + match[0].trimEnd().length };
	});
}
