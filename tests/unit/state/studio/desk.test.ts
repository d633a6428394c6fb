// First, because live queries run only where there is a database when Dexie is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptAs, acceptCandidates, rejectCandidates } from '../../../../src/lib/authoring/changes/decisions';
import { editDeck } from '../../../../src/lib/authoring/changes/deck';
import { editNote } from '../../../../src/lib/authoring/changes/notes';
import { withBlocks } from '../../../../src/lib/authoring/kept-text';
import { AppError } from '../../../../src/lib/domain/app-error';
import type { PackId } from '../../../../src/lib/domain/ids';
import type { Pack } from '../../../../src/lib/domain/pack';
import { packId } from '../../../../src/lib/deck-format/pack-id';
import type { Desk, StudioApp } from '../../../../src/lib/state/studio/desk.svelte';
import type { DocumentDesk } from '../../../../src/lib/state/studio/document-desk.svelte';
import { Regeneration } from '../../../../src/lib/state/studio/regeneration.svelte';
import { Studio } from '../../../../src/lib/state/studio/studio.svelte';
import { listProjects } from '../../../../src/lib/storage/projects';
import type { ReciteDatabase } from '../../../../src/lib/storage/schema';
import { freshDatabase, secondWindow } from '../../../support/database';
import { samplePack } from '../../../support/sample-pack';
import { TEXT } from '../../../support/sample-project';
import { HERE } from '../../../support/workshop';

let db: ReciteDatabase;
let studio: Studio;
let shelved: { id: PackId; pack: Pack }[];
const desks: Desk[] = [];

const app = (at: ReciteDatabase): StudioApp => ({
	db: at,
	shelvePack: async (id, pack) => {
		shelved.push({ id, pack });
	}
});

beforeEach(() => {
	db = freshDatabase();
	shelved = [];
	studio = new Studio(app(db), HERE);
});

afterEach(() => {
	for (const desk of desks.splice(0)) desk.close();
});

async function opened(from: Studio = studio, id?: string): Promise<Desk> {
	const made = id ?? (await from.createFrom({ is: 'text', text: TEXT, name: 'How bread rises' }));
	const desk = await from.open(made as Desk['id']);
	desks.push(desk);
	await vi.waitFor(() => expect(desk.documents.every(({ edition }) => edition !== undefined)).toBe(true));
	return desk;
}

const only = (desk: Desk): DocumentDesk => {
	const [document] = desk.documents;
	if (document === undefined) throw new Error('no document');
	return document;
};

const candidatesOf = (desk: Desk) => only(desk).candidates.map(({ candidate }) => candidate);

describe('a project from a document', () => {
	it('holds the text, the original and the candidates', async () => {
		const desk = await opened();
		const document = only(desk);
		expect(desk.deck.title).toBe('How bread rises');
		expect(document.edition?.canonical.text).toContain('yeast makes carbon dioxide');
		expect(document.progress.open).toBeGreaterThan(2);
		expect(document.progress.open).toBe(document.progress.all);
		expect(await (await db.media.get(document.edition?.file.sha256 ?? ''))?.blob.text()).toBe(TEXT);
		expect(await listProjects(db)).toMatchObject([{ documents: 1, notes: 0, open: document.progress.all }]);
	});

	it('is not made where the document cannot be read', async () => {
		await expect(studio.createFrom({ is: 'text', text: '12 34' })).rejects.toThrow(AppError);
		await expect(studio.createFrom({ is: 'text', text: ' ' })).rejects.toThrow('Paste some text');
		for (const name of ['projects', 'records', 'editions', 'proposals', 'media']) {
			expect(await db.table(name).count()).toBe(0);
		}
		expect(studio.importing).toBeNull();
	});

	it('is not made when it was cancelled', async () => {
		const made = studio.createFrom({ is: 'text', text: TEXT });
		studio.cancelImport();
		await expect(made).rejects.toMatchObject({ code: 'cancelled' });
		expect(await db.projects.count()).toBe(0);
		expect(await db.media.count()).toBe(0);
	});
});

