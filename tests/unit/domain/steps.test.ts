import { describe, expect, it } from 'vitest';
import { moveStep } from '../../../src/lib/domain/steps';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('moveStep', () => {
	const steps = [MINUTE, 10 * MINUTE, 60 * MINUTE];

	it('sends Again to the first step from anywhere', () => {
		for (const step of [0, 1, 2]) expect(moveStep(steps, step, 1)).toEqual({ step: 0, wait: MINUTE });
	});

	it('lets Hard repeat its step, and on the first wait midway to the second', () => {
		expect(moveStep(steps, 0, 2)).toEqual({ step: 0, wait: 5.5 * MINUTE });
		expect(moveStep(steps, 1, 2)).toEqual({ step: 1, wait: 10 * MINUTE });
	});

	it('lets Hard on an only step wait half as long again, a day more at most', () => {
		expect(moveStep([10 * MINUTE], 0, 2)).toEqual({ step: 0, wait: 15 * MINUTE });
		expect(moveStep([4 * DAY], 0, 2)).toEqual({ step: 0, wait: 5 * DAY });
	});

	it('moves Good on to the next step and from the last one out', () => {
		expect(moveStep(steps, 0, 3)).toEqual({ step: 1, wait: 10 * MINUTE });
		expect(moveStep(steps, 2, 3)).toBe('graduate');
	});

	it('lets Easy out at once, and everything where there are no steps', () => {
		expect(moveStep(steps, 0, 4)).toBe('graduate');
		for (const rating of [1, 2, 3, 4] as const) expect(moveStep([], 0, rating)).toBe('graduate');
	});

	it('takes a step beyond the last for the last, because steps may have been taken away', () => {
		expect(moveStep([MINUTE, 10 * MINUTE], 5, 2)).toEqual({ step: 1, wait: 10 * MINUTE });
		expect(moveStep([MINUTE, 10 * MINUTE], 5, 3)).toBe('graduate');
	});
});
