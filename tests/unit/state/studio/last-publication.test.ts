// First, because live queries run only where there is a database when Dexie is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptCandidates } from '../../../../src/lib/authoring/changes/decisions';
import { editDeck } from '../../../../src/lib/authoring/changes/deck';
import { deleteNotes } from '../../../../src/lib/authoring/changes/notes';
import { packDiff } from '../../../../src/lib/authoring/pack-diff';
import type { Desk } from '../../../../src/lib/state/studio/desk.svelte';
import { lastPublication } from '../../../../src/lib/state/studio/last-publication';
import { Regeneration } from '../../../../src/lib/state/studio/regeneration.svelte';
import { Studio } from '../../../../src/lib/state/studio/studio.svelte';
import type { ReciteDatabase } from '../../../../src/lib/storage/schema';
import { freshDatabase } from '../../../support/database';
import { samplePack } from '../../../support/sample-pack';
import { TEXT } from '../../../support/sample-project';
import { HERE } from '../../../support/workshop';

let db: ReciteDatabase;
let studio: Studio;
const desks: Desk[] = [];

beforeEach(() => {
	db = freshDatabase();
	studio = new Studio({ db, shelvePack: () => Promise.resolve() }, HERE);
});
afterEach(() => {
	for (const desk of desks.splice(0)) desk.close();
});

async function opened(id?: Desk['id']): Promise<Desk> {
	const desk = await studio.open(id ?? (await studio.createFrom({ is: 'text', text: TEXT, name: 'How bread rises' })));
	desks.push(desk);
	await vi.waitFor(() => expect(desk.documents.every(({ isRead }) => isRead)).toBe(true));
	return desk;
}

async function published(desk: Desk): Promise<Awaited<ReturnType<Desk['publishHere']>>> {
	const candidates = desk.documents.flatMap((document) => document.candidates.map(({ candidate }) => candidate));
	const document = desk.documents[0]?.id ?? '';
	await desk.commit((state) => acceptCandidates(state, document, candidates.slice(0, 2)));
	return desk.publishHere('The first.');
}

describe('the version published last', () => {
	it('is none before the first', async () => {
		expect(await lastPublication(await opened())).toBeNull();
	});

	it('is made again as it was, whatever was done since', async () => {
		const desk = await opened();
		const { pack, release } = await published(desk);
		const [first] = desk.notes;
		await desk.commit((state) => deleteNotes(state, [first?.note.id ?? '']));
		await desk.commit((state) => editDeck(state, { title: 'Another title' }));
		const last = await lastPublication(desk);
		expect(last?.pack).toEqual(pack);
		expect(last?.release).toEqual(release);
		expect(packDiff(last?.pack ?? pack, { ...pack, notes: [] }).removed).toHaveLength(pack.notes.length);
	});

	it('has the texts that were in force then', async () => {
		const desk = await opened();
		const { pack } = await published(desk);
		const document = desk.documents[0]?.id ?? '';
		const regeneration = new Regeneration(desk, document, HERE);
		await regeneration.read({ is: 'text', text: `${TEXT}\n\nOvens are hot.`, name: 'How bread rises' });
		for (const item of regeneration.undecided) regeneration.decide(item, { is: 'remove' });
		await regeneration.apply();
		expect((await lastPublication(desk))?.pack).toEqual(pack);
	});

	it('is gone again when publishing was undone, and redone changes do not count before they are', async () => {
		const desk = await opened();
		const { pack } = await published(desk);
		await desk.commit((state) => editDeck(state, { title: 'Another title' }));
		await desk.undo();
		expect((await lastPublication(desk))?.pack).toEqual(pack);
		await desk.undo();
		expect(await lastPublication(desk)).toBeNull();
	});

	it('is where it began for a project that goes on from a pack', async () => {
		const { pack } = samplePack(3);
		const desk = await opened(await studio.createFromPack(pack));
		await desk.commit((state) => deleteNotes(state, ['note-0']));
		const last = await lastPublication(desk);
		expect(last?.pack.version).toBe('3.0.0');
		expect(last?.pack.notes.map(({ id }) => id)).toEqual(pack.notes.map(({ id }) => id));
	});
});
