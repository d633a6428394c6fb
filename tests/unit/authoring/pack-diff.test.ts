import { beforeAll, describe, expect, it } from 'vitest';
import { isNoChange, packDiff } from '../../../src/lib/authoring/pack-diff';
import type { Note } from '../../../src/lib/domain/note';
import type { Pack } from '../../../src/lib/domain/pack';
import { draftOf } from '../../support/packs';

let pack: Pack;

beforeAll(async () => {
	pack = (await draftOf('tests/fixtures/decks/honeybee')).draft.pack;
});

/** The pack with one note put through a function. */
const withNote = (id: string, edit: (note: Note) => Note): Pack => ({
	...pack,
	notes: pack.notes.map((note) => (note.id === id ? edit(note) : note))
});
const fieldsOf = (after: Pack) => packDiff(pack, after).changed.map(({ after: { id }, fields }) => [id, fields]);

describe('the difference of two versions', () => {
	it('is none between a pack and itself, or one whose words only stand elsewhere', () => {
		expect(isNoChange(packDiff(pack, pack))).toBe(true);
		const moved = withNote('scent', (note) => ({
			...note,
			sources: note.sources.map((source) => ({ ...source, start: source.start + 1, end: source.end + 1 }))
		}));
		expect(isNoChange(packDiff(pack, moved))).toBe(true);
	});

	it('names each field that changed, with its words before and after', () => {
		const changed = withNote('worker-tasks', (note) =>
			note.kind === 'sequence' ? { ...note, steps: ['Cleans', ...note.steps.slice(1)], hint: 'By age' } : note
		);
		expect(fieldsOf(changed)).toEqual([
			[
				'worker-tasks',
				[
					{
						field: 'steps',
						before: 'Cleans cells\nFeeds larvae\nBuilds comb\nForages',
						after: 'Cleans\nFeeds larvae\nBuilds comb\nForages'
					},
					{ field: 'hint', before: null, after: 'By age' }
				]
			]
		]);
	});

	it('tells a drawing and a picture that were made anew under the same name', () => {
		const drawing = pack.drawings['hive.svg'];
		if (drawing === undefined) throw new Error('the deck has a drawing');
		const redrawn = { ...pack, drawings: { 'hive.svg': { ...drawing, children: drawing.children.slice(1) } } };
		expect(fieldsOf(redrawn)).toEqual([
			['hive-members', [{ field: 'drawing', before: 'as it was', after: 'drawn anew' }]]
		]);
		const media = { 'comb.png': { sha256: 'f'.repeat(64), type: 'image/png', bytes: 1 } };
		expect(fieldsOf({ ...pack, media })).toMatchObject([['hive-members', [{ field: 'media' }]]]);
	});

	it('names documents and what is said of the deck', () => {
		const [document] = pack.documents;
		if (document === undefined) throw new Error('the deck has a document');
		const after = {
			...pack,
			title: 'Bees',
			documents: [
				{ ...document, limits: 'None.' },
				{ ...document, id: 'second', title: 'Another' }
			]
		};
		const diff = packDiff(pack, after);
		expect(diff.about).toEqual([{ field: 'title', before: 'The honeybee', after: 'Bees' }]);
		expect(diff.documents.map(({ id, is }) => [id, is])).toEqual([
			['field-guide', 'changed'],
			['second', 'added']
		]);
		expect(packDiff(after, pack).documents.map(({ id, is }) => [id, is])).toEqual([
			['field-guide', 'changed'],
			['second', 'removed']
		]);
	});
});
