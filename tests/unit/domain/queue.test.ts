import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/lib/domain/card';
import type { EventId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET, type Preset } from '../../../src/lib/domain/preset';
import { buildQueue, joinQueues } from '../../../src/lib/domain/queue/build';
import { burySiblings } from '../../../src/lib/domain/queue/bury';
import { intersperse } from '../../../src/lib/domain/queue/intersperse';
import { admitted, limitsLeft } from '../../../src/lib/domain/queue/limit';
import {
	afterGrade,
	counts,
	LEARN_AHEAD,
	next,
	putBack,
	remove,
	type Queue
} from '../../../src/lib/domain/queue/queue';
import { sortNew, sortReview } from '../../../src/lib/domain/queue/sort';
import { review } from '../../../src/lib/domain/schedule';
import { DAY_ENDS, learningCard, newCard, NOON, reviewCard, TODAY } from '../../support/example-card';

const MINUTE = 60_000;
const DAY = 86_400_000;

function queueOf(cards: readonly Card[], preset: Partial<Preset> = {}, done = { introduced: 0, reviewed: 0 }): Queue {
	return buildQueue({
		cards,
		preset: { ...DEFAULT_PRESET, newMix: 'last', reviewOrder: 'due', ...preset },
		today: TODAY,
		now: NOON,
		dayEnds: DAY_ENDS,
		introducedToday: done.introduced,
		reviewedToday: done.reviewed,
		notesSeenToday: new Set()
	});
}

const ids = (cards: readonly { readonly id: string }[]): string[] => cards.map((card) => card.id);
const main = (queue: Queue): string[] => queue.main.map((entry) => entry.card);
const fresh = (count: number): Card[] => Array.from({ length: count }, (_, i) => newCard(`new-${i}`, 0, i));
const due = (count: number): Card[] => Array.from({ length: count }, (_, i) => reviewCard(newCard(`due-${i}`, 0, i)));

describe('burySiblings', () => {
	it('keeps one card of a note, a review before a new one and an older debt before a younger', () => {
		const [first, second, third] = [0, 1, 2].map((ordinal) => newCard('note', ordinal, ordinal / 10));
		if (!first || !second || !third) throw new Error('unreachable');
		const reviews = [reviewCard(second, TODAY), reviewCard(third, TODAY - 3)];
		const kept = burySiblings({ new: [first], review: reviews, learning: [] }, new Set());
		expect(kept.new).toEqual([]);
		expect(ids(kept.review)).toEqual(['deck:note#2']);
	});

	it('keeps back new and review cards of notes seen today, or in learning, but never learning cards', () => {
		const learning = [learningCard(newCard('a', 0), NOON), learningCard(newCard('a', 1), NOON)];
		const kept = burySiblings(
			{ new: [newCard('a', 2), newCard('b')], review: [reviewCard(newCard('c'))], learning },
			new Set([newCard('c').note])
		);
		expect(kept).toEqual({ new: [newCard('b')], review: [], learning });
	});
});

describe('sorting', () => {
	const cards = [reviewCard(newCard('a', 0, 2), TODAY, 10), reviewCard(newCard('b', 0, 1), TODAY - 5, 50)];

	it('puts reviews in the order of the preset', () => {
		const by = (reviewOrder: Preset['reviewOrder']) =>
			ids(sortReview(cards, { ...DEFAULT_PRESET, reviewOrder }, TODAY));
		const [a, b] = ['deck:a#0', 'deck:b#0'];
		expect(by('due')).toEqual([b, a]);
		expect(by('due-random')).toEqual([b, a]);
		expect(by('retrievability-ascending')).toEqual([b, a]);
		expect(by('retrievability-descending')).toEqual([a, b]);
	});

	it('puts new cards in the author’s order, or in one that is chance but stays for the day', () => {
		const many = fresh(20).reverse();
		expect(ids(sortNew(many, DEFAULT_PRESET, TODAY))).toEqual(ids(fresh(20)));
		const random = { ...DEFAULT_PRESET, newOrder: 'random' } as const;
		const shuffled = ids(sortNew(many, random, TODAY));
		expect(shuffled).toEqual(ids(sortNew(fresh(20), random, TODAY)));
		expect(shuffled).not.toEqual(ids(sortNew(many, random, TODAY + 1)));
		expect([...shuffled].sort()).toEqual(ids(fresh(20)).sort());
	});
});

