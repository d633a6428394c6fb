import { describe, expect, it } from 'vitest';
import { applied } from '../../../src/lib/authoring/fold';
import type { Decision, ProjectState, ProposedNote } from '../../../src/lib/authoring/project';
import { regenerationChange } from '../../../src/lib/authoring/regeneration-change';
import { candidateOn, GUIDE, noteOnWords, planOf, stateWith, textOf } from '../../support/regeneration';

const QUEEN = 'A hive has one queen.';
const SYRUP = 'Syrup is fed in autumn.';
const SYRUP_ANEW = 'In autumn, syrup is fed to the hive.';
const HONEY = 'Honey keeps for 40 years.';
const HONEY_ANEW = 'Honey keeps for 60 years.';

const before = textOf([`${QUEEN} ${SYRUP}`, HONEY]);
const after = textOf([QUEEN, `Something new comes first. ${SYRUP_ANEW}`, HONEY_ANEW]);

const keyed = (candidate: ProposedNote, key: string): ProposedNote => ({ ...candidate, key });
const old = {
	queen: keyed(candidateOn(before, QUEEN, 'How many queens has a hive?', 'one queen', 'count'), 'count|queen'),
	syrup: keyed(candidateOn(before, SYRUP, 'When is syrup fed?', 'in autumn', 'when'), 'when|syrup autumn'),
	honey: keyed(candidateOn(before, HONEY, 'How long does honey keep?', '40 years', 'span'), 'span|honey')
};
const now = {
	queen: { ...keyed(candidateOn(after, QUEEN, 'How many queens has a hive?', 'one queen', 'count'), 'count|queen') },
	first: keyed(candidateOn(after, 'Something new comes first.', 'What comes first?', 'Something new'), 'fact|new'),
	syrup: keyed(candidateOn(after, SYRUP_ANEW, 'When is syrup fed?', 'In autumn', 'when'), 'when|syrup autumn'),
	honey: keyed(candidateOn(after, HONEY_ANEW, 'How long does honey keep?', '60 years', 'span'), 'span|honey')
};

const planFor = (state: ProjectState) =>
	planOf(state, { before, after, old: Object.values(old), fresh: Object.values(now) });
const decided = (state: ProjectState, ...all: [ProposedNote, Decision][]): ProjectState => ({
	...state,
	decisions: new Map(all.map(([{ note }, decision]) => [`${GUIDE}/${note.id}`, decision]))
});
const freshFronts = (state: ProjectState) =>
	planFor(state).fresh.map(({ candidate: { note } }) => (note.kind === 'basic' ? note.front : ''));

describe('candidates of a newer text', () => {
	it('are new only where they were not proposed before, though nothing was decided of those', () => {
		expect(freshFronts(stateWith([]))).toEqual(['What comes first?', 'How long does honey keep?']);
	});

	it('are decided as they were before, in other words', () => {
		const state = decided(
			stateWith([]),
			[old.syrup, { is: 'rejected', notes: [] }],
			[old.honey, { is: 'rejected', notes: [] }]
		);
		const next = applied(state, regenerationChange(state, planFor(state), new Map()));
		expect(next.decisions.get(`${GUIDE}/${now.syrup.note.id}`)).toEqual({ is: 'rejected', notes: [] });
		// Another figure is another fact: somebody must look at it.
		expect(next.decisions.has(`${GUIDE}/${now.honey.note.id}`)).toBe(false);
		expect(freshFronts(state)).toContain('How long does honey keep?');
	});

	it('that went into one note with others are not proposed beside it', () => {
		const merged = { ...noteOnWords('merged', before, QUEEN), candidate: old.queen.note.id };
		const accepted: Decision = { is: 'accepted', notes: ['merged'] };
		const state = decided(stateWith([merged]), [old.queen, accepted], [old.syrup, accepted]);
		expect(freshFronts(state)).not.toContain('When is syrup fed?');
		const next = applied(state, regenerationChange(state, planFor(state), new Map()));
		expect(next.decisions.get(`${GUIDE}/${now.syrup.note.id}`)).toEqual(accepted);
	});
});

describe('a plan', () => {
	it.each([{ leftOut: { [HONEY]: 'Known' } }, { options: { struck: [1] } }])(
		'is not carried out over what another window has said of the document: %o',
		(since) => {
			const plan = planFor(stateWith([]));
			expect(() => regenerationChange(stateWith([], since), plan, new Map())).toThrow(
				expect.objectContaining({ code: 'plan-outdated' })
			);
		}
	);

	it('is carried out though the document was given another title', () => {
		const plan = planFor(stateWith([]));
		const state = stateWith([], { title: 'A better guide' });
		const next = applied(state, regenerationChange(state, plan, new Map()));
		expect(next.documents.get(GUIDE)).toMatchObject({ title: 'A better guide', edition: 'new' });
	});
});
