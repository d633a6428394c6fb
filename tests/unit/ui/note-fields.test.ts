import { describe, expect, it } from 'vitest';
import type { ProjectProblem } from '../../../src/lib/authoring/problems';
import { problemsAt, problemsElsewhere } from '../../../src/lib/ui/studio/note-fields/field-problems';
import { holed, marked, unholed } from '../../../src/lib/ui/studio/note-fields/text-marks';
import { tidyDraft } from '../../../src/lib/ui/studio/note-fields/tidy-draft';

describe('marks in a field', () => {
	it('puts a sign on both sides of what is selected, and takes it off again', () => {
		expect(marked({ text: 'a b c', start: 2, end: 3 }, '**')).toMatchObject({ insert: '**b**', start: 4, end: 5 });
		expect(marked({ text: 'a **b** c', start: 4, end: 5 }, '**')).toMatchObject({ insert: 'b', from: 2, to: 7 });
		expect(marked({ text: 'a **b** c', start: 2, end: 7 }, '**')).toMatchObject({ insert: 'b', from: 2, to: 7 });
	});

	it('hides words under the next number, or under the last one', () => {
		const at = { text: '{{c1::Yeast}} makes gas', start: 20, end: 23 };
		expect(holed(at, false)?.insert).toBe('{{c2::gas}}');
		expect(holed(at, true)?.insert).toBe('{{c1::gas}}');
		expect(holed({ text: 'gas', start: 0, end: 3 }, true)?.insert).toBe('{{c1::gas}}');
	});

	it('hides the word at the cursor, without the space that a double click takes along', () => {
		expect(holed({ text: 'Yeast makes gas', start: 8, end: 8 }, false)).toMatchObject({ from: 6, to: 11 });
		expect(holed({ text: 'Yeast makes gas', start: 6, end: 12 }, false)).toMatchObject({ from: 6, to: 11 });
		expect(holed({ text: 'تصنع الخميرة', start: 2, end: 2 }, false)?.insert).toBe('{{c1::تصنع}}');
		expect(holed({ text: '', start: 0, end: 0 }, false)?.insert).toBe('{{c1::}}');
	});

	it('hides no spaces alone', () => {
		expect(holed({ text: 'Yeast makes gas', start: 5, end: 6 }, false)).toBeNull();
	});

	it('puts no hole into a hole, nor across one', () => {
		const text = 'All {{c1::yeast}} makes gas';
		expect(holed({ text, start: 11, end: 11 }, false)).toBeNull();
		expect(holed({ text, start: 12, end: 14 }, false)).toBeNull();
		expect(holed({ text, start: 0, end: text.length }, false)).toBeNull();
	});

	it('shows the words of the hole that the cursor is in', () => {
		expect(unholed('{{c1::Yeast::a fungus}} makes {{c2::gas}}', 8)).toBe('Yeast makes {{c2::gas}}');
		expect(unholed('{{c1::Yeast}} makes gas', 20)).toBeNull();
	});
});

describe('problems and fields', () => {
	const problem = (field: string | null): ProjectProblem => ({
		rule: 'rule',
		severity: 'warning',
		message: 'Something is the matter.',
		note: 'a',
		field,
		other: null,
		document: null,
		offset: null,
		waivable: true,
		words: null
	});
	const all = ['back', 'backdrop', 'steps', 'steps/2', 'sources/0', 'tags', null].map(problem);
	const fields = (problems: readonly ProjectProblem[]) => problems.map(({ field }) => field);

	it('gives a list its own problems and those of its items', () => {
		expect(fields(problemsAt(all, 'steps'))).toEqual(['steps', 'steps/2']);
	});

	it('leaves none untold: what no field shows stands elsewhere', () => {
		expect(fields(problemsElsewhere(all))).toEqual(['backdrop', 'sources/0', 'tags', null]);
		expect(fields(problemsElsewhere(all, ['sources']))).toEqual(['backdrop', 'tags', null]);
	});
});

describe('a draft that is saved', () => {
	const shared = { topic: 'sea', tags: [], sources: [] };

	it('has no empty steps', () => {
		expect(tidyDraft({ ...shared, kind: 'sequence', front: 'Order?', steps: ['Ebb ', '', 'Flood'] })).toMatchObject({
			steps: ['Ebb', 'Flood']
		});
	});

	it('has no wrong answers without a word in them', () => {
		const distractors = [
			{ text: '', why: '' },
			{ text: 'Wind', why: '' }
		];
		expect(tidyDraft({ ...shared, kind: 'choice', front: 'What?', answer: 'Moon', distractors })).toMatchObject({
			distractors: [{ text: 'Wind' }]
		});
	});
});