describe('a desk', () => {
	it('accepts, counts and goes to the next candidate', async () => {
		const desk = await opened();
		const document = only(desk);
		const [first, second] = document.candidates;
		if (first === undefined || second === undefined) throw new Error('too few candidates');
		await desk.commit((state) => acceptCandidates(state, document.id, [first.candidate]));
		expect(document.progress).toMatchObject({ accepted: 1, open: document.progress.all - 1 });
		expect(document.nextOpen(first.id)?.id).toBe(second.id);
		expect(desk.notes).toHaveLength(1);
		expect(desk.undoLabel).toBe('Accepted a candidate');
		expect(document.coverage?.covered).toBe(1);
	});

	it('knows what keeps a candidate from being published before it is accepted, and counts the notes to mend', async () => {
		const desk = await opened();
		const document = only(desk);
		const [first, second] = candidatesOf(desk);
		if (first === undefined || second === undefined) throw new Error('too few candidates');
		const topic = desk.deck.topics[0]?.id ?? '';
		expect(await desk.problemsOfDraft({ ...second.note, topic })).not.toContainEqual(
			expect.objectContaining({ severity: 'error' })
		);
		await desk.commit((state) => acceptAs(state, document.id, [first], [second.note]));
		const ahead = await desk.problemsOfDraft({ ...second.note, topic });
		expect(ahead).toContainEqual(expect.objectContaining({ rule: 'duplicate', severity: 'error' }));
		await vi.waitFor(() => expect(desk.checking).toBe(false));
		expect(desk.toMend).toBe(0);
		await desk.commit((state) => acceptCandidates(state, document.id, [second]));
		await vi.waitFor(() => expect(desk.toMend).toBeGreaterThan(0));
		await desk.undo();
		await vi.waitFor(() => expect(desk.toMend).toBe(0));
	});

	it('undoes and redoes without limit, and after it was closed and opened', async () => {
		const desk = await opened();
		const before = desk.state;
		for (const candidate of candidatesOf(desk)) {
			await desk.commit((state) => acceptCandidates(state, only(desk).id, [candidate]));
		}
		const after = desk.state;
		desk.close();
		const again = await opened(studio, desk.id);
		while (again.undoLabel !== null) await again.undo();
		expect(again.state).toEqual(before);
		while (again.redoLabel !== null) await again.redo();
		expect(again.state).toEqual(after);
		expect((await opened(studio, desk.id)).state).toEqual(after);
	});

	it('makes quick changes one after another, each of the state the one before has left', async () => {
		const desk = await opened();
		const document = only(desk);
		await Promise.all(
			candidatesOf(desk).map((candidate) => desk.commit((state) => acceptCandidates(state, document.id, [candidate])))
		);
		const positions = desk.notes.map(({ position }) => position);
		expect(desk.notes).toHaveLength(document.progress.all);
		expect(new Set(positions).size).toBe(positions.length);
	});

	it('keeps its state when a write fails, and goes on', async () => {
		const desk = await opened();
		const before = desk.state;
		const full = vi.spyOn(db.changes, 'add').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
		const change = editDeck(desk.state, { title: 'Bread and butter' });
		await expect(desk.commit(change)).rejects.toThrow('full');
		full.mockRestore();
		expect(desk.state).toBe(before);
		expect(desk.saving).toBe(false);
		await desk.commit(change);
		expect(desk.deck.title).toBe('Bread and butter');
	});

	it('tells what the lints say, of the deck and of a draft', async () => {
		const desk = await opened();
		await desk.commit((state) => acceptCandidates(state, only(desk).id, candidatesOf(desk)));
		await vi.waitFor(() => expect(desk.checking).toBe(false));
		expect(desk.problems.errors).toBe(0);
		const note = desk.notes.find((each) => each.note.kind === 'basic')?.note;
		if (note?.kind !== 'basic') throw new Error('no basic note');
		expect((await desk.problemsOfDraft({ ...note, back: '' }))?.map(({ field }) => field)).toContain('back');
	});

	it('reads a document anew under other options, keeping what was decided, and goes back with undo', async () => {
		const desk = await opened();
		const document = only(desk);
		const [first] = candidatesOf(desk);
		if (first === undefined || document.edition === undefined) throw new Error('no candidate');
		await desk.commit((state) => acceptCandidates(state, document.id, [first]));
		const all = document.progress.all;
		const text = document.edition.canonical.text;
		const last = document.edition.canonical.blocks.findIndex(({ start }) => text.startsWith('The crust', start));
		await document.setOptions(withBlocks(document.edition, document.document.options, [last], false));
		await vi.waitFor(() => expect(document.progress.all).toBeLessThan(all));
		expect(document.progress.accepted).toBe(1);
		expect(desk.notes).toHaveLength(1);
		await desk.undo();
		await vi.waitFor(() => expect(document.progress.all).toBe(all));
		expect(document.regenerating).toBeNull();
	});

	it('refuses the same text twice', async () => {
		const desk = await opened();
		await expect(desk.importDocument({ is: 'text', text: TEXT })).rejects.toMatchObject({ code: 'document-known' });
		expect(desk.documents).toHaveLength(1);
	});

	it('adds a second document in one step, and takes it back', async () => {
		const desk = await opened();
		const html = '<h1>Rye</h1><p>Rye is a cereal that grows on <b>poor soil</b> in the north of Europe.</p>';
		const id = await desk.importDocument({ is: 'html', html, name: 'Rye' });
		expect(desk.documents.map((each) => each.id)).toContain(id);
		await desk.undo();
		expect(desk.documents).toHaveLength(1);
		await desk.redo();
		await vi.waitFor(() => expect(desk.document(id)?.edition).toBeDefined());
	});
});

