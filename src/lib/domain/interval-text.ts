import type { Wait } from './schedule';
import { DAY } from './learner-day';

interface Amount {
	readonly value: number;
	readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS_PER_YEAR = 365.25;
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

const SHORT = { minute: 'min', hour: 'h', day: 'd', month: 'mo', year: 'y' } as const;

/** A wait as a grade button shows it: `<1 min`, `10 min`, `1.5 h`, `8 d`, `2.3 mo`, `1.1 y`. */
export function intervalText(wait: Wait): string {
	const { value, unit } = amountOf(wait);
	return value < 1 ? '<1 min' : `${value} ${SHORT[unit]}`;
}

/** The same in words, for a screen reader: `less than a minute`, `1.5 hours`, `1 day`. */
export function intervalWords(wait: Wait): string {
	const { value, unit } = amountOf(wait);
	if (value < 1) return 'less than a minute';
	return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

function amountOf(wait: Wait): Amount {
	if ('days' in wait) return daysAmount(wait.days);
	if (wait.ms < MINUTE) return { value: 0, unit: 'minute' };
	if (Math.round(wait.ms / MINUTE) < 60) return { value: Math.round(wait.ms / MINUTE), unit: 'minute' };
	if (wait.ms < DAY) return { value: tenths(wait.ms / HOUR), unit: 'hour' };
	return daysAmount(Math.round(wait.ms / DAY));
}

function daysAmount(days: number): Amount {
	if (days < DAYS_PER_MONTH) return { value: days, unit: 'day' };
	const months = tenths(days / DAYS_PER_MONTH);
	return months < 12 ? { value: months, unit: 'month' } : { value: tenths(days / DAYS_PER_YEAR), unit: 'year' };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
