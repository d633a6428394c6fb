import { DAY } from '../../domain/learner-day';

export interface DayCount {
	/** ISO date of the learner's day. */
	readonly date: string;
	readonly count: number;
}

export interface HeatCell extends DayCount {
	/** Column, from 0, oldest first. */
	readonly week: number;
	/** Row: Monday 0 to Sunday 6. */
	readonly weekday: number;
	/** 0 nothing, 1 to 4 quarters of the busiest day. */
	readonly level: 0 | 1 | 2 | 3 | 4;
}

/** Days put into columns of weeks that begin on Monday. */
export function heatWeeks(days: readonly DayCount[]): HeatCell[] {
	const most = Math.max(1, ...days.map((day) => day.count));
	const first = days[0];
	if (first === undefined) return [];
	const mondayBefore = dayNumber(first.date) - weekdayOf(first.date);
	return days.map((day) => ({
		...day,
		week: Math.floor((dayNumber(day.date) - mondayBefore) / 7),
		weekday: weekdayOf(day.date),
		level: levelOf(day.count, most)
	}));
}

/** Sums by week, each named by its Monday. */
export function weekSums(
	cells: readonly HeatCell[]
): { readonly from: string; readonly count: number; readonly days: number }[] {
	const sums = new Map<number, { from: string; count: number; days: number }>();
	for (const cell of cells) {
		const sum = sums.get(cell.week) ?? { from: cell.date, count: 0, days: 0 };
		sums.set(cell.week, { from: sum.from, count: sum.count + cell.count, days: sum.days + (cell.count > 0 ? 1 : 0) });
	}
	return [...sums.values()];
}

function levelOf(count: number, most: number): HeatCell['level'] {
	if (count <= 0) return 0;
	const quarter = Math.ceil((count / most) * 4);
	return quarter <= 1 ? 1 : quarter === 2 ? 2 : quarter === 3 ? 3 : 4;
}

/** Days since 1970-01-01. A date without a time is read as UTC, so zones play no part. */
const dayNumber = (date: string): number => Math.floor(Date.parse(date) / DAY);

/** 1970-01-01 was a Thursday. */
const weekdayOf = (date: string): number => (((dayNumber(date) + 3) % 7) + 7) % 7;
