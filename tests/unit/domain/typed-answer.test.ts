import { describe, expect, it } from 'vitest';
import { compareTyped } from '../../../src/lib/domain/typed-answer';

const shown = (given: string, answer: string, accept: readonly string[] = []): string =>
	compareTyped(given, answer, accept)
		.diff.map((part) => `${part.kind}:${part.given}|${part.expected}`)
		.join(' ');

describe('compareTyped', () => {
	it.each([
		['esketamine', 'Esketamine'],
		['  Ketamine. ', 'ketamine'],
		['“ketamine”', 'ketamine'],
		['Meniere', 'Ménière'],
		['treatment resistant', 'treatment-resistant'],
		['treatmentresistant', 'treatment-resistant'],
		['NMDA-receptor', 'NMDA receptor'],
		['NMDA   receptor', 'NMDA receptor'],
		['5-10 mg', '5–10 mg'],
		['ca2+', 'Ca^2+^'],
		['r ketamine', '*R*-ketamine'],
		['e\u0301tude', '\u00e9tude'],
		['−5', '-5'],
		['mTOR, then BDNF', 'mTOR then BDNF']
	])('takes %j for %j', (given, answer) => {
		const { right, diff } = compareTyped(given, answer, []);
		expect(right).toBe(true);
		expect(diff.every((part) => part.kind === 'same')).toBe(true);
	});

	it.each([
		['', 'ketamine'],
		['...', 'ketamine'],
		['ketamin', 'ketamine'],
		['esketamine', 'ketamine'],
		['510 mg', '5–10 mg'],
		['5', '-5'],
		['05', '0.5'],
		['5', '.5'],
		['Ca2', 'Ca^2+^'],
		['50', '50%'],
		['AMPA', 'NMDA']
	])('does not take %j for %j', (given, answer) => {
		expect(compareTyped(given, answer, []).right).toBe(false);
	});

	it('shows what is missing, extra and wrong in aligned parts', () => {
		expect(shown('ketamin', 'ketamine')).toBe('same:ketamin|ketamin missing:|e');
		expect(shown('eketamine', 'ketamine')).toBe('extra:e| same:ketamine|ketamine');
		expect(shown('ketomine', 'ketamine')).toBe('same:ket|ket wrong:o|a same:mine|mine');
		expect(shown('', 'ab')).toBe('missing:|ab');
	});

	it('gives both texts back whole, in their own spelling', () => {
		const { diff } = compareTyped('Mén r', 'men-or', []);
		expect(diff.map((part) => part.given).join('')).toBe('Mén r');
		expect(diff.map((part) => part.expected).join('')).toBe('men-or');
	});

	it('compares with the accepted answer that comes closest', () => {
		expect(compareTyped('glutamat', 'NMDA receptor', ['glutamate'])).toMatchObject({
			right: false,
			against: 'glutamate'
		});
		expect(compareTyped('bdnf', 'brain-derived neurotrophic factor', ['BDNF'])).toMatchObject({
			right: true,
			against: 'BDNF'
		});
	});

	it('never parts a character made of several code points', () => {
		expect(shown('a👩‍🔬b', 'ab')).toBe('same:a|a extra:👩‍🔬| same:b|b');
	});
});
