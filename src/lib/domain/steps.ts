import type { LastReview } from './card';
import type { Rating } from './event';
import { DAY } from './learner-day';

/** Where a (re)learning step leads: to a step after a wait in ms, or out of the steps. */
export type StepMove = { readonly step: number; readonly wait: number } | 'graduate';

/**
 * What a grade does to a card among its steps, as Anki has it: Again goes back to the first step, Hard stays, Good goes on,
 * Easy leaves.
 * @param steps waits in ms
 * @param step where the card stands; beyond the last when the preset has fewer steps than it had
 */
export function moveStep(steps: readonly number[], step: number, rating: Rating): StepMove {
	const first = steps[0];
	if (first === undefined || rating === 4) return 'graduate';
	const current = Math.min(step, steps.length - 1);
	if (rating === 1) return { step: 0, wait: first };
	if (rating === 2) return { step: current, wait: hardWait(steps, current, first) };
	const next = steps[current + 1];
	return next === undefined ? 'graduate' : { step: current + 1, wait: next };
}

/** On the first step Hard must differ from Again, so it waits midway to the second, or half as long again (a day more at most). */
function hardWait(steps: readonly number[], step: number, first: number): number {
	if (step > 0) return steps[step] ?? first;
	const second = steps[1];
	if (second !== undefined) return Math.round((first + second) / 2);
	return Math.min(Math.round(first * 1.5), first + DAY);
}

/**
 * The learner's day from which a card among its steps can be shown. A step of a day or more is over when its day begins,
 * not at the minute; a shorter one counts to the day of the grade, though it may run on into the next.
 * @param dueAt Unix ms at which the step's time is over
 */
export function stepDay(dueAt: number, lastReview: LastReview | null): number {
	return lastReview === null ? 0 : lastReview.day + wholeDays(dueAt, lastReview);
}

/** Whether a card among its steps is shown before a learner's day ends. @param dayEnds Unix ms */
export function comesBackOn(day: number, dayEnds: number, dueAt: number, lastReview: LastReview | null): boolean {
	return dueAt < dayEnds || isStepDay(day, dueAt, lastReview);
}

/** Whether a step of whole days has come to its day. */
export function isStepDay(day: number, dueAt: number, lastReview: LastReview | null): boolean {
	return lastReview !== null && wholeDays(dueAt, lastReview) > 0 && stepDay(dueAt, lastReview) <= day;
}

const wholeDays = (dueAt: number, { at }: LastReview): number => Math.max(0, Math.floor((dueAt - at) / DAY));
