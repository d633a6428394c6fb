import { beforeEach, describe, expect, it } from 'vitest';
import {
	acceptAs,
	acceptCandidates,
	rejectCandidates,
	reopenCandidates,
	skipCandidates
} from '../../../src/lib/authoring/changes/decisions';
import { addRelease, editDeck } from '../../../src/lib/authoring/changes/deck';
import { addDocument, editDocument, leaveOut, removeDocument } from '../../../src/lib/authoring/changes/documents';
import {
	addNotes,
	deleteNotes,
	duplicateNotes,
	editNote,
	mergeNotes,
	moveToTopic,
	placeNotes,
	splitNote,
	tagNotes,
	untagNotes,
	waive
} from '../../../src/lib/authoring/changes/notes';
import { inOrder } from '../../../src/lib/authoring/changes/order';
import { addPicture, putDrawing } from '../../../src/lib/authoring/changes/pictures';
import { addTopic, editTopic, orderTopics, removeTopic } from '../../../src/lib/authoring/changes/topics';
import { mergedDraft } from '../../../src/lib/authoring/drafts/merged';
import { documentCoverage } from '../../../src/lib/authoring/document-coverage';
import { applied, reverted } from '../../../src/lib/authoring/fold';
import { shownBlocks, withBlocks } from '../../../src/lib/authoring/kept-text';
import { expectFree, expectLater, nextVersion } from '../../../src/lib/authoring/next-version';
import type { Change, ProjectState } from '../../../src/lib/authoring/project';
import type { PackId } from '../../../src/lib/domain/ids';
import type { BasicNote } from '../../../src/lib/domain/note';
import type { Candidate } from '../../../src/lib/generation/cards/candidate';
import { sampleProject, type SampleProject } from '../../support/sample-project';

let sample: SampleProject;
let state: ProjectState;
let candidates: readonly Candidate[];

beforeEach(async () => {
	sample = await sampleProject();
	({ state } = sample);
	({ candidates } = sample.proposals);
});

/** Carries a change out, and holds it to what every change must keep: undone, it leaves what was before. */
function carry(change: Change): string {
	const after = applied(state, change);
	expect(reverted(after, change)).toEqual(state);
	state = after;
	return change.label;
}

const basic = (front: string, over: Partial<BasicNote> = {}): Omit<BasicNote, 'id'> => ({
	kind: 'basic',
	topic: 'cards',
	tags: [],
	sources: [],
	front,
	back: 'An answer',
	...over
});

const order = (): string[] => inOrder(state.notes.values()).map(({ note }) => note.id);
const fronts = (): string[] => inOrder(state.notes.values()).map(({ note }) => ('front' in note ? note.front : ''));

function nth(i: number): Candidate {
	const found = candidates[i];
	if (found === undefined) throw new Error(`no candidate ${i}`);
	return found;
}

describe('accepting a candidate', () => {
	it('makes a note under a readable id, in the deck’s own topic, that knows where it came from', () => {
		expect(carry(acceptCandidates(state, 'bread', [nth(0)]))).toBe('Accepted a candidate');
		const [made] = state.notes.values();
		expect(made?.note.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{4}$/);
		expect(made).toMatchObject({ candidate: nth(0).note.id, note: { topic: 'cards', sources: nth(0).note.sources } });
		expect(state.decisions.get(`bread/${nth(0).note.id}`)).toEqual({ is: 'accepted', notes: [made?.note.id] });
	});

	it('gives the same candidate the same id again', () => {
		carry(acceptCandidates(state, 'bread', [nth(0)]));
		const [first] = order();
		carry(reopenCandidates(state, 'bread', [nth(0)]));
		expect(order()).toEqual([]);
		carry(acceptCandidates(state, 'bread', [nth(0)]));
		expect(order()).toEqual([first]);
	});

	it('puts notes in the order of the text, however they were accepted', () => {
		for (const i of [2, 0, 1]) carry(acceptCandidates(state, 'bread', [nth(i)]));
		expect(inOrder(state.notes.values()).map(({ candidate }) => candidate)).toEqual(
			[0, 1, 2].map((i) => nth(i).note.id)
		);
	});

	it('does nothing to one accepted already', () => {
		carry(acceptCandidates(state, 'bread', [nth(0)]));
		expect(acceptCandidates(state, 'bread', [nth(0)]).patches).toEqual([]);
	});

	it('takes an edited note, and edited again keeps its id', () => {
		carry(acceptAs(state, 'bread', [nth(0)], [basic('First wording?')]));
		const [id] = order();
		carry(acceptAs(state, 'bread', [nth(0)], [basic('Second wording?')]));
		expect(order()).toEqual([id]);
		expect(fronts()).toEqual(['Second wording?']);
	});

	it('splits one candidate into notes side by side, and merges several into one', () => {
		expect(carry(acceptAs(state, 'bread', [nth(0)], [basic('A?'), basic('B?')]))).toBe(
			'Split a candidate into 2 notes'
		);
		expect(fronts()).toEqual(['A?', 'B?']);
		expect(carry(acceptAs(state, 'bread', [nth(1), nth(2)], [basic('Both?')]))).toBe('Merged 2 candidates');
		const shared = state.decisions.get(`bread/${nth(1).note.id}`)?.notes;
		expect(state.decisions.get(`bread/${nth(2).note.id}`)?.notes).toEqual(shared);
		carry(rejectCandidates(state, 'bread', [nth(1)]));
		expect(fronts()).toContain('Both?');
		carry(rejectCandidates(state, 'bread', [nth(2)]));
		expect(fronts()).not.toContain('Both?');
	});
});

