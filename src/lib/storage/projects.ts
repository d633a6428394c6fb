import type { Change, Edition, Patch, ProjectId, ProjectState, ProjectSummary, Proposals } from '../authoring/project';
import type { ProjectRow, RecordRow, ReciteDatabase } from './schema';
import { isSameValue, recordAfter, recordBefore, recordsOf, stateOf, type ProjectRecord } from '../authoring/records';
import { AppError } from '../domain/app-error';
import { freshId } from './log';

/** Texts, candidates and files written together with a change. All are immutable or can be made again. */
export interface Attachments {
	readonly editions?: readonly Edition[];
	readonly proposals?: readonly Proposals[];
	/** Originals and pictures by SHA-256. */
	readonly media?: ReadonlyMap<string, Blob>;
}

/** A project as it stands, with what undo and redo would do. */
export interface LoadedProject {
	readonly row: ProjectRow;
	readonly state: ProjectState;
	readonly undoLabel: string | null;
	readonly redoLabel: string | null;
}

/** The one changed last first. */
export async function listProjects(db: ReciteDatabase): Promise<ProjectSummary[]> {
	const rows = await db.projects.toArray();
	return rows.sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1)).map(summaryOf);
}

function summaryOf({ id, deck, title, notes, documents, open, changed, restoredFrom }: ProjectRow): ProjectSummary {
	const about = { id, deck, title, notes, documents, open, changed };
	return restoredFrom === undefined ? about : { ...about, restoredFrom };
}

/** Makes a project. What it begins with cannot be undone. @param at Unix ms */
export async function createProject(
	db: ReciteDatabase,
	state: ProjectState,
	at: number,
	attachments: Attachments = {}
): Promise<ProjectId> {
	const project = freshId(at) as string as ProjectId;
	return db.transaction('rw', writtenBy(db), async () => {
		const { deck, title } = state.deck;
		await db.projects.add({
			id: project,
			deck,
			title,
			notes: 0,
			documents: 0,
			open: 0,
			changed: at,
			done: 0,
			revision: 0,
			candidates: {}
		});
		await db.records.bulkAdd(recordsOf(state).map((record) => rowOf(project, record)));
		await attach(db, project, attachments);
		await summarise(db, project, 0, at, attachments);
		return project;
	});
}

/** Null when there is no such project. */
export async function loadProject(db: ReciteDatabase, id: ProjectId): Promise<LoadedProject | null> {
	return db.transaction('r', db.projects, db.records, db.changes, async () => {
		const row = await db.projects.get(id);
		if (row === undefined) return null;
		const [records, undo, redo] = await Promise.all([
			ofProject(db, 'records', id).toArray(),
			db.changes.get([id, row.done]),
			db.changes.get([id, row.done + 1])
		]);
		const state = stateOf(records);
		if (state === null) return null;
		return { row, state, undoLabel: undo?.change.label ?? null, redoLabel: redo?.change.label ?? null };
	});
}

/**
 * Writes one change with what belongs to it: all of it or nothing. Changes that were undone are dropped.
 * @param at Unix ms; a second try of the same change at the same moment finds that it has been written
 * @throws AppError `changed-elsewhere` if a record is not what the change says it was, `project-missing`
 */
export async function commitChange(
	db: ReciteDatabase,
	project: ProjectId,
	change: Change,
	at: number,
	attachments: Attachments = {}
): Promise<void> {
	await db.transaction('rw', writtenBy(db), async () => {
		const row = await presentRow(db, project);
		const last = await db.changes.get([project, row.done]);
		if (last?.at === at && isSameValue(last.change, change)) return;
		await expectStored(db, project, change.patches, recordBefore);
		await changesAfter(db, project, row.done).delete();
		const seq = row.done + 1;
		await db.changes.add({ project, seq, at, change });
		await writeRecords(db, project, change.patches, recordAfter);
		await attach(db, project, attachments);
		await summarise(db, project, seq, at, attachments);
	});
}

/**
 * Takes the last change back. It stays, to be redone.
 * @param seq number of the change that the author sees as the last one; nothing happens if it was taken back already
 * @throws AppError `changed-elsewhere` if another window has gone on since, `project-missing`
 */
export async function undoChange(db: ReciteDatabase, project: ProjectId, seq: number, at: number): Promise<void> {
	await step(db, project, at, async (row) => {
		if (row.done === seq - 1) return null;
		if (row.done !== seq) throw changedElsewhere();
		const found = await db.changes.get([project, seq]);
		if (found === undefined) return null;
		await expectStored(db, project, found.change.patches, recordAfter);
		await writeRecords(db, project, found.change.patches, recordBefore);
		return seq - 1;
	});
}

/** Does again what was undone last. @param seq number of the change to be redone. Throws as `undoChange` does. */
export async function redoChange(db: ReciteDatabase, project: ProjectId, seq: number, at: number): Promise<void> {
	await step(db, project, at, async (row) => {
		if (row.done === seq) return null;
		if (row.done !== seq - 1) throw changedElsewhere();
		const found = await db.changes.get([project, seq]);
		if (found === undefined) throw changedElsewhere();
		await expectStored(db, project, found.change.patches, recordBefore);
		await writeRecords(db, project, found.change.patches, recordAfter);
		return seq;
	});
}

async function step(
	db: ReciteDatabase,
	project: ProjectId,
	at: number,
	move: (row: ProjectRow) => Promise<number | null>
): Promise<void> {
	await db.transaction('rw', writtenBy(db), async () => {
		const done = await move(await presentRow(db, project));
		if (done !== null) await summarise(db, project, done, at, {});
	});
}

