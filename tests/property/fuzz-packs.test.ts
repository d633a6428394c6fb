import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import { readArchive } from '../../src/lib/deck-format/deck-archive';
import { checkDeck } from '../../src/lib/deck-format/check-deck';
import { openPack } from '../../src/lib/deck-format/open-pack';
import { sha256Hex } from '../../src/lib/deck-format/pack-id';
import { parsePack } from '../../src/lib/deck-format/parse-pack';
import { hasErrors, type Problem } from '../../src/lib/deck-format/problem';
import { readDeck } from '../../src/lib/deck-format/read-deck';
import { AppError } from '../../src/lib/domain/app-error';
import type { PackId } from '../../src/lib/domain/ids';
import { readBackup } from '../../src/lib/state/backup/read-backup';
import { encodeSegment } from '../../src/lib/storage/segment';
import { asFile } from '../support/backup';
import { fuzz } from '../support/fuzzing';
import { mutated, randomBytes, type Dice } from '../support/mutations';

// Many cases; a busy machine is no fault, and what hangs is ended by the watch in `fuzz`.
vi.setConfig({ testTimeout: 600_000 });

const root = join(import.meta.dirname, '../fixtures/decks/honeybee');
const deck: readonly (readonly [string, Uint8Array])[] = readdirSync(root, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => join(entry.parentPath, entry.name))
	.map((file) => [relative(root, file).replace(/\\/g, '/'), new Uint8Array(readFileSync(file))]);

const YAML = [
	'- ',
	': ',
	'&a ',
	'*a',
	'>-\n',
	'|\n',
	'"',
	"'",
	'[',
	'{',
	'\t',
	'---\n',
	'...',
	'!!js/function ',
	'<<: ',
	'? ',
	'#',
	'\u2028',
	'null',
	'{{c1::'
];
const JSONS = ['null', '[]', '{}', '-1', '1e999', '"', '"\\ud800"', 'true', '"__proto__":', '"start":', ',', ']'];

/** The deck with faults in one of its files, or in two. */
function brokenDeck(roll: Dice): Map<string, Uint8Array> {
	const files = new Map(deck);
	for (let i = 1 + roll(2); i > 0; i--) {
		const [path, content] = deck[roll(deck.length)] ?? ['deck.yaml', new Uint8Array()];
		if (roll(30) === 0) files.delete(path);
		else files.set(path, roll(30) === 0 ? randomBytes(roll) : mutated(content, roll, YAML));
	}
	return files;
}

/** A reader gives a value, or at least one error in words with a place. */
function expectAnswer(value: unknown, problems: readonly Problem[]): void {
	expect(value === null).toBe(hasErrors(problems));
	for (const { message, file, line, column } of problems) {
		if (message === '' || file === '' || line < 1 || column < 1)
			throw new Error(`A problem says too little: ${message}`);
	}
}

