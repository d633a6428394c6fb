import { describe, expect, it } from 'vitest';
import { carriedOptions } from '../../../src/lib/authoring/carried-options';
import { factChanges, factChangeText } from '../../../src/lib/authoring/fact-changes';
import { applied, reverted } from '../../../src/lib/authoring/fold';
import type { Edition, EditionId, ProjectState } from '../../../src/lib/authoring/project';
import type { NoteItem, Plan } from '../../../src/lib/authoring/regenerate';
import {
	regenerationChange,
	undecided,
	type RegenerationDecision
} from '../../../src/lib/authoring/regeneration-change';
import type { Note } from '../../../src/lib/domain/note';
import { candidateOn, GUIDE, noteOnWords, planOf, stateWith, textOf } from '../../support/regeneration';

const QUEEN = 'A hive has one queen.';
const COMB = 'Workers build comb of wax.';
const DOSE = 'The usual dose of the syrup is 40 mg per colony.';
const NEW_DOSE = 'The usual dose of the syrup is 60 mg per colony.';
const before = textOf([`${QUEEN} ${COMB}`, `${DOSE} Syrup is fed in autumn.`]);

const itemOf = (plan: Plan, id: string): NoteItem => {
	const found = plan.notes.find(({ note }) => note.note.id === id);
	if (found === undefined) throw new Error(`the plan lost ${id}`);
	return found;
};
const decisions = (...all: [string, RegenerationDecision][]) => new Map(all);
const quotesOf = (state: ProjectState, id: string) => state.notes.get(id)?.note.sources.map(({ quote }) => quote);

describe('a newer edition', () => {
	it('leaves notes alone whose sentences stand, wherever they were moved', () => {
		const after = textOf(['Something new comes first.', `Syrup is fed in autumn. ${DOSE}`, `${COMB} ${QUEEN}`]);
		const state = stateWith([noteOnWords('queen', before, QUEEN), noteOnWords('part', before, 'dose of the syrup')]);
		const plan = planOf(state, { before, after });
		expect(plan.notes.map(({ is }) => is)).toEqual(['same', 'same']);
		for (const { sources } of plan.notes) {
			for (const { start, end, quote } of sources) expect(after.text.slice(start, end)).toBe(quote);
		}
		const next = applied(state, regenerationChange(state, plan, new Map()));
		expect(quotesOf(next, 'queen')).toEqual([QUEEN]);
		expect(next.documents.get(GUIDE)?.edition).toBe('new');
	});

	it('shows what a sentence says otherwise, and calls out figures', () => {
		const after = textOf([`${QUEEN} ${COMB}`, `${NEW_DOSE} Syrup is fed in autumn.`]);
		const plan = planOf(stateWith([noteOnWords('dose', before, DOSE)]), { before, after });
		const item = itemOf(plan, 'dose');
		expect(item.is).toBe('reworded');
		expect(item.changed.map(factChangeText)).toEqual(['figure 40 mg → 60 mg']);
		const [place] = item.places;
		expect(place).toMatchObject({ is: 'reworded', before: DOSE, after: NEW_DOSE, proposed: { quote: NEW_DOSE } });
		if (place?.is !== 'reworded') throw new Error('not reworded');
		expect(place.diff.filter(({ is }) => is !== 'same').map(({ text }) => text)).toEqual(['40', '60']);
	});

	it('counts a quote as reworded whose sentence has changed around it', () => {
		const after = textOf([`${QUEEN} Workers do not build comb of wax.`, `${DOSE} Syrup is fed in autumn.`]);
		const item = itemOf(planOf(stateWith([noteOnWords('comb', before, 'comb of wax')]), { before, after }), 'comb');
		expect(item).toMatchObject({ is: 'reworded', changed: [{ what: 'negation', from: null, to: 'not' }] });
		expect(item.sources).toMatchObject([{ quote: 'comb of wax' }]);
	});

	it('follows a sentence that became two, and two that became one', () => {
		const long = 'The queen lays up to 2000 eggs a day in early summer and is fed by young workers all her life.';
		const old = textOf([`${long} ${QUEEN}`, 'Drones hatch in spring. Drones are driven out in autumn.', COMB]);
		const now = textOf([
			`The queen lays up to 2000 eggs a day in early summer. She is fed by young workers all her life. ${QUEEN}`,
			'Drones hatch in spring and are driven out in autumn.',
			COMB
		]);
		const notes = [noteOnWords('eggs', old, long), noteOnWords('out', old, 'Drones are driven out in autumn.')];
		const plan = planOf(stateWith(notes), { before: old, after: now });
		expect(itemOf(plan, 'eggs').sources[0]?.quote).toContain('young workers all her life.');
		expect(itemOf(plan, 'out').sources).toMatchObject([
			{ quote: 'Drones hatch in spring and are driven out in autumn.' }
		]);
	});

	it('does not lose a note whose sentence is gone: somebody must say what becomes of it', () => {
		const after = textOf([`${QUEEN} Honey keeps for years.`, `${DOSE} Syrup is fed in autumn.`]);
		const state = stateWith([noteOnWords('comb', before, COMB), noteOnWords('queen', before, QUEEN)]);
		const plan = planOf(state, { before, after });
		expect(itemOf(plan, 'comb')).toMatchObject({ is: 'gone', sources: [] });
		expect(undecided(plan, new Map()).map(({ key }) => key)).toEqual(['note/comb']);
		expect(() => regenerationChange(state, plan, new Map())).toThrow(expect.objectContaining({ code: 'undecided' }));
		const keep = decisions(['note/comb', { is: 'keep' }]);
		expect(() => regenerationChange(state, plan, keep)).toThrow(expect.objectContaining({ code: 'quote-missing' }));
		const start = after.text.indexOf('Honey');
		const sources = [{ document: GUIDE, quote: 'Honey', start, end: start + 5 }];
		const chosen = decisions(['note/comb', { is: 'keep', sources }]);
		expect(quotesOf(applied(state, regenerationChange(state, plan, chosen)), 'comb')).toEqual(['Honey']);
		const off = decisions(['note/comb', { is: 'keep', sources: [{ ...sources[0]!, start: 1, end: 6 }] }]);
		expect(() => regenerationChange(state, plan, off)).toThrow(expect.objectContaining({ code: 'quote-moved' }));
		const removed = regenerationChange(state, plan, decisions(['note/comb', { is: 'remove' }]));
		expect([...applied(state, removed).notes.keys()]).toEqual(['queen']);
	});

	it('is not put in force over what was done since the plan was made', () => {
		const state = stateWith([noteOnWords('queen', before, QUEEN)]);
		const plan = planOf(state, { before, after: textOf([QUEEN]) });
		const edited = stateWith([noteOnWords('queen', before, 'one queen')]);
		const more = stateWith([noteOnWords('queen', before, QUEEN), noteOnWords('comb', before, COMB)]);
		const newer = stateWith([noteOnWords('queen', before, QUEEN)], { edition: 'newer' as EditionId });
		for (const since of [edited, more, newer, stateWith([])]) {
			expect(() => regenerationChange(since, plan, new Map())).toThrow(
				expect.objectContaining({ code: 'plan-outdated' })
			);
		}
	});

	it('keeps the notes of other documents as they are, and other quotes of the same note', () => {
		const other = noteOnWords('other', before, QUEEN);
		const elsewhere = { document: 'book', quote: 'x', start: 0, end: 1 };
		const both = { ...other, note: { ...other.note, sources: [elsewhere, ...other.note.sources] } };
		const alone = { ...other, note: { ...other.note, id: 'alone', sources: [elsewhere] } };
		const state = stateWith([both, alone]);
		const plan = planOf(state, { before, after: textOf([`Also this. ${QUEEN}`]) });
		expect(plan.notes.map(({ key }) => key)).toEqual(['note/other']);
		const next = applied(state, regenerationChange(state, plan, new Map()));
		expect(quotesOf(next, 'other')).toEqual(['x', QUEEN]);
		expect(next.notes.get('alone')).toBe(state.notes.get('alone'));
	});
});

