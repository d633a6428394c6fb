import { beforeEach, describe, expect, it } from 'vitest';
import { acceptCandidates, rejectCandidates } from '../../../src/lib/authoring/changes/decisions';
import { editDeck } from '../../../src/lib/authoring/changes/deck';
import { addDocument } from '../../../src/lib/authoring/changes/documents';
import { addPicture } from '../../../src/lib/authoring/changes/pictures';
import { newDocument } from '../../../src/lib/authoring/imported';
import type { Change, ProjectId, ProjectState } from '../../../src/lib/authoring/project';
import { archiveOf } from '../../../src/lib/storage/project-archive';
import { commitChange, redoChange, replaceProposals, undoChange } from '../../../src/lib/storage/project-changes';
import { createProject, documentMaterial, listProjects, loadProject } from '../../../src/lib/storage/projects';
import { putBack, removeProject } from '../../../src/lib/storage/removed-project';
import { AUTHORED, type ReciteDatabase } from '../../../src/lib/storage/schema';
import { freshDatabase } from '../../support/database';
import { sampleProject, type SampleProject } from '../../support/sample-project';

const ID = '01J00000000000000000000000' as ProjectId;
const OTHER = '01J00000000000000000000001' as ProjectId;
const ORIGINAL = '1'.repeat(64);

let db: ReciteDatabase;
let sample: SampleProject;

async function make(id: ProjectId, at = 0): Promise<void> {
	const { state, edition, proposals } = sample;
	const media = new Map([[ORIGINAL, new Blob(['bread'])]]);
	await createProject(db, id, state, at, { editions: [edition], proposals: [proposals], media });
}

beforeEach(async () => {
	db = freshDatabase();
	sample = await sampleProject();
	await make(ID);
});

async function stateNow(id = ID): Promise<ProjectState> {
	const loaded = await loadProject(db, id);
	if (loaded === null) throw new Error('no project');
	return loaded.state;
}

const candidate = (i: number) => sample.proposals.candidates.slice(i, i + 1);

/** What is in the tables, for telling whether anything was written. */
const everything = async () =>
	Object.fromEntries(await Promise.all(AUTHORED.map(async (name) => [name, await db.table(name).toArray()] as const)));

describe('a project', () => {
	it('is listed with its counts, the one changed last first', async () => {
		await make(OTHER, 5);
		await commitChange(db, ID, acceptCandidates(sample.state, 'bread', candidate(0)), 9);
		const all = sample.proposals.candidates.length;
		expect(await listProjects(db)).toEqual([
			{ id: ID, deck: 'bread', title: 'Bread', notes: 1, documents: 1, open: all - 1, changed: 9 },
			{ id: OTHER, deck: 'bread', title: 'Bread', notes: 0, documents: 1, open: all, changed: 5 }
		]);
	});

	it('counts as open what was proposed anew', async () => {
		await commitChange(db, ID, rejectCandidates(sample.state, 'bread', candidate(0)), 1);
		await replaceProposals(db, ID, { ...sample.proposals, candidates: sample.proposals.candidates.slice(0, 2) });
		expect(await listProjects(db)).toMatchObject([{ open: 1, changed: 1 }]);
		expect((await documentMaterial(db, ID, 'bread'))?.proposals?.candidates).toHaveLength(2);
	});

	it('made twice by a second try is there once', async () => {
		await make(ID, 99);
		expect(await listProjects(db)).toMatchObject([{ changed: 0 }]);
	});

	it('is removed with everything of it, and put back with everything', async () => {
		await make(OTHER);
		await commitChange(db, ID, acceptCandidates(sample.state, 'bread', candidate(0)), 1);
		const before = [await everything(), await archiveOf(db, ID)];
		const removed = await removeProject(db, ID);
		expect(await archiveOf(db, ID)).toBeUndefined();
		expect(await db.editions.count()).toBe(1);
		expect(await db.media.count()).toBe(1);
		await removeProject(db, OTHER);
		for (const name of [...AUTHORED, 'media']) expect(await db.table(name).count()).toBe(0);
		await make(OTHER);
		await putBack(db, removed);
		await putBack(db, removed);
		expect([await everything(), await archiveOf(db, ID)]).toEqual(before);
	});

	it('that is gone takes no change', async () => {
		await removeProject(db, ID);
		const change = editDeck(sample.state, { title: 'X' });
		await expect(commitChange(db, ID, change, 1)).rejects.toMatchObject({ code: 'project-missing' });
		await expect(removeProject(db, ID)).rejects.toMatchObject({ code: 'project-missing' });
		expect(await loadProject(db, ID)).toBeNull();
		expect(await db.records.count()).toBe(0);
	});
});

