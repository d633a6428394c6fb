import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { score } from '../../../src/cli/gold-score';
import { readSheet, recordSheet, sheetOf } from '../../../src/cli/gold-sheet';
import { DANCE, DRONES, EGGS, TEXT, generated, gold, judged } from './gold-example';

const sheet = sheetOf([score(gold(judged(EGGS)), generated(EGGS, DANCE, DRONES))], () => TEXT);
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gold-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a sheet', () => {
	it('lists the unjudged cards with their sentences', () => {
		expect(sheet).toContain('# Bees dance in the dark.');
		expect(sheet).toContain('Where do bees dance?');
		expect(sheet).not.toContain('How many eggs');
	});

	it('is empty when all is judged', () => {
		expect(sheetOf([score(gold(judged(EGGS)), generated(EGGS))], () => TEXT)).toBe('');
	});

	it('gives back the verdicts that were filled in, and no others', () => {
		const filled = sheet.replace('verdict: "?"', 'verdict: bad open, trivial');
		expect(readSheet(filled).get('bees')).toMatchObject([
			{ front: 'Where do bees dance?', verdict: 'bad', defects: ['open', 'trivial'] }
		]);
	});

	it.each(['fine', 'bad', 'good open', 'bad ugly'])('refuses the verdict “%s”', (words) => {
		expect(() => readSheet(sheet.replace('verdict: "?"', `verdict: ${words}`))).toThrow(/is no verdict/);
	});

	it('refuses a card whose texts were changed', () => {
		const changed = sheet
			.replace('verdict: "?"', 'verdict: good')
			.replace('Where do bees dance', 'Where do they dance');
		expect(() => readSheet(changed)).toThrow(/texts were changed/);
	});

	it('is taken over beside the verdicts there are, the later one counting', async () => {
		const path = join(folder, 'sheet.yaml');
		await writeFile(path, sheet.replaceAll('verdict: "?"', 'verdict: good'));
		const taken = await recordSheet(folder, [gold(judged(EGGS), judged(DANCE, 'open'))], path);
		const written: unknown = parse(await readFile(join(folder, 'judgements', 'bees.yaml'), 'utf8'));
		expect(taken).toBe(2);
		expect(written).toHaveLength(3);
		expect(written).toContainEqual(expect.objectContaining({ front: 'Where do bees dance?', verdict: 'good' }));
	});
});
