import { FSRSAlgorithm } from 'ts-fsrs';
import { AppError } from './app-error';
import type { Card, Memory, Schedule } from './card';
import { byStamp, type EventHead, type Rating } from './event';
import { fuzzed } from './fuzz';
import { elapsedDays } from './learner-day';
import { callsLeech } from './leech';
import type { Preset } from './preset';
import { seededFraction } from './seeded';
import { moveStep, type StepMove } from './steps';

/** What scheduling needs of a `review` event. `day` is the learner's day on which it happened. */
export interface Review extends Pick<EventHead, 'at' | 'id' | 'lamport'> {
	readonly rating: Rating;
	readonly day: number;
}

/** A schedule that a grade can lead to. */
export type Graded = Exclude<Schedule, { phase: 'new' }>;

/** How long until the card comes back: within the session, or on another day. */
export type Wait = { readonly ms: number } | { readonly days: number };

export interface Outcome {
	readonly schedule: Graded;
	readonly wait: Wait;
}

export const RATINGS = [1, 2, 3, 4] as const satisfies readonly Rating[];

/**
 * The card after a grade. New values; the card given is untouched. The result depends on the arguments alone.
 * @throws AppError `rating-invalid` or `weights-invalid`
 */
export function review(card: Card, event: Review, preset: Preset): Card {
	const { schedule } = outcome(card, event.rating, event.at, event.day, preset);
	const lapsed = card.schedule.phase === 'review' && event.rating === 1;
	const lapses = card.lapses + (lapsed ? 1 : 0);
	const called = lapsed && callsLeech(lapses, preset.leechThreshold);
	const stamp = { lamport: event.lamport, id: event.id };
	const before = card.suspended.stamp;
	const suspends = called && preset.leechAction === 'suspend' && (before === null || byStamp(stamp, before) > 0);
	return {
		...card,
		schedule,
		lastReview: { ...stamp, at: event.at, day: event.day },
		reps: card.reps + 1,
		lapses,
		leech: card.leech || called,
		suspended: suspends ? { value: true, stamp } : card.suspended
	};
}

/** What each grade button would do: exactly what `review` then does at the same time. */
export function preview(card: Card, at: number, day: number, preset: Preset): Record<Rating, Outcome> {
	const of = (rating: Rating): Outcome => outcome(card, rating, at, day, preset);
	return { 1: of(1), 2: of(2), 3: of(3), 4: of(4) };
}

/**
 * Probability that the card is recalled today, or null for a card never graded. Counts the same days as `review`, so what
 * is shown is what the next grade is weighed with.
 */
export function retrievability(card: Card, today: number, weights: Preset['weights']): number | null {
	if (card.schedule.phase === 'new' || card.lastReview === null) return null;
	const elapsed = elapsedDays(card.lastReview.day, today);
	return algorithmOf(weights).fsrs.forgetting_curve(elapsed, card.schedule.memory.stability);
}

/**
 * FSRS's memory state after a grade.
 * @param memory null before the first grade
 * @param elapsed learner's days since the last grade; 0 uses the short-term formula
 * @param weights 21 parameters of FSRS-6, or null for the defaults
 * @throws AppError `rating-invalid` or `weights-invalid`
 */
export function nextMemory(memory: Memory | null, elapsed: number, rating: Rating, weights: Preset['weights']): Memory {
	if (!RATINGS.includes(rating)) {
		throw new AppError('rating-invalid', `A grade must be 1, 2, 3 or 4, not ${String(rating)}.`);
	}
	const { stability, difficulty } = algorithmOf(weights).fsrs.next_state(memory, elapsed, rating);
	return { stability, difficulty };
}

/**
 * Days until recall falls to the desired retention, not rounded: the inverse of the forgetting curve,
 * I(r, S) = S / factor × (r^(1 / decay) − 1).
 */
export function exactInterval(stability: number, preset: Pick<Preset, 'weights' | 'desiredRetention'>): number {
	const { fsrs, modifiers } = algorithmOf(preset.weights);
	let modifier = modifiers.get(preset.desiredRetention);
	if (modifier === undefined) {
		modifier = fsrs.calculate_interval_modifier(preset.desiredRetention);
		modifiers.set(preset.desiredRetention, modifier);
	}
	return stability * modifier;
}

