import { describe, expect, it } from 'vitest';
import { factChanges } from '../../../src/lib/authoring/fact-changes';
import { rewordedNote } from '../../../src/lib/authoring/reworded-note';
import type { Note } from '../../../src/lib/domain/note';

const note: Note = {
	kind: 'choice',
	id: 'dose',
	topic: 'cards',
	tags: [],
	sources: [],
	front: 'What is the dose of 40 mg tablets?',
	answer: '40 mg',
	distractors: [{ text: '140 mg', why: 'More than 40 mg.' }]
};
const sources = [{ document: 'guide', quote: 'The dose is 60 mg.', start: 0, end: 18 }];

describe('a note whose sentence states other facts', () => {
	it('gets them in all its texts, as whole words, and rests on the newer sentence', () => {
		const changed = factChanges('The dose is 40 mg.', 'The dose is 60 mg.');
		expect(rewordedNote(note, changed, sources)).toEqual({
			...note,
			sources,
			front: 'What is the dose of 60 mg tablets?',
			answer: '60 mg',
			distractors: [{ text: '140 mg', why: 'More than 60 mg.' }]
		});
	});

	it('swaps two facts without taking one for the other', () => {
		const both: Note = { ...note, answer: 'from 40 mg to 60 mg', distractors: [] };
		const swapped = rewordedNote(
			both,
			[
				{ what: 'figure', from: '40 mg', to: '60 mg' },
				{ what: 'figure', from: '60 mg', to: '40 mg' }
			],
			sources
		);
		expect(swapped).toMatchObject({ answer: 'from 60 mg to 40 mg' });
	});

	it('is not proposed where the note does not say them, or where only a qualifier differs', () => {
		expect(rewordedNote(note, [{ what: 'figure', from: '7 days', to: '9 days' }], sources)).toBeNull();
		expect(rewordedNote(note, [{ what: 'certainty', from: 'dose', to: 'may' }], sources)).toBeNull();
		expect(rewordedNote(note, [{ what: 'name', from: null, to: 'Aspirin' }], sources)).toBeNull();
	});
});
