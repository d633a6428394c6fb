import type { Edition, Patch, ProjectId, Proposals } from '../authoring/project';
import type { ProjectRow, RecordRow, ReciteDatabase } from './schema';
import type { ProjectRecord } from '../authoring/records';
import { AppError } from '../domain/app-error';

/** What the writing of projects has in common. All of it runs inside a transaction over `projectTables`. */

/** Texts, candidates and files written together with a change. All are immutable or can be made again. */
export interface Attachments {
	readonly editions?: readonly Edition[];
	readonly proposals?: readonly Proposals[];
	/** Originals and pictures by SHA-256. */
	readonly media?: ReadonlyMap<string, Blob>;
}

/** What projects are kept in, and the packs, whose pictures they may share. */
export const projectTables = (db: ReciteDatabase) => [
	db.projects,
	db.records,
	db.changes,
	db.editions,
	db.proposals,
	db.media,
	db.packs
];

/** Above every key that begins with the same parts, because an array sorts behind numbers and texts. */
const BEHIND: readonly never[] = [];

export const recordsOfProject = (db: ReciteDatabase, project: ProjectId) =>
	db.records.where('[project+of+id]').between([project], [project, BEHIND]);
export const changesOfProject = (db: ReciteDatabase, project: ProjectId) =>
	db.changes.where('[project+seq]').between([project], [project, BEHIND]);
export const editionsOfProject = (db: ReciteDatabase, project: ProjectId) =>
	db.editions.where('[project+id]').between([project], [project, BEHIND]);
export const proposalsOfProject = (db: ReciteDatabase, project: ProjectId) =>
	db.proposals.where('[project+document]').between([project], [project, BEHIND]);

const recordsOfKind = (db: ReciteDatabase, project: ProjectId, kind: Patch['of']) =>
	db.records.where('[project+of+id]').between([project, kind], [project, kind, BEHIND]);

/** @throws AppError `project-missing` */
export async function presentRow(db: ReciteDatabase, project: ProjectId): Promise<ProjectRow> {
	const row = await db.projects.get(project);
	if (row === undefined) throw projectMissing();
	return row;
}

export function projectMissing(): AppError {
	return new AppError(
		'project-missing',
		'This project is not on this device any more. It was removed, perhaps in another window.'
	);
}

/** A record's kind and value come as one; the compiler does not follow that through the copy. */
export const recordRow = (project: ProjectId, { of, id, value }: ProjectRecord): RecordRow =>
	({ project, of, id, value }) as RecordRow;

export async function attach(
	db: ReciteDatabase,
	project: ProjectId,
	{ editions = [], proposals = [], media = new Map<string, Blob>() }: Attachments
): Promise<void> {
	await db.editions.bulkPut(editions.map((edition) => ({ ...edition, project })));
	await db.proposals.bulkPut(proposals.map((each) => ({ ...each, project })));
	await db.media.bulkPut([...media].map(([sha256, blob]) => ({ sha256, blob })));
}

/**
 * Brings a project's row in line with its records, and counts the write.
 * @param done number of the last change that counts
 * @param at Unix ms
 */
export async function summarise(
	db: ReciteDatabase,
	row: ProjectRow,
	done: number,
	at: number,
	proposals: readonly Proposals[] = []
): Promise<ProjectRow> {
	const { id } = row;
	const found = proposals.map(({ document, candidates: all }) => [document, all.map(({ note }) => note.id)] as const);
	const candidates = { ...row.candidates, ...Object.fromEntries(found) };
	const [deck, notes, documents, decided] = await Promise.all([
		db.records.get([id, 'deck', 'deck']),
		recordsOfKind(db, id, 'note').count(),
		recordsOfKind(db, id, 'document').primaryKeys(),
		recordsOfKind(db, id, 'decision').primaryKeys()
	]);
	const closed = new Set(decided.map(([, , key]) => key));
	const open = documents
		.flatMap(([, , document]) => (candidates[document] ?? []).map((candidate) => `${document}/${candidate}`))
		.filter((key) => !closed.has(key)).length;
	const about = deck?.of === 'deck' ? { deck: deck.value.deck, title: deck.value.title } : {};
	const counts = { notes, documents: documents.length, open, candidates };
	const next = { ...row, ...about, ...counts, changed: at, done, revision: row.revision + 1 };
	await db.projects.put(next);
	return next;
}
