import type { ProjectId } from '../authoring/project';
import type { ChangeRow, EditionRow, ProjectRow, ProposalsRow, ReciteDatabase, RecordRow } from './schema';
import { changesOfProject, editionsOfProject, proposalsOfProject, recordsOfProject } from './project-rows';

/** Every row of one project. The files it refers to are among the media. */
export interface ProjectArchive {
	readonly row: ProjectRow;
	readonly records: readonly RecordRow[];
	readonly changes: readonly ChangeRow[];
	readonly editions: readonly EditionRow[];
	readonly proposals: readonly ProposalsRow[];
}

/** Inside a transaction over the projects' tables. Undefined if there is no such project. */
export async function archiveOf(db: ReciteDatabase, project: ProjectId): Promise<ProjectArchive | undefined> {
	const row = await db.projects.get(project);
	if (row === undefined) return undefined;
	const [records, changes, editions, proposals] = await Promise.all([
		recordsOfProject(db, project).toArray(),
		changesOfProject(db, project).toArray(),
		editionsOfProject(db, project).toArray(),
		proposalsOfProject(db, project).toArray()
	]);
	return { row, records, changes, editions, proposals };
}

/** Writes every row of a project that is not there. Inside a transaction over the projects' tables. */
export async function addArchive(db: ReciteDatabase, archive: ProjectArchive): Promise<void> {
	await db.projects.add(archive.row);
	await db.records.bulkAdd([...archive.records]);
	await db.changes.bulkAdd([...archive.changes]);
	await db.editions.bulkAdd([...archive.editions]);
	await db.proposals.bulkAdd([...archive.proposals]);
}

/** SHA-256 of every file that a project refers to, by what it holds now or could hold again by undo and redo. */
export function mediaOfArchive({
	records,
	changes,
	editions
}: Pick<ProjectArchive, 'records' | 'changes' | 'editions'>): Set<string> {
	const found = new Set<string>();
	for (const { file } of editions) found.add(file.sha256);
	for (const record of records) if (record.of === 'picture') found.add(record.value.sha256);
	for (const { change } of changes) {
		for (const patch of change.patches) {
			if (patch.of !== 'picture') continue;
			for (const side of [patch.before, patch.after]) if (side !== null) found.add(side.sha256);
		}
	}
	return found;
}
