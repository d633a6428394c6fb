import { describe, expect, it } from 'vitest';
import { readReleases, RELEASES } from '../../../src/routes/help/releases';

describe('the changelog', () => {
	it('is read as releases with their changes', () => {
		const text =
			'# Changelog\n\nIntro.\n\n## 2.0.0\n\n- One thing\n  over two lines.\n- Another.\n\n## 1.0.0\n\n- First.\n';
		expect(readReleases(text)).toEqual([
			{ version: '2.0.0', changes: ['One thing over two lines.', 'Another.'] },
			{ version: '1.0.0', changes: ['First.'] }
		]);
	});

	it('of this project has an entry for its version with something in it', async () => {
		const { version } = (await import('../../../package.json')).default;
		expect(RELEASES[0]?.version).toBe(version);
		expect(RELEASES[0]?.changes.length).toBeGreaterThan(0);
	});
});
