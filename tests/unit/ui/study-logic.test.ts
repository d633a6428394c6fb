import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/lib/ui/controls/number-entry';
import { SequenceOrder } from '../../../src/lib/ui/card/sequence-order.svelte';
import { heatWeeks, weekSums } from '../../../src/lib/ui/charts/heat-weeks';
import { axisOf, swipeOf } from '../../../src/lib/ui/study/swipe-track';
import { dateText } from '../../../src/lib/ui/text/date-text';
import { durationText, plural } from '../../../src/lib/ui/text/duration-text';

describe('a swipe', () => {
	it('is undecided until the finger has gone some way', () => {
		expect(axisOf(6, 5, false)).toBe('undecided');
	});
	it('is a scroll when slanted or downward', () => {
		expect(axisOf(20, 18, false)).toBe('scroll');
		expect(axisOf(0, 30, false)).toBe('scroll');
	});
	it('goes up only where there is nothing left to scroll', () => {
		expect(axisOf(2, -30, true)).toBe('scroll');
		expect(axisOf(2, -30, false)).toBe('up');
	});
	it('counts from the threshold on', () => {
		expect(swipeOf('sideways', 60, 0)).toBeNull();
		expect(swipeOf('sideways', -80, 10)).toBe('left');
		expect(swipeOf('sideways', 80, 10)).toBe('right');
		expect(swipeOf('up', 0, -80)).toBe('up');
	});
});

describe('a sequence in the hand', () => {
	const steps = ['a', 'b', 'c', 'd'];
	const names = (hand: SequenceOrder): string => hand.order.map((step) => step.text).join('');

	it('is an answer only once something was moved', () => {
		const hand = new SequenceOrder(steps, 'seed');
		expect(hand.touched).toBe(false);
		hand.moveTo(0, hand.indexOf(0) === 0 ? 1 : 0);
		expect(hand.touched).toBe(true);
	});
	it('can be put in order by moving each step to its place', () => {
		const hand = new SequenceOrder(steps, 'seed');
		for (const place of [0, 1, 2, 3]) hand.moveTo(place, place);
		expect(names(hand)).toBe('abcd');
		expect(hand.right).toBe(true);
	});
	it('stops at its ends and loses no step', () => {
		const hand = new SequenceOrder(steps, 'seed');
		hand.move(2, -10);
		expect(hand.indexOf(2)).toBe(0);
		hand.move(2, 10);
		expect(hand.indexOf(2)).toBe(3);
		expect([...names(hand)].sort().join('')).toBe('abcd');
	});
	it('goes back to where it was lifted on Escape', () => {
		const hand = new SequenceOrder(steps, 'seed');
		const before = names(hand);
		hand.lift(1);
		hand.moveTo(1, hand.indexOf(1) === 0 ? 3 : 0);
		hand.putBack();
		expect(names(hand)).toBe(before);
		expect(hand.lifted).toBeNull();
	});
	it('says where a moved step is', () => {
		const hand = new SequenceOrder(steps, 'seed');
		hand.lift(3);
		hand.moveTo(3, hand.indexOf(3) === 0 ? 1 : 0);
		expect(hand.said).toMatch(/^d, place [12] of 4\.$/);
	});
});

describe('weeks of reviews', () => {
	const days = ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17'].map((date, i) => ({
		date,
		count: [0, 1, 5, 8][i] ?? 0
	}));
	it('begin on Monday', () => {
		expect(heatWeeks(days).map(({ week, weekday }) => [week, weekday])).toEqual([
			[0, 5],
			[0, 6],
			[1, 0],
			[1, 1]
		]);
	});
	it('shade by quarters of the busiest day', () => {
		expect(heatWeeks(days).map((cell) => cell.level)).toEqual([0, 1, 3, 4]);
	});
	it('are summed for the table', () => {
		expect(weekSums(heatWeeks(days))).toEqual([
			{ from: '2026-11-14', count: 1, days: 1 },
			{ from: '2026-11-16', count: 13, days: 2 }
		]);
	});
});

describe('a number that a person writes', () => {
	const range = { min: 0.7, max: 0.99, whole: false };
	it('may have a decimal comma', () => {
		expect(readNumber(' 0,9 ', range)).toEqual({ value: 0.9, error: null });
	});
	it.each(['', 'abc', '0.5', '2', '1e400'])('is refused with a reason: “%s”', (text) => {
		const { value, error } = readNumber(text, range);
		expect(value).toBeNull();
		expect(error).toMatch(/0\.7|0\.99/);
	});
});

it('writes dates as precisely as they are known', () => {
	expect(['2025-06-22', '2025-06', '2025', 'undated'].map(dateText)).toEqual([
		'22 June 2025',
		'June 2025',
		'2025',
		'undated'
	]);
});

it('writes durations in words', () => {
	expect([0, 9_400, 10_000, 40_000, 61_000, 3_900_000, 7_200_000].map(durationText)).toEqual([
		'a few seconds',
		'a few seconds',
		'10 seconds',
		'40 seconds',
		'1 minute',
		'1 hour 5 minutes',
		'2 hours'
	]);
	expect(plural(0, 'card')).toBe('0 cards');
});
