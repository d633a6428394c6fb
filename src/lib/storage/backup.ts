import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { LogEvent } from '../domain/event';
import type { EventId, PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { AppError } from '../domain/app-error';
import { archiveOf, type ProjectArchive } from './project-archive';
import { isProjectArchive } from './project-check';
import { projectTables } from './project-rows';
import { rebuild, type RebuildOptions } from './rebuild';
import { restoreProjects } from './restored-projects';
import { readLog, setDamagedAside } from './sealed-log';
import { decodeForeign, encodeSegment } from './segment';

/**
 * A backup is a zip: `recite-backup.json` (what it is), `log/*` (segments as they lie in the database, the unsealed rest
 * as one more), `packs/<sha256>.json`, `media/<sha256>`, `projects/<id>.json`. Restoring takes the union by event id, so a backup can be put
 * back into a collection that has gone on since, or that comes from another device, and nothing is lost. An author's
 * project is no log: where it is here already and reads otherwise, both are kept.
 */
interface Manifest {
	readonly format: 'recite-backup';
	readonly version: 1;
	/** Unix ms. */
	readonly made: number;
	readonly events: number;
	readonly packs: number;
}

const MANIFEST = 'recite-backup.json';

export async function makeBackup(db: ReciteDatabase, now: number): Promise<Uint8Array> {
	const tables = [db.events, db.segments, ...projectTables(db)];
	const { files, events, packs } = await db.transaction('r', tables, async () => {
		const files: Zippable = {};
		let events = 0;
		for (const { id, bytes, count } of await db.segments.toArray()) {
			files[`log/${id}`] = [bytes, { level: 0 }];
			events += count;
		}
		const tail = (await db.events.toArray()).map((row) => row.event);
		const first = tail[0];
		if (first) files[`log/${first.id}`] = [encodeSegment(tail), { level: 0 }];
		const packs = await db.packs.toArray();
		for (const { id, pack } of packs) files[`packs/${id}.json`] = strToU8(JSON.stringify(pack));
		for (const project of await db.projects.toCollection().primaryKeys()) {
			files[`projects/${project}.json`] = strToU8(JSON.stringify(await archiveOf(db, project)));
		}
		return { files, events: events + tail.length, packs: packs.length };
	});
	for (const { sha256, blob } of await db.media.toArray()) {
		files[`media/${sha256}`] = [new Uint8Array(await blob.arrayBuffer()), { level: 0 }];
	}
	const manifest: Manifest = { format: 'recite-backup', version: 1, made: now, events, packs };
	files[MANIFEST] = strToU8(JSON.stringify(manifest));
	// The library's asynchronous form starts workers from blobs, which the site's policy forbids.
	return zipSync(files);
}

export interface Backup {
	readonly made: number;
	readonly segments: readonly (readonly LogEvent[])[];
	/** Parts of the log that cannot be read, and so are not among `segments`. */
	readonly unreadable: number;
	/** Events that are not what they should be, and so are not among `segments`. */
	readonly dropped: number;
	readonly packs: readonly { readonly id: PackId; readonly json: string }[];
	readonly media: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
	readonly projects: readonly ProjectArchive[];
}

/**
 * Reads a backup file without touching the database. What is damaged in its log is left out and counted, because a backup
 * saved when something is damaged already may be the only one there is.
 * @throws AppError `not-a-backup`, naming what is wrong with the file
 */
export function readBackup(bytes: Uint8Array): Backup {
	const files = unpack(bytes);
	const manifest = readJson(files, MANIFEST);
	if (
		typeof manifest !== 'object' ||
		manifest === null ||
		!('format' in manifest) ||
		manifest.format !== 'recite-backup'
	) {
		throw notABackup();
	}
	if (!('version' in manifest) || manifest.version !== 1) {
		throw new AppError('not-a-backup', 'This backup was made by a newer Recite. Update Recite first, then restore it.');
	}
	const under = (folder: string) =>
		Object.entries(files).filter(([name]) => name.startsWith(folder) && name.length > folder.length);
	const log = under('log/').map(([, data]) => decodeForeign(data));
	const segments = log.filter((segment) => segment !== null);
	return {
		made: 'made' in manifest && typeof manifest.made === 'number' ? manifest.made : 0,
		segments: segments.map(({ events }) => events),
		unreadable: log.length - segments.length,
		dropped: segments.reduce((sum, { dropped }) => sum + dropped, 0),
		packs: under('packs/').map(([name]) => ({
			id: name.slice('packs/'.length, -'.json'.length) as PackId,
			json: strFromU8(files[name] ?? new Uint8Array())
		})),
		media: under('media/').map(([name, data]) => ({ sha256: name.slice('media/'.length), bytes: data })),
		projects: under('projects/').map(([name]) => readProject(readJson(files, name), name))
	};
}

function readProject(json: unknown, name: string): ProjectArchive {
	if (isProjectArchive(json)) return json;
	throw new AppError('not-a-backup', `The backup's file ${name} is damaged. Try another copy of the backup.`);
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
	try {
		return unzipSync(bytes);
	} catch (cause) {
		throw notABackup(cause);
	}
}

function readJson(files: Record<string, Uint8Array>, name: string): unknown {
	const file = files[name];
	if (file === undefined) throw notABackup();
	try {
		return JSON.parse(strFromU8(file));
	} catch (cause) {
		throw new AppError('not-a-backup', `The backup's file ${name} is damaged. Try another copy of the backup.`, {
			cause
		});
	}
}

function notABackup(cause?: unknown): AppError {
	return new AppError(
		'not-a-backup',
		'This file is not a Recite backup. Choose a file that Recite saved, ending in .recite-backup.',
		{ cause }
	);
}

export interface Restored {
	/** Events that were not in the log before. */
	readonly added: number;
	/** Segments that were here already and could not be read; they are kept, and the log goes on without them. */
	readonly setAside: number;
	/** Projects that were not here before, or not as they are in the backup. */
	readonly projects: number;
}

/**
 * Adds what a backup holds to what is here. A segment here that cannot be read counts as holding nothing known.
 * @param packs those of the backup, held to their names and form
 * @throws AppError `cancelled` when the signal is aborted; nothing is changed then
 */
export async function restoreBackup(
	db: ReciteDatabase,
	backup: Backup,
	packs: readonly { readonly id: PackId; readonly pack: Pack }[],
	options: RebuildOptions = {}
): Promise<Restored> {
	return db.transaction('rw', db.tables, async () => {
		const setAside = await setDamagedAside(db);
		const known = new Set<EventId>((await readLog(db)).map((event) => event.id));
		const taken = new Set<EventId>(await db.segments.toCollection().primaryKeys());
		let added = 0;
		for (const events of backup.segments) {
			const fresh = events.filter(({ id }) => !known.has(id) && known.add(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
			const first = fresh.find(({ id }) => !taken.has(id));
			if (first === undefined) continue;
			added += fresh.length;
			await db.segments.add({ id: first.id, count: fresh.length, bytes: encodeSegment(fresh) });
		}
		await db.packs.bulkPut(packs.map(({ id, pack }) => ({ id, pack })));
		await db.media.bulkPut(backup.media.map(({ sha256, bytes }) => ({ sha256, blob: new Blob([bytes.slice()]) })));
		const projects = await restoreProjects(db, backup.projects, backup.made);
		await rebuild(db, options);
		return { added, setAside, projects };
	});
}