function outcome(card: Card, rating: Rating, at: number, day: number, preset: Preset): Outcome {
	const { schedule, lastReview } = card;
	const before = schedule.phase === 'new' ? null : schedule.memory;
	const elapsed = lastReview === null ? 0 : elapsedDays(lastReview.day, day);
	const memory = nextMemory(before, elapsed, rating, preset.weights);
	const move = moveOf(schedule, rating, preset);
	if (move !== 'graduate') {
		const phase = schedule.phase === 'review' || schedule.phase === 'relearning' ? 'relearning' : 'learning';
		return { schedule: { phase, memory, step: move.step, dueAt: at + move.wait }, wait: { ms: move.wait } };
	}
	const exact = (grade: Rating): number => {
		const after = grade === rating ? memory : nextMemory(before, elapsed, grade, preset.weights);
		return exactInterval(after.stability, preset);
	};
	const leaving = RATINGS.filter((grade) => moveOf(schedule, grade, preset) === 'graduate');
	const interval = intervals(card, new Map(leaving.map((grade) => [grade, exact(grade)])), elapsed, preset)(rating);
	return { schedule: { phase: 'review', memory, interval, dueDay: day + interval }, wait: { days: interval } };
}

function moveOf(schedule: Schedule, rating: Rating, preset: Preset): StepMove {
	switch (schedule.phase) {
		case 'new':
			return moveStep(preset.learningSteps, 0, rating);
		case 'learning':
			return moveStep(preset.learningSteps, schedule.step, rating);
		case 'relearning':
			return moveStep(preset.relearningSteps, schedule.step, rating);
		case 'review':
			return rating === 1 ? moveStep(preset.relearningSteps, 0, 1) : 'graduate';
	}
}

/** Days by grade, for the grades that lead out of the steps. */
type DaysByRating = ReadonlyMap<Rating, number>;

/**
 * Whole days for each grade that leads out of the steps. All of them are needed for any one, because they must stay in
 * order: Again ≤ Hard < Good < Easy, as far as the maximum leaves room. Fuzz comes between, so it cannot break that order.
 */
function intervals(card: Card, exact: DaysByRating, elapsed: number, preset: Preset): (rating: Rating) => number {
	const whole = inOrder(exact, preset.maximumInterval);
	if (!preset.fuzz) return (rating) => whole.get(rating) ?? 1;
	const chance = seededFraction(`${card.id}/${card.reps}`);
	const fuzz = (days: number): number => fuzzed(days, elapsed, preset.maximumInterval, chance);
	const spread = inOrder(new Map([...whole].map(([rating, days]) => [rating, fuzz(days)])), preset.maximumInterval);
	return (rating) => spread.get(rating) ?? 1;
}

function inOrder(days: DaysByRating, maximum: number): DaysByRating {
	const within = (value: number): number => Math.max(1, Math.min(Math.round(value), maximum));
	const most = within(Math.min(days.get(2) ?? Infinity, days.get(3) ?? Infinity));
	const ordered = new Map<Rating, number>();
	let least = 1;
	for (const [rating, value] of [...days].sort(([a], [b]) => a - b)) {
		const kept = rating < 3 ? Math.min(within(value), most) : within(Math.max(Math.round(value), least));
		ordered.set(rating, kept);
		if (rating > 1) least = kept + 1;
	}
	return ordered;
}

interface Algorithm {
	readonly fsrs: FSRSAlgorithm;
	/** By desired retention: what a stability is multiplied by to give an interval. */
	readonly modifiers: Map<number, number>;
}

/** Weights are values that never change, so what was made for them stays right for as long as they live. */
const algorithms = new WeakMap<readonly number[], Algorithm>();
let defaultAlgorithm: Algorithm | null = null;

function algorithmOf(weights: Preset['weights']): Algorithm {
	if (weights === null) return (defaultAlgorithm ??= newAlgorithm(undefined));
	const known = algorithms.get(weights);
	if (known) return known;
	if (weights.length !== 21 || !weights.every(Number.isFinite)) {
		throw new AppError('weights-invalid', `FSRS-6 needs 21 finite parameters; these are ${weights.length}.`);
	}
	const algorithm = newAlgorithm(weights);
	algorithms.set(weights, algorithm);
	return algorithm;
}

/**
 * Steps are none of the library's business here: it would lower w17 and w18 by their number, and a memory state must not
 * change because a learner edits the steps. The short-term formula is turned on afterwards, because the library would
 * otherwise raise a w19 of 0 to 0.01 and not follow weights that were trained without second grades on a day.
 */
function newAlgorithm(weights: readonly number[] | undefined): Algorithm {
	const fsrs = new FSRSAlgorithm({ w: weights, learning_steps: [], relearning_steps: [], enable_short_term: false });
	fsrs.parameters.enable_short_term = true;
	return { fsrs, modifiers: new Map() };
}
