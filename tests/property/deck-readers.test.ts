import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { correctionItems, correctionsOn, readCorrections, writeCorrections } from '../../src/lib/authoring/corrections';
import { feedAddress, readFeed, writeFeed } from '../../src/lib/authoring/feed';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import { readArchive, writeArchive, writeFolderZip } from '../../src/lib/deck-format/deck-archive';
import { packId } from '../../src/lib/deck-format/pack-id';
import { parsePack } from '../../src/lib/deck-format/parse-pack';
import { readDeck } from '../../src/lib/deck-format/read-deck';
import { writeDeck, type DeckFolder } from '../../src/lib/deck-format/write-deck';
import { unzipped } from '../../src/lib/deck-format/zip-reading';
import { AppError } from '../../src/lib/domain/app-error';
import type { Pack } from '../../src/lib/domain/pack';
import { draftOf } from '../support/packs';
import { stateWith } from '../support/regeneration';

let pack: Pack;
let media: Map<string, Uint8Array>;
let archive: Uint8Array;
let folder: DeckFolder;
let feed: string;
let corrections: string;

beforeAll(async () => {
	const { draft, media: pictures } = await draftOf('tests/fixtures/decks/honeybee');
	pack = draft.pack;
	media = pictures;
	const id = await packId(pack);
	const releases = [{ version: '1.2.0', date: '2026-11-21', notes: 'New.' }];
	archive = await writeArchive(pack, media, releases);
	folder = writeDeck(pack, media);
	feed = String(writeFeed({ pack, id, media, releases }).get('feed.json'));
	const flags = [{ note: 'scent', ordinal: 0, words: 'Why?' }];
	corrections = writeCorrections(correctionsOn(pack, id, { flags, edits: new Map([['scent', { back: 'Other' }]]) }));
});

/** A change of bytes or letters: some taken out at a place, others put in. */
const change = fc.record({ at: fc.nat(), out: fc.nat(12), put: fc.uint8Array({ maxLength: 12 }) });
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function mangled(bytes: Uint8Array, all: readonly { at: number; out: number; put: Uint8Array }[]): Uint8Array {
	let now = [...bytes];
	for (const { at, out, put } of all) {
		const start = at % (now.length + 1);
		now = [...now.slice(0, start), ...put, ...now.slice(start + out)];
	}
	return Uint8Array.from(now);
}

const PIECES = [
	'{',
	'}',
	'[',
	']',
	'"',
	':',
	',',
	'-1',
	'1e9',
	'null',
	'true',
	'""',
	'__proto__',
	'\\u0000',
	'\n',
	' ',
	'é',
	'../',
	'- ',
	'#',
	'|',
	'>',
	'&a',
	'*a',
	'@ ',
	'---',
	'{{c1::',
	'}}'
];
const textChanges = fc.array(
	fc.record({ at: fc.nat(), out: fc.nat(20), put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })) }),
	{ minLength: 1, maxLength: 4 }
);

function garbled(text: string, all: readonly { at: number; out: number; put: string }[]): string {
	let now = text;
	for (const { at, out, put } of all) {
		const start = at % (now.length + 1);
		now = now.slice(0, start) + put + now.slice(start + out);
	}
	return now;
}

/** A value of JSON with one thing in it put in another's place. */
const swap = fc.record({
	at: fc.nat(),
	value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(undefined, -1, 1e300, '', [], {}))
});

function swapped(json: string, { at, value }: { at: number; value: unknown }): unknown {
	const root: unknown = JSON.parse(json);
	const holders: [Record<string, unknown>, string][] = [];
	const walk = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const holder = node as Record<string, unknown>;
		for (const key of Object.keys(holder)) {
			holders.push([holder, key]);
			walk(holder[key]);
		}
	};
	walk(root);
	const [holder, key] = holders[at % holders.length] ?? [{}, ''];
	if (value === undefined) delete holder[key];
	else holder[key] = value;
	// As JSON has it: a list has no holes.
	return JSON.parse(JSON.stringify(root));
}

/** What reading gives, or the error that says in words why it gives nothing. */
function outcome<T>(read: () => T): T | AppError {
	try {
		return read();
	} catch (error) {
		if (error instanceof AppError && /\p{L}{3,}.*[.…?]$/su.test(error.message)) return error;
		throw error;
	}
}

