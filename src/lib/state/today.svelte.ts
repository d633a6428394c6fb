import type { Recite } from './recite.svelte';
import { streak } from '../domain/streak';
import { decksUnder } from '../storage/preset-in-force';
import { dailyBetween, dueByDay } from '../storage/queries';
import { shelf } from '../storage/reading';
import { Live } from './live.svelte';

const WEEKS = 12;
const FORECAST_DAYS = 14;

/** What Today shows, kept up to date. */
export class Today {
	readonly #recite: Recite;

	constructor(recite: Recite) {
		this.#recite = recite;
	}

	readonly #history = $derived.by(() => {
		const { db, clock, failedReads } = this.#recite;
		const today = clock.today;
		return new Live(async () => {
			const rows = await dailyBetween(db, -Infinity, today);
			const reviews = new Map<number, number>();
			for (const row of rows) reviews.set(row.day, (reviews.get(row.day) ?? 0) + row.reviews);
			return { reviews, ...streak(reviews.keys(), today), today: reviews.get(today) ?? 0 };
		}, failedReads);
	});

	/** Reviews by learner's day, and the streak; undefined until read. */
	get history() {
		return this.#history.current;
	}

	/** First learner's day of the weeks shown: a Monday. Day 0 was a Thursday. */
	get firstDay(): number {
		return mondayOf(this.#recite.clock.today) - 7 * (WEEKS - 1);
	}

	readonly #forecast = $derived.by(() => {
		const { db, clock, failedReads } = this.#recite;
		const today = clock.today;
		return new Live(async () => {
			const decks = (await shelf(db)).flatMap(decksUnder);
			const due = await dueByDay(db, decks, -Infinity, today + FORECAST_DAYS - 1);
			return Array.from({ length: FORECAST_DAYS }, (_, i) => ({
				day: today + i,
				// What is overdue falls to today.
				due: i > 0 ? (due.get(today + i) ?? 0) : sumUpTo(due, today)
			}));
		}, failedReads);
	});

	/** Cards in review due on each of the next days; undefined until read. */
	get forecast() {
		return this.#forecast.current;
	}
}

const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

function sumUpTo(due: ReadonlyMap<number, number>, day: number): number {
	let sum = 0;
	for (const [on, count] of due) if (on <= day) sum += count;
	return sum;
}