describe('limits', () => {
	it('count what was done today', () => {
		const preset = { newPerDay: 20, reviewsPerDay: 200 };
		expect(limitsLeft(preset, { introduced: 0, reviewed: 0 })).toEqual({ new: 20, review: 200 });
		expect(limitsLeft(preset, { introduced: 5, reviewed: 50 })).toEqual({ new: 15, review: 145 });
		expect(limitsLeft(preset, { introduced: 30, reviewed: 300 })).toEqual({ new: 0, review: 0 });
	});

	it('give new cards only the room that reviews leave', () => {
		const left = { new: 20, review: 100 };
		expect(admitted({ new: 50, review: 30 }, left)).toEqual({ new: 20, review: 30 });
		expect(admitted({ new: 50, review: 95 }, left)).toEqual({ new: 5, review: 95 });
		expect(admitted({ new: 50, review: 500 }, left)).toEqual({ new: 0, review: 100 });
	});

	it('let in the same cards however often the queue is built on one day', () => {
		const cards = [...due(12), ...fresh(10)];
		const preset = { newPerDay: 5, reviewsPerDay: 15 };
		expect(counts(queueOf(cards, preset))).toEqual({ new: 3, learning: 0, review: 12 });
		const afterTwoNew = [...due(12), ...fresh(10).slice(2)];
		expect(counts(queueOf(afterTwoNew, preset, { introduced: 2, reviewed: 0 }))).toMatchObject({ new: 1, review: 12 });
		const afterFourReviews = [...due(12).slice(4), ...fresh(10)];
		expect(counts(queueOf(afterFourReviews, preset, { introduced: 0, reviewed: 4 }))).toMatchObject({
			new: 3,
			review: 8
		});
	});
});

describe('intersperse', () => {
	it('spreads the shorter list evenly through the longer', () => {
		expect(intersperse([1, 2, 3, 4, 5, 6], [10, 20])).toEqual([1, 2, 10, 3, 4, 20, 5, 6]);
		expect(intersperse([10], [1, 2, 3, 4])).toEqual([1, 2, 10, 3, 4]);
		expect(intersperse([1, 2], [3, 4])).toEqual([1, 3, 2, 4]);
		expect(intersperse([], [1, 2])).toEqual([1, 2]);
		expect(intersperse([1, 2], [])).toEqual([1, 2]);
	});
});

describe('buildQueue', () => {
	it('leaves out suspended, buried and future cards', () => {
		const [a, b, c, d] = due(4);
		if (!a || !b || !c || !d) throw new Error('unreachable');
		const cards = [
			{ ...a, suspended: { value: true, stamp: null } },
			{ ...b, buriedUntil: { value: TODAY + 1, stamp: null } },
			{ ...c, buriedUntil: { value: TODAY, stamp: null } },
			reviewCard(d, TODAY + 1),
			learningCard(newCard('tomorrow'), DAY_ENDS)
		];
		const queue = queueOf(cards);
		expect(main(queue)).toEqual([c.id]);
		expect(queue.learning).toEqual([]);
	});

	it.each([
		['first', ['new', 'new', 'review', 'review', 'review', 'review']],
		['last', ['review', 'review', 'review', 'review', 'new', 'new']],
		['mixed', ['review', 'new', 'review', 'review', 'new', 'review']]
	] as const)('puts new cards %s', (newMix, phases) => {
		const queue = queueOf([...fresh(2), ...due(4)], { newMix });
		expect(queue.main.map((entry) => entry.phase)).toEqual(phases);
	});

	it('shows siblings side by side only where burying is off', () => {
		const cards = [0, 1].map((ordinal) => newCard('note', ordinal, ordinal / 10));
		expect(main(queueOf(cards))).toEqual(['deck:note#0']);
		expect(main(queueOf(cards, { burySiblings: false }))).toEqual(['deck:note#0', 'deck:note#1']);
	});

	it('has a step of a whole day ready from the morning on', () => {
		const evening = NOON + 6 * 60 * MINUTE;
		const queue = queueOf([learningCard(newCard(), evening, TODAY - 1, evening - DAY)]);
		expect(next(queue, NOON)).toEqual({ card: 'deck:note#0' });
	});

	it('joins the queues of several decks', () => {
		const joined = joinQueues([queueOf(due(4)), queueOf(fresh(2)), queueOf([learningCard(newCard(), NOON)])]);
		expect(counts(joined)).toEqual({ new: 2, learning: 1, review: 4 });
		expect(joined.dayEnds).toBe(DAY_ENDS);
	});
});