/**
 * Puts candidates found anew in the place of the old ones. No change of the author's, and so nothing to undo.
 * @throws AppError `project-missing`
 */
export async function replaceProposals(
	db: ReciteDatabase,
	project: ProjectId,
	proposals: Proposals,
	at: number
): Promise<void> {
	await db.transaction('rw', writtenBy(db), async () => {
		const row = await presentRow(db, project);
		await attach(db, project, { proposals: [proposals] });
		await summarise(db, project, row.done, at, { proposals: [proposals] });
	});
}

/** Undefined when there is none. */
export const editionOf = async (db: ReciteDatabase, project: ProjectId, id: string): Promise<Edition | undefined> =>
	db.editions.get([project, id]);

export const proposalsOf = async (
	db: ReciteDatabase,
	project: ProjectId,
	document: string
): Promise<Proposals | undefined> => db.proposals.get([project, document]);

/** The rows of one project in one of the tables that hang on it. */
export function ofProject<Name extends 'records' | 'changes' | 'editions' | 'proposals'>(
	db: ReciteDatabase,
	name: Name,
	project: ProjectId
): ReturnType<ReciteDatabase[Name]['toCollection']> {
	const key = {
		records: '[project+of+id]',
		changes: '[project+seq]',
		editions: '[project+id]',
		proposals: '[project+document]'
	};
	// Above every key of the project and below those of the next: an array sorts after numbers and texts.
	const all = db.table(name).where(key[name]).between([project], [project, []]);
	return all as ReturnType<ReciteDatabase[Name]['toCollection']>;
}

const writtenBy = (db: ReciteDatabase) => [db.projects, db.records, db.changes, db.editions, db.proposals, db.media];

const changesAfter = (db: ReciteDatabase, project: ProjectId, seq: number) =>
	db.changes.where('[project+seq]').between([project, seq], [project, Infinity], false, true);

async function presentRow(db: ReciteDatabase, project: ProjectId): Promise<ProjectRow> {
	const row = await db.projects.get(project);
	if (row === undefined) {
		throw new AppError(
			'project-missing',
			'This project is not on this device any more. It was removed, perhaps in another window.'
		);
	}
	return row;
}

function changedElsewhere(): AppError {
	return new AppError(
		'changed-elsewhere',
		'This deck was changed in another window. It has been read again: look at it, and do this once more if it is still wanted.'
	);
}

async function expectStored(
	db: ReciteDatabase,
	project: ProjectId,
	patches: readonly Patch[],
	side: (patch: Patch) => ProjectRecord | null
): Promise<void> {
	const stored = await db.records.bulkGet(patches.map(({ of, id }): [ProjectId, string, string] => [project, of, id]));
	for (const [i, patch] of patches.entries()) {
		if (!isSameValue(stored[i]?.value ?? null, side(patch)?.value ?? null)) throw changedElsewhere();
	}
}

async function writeRecords(
	db: ReciteDatabase,
	project: ProjectId,
	patches: readonly Patch[],
	side: (patch: Patch) => ProjectRecord | null
): Promise<void> {
	const put = patches.flatMap((patch) => side(patch) ?? []);
	const gone = patches.filter((patch) => side(patch) === null);
	await db.records.bulkPut(put.map((record) => rowOf(project, record)));
	await db.records.bulkDelete(gone.map(({ of, id }): [ProjectId, string, string] => [project, of, id]));
}

/** A record's value and kind come as one; the compiler does not follow that through the copy. */
const rowOf = (project: ProjectId, record: ProjectRecord): RecordRow => ({ project, ...record }) as RecordRow;

async function attach(
	db: ReciteDatabase,
	project: ProjectId,
	{ editions = [], proposals = [], media = new Map<string, Blob>() }: Attachments
): Promise<void> {
	await db.editions.bulkPut(editions.map((edition) => ({ ...edition, project })));
	await db.proposals.bulkPut(proposals.map((each) => ({ ...each, project })));
	await db.media.bulkPut([...media].map(([sha256, blob]) => ({ sha256, blob })));
}

/** Brings the project's row in line with its records. @param done number of the last change that counts */
async function summarise(
	db: ReciteDatabase,
	project: ProjectId,
	done: number,
	at: number,
	{ proposals = [] }: Attachments
): Promise<void> {
	const row = await presentRow(db, project);
	const found = proposals.map(({ document, candidates: all }) => [document, all.map(({ note }) => note.id)] as const);
	const candidates = { ...row.candidates, ...Object.fromEntries(found) };
	const [deck, notes, documents, decided] = await Promise.all([
		db.records.get([project, 'deck', 'deck']),
		ofKind(db, project, 'note').count(),
		ofKind(db, project, 'document').primaryKeys(),
		ofKind(db, project, 'decision').primaryKeys()
	]);
	const closed = new Set(decided.map(([, , id]) => id));
	const open = documents
		.flatMap(([, , document]) => (candidates[document] ?? []).map((id) => `${document}/${id}`))
		.filter((key) => !closed.has(key)).length;
	const about = deck?.of === 'deck' ? { deck: deck.value.deck, title: deck.value.title } : {};
	await db.projects.put({
		...row,
		...about,
		notes,
		documents: documents.length,
		open,
		candidates,
		changed: at,
		done,
		revision: row.revision + 1
	});
}

const ofKind = (db: ReciteDatabase, project: ProjectId, kind: Patch['of']) =>
	db.records.where('[project+of+id]').between([project, kind], [project, kind, []]);
