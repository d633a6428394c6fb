import { describe, expect, it } from 'vitest';
import { versionProblem, versionSteps } from '../../../src/lib/ui/studio/publish/version-steps';

describe('the version to come', () => {
	it('is the first, or one of three steps', () => {
		expect(versionSteps('0.0.0').map(({ version }) => version)).toEqual(['1.0.0']);
		expect(versionSteps('1.9.3').map(({ version }) => version)).toEqual(['1.9.4', '1.10.0', '2.0.0']);
	});

	it('must be three numbers, later than the one before', () => {
		expect(versionProblem('1.10.0', '1.9.3')).toBeNull();
		expect(versionProblem('1.9.3', '1.9.3')).toContain('later than 1.9.3');
		for (const typed of ['', '1.2', 'v2.0.0', '1.2.3.4', '1.-2.0'])
			expect(versionProblem(typed, '1.0.0')).toContain('three numbers');
	});
});
