import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { shellChunks } from './scripts/shell-chunks.mjs';

export default defineConfig({
	plugins: [sveltekit(), shellChunks()],
	// `data:` URLs of fonts and modules would need a wider content security policy.
	build: { assetsInlineLimit: 0 },
	// What the package names by default is one old-style script, a tenth larger and for browsers that lack what Recite needs.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
	worker: { format: 'es' },
	test: {
		include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts', 'tests/interop/**/*.test.ts'],
		environment: 'node',
		// Properties run many histories; a busy machine is no failure.
		testTimeout: 60_000
	}
});
