import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import type { Candidate } from '../../../src/lib/generation/cards/candidate';
import { generate } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';
import type { GenerationOptions } from '../../../src/lib/generation/options';

const from = (text: string, options?: GenerationOptions) =>
	generate('glass', canonicalDocument(readPlainText(text)), { doubtful: true, ...options });

const TEXT = [
	'Glass making',
	'Glass is a solid that is made by cooling molten sand quickly. It contains about 70 percent silica. Soda lowers the melting point of sand, and lime makes the glass stable. In 1851, Joseph Paxton built the Crystal Palace, which covered 92,000 square metres. If the furnace cools too fast, the melt may crack.',
	'Float glass was invented by Alastair Pilkington in 1952. The molten glass floats on a bath of tin, which gives it a flat surface. A bath of tin can weigh up to 200 tonnes and lasts for 15 years. Unlike plate glass, float glass needs no polishing because both of its sides are smooth.',
	'The main defects of glass include:',
	'- bubbles of gas\n- stones from the furnace\n- streaks',
	'Lead glass contains at least 24 percent lead oxide. Quartz glass melts at 1,700 °C and is used to make lamps. Borosilicate glass, a glass with boron, was developed by Otto Schott in 1887. It took Schott six years to find the right mixture. Tempered glass is four times stronger than plain glass.'
].join('\n\n');

const keyOf = (sentence: string): string[] => from(sentence).candidates.map(({ key }) => key);

describe('slots of a claim', () => {
	const { text, candidates } = from(TEXT);

	it('lie within the sentence, in the order of the text', () => {
		expect(candidates.length).toBeGreaterThan(10);
		for (const { claim, pattern } of candidates) {
			let last = claim.sentence.start;
			for (const { start, end } of claim.slots) {
				expect(end).toBeGreaterThan(start);
				expect(start).toBeGreaterThanOrEqual(last);
				last = start;
				if (pattern !== 'list-items' && pattern !== 'order') {
					expect(start).toBeGreaterThanOrEqual(claim.sentence.start);
					expect(end).toBeLessThanOrEqual(claim.sentence.end);
				}
			}
		}
	});

	it('hold the answer where it is a span of the sentence', () => {
		for (const { note, claim, answer } of candidates) {
			if (answer === null) continue;
			expect(claim.slots.some(({ start, end }) => start === answer.start && end === answer.end)).toBe(true);
			expect(hiddenOf(note).toLowerCase()).toBe(text.slice(answer.start, answer.end).toLowerCase());
		}
	});
});

function hiddenOf(note: Candidate['note']): string {
	if (note.kind === 'basic') return note.back;
	if (note.kind === 'cloze') return /\{\{c1::(.*?)\}\}/.exec(note.text)?.[1] ?? '';
	return note.kind === 'choice' ? note.answer : '';
}

describe('the key of a claim', () => {
	it('stays when only the wording around its slots changes', () => {
		const [plain] = keyOf('Soda lowers the melting point of sand.');
		expect(plain).toContain('relation:');
		expect(keyOf('As every glazier knows, soda lowers the melting point of the sand.')).toContain(plain);
		expect(keyOf('Soda lowered the melting point of sand.')).toContain(plain);
	});

	it('changes in one slot when a number changes', () => {
		const [before] = keyOf('Float glass was invented in 1952.');
		const [after] = keyOf('Float glass was invented in 1953.');
		const parts = (key: string | undefined): string[] => key?.split('|') ?? [];
		const changed = parts(after).filter((part) => !parts(before).includes(part));
		expect(changed).toEqual(['time:1953']);
	});

	it('tells a denial from what it denies', () => {
		expect(keyOf('Spironolactone does not lower blood glucose.')).not.toEqual(
			keyOf('Spironolactone lowers blood glucose.')
		);
	});

	it('names neither document nor place', () => {
		const text = 'Soda lowers the melting point of sand.';
		const [first] = keyOf(text);
		expect(from(`Another opening is here for once.\n\n${text}`).candidates.map(({ key }) => key)).toContain(first);
	});
});

describe('progress', () => {
	it('is told for every sentence, in order, and changes nothing', () => {
		const told: number[] = [];
		const watched = from(TEXT, { onprogress: (done, total) => told.push(done / total) });
		expect(watched).toEqual(from(TEXT));
		expect(told.length).toBe(watched.statements.length);
		expect(told[told.length - 1]).toBe(1);
		expect([...told].sort((a, b) => a - b)).toEqual(told);
	});
});