const outcomeOf = <T>(reading: Promise<T>): Promise<T | AppError> =>
	reading.catch((error: unknown) =>
		outcome((): never => {
			throw error;
		})
	);

describe('whatever is in a file, reading it gives a deck or says why not', () => {
	it('packs with a value swapped', () => {
		const text = canonicalJson(pack);
		fc.assert(
			fc.property(swap, (one) => {
				const { value, problems } = parsePack(swapped(text, one));
				if (value === null) expect(problems.length).toBeGreaterThan(0);
				else expect(parsePack(JSON.parse(canonicalJson(value)))).toEqual({ value, problems: [] });
			}),
			{ numRuns: 2500 }
		);
	});

	it('archives with bytes changed', async () => {
		await fc.assert(
			fc.asyncProperty(changes, async (all) => {
				const read = await outcomeOf(readArchive(mangled(archive, all)));
				if (!(read instanceof AppError)) expect(read.pack).toEqual(pack);
			}),
			{ numRuns: 3000 }
		);
	});

	it('archives whose pack is another, rightly named', async () => {
		const text = canonicalJson(pack);
		await fc.assert(
			fc.asyncProperty(swap, async (one) => {
				const bytes = await writeArchive(swapped(text, one) as Pack, media, []).catch(() => null);
				if (bytes === null) return;
				const read = await outcomeOf(readArchive(bytes));
				if (!(read instanceof AppError)) expect(parsePack(read.pack).problems).toEqual([]);
			}),
			{ numRuns: 500 }
		);
	});

	it('bytes at random', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
				expect(await outcomeOf(readArchive(bytes))).toBeInstanceOf(AppError);
				const zip = outcome(() => unzipped(mangled(archive, [{ at: 7, out: 0, put: bytes }]), (name) => name));
				expect(zip).toBeDefined();
			}),
			{ numRuns: 2500 }
		);
	});

	it('deck folders with a file garbled', async () => {
		const texts = [...folder].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
		await fc.assert(
			fc.asyncProperty(fc.nat(), textChanges, async (which, all) => {
				const [path, text] = texts[which % texts.length] ?? ['', ''];
				const files = new Map(folder).set(path, garbled(text, all));
				const { value, problems } = await readDeck(files);
				if (value === null) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
				else expect(parsePack(JSON.parse(canonicalJson(value))).problems).toEqual([]);
			}),
			{ numRuns: 1500 }
		);
	});

	it('zipped folders with bytes changed', async () => {
		const zip = writeFolderZip(folder);
		await fc.assert(
			fc.asyncProperty(changes, async (all) => {
				const read = await outcomeOf(readArchive(mangled(zip, all)));
				if (!(read instanceof AppError)) expect(parsePack(read.pack).problems).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});

	it('feeds with letters or values changed', () => {
		fc.assert(
			fc.property(textChanges, swap, (all, one) => {
				for (const text of [garbled(feed, all), JSON.stringify(swapped(feed, one)) ?? '']) {
					const read = outcome(() => readFeed(text));
					if (!(read instanceof AppError)) expect(read.file).toMatch(/^packs\/[0-9a-f]{64}\.json$/);
				}
			}),
			{ numRuns: 2500 }
		);
	});

	it('corrections with letters or values changed', () => {
		const state = stateWith(pack.notes.map((note) => ({ note, position: 0, candidate: null, waived: {} })));
		fc.assert(
			fc.property(textChanges, swap, (all, one) => {
				for (const text of [garbled(corrections, all), JSON.stringify(swapped(corrections, one)) ?? '']) {
					const read = outcome(() => readCorrections(text, pack));
					if (read instanceof AppError) continue;
					for (const { apply } of correctionItems(read.corrections, state)) {
						for (const patch of apply?.patches ?? []) expect(patch.of).toBe('note');
					}
				}
			}),
			{ numRuns: 2500 }
		);
	});

	it('addresses at random', () => {
		fc.assert(
			fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string({ unit: 'grapheme' })), (typed) => {
				const address = outcome(() => feedAddress(typed));
				if (!(address instanceof AppError)) expect(feedAddress(address)).toBe(address);
			}),
			{ numRuns: 2000 }
		);
	});
});
