import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/lib/domain/card';
import type { Rating } from '../../../src/lib/domain/event';
import type { EventId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET, type Preset } from '../../../src/lib/domain/preset';
import { isDue } from '../../../src/lib/domain/queue/due';
import { nextMemory, preview, retrievability, review } from '../../../src/lib/domain/schedule';
import histories from '../../fixtures/fsrs/histories.json';
import { learningCard, newCard, NOON, reviewCard, TODAY } from '../../support/example-card';

const MINUTE = 60_000;
const DAY = 86_400_000;

function graded(card: Card, rating: Rating, preset: Partial<Preset> = {}, lamport = 10): Card {
	const event = { at: NOON, day: TODAY, id: `event-${lamport}` as EventId, lamport, rating };
	return review(card, event, { ...DEFAULT_PRESET, ...preset });
}

describe('review', () => {
	it('leaves the card it is given as it was', () => {
		const card = reviewCard(newCard());
		const before = structuredClone(card);
		graded(card, 1);
		expect(card).toEqual(before);
	});

	it('sends a new card through the learning steps into review', () => {
		const first = graded(newCard(), 3);
		expect(first.schedule).toMatchObject({ phase: 'learning', step: 1, dueAt: NOON + 10 * MINUTE });
		const second = graded(first, 3);
		expect(second.schedule).toMatchObject({ phase: 'review', interval: 2, dueDay: TODAY + 2 });
		expect(second.reps).toBe(2);
	});

	it('lets Easy leave the steps at once', () => {
		expect(graded(newCard(), 4, { fuzz: false }).schedule).toMatchObject({ phase: 'review', interval: 8 });
	});

	it('schedules by whole days from the first grade where there are no steps', () => {
		const preset = { learningSteps: [], fuzz: false };
		const intervals = ([1, 2, 3, 4] as const).map((rating) => graded(newCard(), rating, preset).schedule);
		expect(intervals).toMatchObject([{ interval: 1 }, { interval: 1 }, { interval: 2 }, { interval: 8 }]);
	});

	it('counts a lapse and relearns when a review card is forgotten', () => {
		const lapsed = graded(reviewCard(newCard()), 1);
		expect(lapsed.lapses).toBe(1);
		expect(lapsed.schedule).toMatchObject({ phase: 'relearning', step: 0, dueAt: NOON + 10 * MINUTE });
		expect(graded(lapsed, 1).lapses).toBe(1);
		expect(graded(lapsed, 3).schedule.phase).toBe('review');
	});

	it('keeps a forgotten card in review where there are no relearning steps', () => {
		const lapsed = graded(reviewCard(newCard()), 1, { relearningSteps: [], fuzz: false });
		expect(lapsed.lapses).toBe(1);
		expect(lapsed.schedule).toMatchObject({ phase: 'review', interval: 1, dueDay: TODAY + 1 });
	});

	it('treats a second grade on one day, or an earlier day after a flight west, as no days elapsed', () => {
		const card = reviewCard(newCard(), TODAY + 10);
		const before = card.schedule.phase === 'review' ? card.schedule.memory : null;
		const event = { at: NOON, id: 'event' as EventId, lamport: 10, rating: 3 } as const;
		const sameDay = review(card, { ...event, day: TODAY }, DEFAULT_PRESET).schedule;
		const dayBefore = review(card, { ...event, day: TODAY - 1 }, DEFAULT_PRESET).schedule;
		expect(sameDay).toMatchObject({ memory: nextMemory(before, 0, 3, null) });
		expect(dayBefore).toMatchObject({ memory: nextMemory(before, 0, 3, null) });
	});

	it('never goes beyond the maximum interval', () => {
		const card = reviewCard(newCard(), TODAY, 300);
		for (const rating of [2, 3, 4] as const) {
			expect(graded(card, rating, { maximumInterval: 30 }).schedule).toMatchObject({ interval: 30 });
		}
	});

	it('keeps the buttons in order even where weights are not', () => {
		const weights = [9, 7, 5, 3, ...histories.weights.default.slice(4)];
		const preset = { ...DEFAULT_PRESET, weights, learningSteps: [], fuzz: false };
		const buttons = preview(newCard(), NOON, TODAY, preset);
		const waits = [buttons[1], buttons[2], buttons[3], buttons[4]].map((outcome) => outcome.wait);
		expect(waits).toEqual([{ days: 5 }, { days: 5 }, { days: 6 }, { days: 7 }]);
	});

	it('is the same under edited steps, as far as memory goes', () => {
		const one = graded(reviewCard(newCard()), 1, { relearningSteps: [MINUTE] });
		const many = graded(reviewCard(newCard()), 1, { relearningSteps: [MINUTE, 2 * MINUTE, 3 * MINUTE] });
		expect(one.schedule).toMatchObject({ memory: 'memory' in many.schedule ? many.schedule.memory : null });
	});

	it('refuses a grade that is none, and weights that are not 21 numbers', () => {
		const wrong = { at: NOON, day: TODAY, id: 'event' as EventId, lamport: 10, rating: 5 as Rating };
		expect(() => review(newCard(), wrong, DEFAULT_PRESET)).toThrowError(/must be 1, 2, 3 or 4, not 5/);
		expect(() => graded(newCard(), 3, { weights: [1, 2, 3] })).toThrowError(/needs 21 finite parameters; these are 3/);
		expect(() => graded(newCard(), 3, { weights: Array<number>(21).fill(NaN) })).toThrowError(/21 finite/);
	});
});

