import { expect, it } from 'vitest';
import { callsLeech } from '../../../src/lib/domain/leech';

const calledAt = (threshold: number): number[] =>
	Array.from({ length: 21 }, (_, lapses) => lapses).filter((lapses) => callsLeech(lapses, threshold));

it('calls a card a leech at the threshold and at every half of it after that', () => {
	expect(calledAt(8)).toEqual([8, 12, 16, 20]);
	expect(calledAt(5)).toEqual([5, 8, 11, 14, 17, 20]);
	expect(calledAt(1)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

it('never does with a threshold of 0', () => {
	expect(calledAt(0)).toEqual([]);
});