describe('a newer version of a document', () => {
	const NEWER = TEXT.replace('that holds the gas', 'that keeps the gas').replace('Salt slows the yeast down. ', '');

	it('keeps ids, follows what was reworded, and is taken back in one step', async () => {
		const desk = await opened();
		await desk.commit((state) => acceptCandidates(state, only(desk).id, candidatesOf(desk)));
		const before = desk.state;
		const ids = desk.notes.map(({ note }) => note.id);
		const regeneration = new Regeneration(desk, only(desk).id, HERE);
		await regeneration.read({ is: 'text', text: NEWER });
		const { plan } = regeneration;
		expect(plan?.notes.map(({ is }) => is)).toContain('reworded');
		expect(plan?.notes.map(({ is }) => is)).toContain('same');
		for (const item of regeneration.undecided) {
			regeneration.decide(item, item.sources.length === 0 ? { is: 'remove' } : { is: 'keep' });
		}
		await regeneration.apply();
		await vi.waitFor(() => expect(only(desk).edition?.canonical.text).toContain('that keeps the gas'));
		expect(desk.notes.every(({ note }) => ids.includes(note.id))).toBe(true);
		const { text } = only(desk).edition?.canonical ?? { text: '' };
		for (const { note } of desk.notes) {
			for (const { quote, start, end } of note.sources) expect(text.slice(start, end)).toBe(quote);
		}
		await desk.undo();
		expect(desk.state).toEqual(before);
		await vi.waitFor(() => expect(only(desk).edition?.canonical.text).toContain('that holds the gas'));
		await vi.waitFor(() => expect(only(desk).progress.accepted).toBe(ids.length));
	});

	it('is told where it says the same', async () => {
		const desk = await opened();
		const regeneration = new Regeneration(desk, only(desk).id, HERE);
		await expect(regeneration.read({ is: 'text', text: `${TEXT}\n` })).rejects.toMatchObject({
			code: 'document-unchanged'
		});
		expect(regeneration.progress).toBeNull();
	});
});

