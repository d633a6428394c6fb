import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSentences } from '../../src/lib/authoring/alignment';
import { applied } from '../../src/lib/authoring/fold';
import { regenerationChange, type RegenerationDecision } from '../../src/lib/authoring/regeneration-change';
import { wordDiff } from '../../src/lib/authoring/word-diff';
import { GUIDE, noteOn, planOf, stateWith, textOf } from '../support/regeneration';

const SUBJECTS = ['The queen', 'A drone', 'Each worker', 'The swarm', 'Dr. Fox', 'The hive of 2019'];
const VERBS = ['feeds', 'builds', 'guards', 'leaves', 'does not enter', 'may warm'];
const OBJECTS = ['the brood', 'the comb', '40 mg of wax', 'the entrance', 'three to seven cells', 'honey, e.g. clover'];
const sentence = fc
	.tuple(
		fc.constantFrom(...SUBJECTS),
		fc.constantFrom(...VERBS),
		fc.constantFrom(...OBJECTS),
		fc.constantFrom('.', '?', '!')
	)
	.map(([subject, verb, object, stop]) => `${subject} ${verb} ${object}${stop}`);
const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** One edit of a text. Numbers choose among what there is. */
type Edit =
	| { do: 'reword' | 'delete' | 'duplicate' | 'insert'; at: number; word: string }
	| { do: 'move' | 'join'; at: number; to: number };
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({
		do: fc.constantFrom('reword' as const, 'delete' as const, 'duplicate' as const, 'insert' as const),
		at: fc.nat(40),
		word: sentence
	}),
	fc.record({ do: fc.constantFrom('move' as const, 'join' as const), at: fc.nat(9), to: fc.nat(9) })
);

function edited(text: readonly (readonly string[])[], edits: readonly Edit[]): string[][] {
	const all = text.map((each) => [...each]);
	for (const each of edits) {
		if ('to' in each) {
			const [taken] = all.splice(each.at % Math.max(1, all.length), 1);
			if (taken === undefined) continue;
			const to = each.to % (all.length + 1);
			if (each.do === 'join' && all[to] !== undefined) all[to].push(...taken);
			else all.splice(to, 0, taken);
			continue;
		}
		const flat = all.flatMap((block, i) => block.map((_, j) => [i, j] as const));
		const [i, j] = flat[each.at % Math.max(1, flat.length)] ?? [0, 0];
		const block = all[i];
		if (block === undefined) continue;
		if (each.do === 'delete') block.splice(j, 1);
		else if (each.do === 'insert') block.splice(j, 0, each.word);
		else if (each.do === 'duplicate') block.splice(j, 0, block[j] ?? each.word);
		else block[j] = `${(block[j] ?? '').replace(/[.?!]$/, '')} in ${each.word.split(' ').slice(-2).join(' ')}`;
	}
	return all.filter((block) => block.length > 0);
}

const written = (text: readonly (readonly string[])[]) => textOf(text.map((each) => each.join(' ')));
const spans = fc.array(fc.tuple(fc.nat(), fc.nat(120)), { minLength: 1, maxLength: 6 });

describe('regenerating after any edits', () => {
	it('loses no note, puts every quote where its words stand, and leaves unchanged sentences alone', () => {
		fc.assert(
			fc.property(paragraphs, fc.array(edit, { maxLength: 8 }), spans, (text, edits, picks) => {
				const [before, after] = [written(text), written(edited(text, edits))];
				const sentences = textSentences(before);
				const whole = sentences.map(({ start, end }, i) => noteOn(`s-${i}`, before.text, { start, end }));
				const parts = picks.map(([from, length], i) => {
					const start = from % before.text.length;
					return noteOn(`p-${i}`, before.text, { start, end: Math.min(before.text.length, start + 1 + length) });
				});
				const state = stateWith([...whole, ...parts]);
				const plan = planOf(state, { before, after });
				expect(plan.notes.map(({ note }) => note.note.id).sort()).toEqual([...state.notes.keys()].sort());
				for (const { is, note, sources, places } of plan.notes) {
					for (const { start, end, quote } of sources) {
						expect(end).toBeGreaterThan(start);
						expect(after.text.slice(start, end)).toBe(quote);
					}
					if (is === 'same')
						expect(sources.map(({ quote }) => quote)).toEqual(note.note.sources.map(({ quote }) => quote));
					if (is === 'gone') expect(sources).toEqual([]);
					expect(places.length).toBe(1);
				}
				const now = new Set(textSentences(after).map(({ words }) => words));
				for (const [i, { words }] of sentences.entries()) {
					if (now.has(words)) expect(plan.notes.find(({ key }) => key === `note/s-${i}`)?.is).toBe('same');
				}
				const remove: RegenerationDecision = { is: 'remove' };
				const keep: RegenerationDecision = { is: 'keep' };
				const decisions = new Map(plan.notes.map(({ key, is }) => [key, is === 'gone' ? remove : keep]));
				const next = applied(state, regenerationChange(state, plan, decisions));
				const kept = plan.notes.filter(({ is }) => is !== 'gone').map(({ note }) => note.note.id);
				expect([...next.notes.keys()].sort()).toEqual(kept.sort());
				expect(next.documents.get(GUIDE)?.edition).toBe('new');
			}),
			{ numRuns: 300 }
		);
	});

	it('finds nothing to decide in a text that is the same', () => {
		fc.assert(
			fc.property(paragraphs, (text) => {
				const canonical = written(text);
				const notes = textSentences(canonical).map((span, i) => noteOn(`s-${i}`, canonical.text, span));
				const state = stateWith(notes);
				const plan = planOf(state, { before: canonical, after: canonical });
				expect(plan.notes.map(({ is, sources }) => [is, sources])).toEqual(
					notes.map(({ note }) => ['same', note.sources])
				);
			}),
			{ numRuns: 100 }
		);
	});
});

it('a word diff holds both texts', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), sentence, (a, b, shared) => {
			const [before, after] = [`${a} ${shared} ${b}`, `${b} ${shared}${a}`];
			const diff = wordDiff(before, after);
			const only = (...kinds: string[]) =>
				diff
					.filter(({ is }) => kinds.includes(is))
					.map(({ text }) => text)
					.join('');
			expect(only('same', 'removed')).toBe(before);
			expect(only('same', 'added')).toBe(after);
		})
	);
});
