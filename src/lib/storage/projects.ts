import type {
	Edition,
	ProjectDocument,
	ProjectId,
	ProjectState,
	ProjectSummary,
	Proposals
} from '../authoring/project';
import type { ProjectRow, ReciteDatabase } from './schema';
import { recordsOf, stateOf } from '../authoring/records';
import { freshId } from './log';
import { attach, projectTables, recordRow, recordsOfProject, summarise, type Attachments } from './project-rows';

/** The one changed last first. */
export async function listProjects(db: ReciteDatabase): Promise<ProjectSummary[]> {
	const rows = await db.projects.toArray();
	return rows.sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1)).map(summaryOf);
}

function summaryOf({ id, deck, title, notes, documents, open, changed, restoredFrom }: ProjectRow): ProjectSummary {
	const about = { id, deck, title, notes, documents, open, changed };
	return restoredFrom === undefined ? about : { ...about, restoredFrom };
}

/**
 * Makes a project with all that belongs to it, or nothing. What it begins with cannot be undone.
 * @param id of `freshProjectId`, made beforehand, so that a second try finds what a first one has written
 * @param at Unix ms
 */
export async function createProject(
	db: ReciteDatabase,
	id: ProjectId,
	state: ProjectState,
	at: number,
	attachments: Attachments = {}
): Promise<void> {
	await db.transaction('rw', projectTables(db), async () => {
		if ((await db.projects.get(id)) !== undefined) return;
		const { deck, title } = state.deck;
		const nothing = { notes: 0, documents: 0, open: 0, candidates: {}, done: 0, revision: 0 };
		await db.records.bulkAdd(recordsOf(state).map((record) => recordRow(id, record)));
		await attach(db, id, attachments);
		await summarise(db, { id, deck, title, changed: at, ...nothing }, 0, at, attachments.proposals);
	});
}

/** Project ids are ULIDs, as events' are. */
export const freshProjectId = (at: number): ProjectId => String(freshId(at)) as ProjectId;

/** A project as it stands, with what undo and redo would do. */
export interface LoadedProject {
	readonly row: ProjectRow;
	readonly state: ProjectState;
	readonly undoLabel: string | null;
	readonly redoLabel: string | null;
}

/** Null when there is no such project. */
export async function loadProject(db: ReciteDatabase, id: ProjectId): Promise<LoadedProject | null> {
	return db.transaction('r', db.projects, db.records, db.changes, async () => {
		const row = await db.projects.get(id);
		if (row === undefined) return null;
		const state = stateOf(await recordsOfProject(db, id).toArray());
		return state === null ? null : { row, state, ...(await labelsOf(db, row)) };
	});
}

/** What undo would take back and redo would bring again; null for nothing. */
export async function labelsOf(
	db: ReciteDatabase,
	{ id, done }: ProjectRow
): Promise<Pick<LoadedProject, 'undoLabel' | 'redoLabel'>> {
	const [undo, redo] = await Promise.all([db.changes.get([id, done]), db.changes.get([id, done + 1])]);
	return { undoLabel: undo?.change.label ?? null, redoLabel: redo?.change.label ?? null };
}

/** The number of the last write; null when there is no such project. */
export const revisionOf = async (db: ReciteDatabase, id: ProjectId): Promise<number | null> =>
	(await db.projects.get(id))?.revision ?? null;

/** A document with its text in force and what was proposed from it, as of one moment. Null if it is not there. */
export async function documentMaterial(
	db: ReciteDatabase,
	project: ProjectId,
	id: string
): Promise<{ document: ProjectDocument; edition: Edition | null; proposals: Proposals | null } | null> {
	return db.transaction('r', db.records, db.editions, db.proposals, async () => {
		const record = await db.records.get([project, 'document', id]);
		if (record?.of !== 'document') return null;
		const [edition, proposals] = await Promise.all([
			db.editions.get([project, record.value.edition]),
			db.proposals.get([project, id])
		]);
		return { document: record.value, edition: edition ?? null, proposals: proposals ?? null };
	});
}

/** A picture, or the file a document was read from; null if it is not on this device. */
export const mediaOf = async (db: ReciteDatabase, sha256: string): Promise<Blob | null> =>
	(await db.media.get(sha256))?.blob ?? null;