describe('two windows', () => {
	it('see each other’s changes', async () => {
		const here = await opened();
		const there = await opened(new Studio(app(secondWindow(db)), HERE), here.id);
		await here.commit((state) => acceptCandidates(state, only(here).id, candidatesOf(here).slice(0, 1)));
		await vi.waitFor(() => expect(there.notes).toHaveLength(1));
		expect(there.undoLabel).toBe('Accepted a candidate');
		await there.undo();
		await vi.waitFor(() => expect(here.notes).toHaveLength(0));
	});

	it('refuse a change of what has changed meanwhile, and show how it stands', async () => {
		const here = await opened();
		await here.commit((state) => acceptCandidates(state, only(here).id, candidatesOf(here).slice(0, 1)));
		const there = await opened(new Studio(app(secondWindow(db)), HERE), here.id);
		const note = here.notes[0]?.note;
		if (note === undefined) throw new Error('no note');
		const stale = editNote(there.state, { ...note, tags: ['late'] });
		await here.commit(editNote(here.state, { ...note, tags: ['early'] }));
		await expect(there.commit(stale)).rejects.toMatchObject({ code: 'changed-elsewhere' });
		expect(there.notes[0]?.note.tags).toEqual(['early']);
		await there.commit((state) => editNote(state, { ...note, tags: ['late'] }));
		await vi.waitFor(() => expect(here.notes[0]?.note.tags).toEqual(['late']));
	});

	it('write apart what does not touch', async () => {
		const here = await opened();
		const there = await opened(new Studio(app(secondWindow(db)), HERE), here.id);
		const [first, second] = candidatesOf(here);
		if (first === undefined || second === undefined) throw new Error('too few candidates');
		await Promise.all([
			here.commit((state) => rejectCandidates(state, only(here).id, [first])),
			there.commit((state) => rejectCandidates(state, only(there).id, [second]))
		]);
		await vi.waitFor(() => expect(only(here).progress.rejected).toBe(2));
		await vi.waitFor(() => expect(only(there).progress.rejected).toBe(2));
	});

	it('learn that the project was removed, and put back', async () => {
		const here = await opened();
		const removed = await new Studio(app(secondWindow(db)), HERE).remove(here.id);
		await vi.waitFor(() => expect(here.gone).toBe(true));
		await expect(here.commit(editDeck(here.state, { title: 'Late' }))).rejects.toMatchObject({
			code: 'project-missing'
		});
		await removed.putBack();
		await vi.waitFor(() => expect(here.gone).toBe(false));
		await here.commit(editDeck(here.state, { title: 'Back again' }));
		expect(here.deck.title).toBe('Back again');
	});
});

