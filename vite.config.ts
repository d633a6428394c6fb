import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// `data:` URLs of fonts and modules would need a wider content security policy.
	build: { assetsInlineLimit: 0 },
	worker: { format: 'es' },
	test: {
		include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts', 'tests/interop/**/*.test.ts'],
		environment: 'node'
	}
});
