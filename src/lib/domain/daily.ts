import type { Card } from './card';
import type { EventOf } from './event';

/** What was done on one learner's day in one root deck. All counts; `took` in ms. */
export interface Daily {
	readonly reviews: number;
	readonly again: number;
	readonly hard: number;
	readonly good: number;
	readonly easy: number;
	/** Cards seen for the first time: what the daily limit of new cards counts. */
	readonly introduced: number;
	/** Grades of cards in review: what the daily limit of reviews counts. */
	readonly reviewed: number;
	/** Of `reviewed`, those not graded Again: true retention is `recalled / reviewed`. */
	readonly recalled: number;
	readonly took: number;
}

export const EMPTY_DAILY: Daily = {
	reviews: 0,
	again: 0,
	hard: 0,
	good: 0,
	easy: 0,
	introduced: 0,
	reviewed: 0,
	recalled: 0,
	took: 0
};

const FIELDS = Object.keys(EMPTY_DAILY) as (keyof Daily)[];

/** What one review adds to its day. `before` is the card as it stood when it was graded. */
export function dailyOf(before: Card, event: EventOf<'review'>): Daily {
	const inReview = before.schedule.phase === 'review';
	return {
		reviews: 1,
		again: event.rating === 1 ? 1 : 0,
		hard: event.rating === 2 ? 1 : 0,
		good: event.rating === 3 ? 1 : 0,
		easy: event.rating === 4 ? 1 : 0,
		introduced: before.schedule.phase === 'new' ? 1 : 0,
		reviewed: inReview ? 1 : 0,
		recalled: inReview && event.rating > 1 ? 1 : 0,
		took: event.took
	};
}

/** `a + sign × b`, field by field; a missing `a` counts as nothing. */
export function addDaily(a: Daily | undefined, b: Daily, sign: 1 | -1 = 1): Daily {
	const sum: Record<keyof Daily, number> = { ...(a ?? EMPTY_DAILY) };
	for (const field of FIELDS) sum[field] += sign * b[field];
	return sum;
}
