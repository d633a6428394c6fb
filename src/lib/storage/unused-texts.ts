import type { ProjectId } from '../authoring/project';
import type { ChangeRow, ReciteDatabase } from './schema';
import { mediaOfArchive } from './project-archive';
import { changesOfProject, editionsOfProject, proposalsOfProject, recordsOfProject } from './project-rows';

/**
 * Files of all projects and packs, by SHA-256. Inside a transaction over the projects' tables and the packs.
 */
export async function mediaInUse(db: ReciteDatabase): Promise<Set<string>> {
	const [packs, records, changes, editions] = await Promise.all([
		db.packs.toArray(),
		db.records.toArray(),
		db.changes.toArray(),
		db.editions.toArray()
	]);
	const used = mediaOfArchive({ records, changes, editions });
	for (const { pack } of packs) for (const { sha256 } of Object.values(pack.media)) used.add(sha256);
	return used;
}

/**
 * Removes texts, candidates and files that no undo or redo can bring back, after changes were dropped. Originals are
 * large, and a document added and taken back must not stay on the device for good.
 * @param dropped those that can no longer be redone
 */
export async function sweepTexts(db: ReciteDatabase, project: ProjectId, dropped: readonly ChangeRow[]): Promise<void> {
	const touches = dropped.some(({ change }) => change.patches.some(({ of }) => of === 'document' || of === 'picture'));
	if (!touches) return;
	const [records, changes, editions] = await Promise.all([
		recordsOfProject(db, project).toArray(),
		changesOfProject(db, project).toArray(),
		editionsOfProject(db, project).toArray()
	]);
	const documents = [
		...records.flatMap((record) => (record.of === 'document' ? [record.value] : [])),
		...changes.flatMap(({ change }) =>
			change.patches.flatMap((patch) => (patch.of === 'document' ? [patch.before ?? [], patch.after ?? []].flat() : []))
		)
	];
	const [ids, texts] = [new Set(documents.map(({ id }) => id)), new Set<string>(documents.map((each) => each.edition))];
	const gone = editions.filter(({ id }) => !texts.has(id));
	await db.editions.bulkDelete(gone.map(({ id }): [ProjectId, string] => [project, id]));
	await proposalsOfProject(db, project)
		.filter(({ document }) => !ids.has(document))
		.delete();
	const used = await mediaInUse(db);
	const files = mediaOfArchive({ records: [], changes: dropped, editions: gone });
	await db.media.bulkDelete([...files].filter((sha256) => !used.has(sha256)));
}
