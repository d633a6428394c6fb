import type { LogEvent } from '../domain/event';
import type { DeckId, EventId, PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { ReciteDatabase, SegmentRow } from './schema';
import type { ProjectId } from '../authoring/project';
import { archiveOf, type ProjectArchive } from './project-archive';
import { projectTables } from './project-rows';
import { rebuild, type RebuildOptions } from './rebuild';
import { restoreProjects } from './restored-projects';
import { readLog, setDamagedAside } from './sealed-log';
import { encodeSegment } from './segment';

/** The log as segments, at one moment: those that lie in the database, and what is not sealed yet as one more. */
export async function logParts(db: ReciteDatabase): Promise<Pick<SegmentRow, 'id' | 'bytes' | 'count'>[]> {
	return db.transaction('r', db.events, db.segments, async () => {
		const [segments, rows] = await Promise.all([db.segments.toArray(), db.events.toArray()]);
		const tail = rows.map(({ event }) => event);
		const first = tail[0];
		const unsealed = first ? [{ id: first.id, bytes: encodeSegment(tail), count: tail.length }] : [];
		return [...segments, ...unsealed];
	});
}

/** Everything of one project, at one moment; undefined if it is gone. */
export async function projectParts(db: ReciteDatabase, project: ProjectId): Promise<ProjectArchive | undefined> {
	return db.transaction('r', projectTables(db), () => archiveOf(db, project));
}

/** What is to be put back, held to its form. */
export interface BackupContents {
	/** When it was made, Unix ms. */
	readonly made: number;
	readonly segments: readonly (readonly LogEvent[])[];
	readonly packs: readonly { readonly id: PackId; readonly pack: Pack }[];
	readonly media: readonly { readonly sha256: string; readonly blob: Blob }[];
	readonly projects: readonly ProjectArchive[];
}

export interface Restored {
	/** Events that were not in the log before. */
	readonly added: number;
	/** Segments that were here already and could not be read; they are kept, and the log goes on without them. */
	readonly setAside: number;
	/** Projects that were not here before, or not as they are in the backup. */
	readonly projects: number;
	/** Versions of decks, pictures and documents' files that were not here before. */
	readonly packs: number;
	readonly media: number;
	/** Decks that the log has on the shelf and whose content is not on this device: what they are called here, or their ids. */
	readonly withoutContent: readonly string[];
}

/**
 * Adds what a backup holds to what is here, all in one transaction. A segment here that cannot be read counts as holding
 * nothing known.
 * @throws AppError `cancelled` when the signal is aborted; nothing is changed then
 */
export async function restoreBackup(
	db: ReciteDatabase,
	{ made, segments, packs, media, projects: archives }: BackupContents,
	options: RebuildOptions = {}
): Promise<Restored> {
	return db.transaction('rw', db.tables, async () => {
		const setAside = await setDamagedAside(db);
		const known = new Set<EventId>((await readLog(db)).map((event) => event.id));
		const taken = new Set<EventId>(await db.segments.toCollection().primaryKeys());
		let added = 0;
		for (const events of segments) {
			const fresh = events.filter(({ id }) => !known.has(id) && known.add(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
			const first = fresh.find(({ id }) => !taken.has(id));
			if (first === undefined) continue;
			added += fresh.length;
			await db.segments.add({ id: first.id, count: fresh.length, bytes: encodeSegment(fresh) });
		}
		const before = [await db.packs.count(), await db.media.count()] as const;
		await db.packs.bulkPut([...packs]);
		await db.media.bulkPut([...media]);
		const fresh = { packs: (await db.packs.count()) - before[0], media: (await db.media.count()) - before[1] };
		const projects = await restoreProjects(db, archives, made);
		await rebuild(db, options);
		return { added, setAside, projects, ...fresh, withoutContent: await decksWithoutContent(db) };
	});
}

async function decksWithoutContent(db: ReciteDatabase): Promise<string[]> {
	const [registers, shown] = await Promise.all([db.registers.toArray(), db.decks.toCollection().primaryKeys()]);
	const onShelf = new Set<DeckId>(shown);
	return registers
		.filter(({ id, pack }) => pack.value !== null && !onShelf.has(id))
		.map(({ id, title }) => title.value ?? id);
}
