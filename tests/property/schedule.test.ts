import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '../../src/lib/domain/ids';
import { elapsedDays, learnerDay } from '../../src/lib/domain/learner-day';
import { isDue } from '../../src/lib/domain/queue/due';
import { nextMemory, preview, RATINGS, retrievability, review } from '../../src/lib/domain/schedule';
import { newCard } from '../support/example-card';
import { afterReviews, presets, ratings, reviewLists } from './arbitrary-card';

const DAY = 86_400_000;
const later = fc.record({ days: fc.integer({ min: -1, max: 800 }), ms: fc.integer({ min: 0, max: DAY }) });

/** A card with a history, and a moment after it at which it is graded. */
const situations = fc
	.record({ list: reviewLists, preset: presets, later })
	.map(({ list, preset, later: { days, ms } }) => {
		const card = afterReviews(newCard(), list, preset);
		const day = (list.at(-1)?.day ?? 19_000) + days;
		return { card, preset, day, at: day * DAY + ms };
	});

const stamp = { id: 'review-zz' as EventId, lamport: 99 };

describe('scheduling', () => {
	it('does what the buttons said', () => {
		fc.assert(
			fc.property(situations, ({ card, preset, day, at }) => {
				const buttons = preview(card, at, day, preset);
				for (const rating of RATINGS) {
					const { schedule, wait } = buttons[rating];
					const after = review(card, { ...stamp, at, day, rating }, preset);
					expect(after.schedule).toEqual(schedule);
					if ('ms' in wait) expect(schedule).toMatchObject({ dueAt: at + wait.ms });
					else expect(schedule).toMatchObject({ interval: wait.days, dueDay: day + wait.days });
				}
			})
		);
	});

	it('keeps intervals whole, within the maximum, and in the order of the grades', () => {
		fc.assert(
			fc.property(situations, ({ card, preset, day, at }) => {
				const buttons = preview(card, at, day, preset);
				const days = RATINGS.flatMap((rating) => {
					const { wait } = buttons[rating];
					return 'days' in wait ? [wait.days] : [];
				});
				for (const [i, interval] of days.entries()) {
					expect(Number.isInteger(interval)).toBe(true);
					expect(interval).toBeGreaterThanOrEqual(1);
					expect(interval).toBeLessThanOrEqual(preset.maximumInterval);
					expect(interval).toBeGreaterThanOrEqual(days[i - 1] ?? 0);
				}
				const [hard, good, easy] = days.slice(-3);
				if (hard === undefined || good === undefined || easy === undefined) return;
				if (good < preset.maximumInterval) expect(hard).toBeLessThan(good);
				if (easy < preset.maximumInterval) expect(good).toBeLessThan(easy);
			})
		);
	});

	it('gives the same card when the history is replayed', () => {
		fc.assert(
			fc.property(reviewLists, presets, (list, preset) => {
				const again = list.map((event) => ({ ...event }));
				expect(afterReviews(newCard(), again, structuredClone(preset))).toEqual(afterReviews(newCard(), list, preset));
			})
		);
	});

	it('never brings a card back before it was graded, and counts every grade', () => {
		fc.assert(
			fc.property(reviewLists, presets, (list, preset) => {
				const card = afterReviews(newCard(), list, preset);
				const last = list.at(-1);
				expect(card.reps).toBe(list.length);
				expect(card.schedule.phase === 'new').toBe(list.length === 0);
				if (last) expect(isDue(card, last.at, last.day)).toBe(false);
			})
		);
	});
});

describe('the retrievability shown', () => {
	const zones = fc.constantFrom('UTC', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Antarctica/Troll');

	it('counts the same days as the review that follows, over zones, rollover hours and daylight saving', () => {
		const instants = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2028, 0, 1) });
		const waits = fc.oneof(fc.integer({ min: 0, max: 4 * DAY }), fc.integer({ min: 0, max: 900 * DAY }));
		fc.assert(
			fc.property(
				presets,
				fc.record({ at: instants, wait: waits, from: zones, to: zones, rollover: fc.integer({ min: 0, max: 23 }) }),
				ratings,
				(preset, { at, wait, from, to, rollover }, rating) => {
					const first = { ...stamp, at, day: learnerDay(at, from, rollover), rating: 4 } as const;
					const card = review(newCard(), first, preset);
					const today = learnerDay(at + wait, to, rollover);
					const elapsed = elapsedDays(first.day, today);
					if (card.schedule.phase === 'new') throw new Error('A graded card is not new.');
					const { memory } = card.schedule;

					const after = review(card, { ...stamp, at: at + wait, day: today, rating }, preset);
					const expected = nextMemory(memory, elapsed, rating, preset.weights);
					expect(after.schedule).toMatchObject({ memory: expected });
					const decay = preset.weights?.[20] ?? 0.1542;
					const curve = (1 + ((0.9 ** (-1 / decay) - 1) * elapsed) / memory.stability) ** -decay;
					expect(retrievability(card, today, preset.weights)).toBeCloseTo(curve, 6);
				}
			),
			{ numRuns: 500 }
		);
	});

	it('falls with time and never leaves 0 to 1', () => {
		fc.assert(
			fc.property(situations, fc.nat(300), ({ card, preset, day }, more) => {
				const [now, then] = [day, day + more].map((when) => retrievability(card, when, preset.weights));
				if (now === null || then === null || now === undefined || then === undefined) {
					expect(card.schedule.phase).toBe('new');
					return;
				}
				expect(then).toBeLessThanOrEqual(now);
				expect(now).toBeLessThanOrEqual(1);
				expect(then).toBeGreaterThan(0);
			})
		);
	});
});
