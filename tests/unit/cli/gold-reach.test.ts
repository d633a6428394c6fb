import { describe, expect, it } from 'vitest';
import { placeFacts, reaches } from '../../../src/cli/gold-reach';
import { DANCE, EGGS, FACTS, TEXT, candidate, fact } from './gold-example';

const placed = (...facts: Parameters<typeof placeFacts>[1]) => {
	const [first] = placeFacts(TEXT, facts);
	if (first === undefined) throw new Error('No fact');
	return first;
};
const eggs = (about: string[], answer: string[]) => reaches(EGGS, placed(fact('f', 'A queen lays', about, answer)));

describe('a fact is reached', () => {
	it('by a card over its sentence that holds its words and answers with one of them', () => {
		expect(placeFacts(TEXT, FACTS).map((each) => reaches(EGGS, each))).toEqual([true, false, false]);
	});

	it('not by a card over another sentence', () => {
		expect(reaches(DANCE, placed(fact('f', 'Drones die', ['bees'], ['dark'])))).toBe(false);
	});

	it('by a card over another sentence that states the same', () => {
		const twice = { ...fact('f', 'Drones die', ['bees'], ['dark']), also: ['Bees dance'] };
		expect(reaches(DANCE, placed(twice))).toBe(true);
	});

	it('not if the word stands in the question alone', () => {
		expect(eggs(['queen'], ['queen'])).toBe(false);
	});

	it('by any of alternative words, whatever their case', () => {
		expect(eggs(['worker|QUEEN'], ['2,000'])).toBe(true);
		expect(eggs(['worker|drone'], ['2,000'])).toBe(false);
	});

	it('by words that begin so, not by words or numbers that end so', () => {
		expect(eggs(['egg'], ['2,000'])).toBe(true);
		expect(eggs(['ggs'], ['2,000'])).toBe(false);
		expect(eggs(['eggs'], ['000'])).toBe(false);
	});

	it('by what a cloze hides', () => {
		const { note, ...rest } = candidate('Drones die in autumn.', '', 'in autumn');
		const text = 'Drones die {{c1::in autumn}}.';
		const cloze = { ...rest, note: { ...note, kind: 'cloze' as const, text } };
		expect(reaches(cloze, placed(fact('f', 'Drones die', ['drones'], ['autumn'])))).toBe(true);
		expect(reaches(cloze, placed(fact('f', 'Drones die', ['autumn'], ['drones'])))).toBe(false);
	});
});

describe('placing facts', () => {
	it('refuses a sentence that the document does not hold, or holds twice', () => {
		expect(() => placeFacts(TEXT, [fact('gone', 'Wasps sting', ['wasp'], ['sting'])])).toThrow(/gone.*not in/);
		expect(() => placeFacts(TEXT, [fact('twice', 'e', ['e'], ['e'])])).toThrow(/twice.*more than once/);
	});
});
