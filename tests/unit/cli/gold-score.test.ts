import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/cli/gold-figures';
import { score, spanFaults } from '../../../src/cli/gold-score';
import { DANCE, DRONES, EGGS, TEXT, candidate, generated, gold, judged } from './gold-example';

describe('precision', () => {
	it('is of the judged cards alone, and tells how many those are', () => {
		const scored = score(gold(judged(EGGS), judged(DANCE, 'open')), generated(EGGS, DANCE, DRONES));
		expect(figuresOf([scored])).toMatchObject({ cards: 3, judged: 2, good: 1, precision: 0.5 });
	});

	it('is nothing where nothing is judged', () => {
		expect(figuresOf([score(gold(), generated(EGGS))])).toMatchObject({ judged: 0, precision: null, top: null });
	});

	it('of the top looks at the twenty of highest score in each document', () => {
		const low = Array.from({ length: 25 }, (_, i) =>
			candidate('Drones die in autumn.', `When ${i}?`, 'in autumn', 0.3)
		);
		const all = [...low.slice(0, 10), EGGS, ...low.slice(10)];
		const scored = score(gold(judged(EGGS), ...low.map((each) => judged(each, 'trivial'))), generated(...all));
		expect(figuresOf([scored])).toMatchObject({ judged: 26, good: 1, topJudged: 20, top: 1 / 20 });
	});
});

describe('reach', () => {
	it('counts facts by the best card that reaches them', () => {
		const scored = score(gold(judged(EGGS), judged(DANCE, 'grammar')), generated(EGGS, DANCE, DRONES));
		expect(scored.facts.map(({ by }) => by)).toEqual(['good', 'bad', 'unjudged']);
		expect(figuresOf([scored])).toMatchObject({ facts: 3, reached: 1 / 3, hoped: 2 / 3, proposed: 1 });
	});

	it('takes the judge’s word over the rule’s', () => {
		const said = { ...judged(EGGS), reaches: ['dance'] };
		const scored = score(gold(said), generated(EGGS));
		expect(scored.facts.map(({ by }) => by)).toEqual(['none', 'good', 'none']);
	});
});

describe('offsets', () => {
	it('are sound where quote and answer are copied from the text', () => {
		expect(spanFaults(TEXT, EGGS)).toEqual([]);
	});

	it('are at fault if a quote is off by one', () => {
		const sources = EGGS.note.sources.map((source) => ({ ...source, start: source.start + 1 }));
		expect(spanFaults(TEXT, { ...EGGS, note: { ...EGGS.note, sources } })).toHaveLength(1);
	});

	it('are at fault if the answer is worded otherwise than the text, capitals at its beginning apart', () => {
		expect(spanFaults(TEXT, { ...EGGS, answer: DANCE.answer })).toHaveLength(1);
		expect(spanFaults(TEXT, { ...EGGS, answer: null })).toEqual([]);
	});

	it('are at fault if a slot lies outside the text', () => {
		const slots = [{ role: 'object' as const, start: 5, end: TEXT.length + 1 }];
		expect(spanFaults(TEXT, { ...EGGS, claim: { ...EGGS.claim, slots } })).toHaveLength(1);
	});
});