describe('a leech', () => {
	const nearly = { ...reviewCard(newCard()), lapses: 7 };

	it('is suspended with the stamp of the review that made it one', () => {
		const leech = graded(nearly, 1);
		expect(leech).toMatchObject({ leech: true, lapses: 8 });
		expect(leech.suspended).toEqual({ value: true, stamp: { lamport: 10, id: 'event-10' } });
	});

	it('is only marked where the preset says so', () => {
		const leech = graded(nearly, 1, { leechAction: 'tag' });
		expect(leech.leech).toBe(true);
		expect(leech.suspended).toBe(nearly.suspended);
	});

	it('is not suspended against a later decision to keep it', () => {
		const kept = { ...nearly, suspended: { value: false, stamp: { lamport: 11, id: 'later' as EventId } } };
		expect(graded(kept, 1).suspended).toBe(kept.suspended);
		expect(graded(kept, 1, {}, 12).suspended.value).toBe(true);
	});

	it('stays one when it is answered well', () => {
		expect(graded({ ...nearly, leech: true }, 3)).toMatchObject({ leech: true, lapses: 7 });
	});
});

describe('preview', () => {
	it('tells minutes for a step and days for a review', () => {
		const buttons = preview(newCard(), NOON, TODAY, { ...DEFAULT_PRESET, fuzz: false });
		expect([buttons[1], buttons[2], buttons[3], buttons[4]].map((outcome) => outcome.wait)).toEqual([
			{ ms: MINUTE },
			{ ms: 5.5 * MINUTE },
			{ ms: 10 * MINUTE },
			{ days: 8 }
		]);
	});
});

describe('retrievability', () => {
	it('is unknown for a new card and the desired retention when the interval has passed', () => {
		expect(retrievability(newCard(), TODAY, null)).toBeNull();
		expect(retrievability(reviewCard(newCard(), TODAY, 10, 10), TODAY, null)).toBeCloseTo(0.9, 6);
		expect(retrievability(reviewCard(newCard(), TODAY + 10), TODAY, null)).toBe(1);
	});
});

describe('isDue', () => {
	it('holds a review until its day and a step until its minute', () => {
		expect(isDue(reviewCard(newCard(), TODAY), NOON, TODAY)).toBe(true);
		expect(isDue(reviewCard(newCard(), TODAY + 1), NOON, TODAY)).toBe(false);
		expect(isDue(learningCard(newCard(), NOON + 1), NOON, TODAY)).toBe(false);
		expect(isDue(learningCard(newCard(), NOON), NOON, TODAY)).toBe(true);
	});

	it('ends a step of a day when its day begins, whatever its minute', () => {
		const card = learningCard(newCard(), NOON + 6 * 3_600_000, TODAY - 1, NOON + 6 * 3_600_000 - DAY);
		expect(isDue(card, NOON, TODAY)).toBe(true);
		expect(isDue(card, NOON, TODAY - 1)).toBe(false);
	});
});
