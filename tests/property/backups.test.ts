import fc from 'fast-check';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/lib/deck-format/pack-id';
import { AppError } from '../../src/lib/domain/app-error';
import type { Rating } from '../../src/lib/domain/event';
import type { CardId, EventId } from '../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../src/lib/domain/preset';
import type { ProjectId } from '../../src/lib/authoring/project';
import { restoreFile } from '../../src/lib/state/backup/restore-file';
import { leftOutText } from '../../src/lib/state/backup/restored-text';
import { grade } from '../../src/lib/storage/card-actions';
import { presentCards } from '../../src/lib/storage/card-writes';
import { subscribe } from '../../src/lib/storage/library-actions';
import type { Moment } from '../../src/lib/storage/log';
import { archiveOf } from '../../src/lib/storage/project-archive';
import { createProject } from '../../src/lib/storage/projects';
import { rebuild } from '../../src/lib/storage/rebuild';
import { readLog, sealTail } from '../../src/lib/storage/sealed-log';
import type { ReciteDatabase } from '../../src/lib/storage/schema';
import { decodeSegment } from '../../src/lib/storage/segment';
import { asFile, backupBytes, soundPack } from '../support/backup';
import { derivedState, freshDatabase } from '../support/database';
import { sampleProject } from '../support/sample-project';

const START = Date.UTC(2026, 0, 5, 12);
const at = (minute: number): Moment => ({ at: START + minute * 60_000, tz: 'UTC', day: 20_458 });
const PROJECT = '01J00000000000000000000000' as ProjectId;

let whole: Uint8Array;
/** Its files, and the ids of the events in each that is a part of the log. */
let files: Readonly<Record<string, Uint8Array>>;
const eventsIn = new Map<string, EventId[]>();

beforeAll(async () => {
	const db = await learner(14, 3);
	const { state, edition, proposals } = await sampleProject();
	const media = new Map<string, Blob>();
	for (const text of ['an original', 'a picture'].map((each) => new TextEncoder().encode(each))) {
		media.set(await sha256Hex(text), new Blob([text]));
	}
	await createProject(db, PROJECT, state, START, { editions: [edition], proposals: [proposals], media });
	whole = await backupBytes(db, START);
	files = unzipSync(whole);
	for (const [name, bytes] of Object.entries(files)) {
		if (name.startsWith('log/'))
			eventsIn.set(
				name,
				decodeSegment(bytes).map(({ id }) => id)
			);
	}
});

async function learner(reviews: number, sealed: number): Promise<ReciteDatabase> {
	const db = freshDatabase();
	const { id, pack } = await soundPack(1);
	await subscribe(db, at(0), id, pack);
	for (let i = 0; i < reviews; i++) {
		const [shown] = await presentCards(db, [`bread:note-${(i % 3) * 4}#0` as CardId]);
		const rating = ((i % 4) + 1) as Rating;
		if (shown) await grade(db, at(i), { shown, rating, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
	}
	if (sealed > 0) await sealTail(db, sealed);
	return db;
}

const stored = async (db: ReciteDatabase): Promise<Record<string, unknown[]>> => ({
	...(await derivedState(db)),
	log: await readLog(db),
	keys: (await Promise.all(db.tables.map((table) => table.toCollection().primaryKeys()))).flat()
});

const idsOf = async (db: ReciteDatabase): Promise<Set<EventId>> => new Set((await readLog(db)).map(({ id }) => id));

/** Some bytes of a file changed, left out or cut off. */
interface Harm {
	readonly is: 'change' | 'lose' | 'cut';
	/** Where, as a share of the length. */
	readonly at: number;
	readonly by: number;
}
const harms = fc.array(
	fc.record({
		is: fc.constantFrom('change' as const, 'change' as const, 'lose' as const, 'cut' as const),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		by: fc.integer({ min: 1, max: 255 })
	}),
	{ minLength: 1, maxLength: 3 }
);

function harmed(bytes: Uint8Array, all: readonly Harm[]): Uint8Array {
	let out = [...bytes];
	for (const { is, at: share, by } of all) {
		const place = Math.floor(share * out.length);
		if (is === 'change') out[place] = (out[place] ?? 0) ^ by;
		else if (is === 'lose') out.splice(place, by);
		else out = out.slice(0, place);
	}
	return Uint8Array.from(out);
}

/** Restores over an empty or a used device, and holds what every outcome must keep. @returns the report, or null */
async function attempt(bytes: Uint8Array, used: boolean) {
	const db = used ? await learner(5, 2) : freshDatabase();
	await db.open();
	const before = await stored(db);
	const own = await idsOf(db);
	const report = await restoreFile(db, asFile(bytes)).catch((error: unknown) => error);
	if (report instanceof Error) {
		expect(report).toBeInstanceOf(AppError);
		expect(report).toMatchObject({ code: 'not-a-backup' });
		expect(await stored(db)).toEqual(before);
		db.close();
		return null;
	}
	const after = await idsOf(db);
	expect([...own].filter((id) => !after.has(id))).toEqual([]);
	const incremental = await derivedState(db);
	await rebuild(db);
	expect(await derivedState(db)).toEqual(incremental);
	for (const { sha256, blob } of await db.media.toArray()) {
		expect(await sha256Hex(new Uint8Array(await blob.arrayBuffer()))).toBe(sha256);
	}
	const project = await archiveOf(db, PROJECT);
	const [packs, projects] = [await db.packs.toCollection().primaryKeys(), project === undefined ? 0 : 1];
	db.close();
	return { report: report as Awaited<ReturnType<typeof restoreFile>>, ids: after, packs, projects };
}

describe('a damaged backup', () => {
	it('gives up every part that is whole, and tells the others, whatever is broken in it', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(fc.nat(20).map(String), fc.option(harms, { nil: null }), { maxKeys: 5 }),
				fc.boolean(),
				async (broken, used) => {
					const names = Object.keys(files).filter((name) => name !== 'recite-backup.json');
					const changed = new Map(
						Object.entries(broken).map(([pick, harm]) => [names[Number(pick) % names.length] ?? '', harm] as const)
					);
					const left: Zippable = {};
					for (const [name, bytes] of Object.entries(files)) {
						const harm = changed.get(name);
						if (harm !== null) left[name] = harm === undefined ? bytes : harmed(bytes, harm);
					}
					const found = await attempt(zipSync(left), used);
					expect(found).not.toBe(null);
					if (found === null) return;
					const { report, ids } = found;
					const lost = [...eventsIn].flatMap(([name, events]) => {
						const gone = events.filter((id) => !ids.has(id));
						if (!changed.has(name)) expect([name, gone]).toEqual([name, []]);
						return gone;
					});
					const [pack] = names.filter((name) => name.startsWith('packs/'));
					if (lost.length > 0 || (pack !== undefined && !found.packs.some((id) => pack.includes(id)))) {
						expect(leftOutText(report)).not.toBe(null);
					}
					const whole = names.find((name) => name.startsWith('projects/')) ?? '';
					if (!changed.has(whole)) expect(found.projects).toBe(1);
				}
			),
			{ numRuns: 120 }
		);
	}, 120_000);

	it('is taken or refused in words, with nothing half-written, wherever the file itself is harmed', async () => {
		await fc.assert(
			fc.asyncProperty(harms, fc.boolean(), async (harm, used) => {
				const found = await attempt(harmed(whole, harm), used);
				if (found === null) return;
				const all = [...eventsIn.values()].flat();
				if (all.some((id) => !found.ids.has(id))) expect(leftOutText(found.report)).not.toBe(null);
			}),
			{ numRuns: 200 }
		);
	}, 120_000);
});