describe('a note made from a candidate', () => {
	const after = textOf([`${QUEEN} ${COMB}`, `For each colony, the syrup is usually dosed at 60 mg. Honey is sweet.`]);
	const now = 'For each colony, the syrup is usually dosed at 60 mg.';
	const old = candidateOn(before, DOSE, 'What is the usual dose of the syrup per colony?', '40 mg', 'quantity');
	const fresh = candidateOn(after, now, 'At what is the syrup usually dosed for each colony?', '60 mg', 'quantity');
	const another = candidateOn(after, 'Honey is sweet.', 'How does honey taste?', 'sweet', 'quality');
	const made = { ...noteOnWords('dose', before, DOSE), candidate: old.note.id };
	const state: ProjectState = {
		...stateWith([made]),
		decisions: new Map([[`${GUIDE}/${old.note.id}`, { is: 'accepted', notes: ['dose'] }]])
	};
	const plan = planOf(state, { before, after, old: [old], fresh: [fresh, another] });

	it('is matched to what the generator makes of the same claim now, in whatever words', () => {
		const item = itemOf(plan, 'dose');
		expect(item.candidate?.note.id).toBe(fresh.note.id);
		expect(item.proposal).toMatchObject({ id: 'dose', topic: 'cards', back: '60 mg' });
		expect(plan.fresh.map(({ candidate }) => candidate.note.id)).toEqual([another.note.id]);
		expect(undecided(plan, new Map()).map(({ key }) => key)).toEqual(['note/dose']);
	});

	it('takes new words and stays the same note', () => {
		const { proposal } = itemOf(plan, 'dose');
		const change = regenerationChange(state, plan, decisions(['note/dose', { is: 'take', note: proposal as Note }]));
		const next = applied(state, change);
		expect(next.notes.get('dose')).toMatchObject({ note: { back: '60 mg' }, candidate: fresh.note.id });
		expect([...next.decisions]).toEqual([[`${GUIDE}/${fresh.note.id}`, { is: 'accepted', notes: ['dose'] }]]);
		expect(reverted(next, change)).toEqual(state);
	});

	it('becomes another note where the fact has changed', () => {
		const { proposal } = itemOf(plan, 'dose');
		const all = decisions(['note/dose', { is: 'changed', note: proposal as Note }]);
		const next = applied(state, regenerationChange(state, plan, all));
		const [id] = [...next.notes.keys()];
		expect(next.notes.size).toBe(1);
		expect(id).not.toBe('dose');
		expect(next.notes.get(id ?? '')).toMatchObject({ note: { id, back: '60 mg' }, position: 0 });
		expect([...next.decisions]).toEqual([[`${GUIDE}/${fresh.note.id}`, { is: 'accepted', notes: [id] }]]);
	});

	it('leaves new candidates for later, adds them or says no to them', () => {
		const kept: [string, RegenerationDecision] = ['note/dose', { is: 'keep' }];
		const key = `candidate/${another.note.id}`;
		const later = applied(state, regenerationChange(state, plan, decisions(kept)));
		expect(later.decisions.has(`${GUIDE}/${another.note.id}`)).toBe(false);
		const added = applied(state, regenerationChange(state, plan, decisions(kept, [key, { is: 'add' }])));
		expect([...added.notes.values()].map(({ candidate }) => candidate)).toEqual([fresh.note.id, another.note.id]);
		const no = applied(state, regenerationChange(state, plan, decisions(kept, [key, { is: 'reject' }])));
		expect(no.decisions.get(`${GUIDE}/${another.note.id}`)?.is).toBe('rejected');
		expect(planOf(no, { before: after, after, old: [fresh, another], fresh: [fresh, another] }).fresh).toEqual([]);
	});
});

