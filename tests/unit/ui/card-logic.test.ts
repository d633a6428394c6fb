import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/lib/domain/pack';
import { clozeHoles } from '../../../src/lib/ui/card/cloze-holes';
import { labelBox, labelGroup, lineHead, safeAttributes } from '../../../src/lib/ui/card/diagram-parts';
import { diffColumns, diffWords } from '../../../src/lib/ui/card/diff-columns';
import { questionText } from '../../../src/lib/ui/card/question-text';
import { typedFeedback } from '../../../src/lib/ui/card/typed-feedback';
import { disordered, shuffled } from '../../../src/lib/ui/card/shuffled';
import { sidesOf } from '../../../src/lib/ui/card/sides';
import { compareTyped } from '../../../src/lib/domain/typed-answer';

const letters = [...'abcdef'];
const seeds = Array.from({ length: 200 }, (_, i) => `card#0/${i}`);

describe('shuffling', () => {
	it('gives the same order for the same seed and loses nothing', () => {
		for (const seed of seeds) {
			expect(shuffled(letters, seed)).toEqual(shuffled(letters, seed));
			expect([...shuffled(letters, seed)].sort()).toEqual(letters);
		}
	});
	it('puts every item in every place about equally often', () => {
		const first = new Map<string, number>();
		for (let i = 0; i < 6000; i++) {
			const item = shuffled(letters, `seed ${i}`)[0] ?? '';
			first.set(item, (first.get(item) ?? 0) + 1);
		}
		for (const letter of letters) expect(first.get(letter)).toBeGreaterThan(850);
	});
	it('never gives a sequence in its right order', () => {
		for (const seed of seeds) expect(disordered(['one', 'two', 'three'], seed)).not.toEqual(['one', 'two', 'three']);
	});
});

describe('the sides of a card', () => {
	const note = { id: 'n', topic: 't', tags: [], sources: [], kind: 'reversed', front: 'F', back: 'B' } as const;
	it('swaps front and back for the second card', () => {
		expect(sidesOf(note, 1)).toEqual({ front: 'B', back: 'F' });
	});
	it('takes the author’s wording of the second card where there is one', () => {
		expect(sidesOf({ ...note, reverse: { front: 'Which?', back: 'This' } }, 1).front).toBe('Which?');
	});
});

describe('holes of a cloze', () => {
	it('asks all deletions of the card’s number and shows the others', () => {
		const { text, holes } = clozeHoles('**{{c1::A}}** and {{c2::B::hint}}, {{c2::C}}', 1, (n) => `<${n}>`);
		expect(text).toBe('**<0>** and <1>, <2>');
		expect(holes.map((hole) => hole.asked)).toEqual([false, true, true]);
		expect(holes[1]?.hint).toBe('hint');
	});
});

describe('the comparison of a typed answer', () => {
	it('breaks equal stretches at spaces without losing a letter', () => {
		const { diff } = compareTyped('muscel spindle organ', 'muscle spindle organ', []);
		const columns = diffColumns(diff);
		expect(columns.length).toBeGreaterThan(diff.length);
		expect(columns.map((part) => part.given).join('')).toBe('muscel spindle organ');
		expect(columns.map((part) => part.expected).join('')).toBe('muscle spindle organ');
	});
	it('is said in a sentence', () => {
		const { diff } = compareTyped('a', 'b', []);
		expect(diffWords(diff)).toBe('You wrote a. The answer is b.');
	});
});

const element = (tag: string, attributes: Record<string, string>, ...children: (Drawing | string)[]): Drawing => ({
	tag,
	attributes,
	children
});

