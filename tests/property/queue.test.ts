import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/lib/domain/card';
import type { EventId } from '../../src/lib/domain/ids';
import { buildQueue, type QueueInput } from '../../src/lib/domain/queue/build';
import { intersperse } from '../../src/lib/domain/queue/intersperse';
import { afterGrade, counts, next, putBack, type Queue } from '../../src/lib/domain/queue/queue';
import { isDue } from '../../src/lib/domain/queue/due';
import { sortReview } from '../../src/lib/domain/queue/sort';
import { retrievability, review } from '../../src/lib/domain/schedule';
import { DAY_ENDS, NOON, TODAY } from '../support/example-card';
import { cards, collections, presets, ratings } from './arbitrary-card';

const inputs: fc.Arbitrary<QueueInput & { cards: Card[] }> = fc.record({
	cards: collections,
	preset: presets,
	today: fc.constant(TODAY),
	now: fc.constant(NOON),
	dayEnds: fc.constant(DAY_ENDS),
	introducedToday: fc.nat(10),
	reviewedToday: fc.nat(30),
	notesSeenToday: fc.array(cards, { maxLength: 3 }).map((seen) => new Set(seen.map((card) => card.note)))
});

const shown = (queue: Queue): string[] => [...queue.main, ...queue.learning].map((entry) => entry.card);

function studiable(card: Card): boolean {
	return !card.suspended.value && card.buriedUntil.value <= TODAY && isDue(card, NOON, TODAY);
}

describe('the queue', () => {
	it('holds no card twice and none that may not be studied', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const queue = buildQueue(input);
				const ids = shown(queue);
				expect(new Set(ids).size).toBe(ids.length);
				const allowed = new Set(input.cards.filter(studiable).map((card) => card.id));
				for (const entry of queue.main) expect(allowed).toContain(entry.card);
				for (const entry of queue.learning) expect(entry.dueAt).toBeLessThan(DAY_ENDS);
			})
		);
	});

	it('loses no card where nothing limits or buries', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const preset = { ...input.preset, newPerDay: 1e4, reviewsPerDay: 1e6, burySiblings: false };
				const expected = input.cards.filter((card) => {
					const today = 'dueAt' in card.schedule && card.schedule.dueAt < DAY_ENDS;
					return studiable(card) || (today && studiable({ ...card, schedule: { phase: 'new' } }));
				});
				expect(shown(buildQueue({ ...input, preset })).sort()).toEqual(expected.map((card) => card.id).sort());
			})
		);
	});

	it('puts cards in the order of their retrievability, whatever the weights', () => {
		fc.assert(
			fc.property(collections, presets, (all, preset) => {
				const due = all.filter((card) => card.schedule.phase === 'review');
				const recalls = (reviewOrder: 'retrievability-ascending' | 'retrievability-descending') =>
					sortReview(due, { ...preset, reviewOrder }, TODAY).map(
						(card) => retrievability(card, TODAY, preset.weights) ?? NaN
					);
				const ascending = (a: number, b: number): number => a - b;
				const up = recalls('retrievability-ascending');
				expect(up).toEqual([...up].sort(ascending));
				expect(recalls('retrievability-descending')).toEqual([...up].sort((a, b) => b - a));
			})
		);
	});

	it('keeps within the limits', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { new: fresh, review: reviews } = counts(buildQueue(input));
				const { newPerDay, reviewsPerDay } = input.preset;
				expect(fresh).toBeLessThanOrEqual(Math.max(0, newPerDay - input.introducedToday));
				const done = input.reviewedToday + input.introducedToday;
				expect(fresh + reviews).toBeLessThanOrEqual(Math.max(0, reviewsPerDay - done));
			})
		);
	});

	it('keeps siblings apart', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const queue = buildQueue({ ...input, preset: { ...input.preset, burySiblings: true } });
				const noteOf = new Map(input.cards.map((card) => [card.id, card.note]));
				const notes = queue.main.map((entry) => noteOf.get(entry.card));
				expect(new Set(notes).size).toBe(notes.length);
				const learning = new Set(queue.learning.map((entry) => noteOf.get(entry.card)));
				for (const note of notes) {
					expect(learning).not.toContain(note);
					expect(input.notesSeenToday).not.toContain(note);
				}
			})
		);
	});

	it('is the same whatever the order in which cards are gathered', () => {
		fc.assert(
			fc.property(
				inputs.chain((input) =>
					fc.tuple(fc.constant(input), fc.shuffledSubarray(input.cards, { minLength: input.cards.length }))
				),
				([input, shuffled]) => {
					expect(buildQueue({ ...input, cards: shuffled })).toEqual(buildQueue(input));
				}
			)
		);
	});

	it('can be studied to its end, each card until it leaves for another day', () => {
		fc.assert(
			fc.property(inputs, fc.array(ratings, { minLength: 1, maxLength: 40 }), (input, grades) => {
				const byId = new Map(input.cards.map((card) => [card.id, card]));
				const waiting = new Set(shown(buildQueue(input)));
				let queue = buildQueue(input);
				let now = NOON;
				for (let turn = 0; turn < 2_000; turn++) {
					const what = next(queue, now);
					if ('done' in what) break;
					if ('waitUntil' in what) {
						expect(what.waitUntil).toBeGreaterThan(now);
						now = what.waitUntil;
						continue;
					}
					const card = byId.get(what.card);
					if (!card) throw new Error(`${what.card} is not one of the cards.`);
					const rating = turn < grades.length ? (grades[turn] ?? 3) : 4;
					const event = { rating, at: now, day: TODAY, id: `turn-${turn}` as EventId, lamport: 100 + turn };
					const after = review(card, event, input.preset);
					const undone = putBack(afterGrade(queue, after), card);
					expect(next(undone, now)).toEqual({ card: card.id });
					expect(shown(undone).sort()).toEqual(shown(queue).sort());
					byId.set(card.id, after);
					waiting.delete(card.id);
					queue = afterGrade(queue, after);
					now += 5_000;
				}
				expect(next(queue, now)).toEqual({ done: true });
				expect([...waiting]).toEqual([]);
			})
		);
	});
});

describe('intersperse', () => {
	const lists = fc.tuple(fc.array(fc.integer(), { maxLength: 30 }), fc.array(fc.integer(), { maxLength: 30 }));
	const tagged = lists.map(
		([one, two]) => [one.map((value) => ({ one: value })), two.map((value) => ({ two: value }))] as const
	);

	it('keeps every item and each list’s own order', () => {
		fc.assert(
			fc.property(tagged, ([one, two]) => {
				const mixed = intersperse<{ one: number } | { two: number }>(one, two);
				expect(mixed.filter((item) => 'one' in item)).toEqual(one);
				expect(mixed.filter((item) => 'two' in item)).toEqual(two);
			})
		);
	});

	it('spreads evenly: any stretch holds its share of each, give or take two', () => {
		fc.assert(
			fc.property(tagged, fc.nat(60), fc.nat(60), ([one, two], from, length) => {
				const mixed = intersperse<{ one: number } | { two: number }>(one, two);
				const stretch = mixed.slice(from, from + length);
				if (mixed.length === 0) return;
				const share = (stretch.length * one.length) / mixed.length;
				expect(Math.abs(stretch.filter((item) => 'one' in item).length - share)).toBeLessThanOrEqual(2);
			})
		);
	});
});