describe('a candidate decided otherwise', () => {
	it('loses the notes made of it, and the label says so', () => {
		carry(acceptCandidates(state, 'bread', [nth(0), nth(1)]));
		expect(carry(rejectCandidates(state, 'bread', [nth(0)]))).toBe('Rejected a candidate, and deleted a note');
		expect(carry(skipCandidates(state, 'bread', [nth(2)]))).toBe('Skipped a candidate');
		expect(state.notes.size).toBe(1);
		carry(reopenCandidates(state, 'bread', [nth(0), nth(2)]));
		expect(state.decisions.size).toBe(1);
	});
});

describe('notes', () => {
	beforeEach(() => {
		carry(addNotes(state, [basic('One?'), basic('Two?'), basic('Three?')]));
	});

	it('are added at the end, at the beginning, or after another', () => {
		const [first = ''] = order();
		carry(addNotes(state, [basic('Zero?')], null));
		carry(addNotes(state, [basic('One and a half?'), basic('And more?')], first));
		expect(fronts()).toEqual(['Zero?', 'One?', 'One and a half?', 'And more?', 'Two?', 'Three?']);
	});

	it('stay apart after any number of insertions at one place', () => {
		const [first = ''] = order();
		for (let i = 0; i < 120; i++) carry(addNotes(state, [basic(`Between ${i}?`)], first));
		expect(fronts().slice(0, 3)).toEqual(['One?', 'Between 119?', 'Between 118?']);
		expect(fronts().slice(-2)).toEqual(['Two?', 'Three?']);
	});

	it('move together to another place', () => {
		const [one = '', two = '', three = ''] = order();
		carry(placeNotes(state, [three, one], two));
		expect(order()).toEqual([two, three, one]);
		carry(placeNotes(state, [one], null));
		expect(order()).toEqual([one, two, three]);
	});

	it('keep their id when they are written anew, and get a new one when duplicated', () => {
		const [one = '', two = ''] = order();
		const note = state.notes.get(one)?.note;
		if (note?.kind !== 'basic') throw new Error('no note');
		carry(editNote(state, { ...note, front: 'Quite another?' }));
		carry(duplicateNotes(state, [one]));
		expect(order()[0]).toBe(one);
		expect(order()[2]).toBe(two);
		expect(fronts().slice(0, 2)).toEqual(['Quite another?', 'Quite another?']);
	});

	it('are split in place, the first part under the old id', () => {
		const [, two = '', three = ''] = order();
		carry(splitNote(state, two, [basic('Two a?'), basic('Two b?')]));
		expect(fronts()).toEqual(['One?', 'Two a?', 'Two b?', 'Three?']);
		expect([order()[1], order()[3]]).toEqual([two, three]);
	});

	it('are merged into the first, and decisions follow', () => {
		carry(acceptCandidates(state, 'bread', [nth(0), nth(1)]));
		const made = [0, 1].map((i) => state.decisions.get(`bread/${nth(i).note.id}`)?.notes[0] ?? '');
		const notes = made.map((id) => state.notes.get(id)?.note).filter((note) => note !== undefined);
		carry(mergeNotes(state, made, mergedDraft(notes)));
		expect(state.notes.has(made[1] ?? '')).toBe(false);
		expect(state.decisions.get(`bread/${nth(1).note.id}`)?.notes).toEqual([made[0]]);
	});

	it('deleted do not come up for review again', () => {
		carry(acceptCandidates(state, 'bread', [nth(0)]));
		const id = state.decisions.get(`bread/${nth(0).note.id}`)?.notes[0] ?? '';
		expect(carry(deleteNotes(state, [id]))).toBe('Deleted a note');
		expect(state.decisions.get(`bread/${nth(0).note.id}`)?.is).toBe('rejected');
	});

	it('are tagged, untagged, moved and waived', () => {
		const [one = '', two = ''] = order();
		carry(tagNotes(state, [one, two], ['hard', 'exam']));
		carry(tagNotes(state, [one], ['hard']));
		carry(untagNotes(state, [two], ['hard']));
		expect([one, two].map((id) => state.notes.get(id)?.note.tags)).toEqual([['hard', 'exam'], ['exam']]);
		carry(addTopic(state, 'Crust'));
		expect(carry(moveToTopic(state, [one, two], 'crust'))).toBe('Moved 2 notes to “Crust”');
		expect(() => moveToTopic(state, [one], 'none')).toThrow('not there any more');
		carry(waive(state, one, 'length', 'It is a list.'));
		expect(state.notes.get(one)?.waived).toEqual({ length: 'It is a list.' });
		carry(waive(state, one, 'length', null));
		expect(state.notes.get(one)?.waived).toEqual({});
	});

	it('that are gone cannot be changed', () => {
		expect(() => splitNote(state, 'none', [basic('?')])).toThrow('Undo may bring it back');
	});
});