describe('a drawing', () => {
	const boxed = element(
		'g',
		{ 'data-label': 'a' },
		element('rect', { x: '10', y: '20', width: '90', height: '30' }),
		element('text', { x: '14', y: '40' }, 'GABA')
	);
	const bare = element(
		'g',
		{ 'data-label': 'b' },
		element('text', { x: '100', y: '40', class: 'middle' }, 'Glutamate')
	);
	const drawing = element('svg', { viewBox: '0 0 360 100' }, element('g', {}, boxed), bare);

	it('finds the group of a label wherever it is nested', () => {
		expect(labelGroup(drawing, 'a')).toBe(boxed);
		expect(labelGroup(drawing, 'c')).toBeNull();
	});
	it('puts the question mark in the box of the label', () => {
		expect(labelBox(boxed)).toEqual({ x: 10, y: 20, width: 90, height: 30 });
	});
	it('makes room around the text of a label without a box', () => {
		const box = labelBox(bare);
		expect(box && box.x + box.width / 2).toBeCloseTo(100);
		expect(box?.y).toBeLessThan(30);
		expect(box && box.y + box.height).toBeGreaterThan(42);
	});
	it('gives heads to arrows and bars to inhibitions, in their colour', () => {
		expect(lineHead(element('path', { class: 'arrow accent thick' }))).toEqual({ head: 'arrow', tone: 'accent' });
		expect(lineHead(element('line', { class: 'inhibits' }))).toEqual({ head: 'inhibits', tone: 'ink' });
		expect(lineHead(element('line', { class: 'line soft' }))).toBeNull();
	});
	it('sets no attribute that runs, fetches or styles', () => {
		const unsafe = { onclick: 'x', style: 'x', href: 'x', 'xlink:href': 'x', id: 'x', class: 'box', 'data-label': 'a' };
		expect(safeAttributes(element('rect', unsafe))).toEqual({ class: 'box', 'data-label': 'a' });
	});
});

describe('what is shown of a typed answer', () => {
	const note = { answer: 'norketamine', accept: ['(2R,6R)-HNK'] };
	const against = (typed: string) =>
		typedFeedback(typed, note)
			.diff?.map((part) => part.expected)
			.join('');

	it('is the main answer, letter by letter', () => {
		expect(against('norketamin')).toBe('norketamine');
	});
	it('is another accepted answer where it was clearly meant', () => {
		expect(against('(2S,6S)-HNK')).toBe('(2R,6R)-HNK');
	});
	it('stays with the main answer where another is hardly nearer', () => {
		const near = { answer: 'muscle spindle', accept: ['muscle spindles'] };
		const { diff } = typedFeedback('muscel spindels', near);
		expect(diff?.map((part) => part.expected).join('')).toBe('muscle spindle');
	});
	it('is no comparison where the two share almost nothing', () => {
		expect(typedFeedback('glutamate', { answer: 'BDNF', accept: [] })).toEqual({ right: false, diff: null });
		expect(typedFeedback('no idea at all', note).diff).toBeNull();
	});
	it('is right for any accepted answer', () => {
		expect(typedFeedback('(2r,6r) hnk', note).right).toBe(true);
	});
});

describe('a question as it is read out', () => {
	const shared = { id: 'n', topic: 't', tags: [], sources: [] } as const;
	it('has no marking', () => {
		expect(questionText({ ...shared, kind: 'basic', front: 'What is *this*?', back: 'That' }, 0)).toBe('What is this?');
	});
	it('is the back of a reversed note for its second card', () => {
		expect(questionText({ ...shared, kind: 'reversed', front: 'F', back: 'B' }, 1)).toBe('B');
	});
	it('keeps the gap that is asked shut, and tells its hint', () => {
		const text = 'The {{c1::drug::a noun}} blocks **{{c2::NMDA}}**.';
		expect(questionText({ ...shared, kind: 'cloze', text }, 0)).toBe('The blank, a noun, blocks NMDA.');
		expect(questionText({ ...shared, kind: 'cloze', text }, 1)).toBe('The drug blocks blank.');
	});
	it('is what a label asks, not the title of its drawing', () => {
		const labels = [{ n: 0, part: 'a', answer: 'A', ask: 'Which?' }];
		const drawing = { drawing: 'd.svg', alt: '', labels };
		expect(questionText({ ...shared, kind: 'diagram', front: 'Title', ...drawing }, 0)).toBe('Which?');
	});
});