describe('a document', () => {
	it('keeps what was left out, where it still says the same', () => {
		const after = textOf([`${QUEEN} ${COMB}`, `Syrup is fed to them in autumn. ${NEW_DOSE}`]);
		const leftOut = { [COMB]: 'Known', 'Syrup is fed in autumn.': 'Vague', [DOSE]: 'Too much', 'Not there.': 'Gone' };
		const plan = planOf(stateWith([], { leftOut }), { before, after });
		expect(plan.leftOut).toEqual({ [COMB]: 'Known', 'Syrup is fed to them in autumn.': 'Vague' });
	});

	it('finds struck and restored blocks again, and restores what a note quotes', () => {
		const edition = (id: string, paragraphs: string[], dropped: number[]): Edition => {
			const canonical = textOf(paragraphs);
			const drop = { rule: 'menu', because: 'a menu' };
			const drops = paragraphs.map((_, i) => (dropped.includes(i) ? drop : null));
			const file = { name: 'a', type: 'text/plain', bytes: 1, sha256: '0'.repeat(64), stored: false };
			return { id: id as EditionId, document: GUIDE, file, canonical, drops };
		};
		const older = edition('old', ['Menu of many things.', QUEEN, 'Advert for honey here.', COMB], [0]);
		const newer = edition(
			'new',
			[COMB, 'Something else.', 'Advert for honey here.', 'Menu of many things.', QUEEN],
			[3, 4]
		);
		const state = stateWith([noteOnWords('queen', older.canonical, QUEEN)], {
			options: { restored: [0], struck: [2] }
		});
		const document = state.documents.get(GUIDE)!;
		expect(carriedOptions(state, document, older, newer)).toEqual({ restored: [3, 4], struck: [2] });
	});
});

describe('what changed between two sentences', () => {
	it.each([
		['It lasts three to seven days.', 'It lasts 3 to 7 days.', []],
		['It lasts 3 days.', 'It lasts 3 weeks.', ['figure 3 days → 3 weeks']],
		['It was approved on 5 March 2019.', 'It was approved on 2019-03-05.', []],
		['It was approved in 2019.', 'It was approved in 2020.', ['date 2019 → 2020']],
		['The FDA approved esketamine.', 'The EMA approved ketamine.', ['name FDA → EMA', 'name esketamine → ketamine']],
		['It blocks the receptor.', "It doesn't block the receptor.", ["negation – → doesn't"]],
		['It may raise blood pressure.', 'It raises blood pressure.', ['certainty may → –']],
		['Spravato is a nasal spray.', 'The nasal spray is Spravato.', []],
		['It tells about bees.', 'It tells of bees.', []],
		['About 40 bees came.', '40 bees came.', ['certainty About → –']],
		['In 40 patients it worked.', 'It worked in 40 of the patients.', []],
		['Up to 0.5 mg/kg is given.', 'Up to 1 mg/kg is given.', ['figure 0.5 mg → 1 mg']]
	])('%s → %s', (old, now, changed) => {
		expect(factChanges(old, now).map(factChangeText)).toEqual(changed);
	});
});
