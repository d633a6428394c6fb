import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const FIXTURE = 'tests/fixtures/decks/honeybee';
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'decks-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the command as npm would, without npm's own lines. */
function decks(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	return new Promise((resolve) => {
		execFile(process.execPath, ['--import', 'tsx', 'src/cli/decks.ts', ...args], (error, out, err) => {
			resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
		});
	});
}

describe('npm run decks', { timeout: 20_000 }, () => {
	it('check passes a sound deck and says how far it covers its documents', async () => {
		const { code, out } = await decks('check', FIXTURE);
		expect(code).toBe(0);
		expect(out).toContain('field-guide  100.0 %  9 of 10 quoted, 1 left out with a reason');
		expect(out).toContain('1 deck, 10 notes: 0 errors, 0 warnings.');
	});

	it('check fails with file, line and column', async () => {
		await cp(FIXTURE, folder, { recursive: true });
		const hive = await readFile(join(folder, 'hive.yaml'), 'utf8');
		await writeFile(
			join(folder, 'hive.yaml'),
			hive.replace('kind: typed', 'kind: typd').replace('kind: choice', 'kind: chioce')
		);
		const { code, out } = await decks('check', folder);
		expect(code).toBe(1);
		expect(out).toMatch(/hive\.yaml:2:9 {2}error {2}There is no kind “chioce”\. Did you mean “choice”\? \(schema\)/);
		expect((await decks('print', folder)).out).toBe('');
	});

	it('print writes JSON and nothing else to standard output', async () => {
		const { code, out } = await decks('print', FIXTURE);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ decks: [{ id: 'honeybee/dances' }, { id: 'honeybee/hive' }] });
	});

	it('build writes packs and pictures named by content, the same bytes each time, and removes what is stale', async () => {
		const stale = join(folder, `${'0'.repeat(64)}.json`);
		await writeFile(stale, '{}');
		await writeFile(join(folder, 'README.md'), 'Not ours.');
		expect((await decks('build', '--out', folder, FIXTURE)).code).toBe(0);
		const names = (await readdir(folder)).sort();
		expect(names).not.toContain(`${'0'.repeat(64)}.json`);
		expect(names).toContain('README.md');
		const read = () => Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
		const first = await read();
		const index: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
		expect(index).toMatchObject({ packs: [{ deck: 'honeybee', title: 'The honeybee', version: '1.2.0', notes: 10 }] });
		await decks('build', '--out', folder, FIXTURE);
		expect(await read()).toEqual(first);
	});

	it('says how it is used', async () => {
		expect(await decks('chekc')).toMatchObject({ code: 2, out: '' });
		expect((await decks('check', 'nowhere')).err).toContain('There is no folder nowhere.');
	});
});
