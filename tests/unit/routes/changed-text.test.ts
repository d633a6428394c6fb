import { describe, expect, it } from 'vitest';
import { changedText } from '../../../src/routes/studio/changed-text';

const NOW = new Date(2026, 5, 22, 15, 0).getTime();
const ago = (ms: number): string => changedText(NOW - ms, NOW);
const HOUR = 3_600_000;

describe('when something was changed', () => {
	it('is told the rougher the longer it is ago', () => {
		expect(ago(20_000)).toBe('just now');
		expect(ago(60_000)).toBe('1 minute ago');
		expect(ago(3 * HOUR)).toBe('3 hours ago');
		expect(ago(16 * HOUR)).toBe('yesterday');
		expect(ago(3 * 24 * HOUR)).toBe('3 days ago');
		expect(ago(40 * 24 * HOUR)).toBe('13 May 2026');
	});

	it('is now where the clock was set back meanwhile', () => {
		expect(ago(-HOUR)).toBe('just now');
	});
});
