import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What no layer below `state/` may do, because Node, workers and tests run the same files. */
const belowState = ['domain', 'deck-format', 'generation', 'anki', 'storage', 'sync'].map(
	(layer) => `src/lib/${layer}/**/*.ts`
);

export default defineConfig(
	{
		ignores: [
			'node_modules/',
			'.svelte-kit/',
			'.cache/',
			'build/',
			'static/packs/',
			'test-results/',
			'playwright-report/',
			'tests/fixtures/'
		]
	},
	ts.configs.recommended,
	ts.configs.stylistic,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript knows which names exist.
			'no-undef': 'off',
			'no-console': 'error',
			'no-debugger': 'error',
			'no-eval': 'error',
			'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
			'no-fallthrough': 'error',
			'no-cond-assign': 'error',
			'no-dupe-else-if': 'error',
			'no-self-assign': 'error',
			'no-self-compare': 'error',
			'no-unsafe-finally': 'error',
			'no-unsafe-optional-chaining': 'error',
			'no-useless-escape': 'error',
			'no-irregular-whitespace': 'error',
			'no-template-curly-in-string': 'error',
			'no-throw-literal': 'error',
			eqeqeq: ['error', 'always'],
			'object-shorthand': 'error',
			'prefer-const': ['error', { destructuring: 'all' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-empty-function': 'off',
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/consistent-indexed-object-style': 'off',
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Write a union of literals instead of an enum.' },
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: true }],
			'svelte/require-each-key': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			// A Map that nothing on the page is drawn from need not be reactive.
			'svelte/prefer-svelte-reactivity': 'off',
			// `$state` variables are declared with let though only their members change.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }]
		}
	},
	{
		// Components are given whole addresses; the pages make them.
		files: ['src/lib/ui/**'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['src/lib/domain/**/*.ts', 'src/lib/deck-format/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['window', 'document', 'navigator', 'localStorage', 'fetch', 'performance'].map((name) => ({
					name,
					message: 'This layer is pure: pass the value in.'
				}))
			]
		}
	},
	{
		files: ['src/lib/domain/**/*.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'domain/ has no clock: pass `now` in.' },
				{ object: 'Math', property: 'random', message: 'domain/ has no randomness: pass a seed in.' },
				{ object: 'crypto', property: 'getRandomValues', message: 'domain/ has no randomness: pass bytes in.' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Write a union of literals instead of an enum.' },
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: 'domain/ has no clock: pass `now` in.'
				},
				{ selector: 'AwaitExpression', message: 'domain/ is synchronous.' }
			]
		}
	},
	{
		files: belowState,
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ group: ['$lib', '$lib/*', '$app/*'], message: 'Below state/ imports are relative.' }] }
			]
		}
	},
	{
		// Commands talk to a terminal.
		files: ['scripts/**', 'src/cli/**', 'tests/bench/**', 'tests/e2e/support/**'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['src/service-worker.ts'],
		languageOptions: { globals: globals.serviceworker }
	}
);
