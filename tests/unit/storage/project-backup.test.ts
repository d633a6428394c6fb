import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { acceptCandidates } from '../../../src/lib/authoring/changes/decisions';
import { editDeck } from '../../../src/lib/authoring/changes/deck';
import type { ProjectId } from '../../../src/lib/authoring/project';
import type { PackId } from '../../../src/lib/domain/ids';
import { restoreFile } from '../../../src/lib/state/backup/restore-file';
import { leftOutText } from '../../../src/lib/state/backup/restored-text';
import { subscribe } from '../../../src/lib/storage/library-actions';
import { archiveOf } from '../../../src/lib/storage/project-archive';
import { commitChange, undoChange } from '../../../src/lib/storage/project-changes';
import { createProject, listProjects, loadProject } from '../../../src/lib/storage/projects';
import { takeVersion } from '../../../src/lib/storage/taken-versions';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { sha256Hex } from '../../../src/lib/deck-format/pack-id';
import { asFile, backupBytes, soundPack } from '../../support/backup';
import { freshDatabase } from '../../support/database';
import { sampleProject } from '../../support/sample-project';

const NOW = Date.UTC(2026, 0, 5, 12);
const ID = '01J00000000000000000000000' as ProjectId;
const original = new TextEncoder().encode('the original file');

let db: ReciteDatabase;

beforeEach(async () => {
	db = freshDatabase();
	const { state, edition, proposals } = await sampleProject();
	const media = new Map([[await sha256Hex(original), new Blob([original])]]);
	await createProject(db, ID, state, NOW, { editions: [edition], proposals: [proposals], media });
	await commitChange(db, ID, acceptCandidates(state, 'bread', proposals.candidates), NOW + 1);
	const loaded = await loadProject(db, ID);
	if (loaded === null) throw new Error('no project');
	await commitChange(db, ID, editDeck(loaded.state, { title: 'Bread at home' }), NOW + 2);
	await undoChange(db, ID, 2, NOW + 3);
});

async function retitle(at: ReciteDatabase, title: string): Promise<void> {
	const loaded = await loadProject(at, ID);
	if (loaded === null) throw new Error('no project');
	await commitChange(at, ID, editDeck(loaded.state, { title }), NOW + 10);
}

/** The backup with one of its projects' values replaced. */
async function altered(change: (archive: Record<string, unknown>) => unknown): Promise<Uint8Array> {
	const files = unzipSync(await backupBytes(db, NOW));
	const name = `projects/${ID}.json`;
	const json = JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Record<string, unknown>;
	files[name] = strToU8(JSON.stringify(change(json) ?? json));
	return zipSync(files);
}

describe('a backup with projects', () => {
	it('brings a project to an empty device with all that can be undone and redone', async () => {
		const other = freshDatabase();
		const report = await restoreFile(other, asFile(await backupBytes(db, NOW)));
		expect(report.projects).toBe(1);
		expect(await archiveOf(other, ID)).toEqual(await archiveOf(db, ID));
		expect(await loadProject(other, ID)).toMatchObject({
			undoLabel: expect.stringContaining('Accepted') as string,
			redoLabel: 'Changed what is said of the deck'
		});
		const [row] = await other.media.toArray();
		expect(new Uint8Array((await row?.blob.arrayBuffer()) ?? new ArrayBuffer())).toEqual(original);
	});

	it('knows which versions have gone out, also where the project reads the same already', async () => {
		const early = await backupBytes(db, NOW);
		const pack = 'a'.repeat(64) as PackId;
		await takeVersion(db, ID, '1.0.0', pack);
		const late = await backupBytes(db, NOW);
		const other = freshDatabase();
		await restoreFile(other, asFile(early));
		expect((await restoreFile(other, asFile(late))).projects).toBe(0);
		expect((await loadProject(other, ID))?.row.taken).toEqual({ '1.0.0': pack });
		const torn = await altered((json) => ({ ...json, row: { ...(json['row'] as object), taken: { '1.0.0': 7 } } }));
		expect((await restoreFile(freshDatabase(), asFile(torn))).projects).toBe(0);
	});

	it('restored twice adds nothing', async () => {
		const bytes = asFile(await backupBytes(db, NOW));
		expect((await restoreFile(db, bytes)).projects).toBe(0);
		expect(await listProjects(db)).toHaveLength(1);
	});

	it('keeps both where the project has gone on since, and once only', async () => {
		const bytes = asFile(await backupBytes(db, NOW));
		const then = (await loadProject(db, ID))?.state;
		await retitle(db, 'Bread for beginners');
		expect((await restoreFile(db, bytes)).projects).toBe(1);
		expect((await restoreFile(db, bytes)).projects).toBe(0);
		const projects = await listProjects(db);
		expect(projects.map(({ title }) => title).sort()).toEqual(['Bread', 'Bread for beginners']);
		const copy = projects.find(({ restoredFrom }) => restoredFrom === NOW);
		expect(copy?.id).not.toBe(ID);
		const restored = copy === undefined ? null : await loadProject(db, copy.id);
		expect(restored?.state).toEqual(then);
		await undoChange(db, restored?.row.id ?? ID, restored?.row.done ?? 0, NOW + 20);
		expect((await loadProject(db, copy?.id ?? ID))?.state.notes.size).toBe(0);
		expect((await loadProject(db, ID))?.state.notes.size).toBeGreaterThan(0);
	});

	it('is still read where projects are not known: nothing else in it has changed', async () => {
		const files = unzipSync(await backupBytes(db, NOW));
		expect(JSON.parse(strFromU8(files['recite-backup.json'] ?? new Uint8Array()))).toMatchObject({ version: 1 });
		expect(
			Object.keys(files).filter((name) => !/^(recite-backup\.json|log\/|packs\/|media\/|projects\/)/.test(name))
		).toEqual([]);
	});

	it.each([
		[
			'a project of another id',
			(json: Record<string, unknown>) => void (json['row'] = { ...(json['row'] as object), id: 'x' })
		],
		[
			'no deck',
			(json: Record<string, unknown>) =>
				void (json['records'] = (json['records'] as { of: string }[]).filter(({ of }) => of !== 'deck'))
		],
		[
			'a note without its fields',
			(json: Record<string, unknown>) =>
				void (json['records'] as { of: string; value: { note: unknown } }[]).forEach((row) => {
					if (row.of === 'note') row.value.note = { id: 'x', kind: 'basic' };
				})
		],
		[
			'the same record twice',
			(json: Record<string, unknown>) =>
				void (json['records'] = [json['records'], json['records']].flatMap((rows) => rows as unknown[]))
		],
		['no project at all', () => [1, 2]]
	])('leaves a project out for %s, and nothing else', async (_, change) => {
		const other = freshDatabase();
		const { id, pack } = await soundPack(1);
		await subscribe(db, { at: NOW, tz: 'UTC', day: 20_458 }, id, pack);
		const report = await restoreFile(other, asFile(await altered(change)));
		expect(report).toMatchObject({ added: 1, projects: 0, leftOut: { projects: 1, packs: 0, media: 0 } });
		expect(leftOutText(report)).toMatch(/^1 deck of the Studio in the backup was damaged and left out/);
		for (const table of ['projects', 'records', 'changes', 'editions', 'proposals']) {
			expect(await other.table(table).count()).toBe(0);
		}
		expect(await other.decks.count()).toBe(1);
	});
});
