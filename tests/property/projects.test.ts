import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	acceptCandidates,
	acceptAs,
	rejectCandidates,
	reopenCandidates,
	skipCandidates
} from '../../src/lib/authoring/changes/decisions';
import { editDeck } from '../../src/lib/authoring/changes/deck';
import { leaveOut, removeDocument, setOptions } from '../../src/lib/authoring/changes/documents';
import { replaceInNotes } from '../../src/lib/authoring/changes/find-replace';
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
} from '../../src/lib/authoring/changes/notes';
import { inOrder } from '../../src/lib/authoring/changes/order';
import { addTopic, removeTopic } from '../../src/lib/authoring/changes/topics';
import { WRITABLE_KINDS, withKind } from '../../src/lib/authoring/drafts/kinds';
import { mergedDraft } from '../../src/lib/authoring/drafts/merged';
import { splitDrafts } from '../../src/lib/authoring/drafts/split';
import { buildPack } from '../../src/lib/authoring/build-pack';
import { problemsOf } from '../../src/lib/authoring/problems';
import { parsePack } from '../../src/lib/deck-format/parse-pack';
import { applied, reverted } from '../../src/lib/authoring/fold';
import type { Change, ProjectId, ProjectState } from '../../src/lib/authoring/project';
import { isWholeNote } from '../../src/lib/domain/note-check';
import { commitChange, redoChange, undoChange } from '../../src/lib/storage/project-changes';
import { createProject, loadProject } from '../../src/lib/storage/projects';
import type { ReciteDatabase } from '../../src/lib/storage/schema';
import { freshDatabase } from '../support/database';
import { sampleProject, type SampleProject } from '../support/sample-project';

const ID = '01J00000000000000000000000' as ProjectId;
let sample: SampleProject;

beforeAll(async () => {
	sample = await sampleProject();
});

/** A step of an author: a number chooses what, others of what. */
interface Step {
	readonly what: number;
	readonly pick: number;
	readonly more: number;
}

const step = fc.record({ what: fc.nat(99), pick: fc.nat(99), more: fc.nat(99) });

/** The change that a step comes to in a state; null where there is nothing to be done to. */
function changeOf(state: ProjectState, { what, pick, more }: Step): Change | null {
	const { candidates } = sample.proposals;
	const from = pick % candidates.length;
	const some = candidates.slice(from, from + 1 + (more % 3));
	const notes = inOrder(state.notes.values());
	const at = notes.length === 0 ? 0 : pick % notes.length;
	const chosen = notes.slice(at, at + 1 + (more % 3)).map(({ note }) => note.id);
	const note = notes[at]?.note;
	const kinds = WRITABLE_KINDS;
	const topics = state.deck.topics;
	const topic = topics[more % topics.length]?.id ?? '';
	const forNote: ((() => Change) | null)[] =
		note === undefined
			? []
			: [
					() => deleteNotes(state, chosen),
					() => duplicateNotes(state, chosen),
					() => editNote(state, { ...note, tags: [`t${more}`] }),
					() => editNote(state, withKind(note, kinds[more % kinds.length] ?? 'basic').note),
					() => splitNote(state, note.id, splitDrafts(note)),
					() => mergeNotes(state, chosen, mergedDraft(notes.slice(at, at + chosen.length).map((each) => each.note))),
					() => moveToTopic(state, chosen, topic),
					() => placeNotes(state, chosen, notes[more % notes.length]?.note.id ?? null),
					() => tagNotes(state, chosen, ['a', `t${more % 4}`]),
					() => untagNotes(state, chosen, [`t${more % 4}`]),
					() => waive(state, note.id, 'length', more % 2 === 0 ? null : 'It is short.'),
					() => replaceInNotes(state, { words: 'the', caseSensitive: more % 2 === 0, wholeWords: true }, 'a')
				];
	const all = [
		() => acceptCandidates(state, 'bread', some),
		() => acceptCandidates(state, 'bread', some),
		() => acceptAs(state, 'bread', some, [mergedDraft(some.map((each) => each.note))]),
		() => acceptAs(state, 'bread', some.slice(0, 1), some.flatMap((each) => splitDrafts(each.note)).slice(0, 4)),
		() => rejectCandidates(state, 'bread', some),
		() => skipCandidates(state, 'bread', some),
		() => reopenCandidates(state, 'bread', some),
		() =>
			addNotes(
				state,
				some.map((each) => each.note),
				more % 2 === 0 ? null : undefined
			),
		() => editDeck(state, { title: `Bread ${pick}` }),
		() => addTopic(state, `Topic ${more % 5}`),
		() => (topics.length < 2 ? addTopic(state, 'Crust') : removeTopic(state, topics[0]?.id ?? '', topics[1]?.id ?? '')),
		() => (state.documents.has('bread') ? leaveOut(state, 'bread', 'Salt slows the yeast down.', `${more}`) : null),
		() => (state.documents.has('bread') ? setOptions(state, 'bread', { terms: [`${more}`] }) : null),
		() => (state.documents.has('bread') && more % 9 === 0 ? removeDocument(state, 'bread') : null),
		...forNote
	];
	return all[what % all.length]?.() ?? null;
}

