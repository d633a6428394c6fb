import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deckFoldersIn, readFolder } from '../../../src/cli/deck-folder';
import { SCHEMAS } from '../../../src/lib/deck-format/json-schema';
import { readDeck } from '../../../src/lib/deck-format/read-deck';

async function published(name: string): Promise<object> {
	const schema: unknown = JSON.parse(await readFile(join('static/schema', name), 'utf8'));
	if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is not a schema`);
	return schema;
}

async function validator(name: string) {
	return new Ajv({ strict: false, allErrors: true }).compile(await published(name));
}

describe('the published schemas', () => {
	it.each(Object.keys(SCHEMAS))('%s is what the shapes say; npm run decks -- schema writes it', async (name) => {
		expect(await published(name)).toEqual(JSON.parse(JSON.stringify(SCHEMAS[name])));
	});

	it('hold for every deck here', async () => {
		const folders = [...(await deckFoldersIn('decks')), ...(await deckFoldersIn('tests/fixtures/decks'))];
		const [deck, notes] = await Promise.all([validator('deck.schema.json'), validator('notes.schema.json')]);
		expect(folders.length).toBeGreaterThan(0);
		for (const folder of folders) {
			for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yaml'))) {
				const check = file === 'deck.yaml' ? deck : notes;
				check(parse(await readFile(join(folder, file), 'utf8')));
				expect(check.errors ?? [], join(folder, file)).toEqual([]);
			}
		}
	});

	it('hold for every pack, and for what its authors declare', async () => {
		const check = await validator('pack.schema.json');
		for (const folder of [...(await deckFoldersIn('decks')), ...(await deckFoldersIn('tests/fixtures/decks'))]) {
			const { value } = await readDeck(await readFolder(folder));
			const declared = {
				acronyms: { FO: 'a fact' },
				terms: [['one'], ['two', 'three']],
				waived: { a: { acronym: 'Known.' } }
			};
			for (const pack of [value, { ...value, ...declared }]) {
				check(pack);
				expect(check.errors ?? [], folder).toEqual([]);
			}
			expect(check({ ...value, acronyms: { FO: 1 } })).toBe(false);
			expect(check({ ...value, waived: { a: 'Known.' } })).toBe(false);
			expect(check({ ...value, more: 1 })).toBe(false);
		}
	});

	it.each([
		['an unknown key', { id: 'a', kind: 'basic', front: 'F', back: 'B', explian: 'E' }],
		['an unknown kind', { id: 'a', kind: 'basik', front: 'F', back: 'B' }],
		['a missing key', { id: 'a', kind: 'basic', front: 'F' }],
		['a key of another kind', { id: 'a', kind: 'basic', front: 'F', back: 'B', steps: ['a', 'b', 'c'] }],
		['too few steps', { id: 'a', kind: 'sequence', front: 'F', steps: ['a', 'b'] }],
		['a bad id', { id: 'A b', kind: 'basic', front: 'F', back: 'B' }]
	])('refuse a note with %s', async (_, note) => {
		const check = await validator('notes.schema.json');
		expect(check([note])).toBe(false);
	});
});
