import { beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/cli/deck-folder';
import type { Pack } from '../../../src/lib/domain/pack';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { checkDeck } from '../../../src/lib/deck-format/check-deck';
import { openPack } from '../../../src/lib/deck-format/open-pack';
import { packId } from '../../../src/lib/deck-format/pack-id';
import { parsePack } from '../../../src/lib/deck-format/parse-pack';
import { printDeck } from '../../../src/lib/deck-format/print-deck';

let pack: Pack;

beforeAll(async () => {
	const { value, problems } = await checkDeck(await readFolder('tests/fixtures/decks/honeybee'));
	expect(problems).toEqual([]);
	if (value === null) throw new Error('the fixture deck is not sound');
	pack = value;
});

/** The pack as foreign JSON with the value at a path replaced. */
function altered(path: string, value: unknown): unknown {
	const json: unknown = JSON.parse(canonicalJson(pack));
	const steps = path.split('.');
	const last = steps.pop() ?? '';
	let here = json as Record<string, unknown>;
	for (const step of steps) here = here[step] as Record<string, unknown>;
	if (value === undefined) delete here[last];
	else here[last] = value;
	return json;
}

describe('canonical JSON', () => {
	it('sorts keys by UTF-16 units, leaves undefined out and writes no spaces', () => {
		expect(canonicalJson({ b: [1, { z: null, a: true }], a: 'x"\n', é: 1, A: undefined, '\u{1F600}': 2, ﬁ: 3 })).toBe(
			'{"a":"x\\"\\n","b":[1,{"a":true,"z":null}],"é":1,"😀":2,"ﬁ":3}'
		);
	});

	it('refuses what JSON cannot hold', () => {
		expect(() => canonicalJson({ a: NaN })).toThrow(TypeError);
	});
});

describe('a pack', () => {
	it('goes by the SHA-256 of its canonical JSON, whatever the order of its keys', async () => {
		const turned = Object.fromEntries(Object.entries(pack).reverse()) as unknown as Pack;
		const id = await packId(pack);
		expect(id).toMatch(/^[0-9a-f]{64}$/);
		expect(await packId(turned)).toBe(id);
		expect(await packId({ ...pack, version: '1.2.1' })).not.toBe(id);
	});

	it('is read back from its JSON as it was', async () => {
		expect(parsePack(JSON.parse(canonicalJson(pack)))).toEqual({ value: pack, problems: [] });
		expect(await openPack(canonicalJson(pack), await packId(pack))).toEqual(pack);
	});

	it('is refused under another name or in another spelling', async () => {
		const text = canonicalJson(pack);
		await expect(openPack(`${text} `, await packId(pack))).rejects.toMatchObject({ code: 'pack-damaged' });
	});

	it.each([
		['is not an object', '', []],
		['has another format', 'format', 2],
		['has an unknown key', 'extra', 1],
		['lacks a title', 'title', undefined],
		['has a quote off its place', 'notes.0.sources.0.start', 1],
		['has a quote of another text', 'notes.0.sources.0.quote', 'Bees that return from food nearby'],
		['has a source in no document', 'notes.0.sources.0.document', 'nowhere'],
		['has a note of no topic', 'notes.0.topic', 'nowhere'],
		['has a note without source', 'notes.0.sources', []],
		['has two notes of one id', 'notes.1.id', 'round-dance'],
		['has a statement beyond the text', 'documents.0.statements.0.end', 1e6],
		['has blocks that leave text out', 'documents.0.blocks', [{ kind: 'heading', start: 0, end: 6 }]],
		['has offsets that are not whole', 'documents.0.blocks.0.end', 1.5],
		['has a text with a space at its end', 'title', 'The honeybee '],
		['has a drawing with a script', 'drawings', { 'hive.svg': { tag: 'script', attributes: {}, children: [] } }],
		['has a drawing with a handler', 'drawings.hive$svg.attributes.onload', 'alert(1)'],
		[
			'has a drawing without the labels asked',
			'drawings',
			{ 'hive.svg': { tag: 'svg', attributes: {}, children: [] } }
		],
		['lacks a drawing', 'drawings', {}],
		['lacks a picture', 'media', {}],
		['has a cloze without a hole', 'notes.2.text', 'Nothing hidden'],
		['has a preset out of range', 'preset.newPerDay', -1],
		['has acronyms that are none', 'acronyms', { NMDA: '' }],
		['has an empty list of acronyms', 'acronyms', {}],
		['has one group of terms', 'terms', [['drone']]],
		['waives a rule of no note', 'waived', { nowhere: { acronym: 'Known to all.' } }],
		['waives nothing', 'waived', { 'round-dance': {} }],
		['waives a rule without a reason', 'waived', { 'round-dance': { acronym: ' ' } }]
	])('that %s is refused', (_, path, value) => {
		const json = path === '' ? value : alteredDotted(path, value);
		const result = parsePack(json);
		expect(result.value).toBeNull();
		expect(result.problems.length).toBeGreaterThan(0);
	});

	it('says what its authors declared, or nothing, as packs did before they could', async () => {
		const { acronyms, terms, waived, ...silent } = pack;
		expect(acronyms).toBeDefined();
		expect(terms).toBeDefined();
		expect(waived).toBeUndefined();
		expect(await openPack(canonicalJson(silent), await packId(silent))).toEqual(silent);
		const more = { ...pack, waived: { 'round-dance': { 'front-long': 'It names both dances.' } } };
		expect(await openPack(canonicalJson(more), await packId(more))).toEqual(more);
	});

	it('names the path of what is wrong', () => {
		expect(parsePack(altered('notes.1.front', 7)).problems[0]?.file).toBe('pack.notes[1].front');
	});

	it('cannot reach the prototype by a key', () => {
		const json: unknown = JSON.parse(canonicalJson(pack).replace('"media":{', '"media":{"__proto__":{"x":1},'));
		expect(parsePack(json).value).toBeNull();
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
	});
});

/** As `altered`, with `$` for a point inside a key. */
function alteredDotted(path: string, value: unknown): unknown {
	if (!path.includes('$')) return altered(path, value);
	const json = structuredClone(pack) as unknown as Record<
		string,
		Record<string, { attributes: Record<string, unknown> }>
	>;
	const drawing = json['drawings']?.['hive.svg'];
	if (drawing !== undefined) drawing.attributes['onload'] = value;
	return json;
}

describe('print', () => {
	it('gives one deck per topic, with the documents its notes cite', () => {
		const decks = printDeck(pack);
		expect(decks.map(({ id, title, root }) => ({ id, title, root }))).toEqual([
			{ id: 'honeybee/dances', title: 'Dances', root: { id: 'honeybee', title: 'The honeybee' } },
			{ id: 'honeybee/hive', title: 'The hive', root: { id: 'honeybee', title: 'The honeybee' } }
		]);
		for (const { notes, documents } of decks) {
			for (const { sources } of notes) {
				for (const { document, quote, start, end } of sources) {
					expect(documents.find(({ id }) => id === document)?.text.slice(start, end)).toBe(quote);
				}
			}
		}
	});
});
