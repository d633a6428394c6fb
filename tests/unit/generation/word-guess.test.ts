import { describe, expect, it } from 'vitest';
import { baseOfPast } from '../../../src/lib/generation/words/base-form';
import { tagged } from '../../../src/lib/generation/words/tagging';
import { kindOf } from '../../../src/lib/generation/words/word-guess';

const classOf = (sentence: string, word: string): string | undefined =>
	tagged(sentence, { start: 0, end: sentence.length }).find(({ lower }) => lower === word)?.class;

describe('a word by itself', () => {
	it.each([
		['glomerular', 'J'],
		['slowly', 'A'],
		['harmonize', 'V'],
		['wheelbarrow', 'N']
	])('%s is told by its ending, or by the list', (word, kind) => {
		expect(kindOf(word).charAt(0)).toBe(kind);
	});
});

describe('a word between its neighbours', () => {
	it.each([
		['The valves control the flow of blood.', 'control', '0'],
		['The control of blood flow needs oxygen.', 'control', 'N'],
		['Glands release hormones into the blood.', 'release', '0'],
		['The release of hormones is slow.', 'release', 'N'],
		['The enzyme cuts the strand.', 'cuts', '3'],
		['The bank made deep cuts in its budget.', 'cuts', 'N'],
		['A complex process begins.', 'complex', 'J'],
		['A housing complex refers to several blocks.', 'complex', 'N'],
		['The filter in which the body stores iron is small.', 'stores', '3']
	])('%s', (sentence, word, letter) => {
		expect(classOf(sentence, word)).toBe(letter);
	});
});

describe('the base of a past tense that no list holds', () => {
	it.each([
		['inked', 'ink'],
		['glazed', 'glaze'],
		['clotted', 'clot'],
		['tallied', 'tally'],
		['kilned', 'kiln'],
		['sluiced', 'sluice'],
		['groomed', 'groom'],
		['skulled', 'skull'],
		['notated', 'notate'],
		['slow', '']
	])('%s: %s', (past, base) => {
		expect(baseOfPast(past)).toBe(base);
	});
});
