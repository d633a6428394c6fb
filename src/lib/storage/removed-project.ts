import type { ProjectId } from '../authoring/project';
import type { MediaRow, ReciteDatabase } from './schema';
import { addArchive, archiveOf, mediaOfArchive, type ProjectArchive } from './project-archive';
import {
	changesOfProject,
	editionsOfProject,
	projectMissing,
	projectTables,
	proposalsOfProject,
	recordsOfProject
} from './project-rows';
import { mediaInUse } from './unused-texts';

/** What was taken away, to be put back. */
export interface Removed {
	readonly archive: ProjectArchive;
	readonly media: readonly MediaRow[];
}

/**
 * Takes a project away with all that hangs on it, and files that nothing else uses.
 * @throws AppError `project-missing`
 */
export async function removeProject(db: ReciteDatabase, project: ProjectId): Promise<Removed> {
	return db.transaction('rw', projectTables(db), async () => {
		const archive = await archiveOf(db, project);
		if (archive === undefined) throw projectMissing();
		await db.projects.delete(project);
		await recordsOfProject(db, project).delete();
		await changesOfProject(db, project).delete();
		await editionsOfProject(db, project).delete();
		await proposalsOfProject(db, project).delete();
		const used = await mediaInUse(db);
		const unused = [...mediaOfArchive(archive)].filter((sha256) => !used.has(sha256));
		const media = (await db.media.bulkGet(unused)).filter((row) => row !== undefined);
		await db.media.bulkDelete(media.map(({ sha256 }) => sha256));
		return { archive, media };
	});
}

/** Puts a project back as it was. One that is back already stays as it is. */
export async function putBack(db: ReciteDatabase, { archive, media }: Removed): Promise<void> {
	await db.transaction('rw', projectTables(db), async () => {
		if ((await db.projects.get(archive.row.id)) !== undefined) return;
		await addArchive(db, archive);
		await db.media.bulkPut([...media]);
	});
}
