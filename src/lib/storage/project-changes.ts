import type { Change, Patch, ProjectId, Proposals } from '../authoring/project';
import type { ProjectRow, ReciteDatabase } from './schema';
import { isSameValue, recordAfter, recordBefore, type ProjectRecord } from '../authoring/records';
import { AppError } from '../domain/app-error';
import { attach, presentRow, projectTables, recordRow, summarise, type Attachments } from './project-rows';
import { labelsOf, type LoadedProject } from './projects';
import { takenAfter } from './taken-versions';
import { sweepTexts } from './unused-texts';

/** A change as it was written, with what can be undone and redone after it. */
export interface Written extends Omit<LoadedProject, 'state'> {
	readonly change: Change;
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
): Promise<Written> {
	return db.transaction('rw', projectTables(db), async () => {
		const row = await presentRow(db, project);
		const last = await db.changes.get([project, row.done]);
		if (last?.at === at && isSameValue(last.change, change)) return told(db, row, change);
		await expectStored(db, project, change.patches, recordBefore);
		const undone = db.changes.where('[project+seq]').between([project, row.done + 1], [project, Infinity], true, true);
		const dropped = await undone.toArray();
		await undone.delete();
		const seq = row.done + 1;
		await db.changes.add({ project, seq, at, change });
		await writeRecords(db, project, change.patches, recordAfter);
		await attach(db, project, attachments);
		await sweepTexts(db, project, dropped);
		return told(db, await summarise(db, row, seq, at, attachments.proposals), change);
	});
}

/**
 * Takes the last change back. It stays, to be redone.
 * @param seq number of the change that the author sees as the last one; one taken back already stays so
 * @returns null if there is no such change
 * @throws AppError `changed-elsewhere` if another window has gone on since, `project-missing`
 */
export async function undoChange(
	db: ReciteDatabase,
	project: ProjectId,
	seq: number,
	at: number
): Promise<Written | null> {
	return step(db, project, seq, at, { from: recordAfter, to: recordBefore, done: seq - 1 });
}

/**
 * Does again what was undone last.
 * @param seq number of the change to be redone. Otherwise as `undoChange`
 */
export async function redoChange(
	db: ReciteDatabase,
	project: ProjectId,
	seq: number,
	at: number
): Promise<Written | null> {
	return step(db, project, seq, at, { from: recordBefore, to: recordAfter, done: seq });
}

type Side = (patch: Patch) => ProjectRecord | null;

interface Step {
	readonly from: Side;
	readonly to: Side;
	/** Number of the last change that counts when the step is done. */
	readonly done: number;
}

async function step(
	db: ReciteDatabase,
	project: ProjectId,
	seq: number,
	at: number,
	{ from, to, done }: Step
): Promise<Written | null> {
	return db.transaction('rw', projectTables(db), async () => {
		const row = await presentRow(db, project);
		const found = await db.changes.get([project, seq]);
		if (found === undefined) return null;
		const { change } = found;
		if (row.done === done) return told(db, row, change);
		if (row.done !== (done === seq ? seq - 1 : seq)) throw changedElsewhere();
		await expectStored(db, project, change.patches, from);
		await writeRecords(db, project, change.patches, to);
		const taken = takenAfter(row, change.patches, from === recordAfter ? 'after' : 'before');
		return told(db, await summarise(db, { ...row, ...taken }, done, at), change);
	});
}

const told = async (db: ReciteDatabase, row: ProjectRow, change: Change): Promise<Written> => ({
	row,
	change,
	...(await labelsOf(db, row))
});

/**
 * Puts candidates found anew in the place of the old ones. No change of the author's, and so nothing to undo.
 * @throws AppError `project-missing`
 */
export async function replaceProposals(
	db: ReciteDatabase,
	project: ProjectId,
	proposals: Proposals
): Promise<ProjectRow> {
	return db.transaction('rw', projectTables(db), async () => {
		const row = await presentRow(db, project);
		await attach(db, project, { proposals: [proposals] });
		return summarise(db, row, row.done, row.changed, [proposals]);
	});
}

function changedElsewhere(): AppError {
	return new AppError(
		'changed-elsewhere',
		'This deck was changed in another window, and has been read again. Look at it, and do this once more if it is still wanted.'
	);
}

async function expectStored(
	db: ReciteDatabase,
	project: ProjectId,
	patches: readonly Patch[],
	side: Side
): Promise<void> {
	const stored = await db.records.bulkGet(patches.map((patch) => keyOf(project, patch)));
	for (const [i, patch] of patches.entries()) {
		if (!isSameValue(stored[i]?.value ?? null, side(patch)?.value ?? null)) throw changedElsewhere();
	}
}

async function writeRecords(
	db: ReciteDatabase,
	project: ProjectId,
	patches: readonly Patch[],
	side: Side
): Promise<void> {
	await db.records.bulkPut(patches.flatMap((patch) => side(patch) ?? []).map((record) => recordRow(project, record)));
	const gone = patches.filter((patch) => side(patch) === null);
	await db.records.bulkDelete(gone.map((patch) => keyOf(project, patch)));
}

const keyOf = (project: ProjectId, { of, id }: Patch): [ProjectId, string, string] => [project, of, id];