describe('topics', () => {
	it('are added under an id of their own in a colour of their own, renamed, reordered', () => {
		carry(addTopic(state, 'Crust'));
		carry(addTopic(state, 'Crust'));
		expect(state.deck.topics.map(({ id }) => id)).toEqual(['cards', 'crust', 'crust-2']);
		expect(new Set(state.deck.topics.map(({ colour }) => colour)).size).toBe(3);
		carry(editTopic(state, 'crust', { title: 'Crumb', colour: 'teal' }));
		expect(state.deck.topics[1]).toMatchObject({ id: 'crust', title: 'Crumb', colour: 'teal' });
		carry(orderTopics(state, ['crust-2']));
		expect(state.deck.topics.map(({ id }) => id)).toEqual(['crust-2', 'cards', 'crust']);
	});

	it('are removed with their notes moved', () => {
		carry(addTopic(state, 'Crust'));
		carry(addNotes(state, [basic('One?')]));
		expect(() => removeTopic(state, 'cards', 'cards')).toThrow('another topic');
		carry(removeTopic(state, 'cards', 'crust'));
		expect(state.deck.topics).toHaveLength(1);
		expect([...state.notes.values()][0]?.note.topic).toBe('crust');
	});
});

describe('the deck', () => {
	it('keeps its id once it was published', () => {
		carry(editDeck(state, { deck: 'sourdough', preset: { newPerDay: 5 } }));
		expect(() => editDeck(state, { deck: 'Not an id' })).toThrow('lower-case');
		carry(editDeck(state, { preset: undefined }));
		expect('preset' in state.deck).toBe(false);
		carry(addRelease(state, { version: '1.0.0', date: '2026-01-05', notes: 'First.' }));
		expect(() => editDeck(state, { deck: 'rye' })).toThrow('students’ history');
	});

	it('counts its versions up', () => {
		expect(nextVersion({ version: '0.0.0' })).toBe('1.0.0');
		expect(nextVersion({ version: '1.9.3' })).toBe('1.10.0');
		expect(() => expectLater({ version: '1.9.3' }, '1.9.3')).toThrow('1.10.0');
		expect(() => expectLater({ version: '1.9.3' }, 'two')).toThrow('three numbers');
		expect(() => expectLater({ version: '1.9.3' }, '2.0.0')).not.toThrow();
	});

	it('is never one that has gone out, though its publication was undone', () => {
		const [one, two] = ['a'.repeat(64) as PackId, 'b'.repeat(64) as PackId];
		const [never, first] = [{ version: '0.0.0' }, { version: '1.0.0' }];
		expect(nextVersion(never, { '1.0.0': one })).toBe('1.0.1');
		expect(nextVersion(first, { '1.0.0': one })).toBe('1.1.0');
		expect(nextVersion(first, { '1.0.0': one, '1.10.0': two, '1.9.0': two })).toBe('1.10.1');
		expect(() => expectFree(never, { '1.0.0': one }, '1.0.0', two)).toThrow('Publish this as 1.0.1');
		expect(() => expectFree(never, { '1.0.0': null }, '1.0.0', two)).toThrow('other content');
		expect(() => expectFree(never, { '2.0.0': one }, '1.5.0', two)).toThrow('1.5.0 is older');
		// The very same once more is no other version.
		expect(() => expectFree(never, { '1.0.0': one }, '1.0.0', one)).not.toThrow();
		expect(() => expectFree(never, { '1.0.0': one }, '1.0.1', two)).not.toThrow();
	});

	it('holds pictures and drawings', () => {
		carry(addPicture(state, 'a.png', { sha256: 'f'.repeat(64), type: 'image/png', bytes: 3 }));
		carry(putDrawing(state, 'cell.svg', { tag: 'svg', attributes: {}, children: [] }));
		expect(carry(putDrawing(state, 'cell.svg', null))).toBe('Removed the drawing “cell.svg”');
		expect(state.pictures.size).toBe(1);
		expect(state.drawings.size).toBe(0);
	});
});

