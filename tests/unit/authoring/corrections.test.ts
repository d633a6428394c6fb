import { beforeAll, describe, expect, it } from 'vitest';
import {
	correctionItems,
	correctionsOn,
	readCorrections,
	writeCorrections,
	type Corrections
} from '../../../src/lib/authoring/corrections';
import { applied } from '../../../src/lib/authoring/fold';
import type { ProjectNote, ProjectState } from '../../../src/lib/authoring/project';
import { packId } from '../../../src/lib/deck-format/pack-id';
import type { PackId } from '../../../src/lib/domain/ids';
import type { Pack } from '../../../src/lib/domain/pack';
import { draftOf } from '../../support/packs';
import { stateWith } from '../../support/regeneration';

let pack: Pack;
let id: PackId;
let state: ProjectState;

beforeAll(async () => {
	pack = (await draftOf('tests/fixtures/decks/honeybee')).draft.pack;
	id = await packId(pack);
	state = stateWith(pack.notes.map((note): ProjectNote => ({ note, position: 0, candidate: null, waived: {} })));
});

const flags = [
	{ note: 'scent', ordinal: 0, words: 'Source?' },
	{ note: 'my-own', ordinal: 0, words: 'Mine' },
	{ note: 'waggle-dance', ordinal: 1, words: 'Unclear' }
];
const edits = new Map([
	[
		'recruits-time',
		{
			accept: ['5 min'],
			tags: ['time'],
			sources: [],
			id: 'x',
			front: 'Within how many minutes did bees find food at 600 m in one trial?'
		}
	],
	['waggle-dance', { hint: 'It wags', reverse: null }]
]);
const corrections = (): Corrections => correctionsOn(pack, id, { flags, edits });

describe('corrections', () => {
	it('come in the deck’s order, with what was changed and no more', () => {
		expect(corrections().items).toEqual([
			{ is: 'flag', note: 'waggle-dance', ordinal: 1, words: 'Unclear' },
			{
				is: 'edit',
				note: 'waggle-dance',
				before: {
					hint: null,
					reverse: { front: 'Of food how far away does the waggle dance tell?', back: 'Farther than 50 m' }
				},
				after: { hint: 'It wags', reverse: null }
			},
			{
				is: 'edit',
				note: 'recruits-time',
				before: { accept: ['5', 'five'], tags: [] },
				after: { accept: ['5 min'], tags: ['time'] }
			},
			{ is: 'flag', note: 'scent', ordinal: 0, words: 'Source?' }
		]);
	});

	it('are the same file each time, and are read back', () => {
		const text = writeCorrections(corrections());
		expect(writeCorrections(correctionsOn(pack, id, { flags: [...flags].reverse(), edits }))).toBe(text);
		expect(readCorrections(text, pack)).toEqual({ corrections: corrections(), unknown: 0 });
		const fewer = { ...pack, notes: pack.notes.filter((note) => note.id !== 'scent') };
		expect(readCorrections(text, fewer).unknown).toBe(1);
	});

	it.each([
		['no JSON', () => '{', 'not-corrections'],
		['something else', () => '{"format":"recite-deck"}', 'not-corrections'],
		['a newer file', () => JSON.stringify({ ...corrections(), version: 2 }), 'corrections-newer'],
		['another deck', () => JSON.stringify({ ...corrections(), deck: 'ants' }), 'corrections-other-deck'],
		['a field of no text', () => writeCorrections(corrections()).replace('"It wags"', '7'), 'not-corrections'],
		[
			'a field that is not theirs',
			() => writeCorrections(corrections()).replaceAll('"hint"', '"sources"'),
			'not-corrections'
		],
		[
			'a flag without words',
			() => writeCorrections(corrections()).replace('"words":"Source?"', '"words":null'),
			'not-corrections'
		]
	])('are refused when the file holds %s', (_, file, code) => {
		expect(() => readCorrections(file(), pack)).toThrow(expect.objectContaining({ name: 'AppError', code }));
	});
});

describe('an author going through corrections', () => {
	const itemsOf = (now: ProjectState) =>
		new Map(correctionItems(corrections(), now).map((item) => [`${item.correction.is} ${item.correction.note}`, item]));

	it('sees what would change, and takes it over', () => {
		const item = itemsOf(state).get('edit waggle-dance');
		expect(item?.fields.map(({ field }) => field).sort()).toEqual(['hint', 'reverse']);
		if (!item?.apply) throw new Error('there is something to take');
		const note = applied(state, item.apply).notes.get('waggle-dance')?.note;
		expect(note).toMatchObject({ hint: 'It wags', front: 'What is the dance for food farther than 50 m called?' });
		expect(note).not.toHaveProperty('reverse');
		expect(applied(state, item.dismiss)).toEqual(state);
	});

	it('is told when the note was changed since, is gone, or says so already', () => {
		const notes = new Map(state.notes);
		const scent = notes.get('waggle-dance');
		if (scent === undefined) throw new Error('no note');
		notes.set('waggle-dance', { ...scent, note: { ...scent.note, hint: 'Another hint' } });
		notes.delete('recruits-time');
		const items = itemsOf({ ...state, notes });
		expect(items.get('edit waggle-dance')).toMatchObject({ outdated: true });
		expect(items.get('edit recruits-time')).toMatchObject({ note: null, apply: null });
		expect(items.get('flag scent')).toMatchObject({ apply: null, fields: [], correction: { words: 'Source?' } });
		const again = itemsOf(applied(state, itemsOf(state).get('edit waggle-dance')?.apply ?? { label: '', patches: [] }));
		expect(again.get('edit waggle-dance')).toMatchObject({ apply: null, fields: [] });
	});
});