describe('publishing to this device', () => {
	it('puts the pack on the shelf under its name and notes the release', async () => {
		const desk = await opened();
		await desk.commit((state) => acceptCandidates(state, only(desk).id, candidatesOf(desk)));
		await desk.publishHere('The first version.');
		expect(shelved).toHaveLength(1);
		const [{ id, pack }] = shelved as [(typeof shelved)[0]];
		expect(id).toBe(await packId(pack));
		expect(pack).toMatchObject({ version: '1.0.0', deck: 'how-bread-rises' });
		expect(desk.deck.releases).toMatchObject([{ version: '1.0.0', notes: 'The first version.' }]);
		expect(desk.nextVersion).toBe('1.1.0');
	});

	it('is refused while there is an error', async () => {
		const desk = await opened();
		await expect(desk.publishHere('')).rejects.toMatchObject({ code: 'deck-empty' });
		await desk.commit((state) => acceptCandidates(state, only(desk).id, candidatesOf(desk)));
		await desk.commit((state) => editDeck(state, { licence: '' }));
		await expect(desk.publishHere('')).rejects.toMatchObject({ code: 'deck-unfinished' });
		await desk.undo();
		await expect(desk.publishHere('', '0.0.0')).rejects.toMatchObject({ code: 'version-unsuitable' });
		expect(shelved).toEqual([]);
	});

	it('gives no version to other content when its publication is undone, here or in another window', async () => {
		const desk = await opened();
		await desk.commit((state) => acceptCandidates(state, only(desk).id, candidatesOf(desk)));
		const first = await desk.publishHere('');
		await desk.undo();
		expect(desk.deck.version).toBe('0.0.0');
		// The same once more is the same pack.
		expect((await desk.publishHere('', '1.0.0')).pack).toEqual(first.pack);
		await desk.undo();
		await desk.commit((state) => editDeck(state, { title: 'Another title' }));
		const again = await opened(new Studio(app(secondWindow(db)), HERE), desk.id);
		for (const window of [desk, again]) {
			expect(window.nextVersion).toBe('1.0.1');
			expect(window.lastGiven).toBe('1.0.0');
			await expect(window.publishHere('', '1.0.0')).rejects.toMatchObject({ code: 'version-taken' });
		}
		expect((await desk.publishHere('')).pack).toMatchObject({ version: '1.0.1', title: 'Another title' });
		expect(new Set(shelved.map(({ id, pack }) => `${pack.version} ${id}`)).size).toBe(2);
	});

	it('gives no version to other content that a copy of the project or the shelf has given out', async () => {
		const { pack } = samplePack(3);
		const [desk, copy] = [
			await opened(studio, await studio.createFromPack(pack)),
			await opened(studio, await studio.createFromPack(pack))
		];
		const take = (by: Desk, version: string, title: string): Promise<void> =>
			by.takeVersion({
				pack: { ...pack, version, title },
				media: new Map(),
				release: { version, date: '2026-04-01', notes: '' }
			});
		await take(desk, '3.1.0', 'Bread');
		await take(copy, '3.1.0', 'Bread');
		await expect(take(copy, '3.1.0', 'Another title')).rejects.toMatchObject({ code: 'version-taken' });
		const held = { ...pack, version: '3.2.0' };
		await db.packs.add({ id: await packId(held), pack: held });
		await expect(take(copy, '3.2.0', 'Another title')).rejects.toMatchObject({ code: 'version-taken' });
		await take(copy, '3.3.0', 'Another title');
		await expect(take(desk, '3.1.1', 'Another title')).rejects.toThrow('3.1.1 is older');
	});

	it('keeps the number of a version that an older Recite published, when that is undone', async () => {
		const desk = await opened(studio, await studio.createFromPack(samplePack(3).pack));
		const release = { version: '3.1.0', date: '2026-04-01', notes: '' };
		await desk.published({ pack: samplePack(3).pack, media: new Map(), release });
		await desk.undo();
		expect(desk.deck.version).toBe('3.0.0');
		expect(desk.nextVersion).toBe('3.1.1');
	});

	it('goes on from a deck that was published before', async () => {
		const id = await studio.createFromPack(samplePack(3).pack);
		const desk = await opened(studio, id);
		expect(desk.nextVersion).toBe('3.1.0');
		expect(desk.notes.map(({ note }) => note.id)).toEqual(samplePack(3).pack.notes.map((note) => note.id));
		await expect(async () => desk.commit((state) => editDeck(state, { deck: 'other' }))).rejects.toMatchObject({
			code: 'deck-id-fixed'
		});
	});

	it('keeps the versions that came with the deck, and puts the next one before them', async () => {
		const releases = [
			{ version: '3.0.0', date: '2026-03-01', notes: 'Two figures corrected.' },
			{ version: '2.0.0', date: '2026-01-10', notes: 'More notes.' }
		];
		const desk = await opened(studio, await studio.createFromPack(samplePack(3).pack, new Map(), releases));
		expect(desk.deck.releases).toEqual(releases);
		const release = { version: desk.nextVersion, date: '2026-04-01', notes: 'One more.' };
		await desk.published({ pack: samplePack(3).pack, media: new Map(), release });
		expect(desk.deck.releases.map(({ version }) => version)).toEqual(['3.1.0', '3.0.0', '2.0.0']);
	});

	it('says where to open Recite when the browser lends no Web Crypto', async () => {
		const desk = await opened();
		await desk.commit((state) => acceptCandidates(state, only(desk).id, candidatesOf(desk)));
		vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
		try {
			await expect(studio.createFromPack(samplePack(3).pack)).rejects.toMatchObject({ code: 'insecure' });
			await expect(desk.publication('')).rejects.toThrow(/Decks cannot be published here.*https/);
			await expect(studio.createFrom({ is: 'text', text: TEXT })).rejects.toMatchObject({ code: 'insecure' });
		} finally {
			vi.unstubAllGlobals();
		}
	});
});

describe('pictures', () => {
	const png = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)], { type: 'image/png' });

	it('are kept once, under a name that notes can say', async () => {
		const desk = await opened();
		expect(await desk.addPicture(png, 'The crumb.png')).toBe('the-crumb.png');
		expect(await desk.addPicture(png, 'again.png')).toBe('the-crumb.png');
		expect((await desk.picture('the-crumb.png'))?.size).toBe(7);
		expect(await desk.picture('none.png')).toBeNull();
	});

	it('are refused when they are none', async () => {
		const desk = await opened();
		const fake = new Blob(['not a picture'], { type: 'image/png' });
		await expect(desk.addPicture(fake, 'fake.png')).rejects.toMatchObject({ code: 'picture-unsuitable' });
		expect(await db.media.count()).toBe(1);
	});
});