type Move = { readonly is: 'change'; readonly step: Step } | { readonly is: 'undo' | 'redo' };

const move: fc.Arbitrary<Move> = fc.oneof(
	{ weight: 6, arbitrary: step.map((each): Move => ({ is: 'change', step: each })) },
	{ weight: 2, arbitrary: fc.constant<Move>({ is: 'undo' }) },
	{ weight: 1, arbitrary: fc.constant<Move>({ is: 'redo' }) }
);

async function stored(db: ReciteDatabase) {
	const loaded = await loadProject(db, ID);
	if (loaded === null) throw new Error('no project');
	return loaded;
}

/** Whatever was done to it, a working copy makes a pack whose quotes are exact, and the lints can say what is wrong. */
function expectSound(state: ProjectState): void {
	const editions = new Map([[sample.edition.document, sample.edition]]);
	const { pack, faults } = buildPack(state, editions);
	for (const { sources } of pack.notes) {
		for (const { document, quote, start, end } of sources) {
			expect(pack.documents.find(({ id }) => id === document)?.text.slice(start, end)).toBe(quote);
		}
	}
	const { errors } = problemsOf(state, editions);
	if (errors === 0) expect(parsePack(pack).problems).toEqual([]);
	expect(errors).toBeGreaterThanOrEqual(faults.length);
}

describe('any sequence of changes, undo and redo', () => {
	it('leaves in the database what a pure fold gives, and undoing all of it the beginning', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
				const db = freshDatabase();
				await createProject(db, ID, sample.state, 0, { editions: [sample.edition], proposals: [sample.proposals] });
				let state = sample.state;
				let done: Change[] = [];
				let undone: Change[] = [];
				for (const [at, each] of moves.entries()) {
					if (each.is === 'change') {
						const change = changeOf(state, each.step);
						if (change === null) continue;
						await commitChange(db, ID, change, at + 1);
						[state, done, undone] = [applied(state, change), [...done, change], []];
					} else if (each.is === 'undo') {
						const change = done.at(-1);
						await undoChange(db, ID, done.length, at + 1);
						if (change === undefined) continue;
						[state, done, undone] = [reverted(state, change), done.slice(0, -1), [change, ...undone]];
					} else {
						const [change] = undone;
						await redoChange(db, ID, done.length + 1, at + 1);
						if (change === undefined) continue;
						[state, done, undone] = [applied(state, change), [...done, change], undone.slice(1)];
					}
				}
				const loaded = await stored(db);
				expect(loaded.state).toEqual(state);
				expect(loaded.undoLabel).toBe(done.at(-1)?.label ?? null);
				expect(loaded.redoLabel).toBe(undone[0]?.label ?? null);
				expect(loaded.row.notes).toBe(state.notes.size);
				for (const { note } of state.notes.values()) expect(isWholeNote(note)).toBe(true);
				expectSound(state);
				for (let seq = done.length; seq > 0; seq--) await undoChange(db, ID, seq, 1000 - seq);
				const undoneAll = await stored(db);
				expect(undoneAll.state).toEqual(sample.state);
				expect(undoneAll.row.open).toBe(sample.proposals.candidates.length);
				for (let seq = 1; seq <= done.length; seq++) await redoChange(db, ID, seq, 2000 + seq);
				expect((await stored(db)).state).toEqual(state);
				db.close();
			}),
			{ numRuns: 60 }
		);
	});
});
