import { defineConfig } from '@playwright/test';

// Requests that the service worker makes are recorded too.
process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS ??= '1';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: true,
	// For a machine that stands still for seconds. Each second try is told of at the end, and scripts/test.mjs allows
	// only a few; tests that hold data to be whole have none.
	retries: 1,
	workers: 2,
	// Long, since a machine shared with others may stand still for seconds; what passes does not wait for it.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]]
});
