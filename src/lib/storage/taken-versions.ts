import type { Patch, ProjectId } from '../authoring/project';
import type { PackId } from '../domain/ids';
import type { ProjectRow, ReciteDatabase } from './schema';
import { expectFree, type TakenVersions } from '../authoring/next-version';
import { compareVersions } from '../domain/version';
import { presentRow, projectTables } from './project-rows';

/**
 * Takes a version for a pack, for good and before anything goes out: what follows may fail half-way. It is no change of the
 * working copy, so undo does not give it back. The packs on this device and other projects of the same deck count too.
 * @throws AppError `version-taken` if it went out with other content, or a later one did; `project-missing`
 */
export async function takeVersion(
	db: ReciteDatabase,
	project: ProjectId,
	version: string,
	pack: PackId
): Promise<ProjectRow> {
	return db.transaction('rw', projectTables(db), async () => {
		const row = await presentRow(db, project);
		const deck = await db.records.get([project, 'deck', 'deck']);
		const inForce = deck?.of === 'deck' ? deck.value : { version: '0.0.0' };
		const taken: Record<string, PackId | null> = {};
		await db.projects.each((each) => {
			if (each.deck === row.deck) Object.assign(taken, each.taken);
		});
		// One at a time, because a pack may be large. An older one is no obstacle: it may be another author's.
		await db.packs.each(({ id, pack: { deck, version: its } }) => {
			if (deck === row.deck && its === version && id !== pack) taken[version] = id;
		});
		expectFree(inForce, taken, version, pack);
		const next = { ...row, taken: { ...row.taken, [version]: pack }, revision: row.revision + 1 };
		await db.projects.put(next);
		return next;
	});
}

/**
 * The versions taken when a step back along the changes has undone a publication; also of one that an older Recite
 * published, which took none.
 * @param side the record of a patch that the step leaves
 */
export function takenAfter(
	{ taken = {} }: ProjectRow,
	patches: readonly Patch[],
	side: 'before' | 'after'
): { readonly taken?: TakenVersions } {
	const other = side === 'before' ? 'after' : 'before';
	for (const patch of patches) {
		if (patch.of !== 'deck') continue;
		const [left, reached] = [patch[side]?.version ?? '0.0.0', patch[other]?.version ?? '0.0.0'];
		if (compareVersions(left, reached) > 0 && !(left in taken)) return { taken: { ...taken, [left]: null } };
	}
	return {};
}
