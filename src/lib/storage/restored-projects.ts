import type { ProjectId } from '../authoring/project';
import type { ReciteDatabase } from './schema';
import { isSameValue, valueKey } from '../authoring/records';
import { addArchive, archiveOf, type ProjectArchive } from './project-archive';

/**
 * Adds the projects of a backup to those here. One that is here and reads otherwise is added as a copy, because neither
 * what was written since nor what was written then may be lost. Inside a transaction over the projects' tables.
 * @param made when the backup was made, Unix ms
 * @returns how many were added
 */
export async function restoreProjects(
	db: ReciteDatabase,
	archives: readonly ProjectArchive[],
	made: number
): Promise<number> {
	let added = 0;
	for (const archive of archives) {
		const { id } = archive.row;
		const here = await archiveOf(db, id);
		if (here !== undefined && isSameValue(contentOf(here), contentOf(archive))) {
			// What has gone out from the one must not go out from the other with other content.
			const taken = { ...archive.row.taken, ...here.row.taken };
			if (archive.row.taken !== undefined) await db.projects.put({ ...here.row, taken });
			continue;
		}
		const copy = here === undefined ? archive : copyOf(archive, made);
		// Restored before: the copy goes by its content, and what was done to it since is undone by its own changes.
		if ((await db.projects.get(copy.row.id)) !== undefined) continue;
		await addArchive(db, copy);
		added++;
	}
	return added;
}

/** What an author would miss. Candidates can be found again, and counters follow from the rest. */
const contentOf = ({ row, records, changes, editions }: ProjectArchive): unknown => [
	row.done,
	records.map(({ of, id, value }) => [of, id, value]),
	changes.map(({ seq, change }) => [seq, change]),
	editions.map(({ id }) => id)
];

function copyOf(archive: ProjectArchive, made: number): ProjectArchive {
	const { row, records, changes, editions, proposals } = archive;
	const project = `${row.id}-${valueKey(contentOf(archive))}` as ProjectId;
	return {
		row: { ...row, id: project, restoredFrom: made },
		records: records.map((each) => ({ ...each, project })),
		changes: changes.map((each) => ({ ...each, project })),
		editions: editions.map((each) => ({ ...each, project })),
		proposals: proposals.map((each) => ({ ...each, project }))
	};
}
