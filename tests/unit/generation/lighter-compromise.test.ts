import nlp from 'compromise/two';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lighterCompromise } from '../../../scripts/lighter-compromise.mjs';
import { sentences } from '../../../src/lib/domain/text/sentences';

type Tagger = typeof nlp;

let folder = '';
let lighter: Tagger;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'recite-compromise-'));
	const entry = join(folder, 'entry.js');
	const whole = pathToFileURL(join(import.meta.dirname, '../../../node_modules/compromise/src/two.js')).pathname;
	await writeFile(entry, `export { default } from ${JSON.stringify(whole)};`);
	await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [lighterCompromise()],
		build: { outDir: join(folder, 'out'), lib: { entry, formats: ['es'], fileName: () => 'lighter.mjs' }, minify: true }
	});
	const built: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'out/lighter.mjs')).href);
	lighter = (built as { default: Tagger }).default;
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every word as it was split, with its tags in order. */
const read = (tagger: Tagger, text: string): unknown =>
	tagger(text).document.map((part) =>
		part.map((term) => [
			...['pre', 'text', 'post', 'normal', 'implicit', 'switch'].map((name): unknown => Reflect.get(term, name)),
			...(term.tags ?? [])
		])
	);

test('is a good deal smaller than the package, packed as servers pack it', async () => {
	const packed = async (file: string): Promise<number> => gzipSync(await readFile(file)).length;
	const whole = await packed('node_modules/compromise/builds/two/compromise-two.mjs');
	expect(await packed(join(folder, 'out/lighter.mjs'))).toBeLessThan(0.77 * whole);
});

test('holds the same words in the same classes', () => {
	const { one, two } = lighter.model() as Record<string, Record<string, unknown>>;
	const whole = nlp.model() as Record<string, Record<string, unknown>>;
	expect({ ...(one?.lexicon ?? {}) }).toEqual({ ...(whole.one?.lexicon ?? {}) });
	expect(one?._multiCache).toEqual(whole.one?._multiCache);
	expect(one?.frozenLex).toEqual(whole.one?.frozenLex);
	expect(two?.switches).toEqual(whole.two?.switches);
	expect(two?.uncountable).toEqual(whole.two?.uncountable);
});

test('holds the same endings, letters and patterns', () => {
	const { one, two } = lighter.model() as Record<string, Record<string, unknown>>;
	const whole = nlp.model() as Record<string, Record<string, unknown>>;
	for (const name of ['unicode', 'aliases', 'abbreviations', 'prefixes', 'suffixes'])
		expect(one?.[name], name).toEqual(whole.one?.[name]);
	// The colours are for the log.
	const tags = (all: unknown): unknown =>
		Object.entries(all as Record<string, object>).map(([tag, kin]) => [tag, { ...kin, color: '' }]);
	expect(tags(one?.tagSet)).toEqual(tags(whole.one?.tagSet));
	const { adjToNoun: _, ...models } = whole.two?.models as Record<string, unknown>;
	expect(two?.models).toMatchObject(models);
	for (const name of [
		'irregularPlurals',
		'suffixPatterns',
		'prefixPatterns',
		'neighbours',
		'clues',
		'orgWords',
		'placeWords'
	])
		expect(two?.[name], name).toEqual(whole.two?.[name]);
	// What stands third is an example, for the log.
	const patterns = (all: unknown): unknown =>
		Object.entries(all as object).map(([end, list]: [string, unknown]) =>
			end === '0' || Array.isArray(list) ? [end, (list as unknown[]).slice(0, 2)] : [end, list]
		);
	for (const name of ['regexNormal', 'regexText', 'regexNumbers'])
		expect(patterns(two?.[name]), name).toEqual(patterns(whole.two?.[name]));
	const byEnd = (all: unknown): unknown => Object.entries(all as object).map(([end, list]) => [end, patterns(list)]);
	expect(byEnd(two?.endsWith)).toEqual(byEnd(whole.two?.endsWith));
	const rules = (all: unknown): unknown =>
		(all as { match: string; group?: unknown; tag?: unknown }[]).map(({ match, group, tag }) => [match, group, tag]);
	expect(rules(two?.matches)).toEqual(rules(whole.two?.matches));
});

test('reads the sentences of documents alike', async () => {
	const folders = ['tests/gold/documents', 'decks/ketamine/documents', 'tests/fixtures/decks/honeybee/documents'];
	const names = folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name)));
	for (const name of (await Promise.all(names)).flat()) {
		const text = await readFile(name, 'utf8');
		expect(read(lighter, text), name).toEqual(read(nlp, text));
		for (const { start, end } of sentences(text, 0, text.length)) {
			const sentence = text.slice(start, end);
			expect(read(lighter, sentence), sentence).toEqual(read(nlp, sentence));
		}
	}
});

test('reads whatever its words are put together to alike', () => {
	const words = Object.keys((nlp.model() as { one: { lexicon: object } }).one.lexicon);
	const marks = [
		'',
		'',
		'',
		'',
		',',
		';',
		':',
		' –',
		'’s',
		"'ll",
		"n't",
		"'d",
		'-',
		'/',
		' 12',
		' 1999',
		' $5',
		'%',
		'.'
	];
	// A fixed walk through the vocabulary: sentences of eight words from all over it.
	let at = 7;
	const next = <T>(list: readonly T[]): T | undefined => {
		at = (at * 48_271) % 2_147_483_647;
		return list[at % list.length];
	};
	for (let i = 0; i < 1200; i++) {
		const parts = Array.from({ length: 8 }, (_, k) => {
			const word = next(words) ?? '';
			const isCapital = k === 0 || at % 7 === 0;
			return (isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word) + (next(marks) ?? '');
		});
		const sentence = `${parts.join(' ')}.`;
		expect(read(lighter, sentence), sentence).toEqual(read(nlp, sentence));
	}
});

test('finds the same base forms', () => {
	const baseOf = (tagger: Tagger, word: string): unknown => {
		const { two } = tagger.methods() as {
			two: { transform: { verb: { toInfinitive: (...all: unknown[]) => unknown } } };
		};
		return two.transform.verb.toInfinitive(word, tagger.model(), 'PastTense');
	};
	const words = Object.keys((nlp.model() as { one: { lexicon: object } }).one.lexicon);
	for (const word of [...words.filter((each) => /(ed|t|n|g)$/.test(each)), 'upregulated', 'misfolded'])
		expect(baseOf(lighter, word), word).toBe(baseOf(nlp, word));
});
