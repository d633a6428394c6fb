import { describe, expect, it } from 'vitest';
import { breaches, type Floors } from '../../../src/cli/gold-floors';
import { score } from '../../../src/cli/gold-score';
import { DANCE, EGGS, candidate, generated, gold, judged } from './gold-example';

const half = score(gold(judged(EGGS), judged(DANCE, 'open')), generated(EGGS, DANCE));
const floors = (floor: Partial<Floors[string]>): Floors => ({
	dev: { judged: 0, precision: 0, top: 0, hoped: 0, ...floor }
});

describe('floors', () => {
	it('are held at the figure itself and breached above it', () => {
		expect(breaches([half], floors({ precision: 0.5 }))).toEqual([]);
		expect(breaches([half], floors({ precision: 0.51 }))).toEqual([
			'dev: good cards of those judged are 50.0 %, and the floor is 51.0 %'
		]);
	});

	it('are breached where nothing can be measured', () => {
		expect(breaches([score(gold(), generated(EGGS))], floors({ precision: 0.5 }))[0]).toContain('nothing');
	});

	it('hold how many facts are reached by cards that nobody calls bad', () => {
		expect(breaches([half], floors({ hoped: 0.33 }))).toEqual([]);
		expect(breaches([half], floors({ hoped: 0.34 }))).toHaveLength(1);
	});
});

describe('whatever the floors', () => {
	const many = (pattern: string, front: string) =>
		Array.from({ length: 10 }, (_, i) => ({
			...candidate('Drones die in autumn.', i < 2 ? front : `When ${i}?`, 'in autumn'),
			pattern: i < 2 ? pattern : 'object'
		}));

	it('more than a tenth of expansions is too many, by pattern or by wording', () => {
		expect(breaches([score(gold(), generated(...many('acronym', 'ABC?')))], {})).toHaveLength(1);
		expect(breaches([score(gold(), generated(...many('object', 'What does ABC stand for?')))], {})).toHaveLength(1);
		expect(breaches([score(gold(), generated(...many('object', 'When?')))], {})).toEqual([]);
	});

	it('more than a quarter of clozes is too many', () => {
		const cloze = (each: ReturnType<typeof candidate>) => ({
			...each,
			note: { ...each.note, kind: 'cloze' as const, text: 'Drones die {{c1::in autumn}}.' }
		});
		const of = (clozes: number) =>
			score(gold(), generated(...many('object', 'When?').map((each, i) => (i < clozes ? cloze(each) : each))));
		expect(breaches([of(2)], {})).toEqual([]);
		expect(breaches([of(3)], {})).toHaveLength(1);
	});

	it('a quote that is not the text is told', () => {
		const sources = EGGS.note.sources.map((source) => ({ ...source, quote: 'A queen lays eggs.' }));
		const off = score(gold(), generated({ ...EGGS, note: { ...EGGS.note, sources } }));
		expect(breaches([off], {})).toHaveLength(1);
	});
});
