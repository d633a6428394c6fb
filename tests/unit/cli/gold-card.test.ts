import { describe, expect, it } from 'vitest';
import { goldCard, named, sidesOf } from '../../../src/cli/gold-card';
import { EGGS } from './gold-example';

describe('a card’s name', () => {
	it('stays when the note’s id or source changes', () => {
		const moved = { ...EGGS.note, id: 'another', sources: [] };
		expect(goldCard(moved)).toEqual(goldCard(EGGS.note));
	});

	it('changes with a letter of question or answer, and with a word that moves between them', () => {
		const names = [named('What?', 'This'), named('What?', 'this'), named('What', '? This'), named('What? This', '')];
		expect(new Set(names.map(({ card }) => card)).size).toBe(4);
	});

	it('depends on a choice’s wrong answers, not on their order', () => {
		const base = {
			id: 'c',
			topic: 't',
			tags: [],
			sources: [],
			kind: 'choice',
			front: 'When?',
			answer: '1851'
		} as const;
		const choice = (...texts: string[]) =>
			goldCard({ ...base, distractors: texts.map((text) => ({ text, why: 'No.' })) }).card;
		expect(choice('1858', '1866')).toBe(choice('1866', '1858'));
		expect(choice('1858', '1866')).not.toBe(choice('1858', '1867'));
	});
});

describe('the sides of a card', () => {
	it('are question and answer', () => {
		expect(sidesOf(named('Where?', 'Here'))).toEqual({ whole: 'Where? Here', answer: 'Here' });
	});

	it('are the whole sentence and the hidden words of a cloze', () => {
		const { whole, answer } = sidesOf(named('About {{c1::three weeks}} of {{c2::rain::weather}}.', ''));
		expect(whole).toBe('About three weeks of rain.');
		expect(answer).toBe('three weeks rain');
	});
});
