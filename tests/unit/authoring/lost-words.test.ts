import { describe, expect, it } from 'vitest';
import { factChangeText } from '../../../src/lib/authoring/fact-changes';
import type { ProjectNote } from '../../../src/lib/authoring/project';
import { undecided } from '../../../src/lib/authoring/regeneration-change';
import { rewordedNote } from '../../../src/lib/authoring/reworded-note';
import type { Note } from '../../../src/lib/domain/note';
import { noteOnWords, planOf, stateWith, textOf } from '../../support/regeneration';

const asking = (made: ProjectNote, front: string, back: string): ProjectNote => ({
	...made,
	note: { ...made.note, front, back } as Note
});

function planFor(old: string, now: string, front: string, back: string) {
	const before = textOf([old, 'Nothing else is said here.']);
	const after = textOf(['Something new comes first.', now, 'Nothing else is said here.']);
	const note = asking(noteOnWords('note', before, old), front, back);
	return planOf(stateWith([note]), { before, after });
}

describe('a sentence that was put otherwise', () => {
	it.each([
		['Rubisco attaches carbon dioxide.', 'Rubisco attaches oxygen.', 'What does rubisco attach?', 'Carbon dioxide'],
		['The left ventricle is thick.', 'The right ventricle is thick.', 'How is the left ventricle?', 'Thick'],
		['Syrup is fed in autumn.', 'Syrup is fed in spring.', 'When is syrup fed?', 'In autumn'],
		['The first flight saved 50 lives.', 'The first flight saved 50 jobs.', 'What did it save?', '50 lives']
	])('is for the author to decide on where the card’s words are gone: %s → %s', (old, now, front, back) => {
		const plan = planFor(old, now, front, back);
		expect(plan.notes[0]?.is).toBe('reworded');
		expect(plan.notes[0]?.changed.map(({ what }) => what)).toEqual(['word']);
		expect(undecided(plan, new Map())).toHaveLength(1);
	});

	it.each([
		[
			'Gluten holds the gas inside the dough.',
			'Gluten keeps the gas inside the dough.',
			'What does gluten hold?',
			'The gas'
		],
		['Syrup is fed in autumn.', 'In autumn syrup is fed to hives.', 'When is syrup fed?', 'In autumn'],
		['The pump is small and slowly moves water.', 'The pump moves water.', 'What does the pump move?', 'Water']
	])('is taken without a word where the card says the same: %s → %s', (old, now, front, back) => {
		const plan = planFor(old, now, front, back);
		expect(plan.notes[0]).toMatchObject({ is: 'reworded', changed: [] });
		expect(undecided(plan, new Map())).toEqual([]);
	});

	it('shows what stands in the word’s place, and proposes it', () => {
		const plan = planFor('Syrup is fed in autumn.', 'Syrup is fed in spring.', 'When is syrup fed?', 'In autumn');
		const [item] = plan.notes;
		if (item === undefined) throw new Error('no item');
		expect(item.changed.map(factChangeText)).toEqual(['word autumn → spring']);
		expect(rewordedNote(item.note.note, item.changed, item.sources)).toMatchObject({ back: 'In spring' });
	});

	it('does not tell the same change twice', () => {
		const plan = planFor('The FDA approved it.', 'The EMA approved it.', 'Who approved it?', 'The FDA');
		expect(plan.notes[0]?.changed.map(factChangeText)).toEqual(['name FDA → EMA']);
	});
});