describe('a session', () => {
	it('brings a learning card back when it is due, before the others', () => {
		const [a, b, c] = fresh(3);
		if (!a || !b || !c) throw new Error('unreachable');
		let queue = queueOf([a, b, c]);
		const event = { at: NOON, day: TODAY, id: 'event' as EventId, lamport: 1, rating: 1 } as const;
		queue = afterGrade(queue, review(a, event, DEFAULT_PRESET));
		expect(counts(queue)).toEqual({ new: 2, learning: 1, review: 0 });
		expect(next(queue, NOON + MINUTE - 1)).toEqual({ card: b.id });
		expect(next(queue, NOON + MINUTE)).toEqual({ card: a.id });
	});

	it('shows a learning card ahead of its time only when nothing else is left, and then waits', () => {
		const soon = queueOf([learningCard(newCard(), NOON + LEARN_AHEAD)]);
		expect(next(soon, NOON)).toEqual({ card: 'deck:note#0' });
		const later = queueOf([learningCard(newCard(), NOON + LEARN_AHEAD + 1)]);
		expect(next(later, NOON)).toEqual({ waitUntil: NOON + 1 });
		expect(next(later, NOON + 1)).toEqual({ card: 'deck:note#0' });
		expect(next(queueOf([]), NOON)).toEqual({ done: true });
	});

	it('does not show the card just graded again at once while another may come', () => {
		const [a, b] = [learningCard(newCard('a'), NOON + MINUTE), learningCard(newCard('b'), NOON + 9 * MINUTE)];
		const queue = afterGrade(queueOf([a, b]), a);
		expect(next(queue, NOON)).toEqual({ card: b.id });
		expect(next(remove(queue, [b.id]), NOON)).toEqual({ card: a.id });
		expect(next(queue, NOON + MINUTE)).toEqual({ card: a.id });
	});

	it('keeps learning cards in the order in which they come back', () => {
		const [a, b, c] = [5, 15, 10].map((minutes) => learningCard(newCard(`n-${minutes}`), NOON + minutes * MINUTE));
		if (!a || !b || !c) throw new Error('unreachable');
		const queue = [a, b, c].reduce(afterGrade, queueOf([]));
		expect(queue.learning.map((entry) => entry.card)).toEqual([a.id, c.id, b.id]);
	});

	it('lets go of a card that is done for today, or suspended', () => {
		const [a] = due(1);
		if (!a) throw new Error('unreachable');
		const queue = queueOf([a]);
		expect(next(afterGrade(queue, reviewCard(a, TODAY + 10)), NOON)).toEqual({ done: true });
		const leech = { ...learningCard(a, NOON), suspended: { value: true, stamp: null } };
		expect(next(afterGrade(queue, leech), NOON)).toEqual({ done: true });
		expect(next(afterGrade(queue, learningCard(a, DAY_ENDS)), NOON)).toEqual({ done: true });
	});

	it('shows an undone card first, whatever is due, and leaves all else as it was', () => {
		const [a, b] = due(2);
		if (!a || !b) throw new Error('unreachable');
		const before = queueOf([a, b, learningCard(newCard('c'), NOON - 1)]);
		const undone = putBack(afterGrade(before, learningCard(a, NOON - 2)), a);
		expect(next(undone, NOON)).toEqual({ card: a.id });
		expect(undone.main).toEqual(before.main);
		expect(undone.learning).toEqual(before.learning);
		expect(next(remove(undone, [a.id]), NOON)).toEqual({ card: 'deck:c#0' });
	});

	it('puts an undone learning card back to its own time', () => {
		const card = learningCard(newCard('c'), NOON + 60 * MINUTE);
		const undone = putBack(queueOf(due(1)), card);
		expect(next(undone, NOON)).toEqual({ card: card.id });
		expect(undone.learning).toEqual([{ card: card.id, dueAt: NOON + 60 * MINUTE }]);
	});
});
