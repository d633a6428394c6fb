import { describe, expect, it } from 'vitest';
import { readSteps, stepsText } from '../../../src/lib/domain/steps-text';

describe('steps as text', () => {
	it('read back as they were written', () => {
		for (const steps of [[], [60_000, 600_000], [30_000], [3_600_000, 86_400_000, 90_000]]) {
			expect(readSteps(stepsText(steps))).toEqual({ value: steps, problem: null });
		}
	});

	it('take a bare number for minutes, and commas between', () => {
		expect(readSteps('1, 10').value).toEqual([60_000, 600_000]);
	});

	it('say which word is wrong, and what to write', () => {
		expect(readSteps('1m soon')).toEqual({ value: null, problem: expect.stringContaining('“soon”') });
		expect(readSteps('0m').problem).toContain('out of range');
		expect(readSteps('99d').problem).toContain('out of range');
	});
});
