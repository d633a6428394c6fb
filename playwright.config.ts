import { defineConfig } from '@playwright/test';

// Requests that the service worker makes are recorded too.
process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS ??= '1';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: true,
	// A test that passes at the second try has found something.
	retries: 0,
	workers: 2,
	// Long, since a machine shared with others may stand still for seconds; what passes does not wait for it.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]]
});
