import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeFacts } from '../../../src/cli/gold-reach';
import { readGoldSet } from '../../../src/cli/gold-set';
import { readInput } from '../../../src/lib/generation/input/read-input';

const GOLD = join('tests', 'gold');
const documents = await readGoldSet(GOLD);

describe('the gold set', () => {
	it('has documents to develop with and documents held out', () => {
		expect(documents.filter(({ set }) => set === 'dev')).toHaveLength(5);
		expect(documents.filter(({ set }) => set === 'held-out')).toHaveLength(6);
	});

	it.each(documents.map((each) => [each.name, each] as const))('%s states each of its facts', async (_, gold) => {
		const { text } = await readInput(basename(gold.file), await readFile(gold.file));
		const placed = placeFacts(text, gold.facts);
		expect(placed).toHaveLength(gold.facts.length);
		expect(gold.facts.length).toBeGreaterThanOrEqual(30);
	});
});

describe('reading a gold set', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'gold-'));
		await cp(GOLD, folder, { recursive: true });
	});
	afterEach(() => rm(folder, { recursive: true }));

	it('refuses a judgement whose texts are not those that were judged', async () => {
		const changed = '- card: 0123456789ab\n  front: Why?\n  back: Because\n  verdict: good\n';
		await writeFile(join(folder, 'judgements', 'karst.yaml'), changed);
		await expect(readGoldSet(folder)).rejects.toThrow(/0123456789ab.*Judge the card again/);
	});

	it('refuses a document that no set names', async () => {
		await writeFile(join(folder, 'documents', 'stray.txt'), 'Stray.');
		await expect(readGoldSet(folder)).rejects.toThrow(/does not name stray\.txt/);
	});

	it('says where a list of facts is not of its form', async () => {
		await writeFile(join(folder, 'facts', 'karst.yaml'), '- id: a\n  type: rumour\n');
		await expect(readGoldSet(folder)).rejects.toThrow(/karst\.yaml, at 0\.type/);
	});
});
