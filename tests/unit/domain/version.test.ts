import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/lib/domain/version';

describe('versions', () => {
	it.each([
		['1.0.0', '1.0.1'],
		['1.9.0', '1.10.0'],
		['1.9.9', '2.0.0'],
		['1.0', '1.0.1'],
		['later', '0.0.1']
	])('puts %s before %s', (older, newer) => {
		expect(compareVersions(older, newer)).toBeLessThan(0);
		expect(compareVersions(newer, older)).toBeGreaterThan(0);
	});

	it('finds neither newer when they differ in spelling alone', () => {
		expect(compareVersions('1.0', '1.0.0')).toBe(0);
	});
});
