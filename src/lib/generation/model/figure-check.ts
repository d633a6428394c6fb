import { figuresOf } from '../../deck-format/lint/figures';
import { tokens, type Token } from '../../deck-format/lint/words';
import { fault, type Fault } from './refusal';

/** A number with all that makes it what it is. */
interface Quantity {
	readonly raw: string;
	readonly value: string;
	/** “mg/kg”, “%”, “day”; empty if what follows is no unit. */
	readonly unit: string;
	/** “up to”, “about”; empty if it stands by itself. */
	readonly bound: string;
	/** The other end of a range. */
	readonly other: string;
}

/**
 * Every number of the card must stand in the quote with the same unit, the same bound (“up to”, “about”, “more than”),
 * and as the same end of the same range. Null if all do.
 */
export function figureFault(card: readonly string[], quote: string): Fault | null {
	const stated = quantitiesIn(quote);
	const units = new Set(figuresOf(quote).map(({ value }) => value));
	for (const text of card) {
		for (const each of quantitiesIn(text)) {
			const alike = stated.filter(({ value }) => value === each.value);
			if (alike.length === 0) {
				return fault('figure-not-in-quote', `The quote does not give the number “${each.raw}”.`);
			}
			if (!alike.some(({ unit }) => unit === each.unit)) {
				return fault('figure-not-in-quote', `The quote gives “${each.raw}” with another unit.`);
			}
			if (!alike.some(({ unit, bound, other }) => unit === each.unit && bound === each.bound && other === each.other)) {
				return fault(
					'figure-not-in-quote',
					`The quote says more of “${each.raw}”: a range, or a word such as “up to” or “about”.`
				);
			}
		}
		const lone = figuresOf(text).find(({ value }) => /^(unit|month) /.test(value) && !units.has(value));
		if (lone !== undefined) return fault('figure-not-in-quote', `The quote does not say “${lone.raw}”.`);
	}
	return null;
}

const BOUND =
	/(?:^|[\s(])(up to|at least|at most|(?:no |not )?(?:more|less|fewer|greater|longer|higher|lower) than|over|under|above|below|about|around|approximately|roughly|nearly|almost|within|as (?:little|few|much|many|low|high) as|only|between|every|after|before|by|since|until|from)\s+(?:an? (?:average|mean|median|total) of\s+)?$/i;
/** Bounds that a question need not repeat word for word, because they only place the figure in time. */
const PLACES = /^(after|before|by|since|until|from|between|every)$/;
const SIGN = /[<>≤≥~≈±]\s?$/;
const RATE =
	/^\s?(?:\/|\s?(?:per|an?|each|every)\s)\s?(seconds?|minutes?|hours?|days?|weeks?|months?|years?|kg|kilograms?|ml|l|litres?|liters?|dose)\b|^,?\s(?:(?:once|twice|(?:two|three|four) times) )?(?:an? |per )?(day|daily|week|weekly|monthly|hourly|nightly|yearly|annually)\b/i;

function quantitiesIn(text: string): Quantity[] {
	const all = tokens(text);
	return all.flatMap((token, i): Quantity[] => {
		if (!/^\d/.test(token.word)) return [];
		// “one” stands for “a” in English.
		if (token.word === '1' && !/\d/.test(token.raw)) return [];
		const before = text.slice(0, token.start);
		const next = all[i + 1];
		const { unit, end } = unitAfter(text, token, next);
		const sign = SIGN.exec(before)?.[0].trim() ?? (/(?:^|[\s(])[-−–]$/.test(before) ? '-' : '');
		const bound = (BOUND.exec(before)?.[1] ?? '').toLowerCase();
		return [
			{
				raw: token.raw,
				value:
					sign +
					(/^\d+(\.\d+)?/
						.exec(token.word)?.[0]
						.replace(/(\.\d*?)0+$/, '$1')
						.replace(/\.$/, '') ?? token.word),
				unit,
				bound: PLACES.test(bound) ? '' : bound,
				other: otherEnd(text, token, all, i, end)
			}
		];
	});
}

function unitAfter(text: string, token: Token, next: Token | undefined): { unit: string; end: number } {
	const end = token.start + token.raw.length;
	if (next === undefined || !/^[\s\u00a0-]?$/.test(text.slice(end, next.start))) return { unit: '', end };
	const found = figuresOf(`1 ${next.raw}`).find(({ value }) => value.startsWith('unit '));
	if (found === undefined) return { unit: '', end };
	const after = next.start + next.raw.length;
	const rate = RATE.exec(text.slice(after));
	if (rate === null) return { unit: found.value, end: after };
	const word = rate[1] ?? rate[2] ?? '';
	const per = figuresOf(`1 ${word}`).find(({ value }) => value.startsWith('unit '))?.value ?? word;
	return { unit: `${found.value}/${per}`, end: after + rate[0].length };
}

/** “three to seven days”, “3–7 %”: the number with which it makes a range, before or after. */
function otherEnd(text: string, token: Token, all: readonly Token[], i: number, end: number): string {
	const before = [...all.slice(Math.max(0, i - 3), i)].reverse().find(({ word }) => /^\d/.test(word));
	if (before !== undefined) {
		const between = text.slice(before.start + before.raw.length, token.start);
		if (/^\s?(?:[%\p{L}µ]+\s?)?(?:-|–|−|to|through)\s?$/u.test(between)) return before.word;
		if (/^\s(?:[%\p{L}]+\s)?and\s$/u.test(between) && /\bbetween\s$/i.test(text.slice(0, before.start)))
			return before.word;
	}
	const after = all.slice(i + 1, i + 5).find(({ word, start }) => /^\d/.test(word) && start >= end);
	if (after === undefined) return '';
	const between = text.slice(end, after.start);
	if (/^\s?(?:-|–|−|to|through)\s?$/u.test(between)) return after.word;
	return /^\sand\s$/.test(between) && /\bbetween\s$/i.test(text.slice(0, token.start)) ? after.word : '';
}
