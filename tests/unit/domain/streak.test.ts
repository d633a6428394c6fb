import { describe, expect, it } from 'vitest';
import { streak } from '../../../src/lib/domain/streak';

describe('a streak', () => {
	it('is nothing before the first review', () => {
		expect(streak([], 10)).toEqual({ current: 0, longest: 0 });
	});

	it('counts today once something was reviewed, and stands from yesterday until then', () => {
		expect(streak([8, 9, 10], 10)).toEqual({ current: 3, longest: 3 });
		expect(streak([8, 9], 10)).toEqual({ current: 2, longest: 2 });
	});

	it('is over after a whole day without a review, but the longest is remembered', () => {
		expect(streak([3, 4, 5, 6, 8], 10)).toEqual({ current: 0, longest: 4 });
	});
});
