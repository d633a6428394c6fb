import { describe, expect, it } from 'vitest';
import { findInNotes, replaceInNotes, type Search } from '../../../src/lib/authoring/changes/find-replace';
import { applied } from '../../../src/lib/authoring/fold';
import { emptyProject } from '../../../src/lib/authoring/new-project';
import type { ProjectState } from '../../../src/lib/authoring/project';
import type { Note } from '../../../src/lib/domain/note';

const about = { topic: 'cards', tags: [], sources: [{ document: 'd', quote: 'The yeast.', start: 0, end: 10 }] };

function holding(...notes: Note[]): ProjectState {
	const entries = notes.map((note, position) => [note.id, { note, position, candidate: null, waived: {} }] as const);
	return { ...emptyProject('Bread'), notes: new Map(entries) };
}

const search = (words: string, over: Partial<Search> = {}): Search => ({
	words,
	caseSensitive: false,
	wholeWords: false,
	...over
});

const replaced = (state: ProjectState, wanted: Search, by: string, ids?: string[]): (Note | undefined)[] => {
	const after = applied(state, replaceInNotes(state, wanted, by, ids));
	return [...after.notes.values()].map(({ note }) => note);
};

const basic = (id: string, front: string, back = 'x'): Note => ({ ...about, id, kind: 'basic', front, back });

describe('find and replace', () => {
	it('finds words in every text but never in quotes', () => {
		const state = holding(basic('a', 'Yeast and yeast?', 'YEAST'), basic('b', 'Salt?'));
		expect(findInNotes(state, search('yeast')).map(({ note, times }) => [note.note.id, times])).toEqual([['a', 3]]);
		expect(findInNotes(state, search('yeast', { caseSensitive: true }))[0]?.times).toBe(1);
		expect(findInNotes(state, search('yeast', { fields: ['back'] }))[0]?.times).toBe(1);
		expect(findInNotes(state, search(''))).toEqual([]);
	});

	it('puts words in their place and leaves quotes alone', () => {
		const [note] = replaced(holding(basic('a', 'Does yeast rise?')), search('YEAST'), 'leaven');
		expect(note).toMatchObject({ front: 'Does leaven rise?', sources: about.sources });
	});

	it('takes whole words where asked, also of other scripts and with signs', () => {
		const state = holding(basic('a', 'Salt, salted, über-salt, 5% and 55%?'));
		expect(replaced(state, search('salt', { wholeWords: true }), 'X')[0]).toMatchObject({
			front: 'X, salted, über-X, 5% and 55%?'
		});
		expect(replaced(state, search('5%', { wholeWords: true }), '$&')[0]).toMatchObject({
			front: 'Salt, salted, über-salt, $& and 55%?'
		});
		expect(replaced(holding(basic('a', 'a.b axb?')), search('a.b'), 'X')[0]).toMatchObject({ front: 'X axb?' });
	});

	it('leaves the marks of clozes as they are', () => {
		const text = 'A c1 of {{c1::c1 salt::hint c1}} and {{ c1';
		const state = holding({ ...about, id: 'a', kind: 'cloze', text });
		expect(replaced(state, search('c1'), 'Z')[0]).toMatchObject({ text: 'A Z of {{c1::Z salt::hint Z}} and {{ Z' });
		expect(replaced(state, search('::'), 'Z')[0]).toMatchObject({ text });
		expect(() => replaceInNotes(state, search('salt'), '}}')).toThrow('marks of a cloze');
	});

	it('changes only the notes named, and says how many', () => {
		const state = holding(basic('a', 'Salt?'), basic('b', 'Salt too?'));
		expect(replaced(state, search('salt'), 'X', ['b']).map((note) => note && 'front' in note && note.front)).toEqual([
			'Salt?',
			'X too?'
		]);
		expect(replaceInNotes(state, search('salt'), 'X').label).toBe('Replaced “salt” in 2 notes');
		expect(replaceInNotes(state, search('pepper'), 'X').patches).toEqual([]);
	});

	it('reaches every text of every kind', () => {
		const notes: Note[] = [
			{ ...about, id: 'r', kind: 'reversed', front: 'W', back: 'W', reverse: { front: 'W', back: 'W' } },
			{ ...about, id: 't', kind: 'typed', front: 'W', answer: 'W', accept: ['W'] },
			{ ...about, id: 'c', kind: 'choice', front: 'W', answer: 'W', distractors: [{ text: 'W', why: 'W' }] },
			{ ...about, id: 's', kind: 'sequence', front: 'W', steps: ['W'], hint: 'W', explain: 'W', contrast: 'W' },
			{
				...about,
				id: 'd',
				kind: 'diagram',
				front: 'W',
				drawing: 'W',
				alt: 'W',
				labels: [{ n: 1, part: 'W', answer: 'W', ask: 'W' }]
			},
			{ ...basic('m', 'W', 'W'), media: [{ file: 'W', alt: 'W' }] }
		];
		const found = findInNotes(holding(...notes), search('W')).map(({ times }) => times);
		expect(found).toEqual([4, 3, 4, 5, 4, 3]);
	});
});