describe('documents', () => {
	it('bring the acronyms they expand, without overwriting the author’s', () => {
		carry(editDeck(state, { acronyms: { CO2: 'the author’s words' } }));
		const document = state.documents.get('bread');
		if (document === undefined) throw new Error('no document');
		carry(addDocument(state, { ...document, id: 'rye' }, { CO2: 'carbon dioxide', RH: 'relative humidity' }));
		expect(state.deck.acronyms).toEqual({ CO2: 'the author’s words', RH: 'relative humidity' });
	});

	it('are described in a form', () => {
		carry(editDocument(state, 'bread', { publisher: 'A press', url: 'https://example.org' }));
		expect(state.documents.get('bread')).toMatchObject({ publisher: 'A press', url: 'https://example.org' });
		carry(editDocument(state, 'bread', { url: '' }));
		expect('url' in (state.documents.get('bread') ?? {})).toBe(false);
	});

	it('are removed with their decisions and the notes that quote nothing else', () => {
		carry(acceptCandidates(state, 'bread', [nth(0), nth(1)]));
		const other = { document: 'other', quote: 'x', start: 0, end: 1 };
		const [first = ''] = order();
		const note = state.notes.get(first)?.note;
		if (note === undefined) throw new Error('no note');
		carry(editNote(state, { ...note, sources: [...note.sources, other] }));
		expect(carry(removeDocument(state, 'bread'))).toBe('Removed the document “How bread rises” and a note');
		expect(order()).toEqual([first]);
		expect(state.notes.get(first)?.note.sources).toEqual([other]);
		expect(state.decisions.size).toBe(0);
	});

	it('say which sentences carry notes, which are left out, and which are struck', () => {
		const { edition } = sample;
		const of = () => {
			const document = state.documents.get('bread');
			if (document === undefined) throw new Error('no document');
			return documentCoverage(edition, document, state.notes.values());
		};
		const all = of().sentences.length;
		expect(of()).toMatchObject({ covered: 0, leftOut: 0, share: 0 });
		carry(acceptCandidates(state, 'bread', [nth(0)]));
		carry(leaveOut(state, 'bread', 'Salt slows the yeast down.', 'Known to all.'));
		expect(of()).toMatchObject({ covered: 1, leftOut: 1, share: 2 / all });
		for (const { text, start, end } of of().sentences) expect(edition.canonical.text.slice(start, end)).toBe(text);
		carry(leaveOut(state, 'bread', 'Salt slows the yeast down.', null));
		expect(of().leftOut).toBe(0);
	});

	it('have blocks struck and restored by hand', () => {
		const edition = {
			...sample.edition,
			drops: sample.edition.drops.map((_, i) => (i === 1 ? { rule: 'x', because: 'y' } : null))
		};
		const options = withBlocks(edition, {}, [1], true);
		expect(options).toEqual({ restored: [1] });
		expect(shownBlocks(edition, options)[1]).toMatchObject({ drop: null, byHand: true });
		const both = withBlocks(edition, options, [1, 2], false);
		expect(both).toEqual({ struck: [2] });
		expect(shownBlocks(edition, both).map(({ drop }) => drop?.rule)).toEqual(expect.arrayContaining(['x', 'struck']));
		expect(withBlocks(edition, both, [2], true)).toEqual({});
	});
});