describe('a change', () => {
	it('is refused whole where one of its records is not what it says', async () => {
		const change = acceptCandidates(sample.state, 'bread', sample.proposals.candidates);
		await commitChange(db, ID, rejectCandidates(sample.state, 'bread', candidate(1)), 1);
		const before = await everything();
		await expect(commitChange(db, ID, change, 2)).rejects.toMatchObject({ code: 'changed-elsewhere' });
		expect(await everything()).toEqual(before);
	});

	it('compares values, not the order of their keys', async () => {
		const { title, ...rest } = sample.state.deck;
		const shuffled = { ...rest, title };
		const change: Change = {
			label: 'x',
			patches: [{ of: 'deck', id: 'deck', before: shuffled, after: { ...shuffled, title: 'Y' } }]
		};
		await commitChange(db, ID, change, 1);
		expect((await stateNow()).deck.title).toBe('Y');
	});

	it('tried twice at one moment is written once', async () => {
		const change = editDeck(sample.state, { title: 'Once' });
		await commitChange(db, ID, change, 1);
		await commitChange(db, ID, change, 1);
		expect(await db.changes.count()).toBe(1);
		await undoChange(db, ID, 1, 2);
		await undoChange(db, ID, 1, 3);
		expect((await stateNow()).deck.title).toBe('Bread');
		await redoChange(db, ID, 1, 4);
		await redoChange(db, ID, 1, 5);
		expect((await stateNow()).deck.title).toBe('Once');
	});

	it('drops what was undone', async () => {
		await commitChange(db, ID, editDeck(sample.state, { title: 'A' }), 1);
		await undoChange(db, ID, 1, 2);
		await commitChange(db, ID, editDeck(sample.state, { title: 'B' }), 3);
		expect(await db.changes.count()).toBe(1);
		expect(await redoChange(db, ID, 2, 4)).toBeNull();
		expect((await stateNow()).deck.title).toBe('B');
	});

	it('is not undone by a window that has not seen the one after it', async () => {
		await commitChange(db, ID, editDeck(sample.state, { title: 'A' }), 1);
		await commitChange(db, ID, editDeck(await stateNow(), { title: 'B' }), 2);
		await expect(undoChange(db, ID, 1, 3)).rejects.toMatchObject({ code: 'changed-elsewhere' });
		expect((await stateNow()).deck.title).toBe('B');
	});

	it('leaves nothing when it fails half-way', async () => {
		const before = await everything();
		const change = acceptCandidates(sample.state, 'bread', sample.proposals.candidates);
		// A function cannot be stored, so the last write of the transaction fails.
		const broken = { ...sample.proposals, score: () => 1 };
		await expect(commitChange(db, ID, change, 1, { proposals: [broken] })).rejects.toThrow();
		expect(await everything()).toEqual(before);
	});
});

describe('a document that was added and taken back', () => {
	async function addRye(at: number): Promise<void> {
		const rye = await sampleProject('Rye grows on poor soil.', 'rye');
		const edition = { ...rye.edition, file: { ...rye.edition.file, sha256: '2'.repeat(64) } };
		await commitChange(db, ID, addDocument(await stateNow(), newDocument(edition, 'Rye', ['textbook'])), at, {
			editions: [edition],
			proposals: [rye.proposals],
			media: new Map([['2'.repeat(64), new Blob(['rye'])]])
		});
	}

	it('keeps its text and its file as long as it can be brought again, and no longer', async () => {
		await addRye(1);
		await undoChange(db, ID, 1, 2);
		expect(await db.editions.count()).toBe(2);
		await redoChange(db, ID, 1, 3);
		expect((await documentMaterial(db, ID, 'rye'))?.edition?.canonical.text).toBe('Rye grows on poor soil.');
		await undoChange(db, ID, 1, 4);
		await commitChange(db, ID, editDeck(await stateNow(), { title: 'X' }), 5);
		expect((await db.media.toArray()).map(({ sha256 }) => sha256)).toEqual([ORIGINAL]);
		expect(await db.editions.count()).toBe(1);
		expect(await db.proposals.count()).toBe(1);
	});

	it('shares its file with whoever else uses it', async () => {
		await make(OTHER);
		const picture = { sha256: ORIGINAL, type: 'image/png', bytes: 5 };
		await commitChange(db, ID, addPicture(await stateNow(), 'a.png', picture), 1);
		await undoChange(db, ID, 1, 2);
		await commitChange(db, ID, editDeck(await stateNow(), { title: 'X' }), 3);
		expect(await db.media.count()).toBe(1);
	});
});