/** Values of a pack put in each other’s places, taken out, or of another type: JSON is whole, the pack is not. */
function brokenValue(value: unknown, roll: Dice): unknown {
	const odd = [null, '', -1, 1.5, 1e15, true, [], {}, 'x'.repeat(50), '{{c1::', '\ud800'];
	if (typeof value !== 'object' || value === null || roll(12) === 0) return odd[roll(odd.length)];
	const entries = Object.entries(value);
	const at = roll(Math.max(1, entries.length));
	const changed = entries.flatMap(([key, each], i): [string, unknown][] => {
		if (i !== at) return [[key, each]];
		if (roll(15) === 0) return [];
		return [[roll(20) === 0 ? `${key}x` : key, brokenValue(each, roll)]];
	});
	return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

const { value: pack } = await readDeck(new Map(deck));
const text = canonicalJson(pack);

describe('a broken deck', () => {
	it('gives a pack or problems', async () => {
		let sound = 0;
		await fuzz('deck', 2000, async (roll) => {
			const { value, problems } = await readDeck(brokenDeck(roll));
			expectAnswer(value, problems);
			if (value !== null) sound++;
		});
		expect(sound).toBeGreaterThan(20);
	});

	it('is linted as far as it could be read', async () => {
		await fuzz('check', 700, async (roll) => {
			const { value, problems } = await checkDeck(brokenDeck(roll));
			expectAnswer(value, problems);
		});
	});
});

describe('a broken pack', () => {
	it('comes from a sound one', () => {
		expect(parsePack(JSON.parse(text)).problems).toEqual([]);
	});

	it('of whole JSON is a pack or has problems', async () => {
		let sound = 0;
		await fuzz('value', 3000, (roll) => {
			const { value, problems } = parsePack(brokenValue(pack, roll));
			expectAnswer(value, problems);
			if (value !== null) sound++;
		});
		expect(sound).toBeGreaterThan(20);
	});

	it('of broken text is opened or refused in words, even under its own name', async () => {
		await fuzz('pack', 2000, async (roll) => {
			const written = new TextDecoder().decode(mutated(strToU8(text), roll, JSONS));
			const id = (await sha256Hex(new TextEncoder().encode(written))) as PackId;
			await told(() => openPack(written, id), /^pack-(invalid|damaged)$/);
		});
	});
});

const hash = (bytes: Uint8Array): Promise<string> => sha256Hex(bytes.slice());
const pictures = deck
	.filter(([path]) => path.startsWith('media/'))
	.map(async ([, bytes]) => [`media/${await hash(bytes)}`, bytes] as const);
const packed: Readonly<Record<string, Uint8Array>> = {
	'recite-deck.json': strToU8(
		JSON.stringify({ format: 'recite-deck', version: 1, pack: await hash(strToU8(text)), releases: [] })
	),
	'pack.json': strToU8(text),
	...Object.fromEntries(await Promise.all(pictures))
};

describe('a broken deck file', () => {
	const refusals = /^(not-a-zip|not-a-deck|deck-newer|(archive|pack|picture|deck)-[a-z-]+)$/;

	it.each([
		['recite', packed],
		['folder', Object.fromEntries(deck)]
	])('of the sort %s is opened or refused in words', async (name, files: Readonly<Record<string, Uint8Array>>) => {
		const names = Object.keys(files);
		const whole = zipSync(files);
		expect((await readArchive(whole)).pack.deck).toBe(pack?.deck);
		await fuzz(name, 600, (roll) => {
			const part = names[roll(names.length)] ?? '';
			const inside = (): Uint8Array =>
				zipSync({ ...files, [part]: mutated(files[part] ?? new Uint8Array(), roll, JSONS) });
			return told(() => readArchive(roll(2) === 0 ? inside() : mutated(whole, roll, ['PK\x01\x02'])), refusals);
		});
	});
});

describe('a broken backup', () => {
	const event = {
		id: '01J00000000000000000000000',
		device: 'a',
		lamport: 1,
		at: 1,
		tz: 'UTC',
		kind: 'undo',
		v: 1,
		of: '01J00000000000000000000001'
	};
	const files = {
		'recite-backup.json': strToU8(
			JSON.stringify({ format: 'recite-backup', version: 1, made: 1, events: 1, packs: 1 })
		),
		'log/01J00000000000000000000000': encodeSegment([event as never]),
		[`packs/${'0'.repeat(64)}.json`]: strToU8(text),
		[`media/${'0'.repeat(64)}`]: Uint8Array.of(1, 2, 3)
	};

	it('is read or refused in words', async () => {
		const whole = zipSync(files);
		await fuzz('backup', 1500, (roll) =>
			told(async () => readBackup(asFile(mutated(whole, roll, ['PK\x01\x02', 'log/']))), /^not-a-backup$/)
		);
	});

	it('with a broken part leaves that part out, or is refused in words', async () => {
		const names = Object.keys(files);
		await fuzz('part', 1500, (roll) => {
			const name = names[roll(names.length)] ?? '';
			const part = mutated(files[name] ?? new Uint8Array(), roll, JSONS);
			return told(async () => readBackup(asFile(zipSync({ ...files, [name]: part }))), /^not-a-backup$/);
		});
	});
});

async function told(work: () => Promise<unknown>, code: RegExp): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof AppError) || !code.test(error.code)) throw error;
	}
}
