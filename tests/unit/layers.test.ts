import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, violations, type SourceFile } from '../support/layers';

const root = resolve(import.meta.dirname, '../..');

const check = (...files: [path: string, text: string][]) =>
	violations(files.map(([path, text]) => ({ path, text }))).map(({ message }) => message);

function sourceFiles(): SourceFile[] {
	return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }));
}

describe('the layers', () => {
	it('are held by every file', () => {
		const files = sourceFiles();
		expect(files.length).toBeGreaterThan(5);
		expect(violations(files).map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
	});
});

describe('the checker of the layers', () => {
	it.each([
		['src/lib/domain/a.ts', "import { x } from '../storage/x';", 'domain may not import storage'],
		['src/lib/domain/a.ts', "import type { X } from '../deck-format/x';", 'domain may not import deck-format'],
		['src/lib/deck-format/lint/a.ts', "import { x } from '../../storage/x';", 'deck-format may not import storage'],
		['src/lib/storage/a.ts', "const x = await import('../state/x.svelte');", 'storage may not import state'],
		['src/lib/storage/a.ts', "export { x } from '../deck-format/x';", 'storage may not import deck-format'],
		['src/lib/ui/A.svelte', "<script>import { x } from '$lib/storage/x';</script>", 'ui may not import storage'],
		['src/lib/state/a.ts', "import A from '../ui/A.svelte';", 'state may not import ui'],
		['src/lib/state/a.ts', "import { x } from '../../routes/x';", 'state may not import routes'],
		['src/cli/a.ts', "import { x } from '../lib/state/x';", 'cli may not import state'],
		['src/lib/other/a.ts', '', 'src/lib/other is not in the table of layers']
	])('refuses in %s: %s', (path, text, message) => {
		expect(check([path, text])).toEqual([expect.stringContaining(message)]);
	});

	it.each([
		['src/lib/domain/a.ts', "import { x } from '$lib/domain/x';", 'relative'],
		['src/lib/storage/a.ts', "import { base } from '$app/paths';", 'relative'],
		['src/lib/domain/queue.ts', "import { fsrs } from 'ts-fsrs';", 'only src/lib/domain/schedule'],
		['src/lib/state/a.ts', "import Dexie from 'dexie';", 'only src/lib/storage/'],
		['src/lib/domain/a.ts', "import { join } from 'node:path';", 'node:'],
		['src/lib/domain/a.ts', "import 'fflate';", 'domain takes no package but'],
		['src/routes/+page.svelte', "<script lang='ts'>\nimport { x } from '../../tests/x';\n</script>", 'outside src']
	])('refuses in %s: %s', (path, text, message) => {
		expect(check([path, text])).toEqual([expect.stringContaining(message)]);
	});

	it('refuses a cycle between files of one layer', () => {
		const found = check(
			['src/lib/domain/a.ts', "import { b } from './b';"],
			['src/lib/domain/b.ts', "import { c } from './c';"],
			['src/lib/domain/c.ts', "import { a } from './a';"]
		);
		expect(found).toEqual([expect.stringContaining('cycle')]);
	});

	it('refuses a cycle between folders', () => {
		const found = check(
			['src/lib/deck-format/lint/a.ts', "import { b } from '../schema/b';"],
			['src/lib/deck-format/schema/b.ts', ''],
			['src/lib/deck-format/schema/c.ts', "import { d } from '../lint/d';"],
			['src/lib/deck-format/lint/d.ts', '']
		);
		expect(found).toEqual([expect.stringContaining('folders')]);
	});

	it('lets a type be shared both ways', () => {
		const found = check(
			['src/lib/domain/a.ts', "import type { B } from './b';"],
			['src/lib/domain/b.ts', "import { a } from './a';"]
		);
		expect(found).toEqual([]);
	});

	it('accepts what the table allows', () => {
		const found = check(
			['src/lib/domain/schedule.ts', "import { fsrs } from 'ts-fsrs';"],
			['src/lib/storage/schema/a.ts', "import Dexie from 'dexie'; import type { X } from '../../domain/x';"],
			['src/lib/state/a.svelte.ts', "import { base } from '$app/paths'; import { x } from '../storage/x';"],
			[
				'src/lib/ui/A.svelte',
				"<script lang='ts'>import { x } from '$lib/domain/x'; import B from './B.svelte';</script>"
			],
			['src/routes/+page.svelte', "<script>import { x } from '$lib/state/x.svelte';</script>"],
			['src/cli/a.ts', "import { readFile } from 'node:fs/promises'; import { x } from '../lib/deck-format/x';"]
		);
		expect(found).toEqual([]);
	});

	it('reads static, dynamic, type and re-exporting imports but no comments or strings', () => {
		const text = [
			"import a from './a';",
			"import type { B } from './b';",
			"export { c } from './c';",
			"const d = import('./d');",
			"type E = import('./e').E;",
			"import './f.css?inline';",
			"// import g from './g';",
			'const h = "import i from \'./i\'";'
		].join('\n');
		expect(importsOf({ path: 'x.ts', text }).map(({ from }) => from)).toEqual(
			expect.arrayContaining(['./a', './b', './c', './d', './e', './f.css?inline'])
		);
		expect(importsOf({ path: 'x.ts', text })).toHaveLength(6);
	});

	it('names the line', () => {
		const [found] = violations([{ path: 'src/lib/domain/a.ts', text: "\n\nimport 'dexie';" }]);
		expect(found?.line).toBe(3);
	});
});
