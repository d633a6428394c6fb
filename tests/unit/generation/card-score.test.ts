import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { featuresOf, surroundingsOf, type Surroundings } from '../../../src/lib/generation/cards/card-features';
import { DOUBTFUL, scoreOf } from '../../../src/lib/generation/cards/card-score';
import { WEIGHTS } from '../../../src/lib/generation/cards/score-weights';
import { generate, type Generated } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';
import type { GenerationOptions } from '../../../src/lib/generation/options';

const TEXT = `Tannins in leather

A tannin is a compound of plants that binds the proteins of a hide. Oak bark contains tannins. Vegetable tanning takes
four to six weeks in a pit. Pigeon dung was mixed with warm water and salt, in which the hides of some calves were
soaked for a day. When the weather was cold, the tanners of Bruges were allowed to soak the hides for longer than the
rules of 1450 had said. Chromium salts shorten the tanning of calfskin to one day. Chromium tanning was patented in
1884. Tannins can cause a rash in people who handle wet hides.`;

const from = (options?: GenerationOptions): Generated =>
	generate('leather', canonicalDocument(readPlainText(TEXT)), options);

const around = ({ text, profile, title, statements }: Generated): Surroundings =>
	surroundingsOf(text, profile, title, statements);

describe('how likely a candidate is to be a good card', () => {
	it('is its score, in hundredths, and none below the bar is proposed unasked', () => {
		const all = from({ doubtful: true });
		for (const candidate of all.candidates) expect(candidate.score).toBe(scoreOf(candidate, around(all)));
		const doubtful = all.candidates.filter(({ score }) => score < DOUBTFUL);
		expect(doubtful.length).toBeGreaterThan(0);
		expect(doubtful.length).toBeLessThan(all.candidates.length);
		const ids = from().candidates.map(({ note }) => note.id);
		expect(ids).toEqual(all.candidates.filter(({ score }) => score >= DOUBTFUL).map(({ note }) => note.id));
	});

	it('is raised by the terms of the instructor', () => {
		const scores = (options: GenerationOptions): Map<string, number> =>
			new Map(from({ doubtful: true, ...options }).candidates.map(({ note, score }) => [JSON.stringify(note), score]));
		const plain = scores({});
		const raised = scores({ terms: ['chromium'] });
		const named = [...plain].filter(([note]) => note.toLowerCase().includes('chromium'));
		expect(named.length).toBeGreaterThan(0);
		for (const [note, score] of named) expect(raised.get(note)).toBeGreaterThan(score);
		for (const [note, score] of plain)
			if (!note.toLowerCase().includes('chromium')) expect(raised.get(note)).toBe(score);
	});

	it('follows from what can be seen of the card', () => {
		const all = from({ doubtful: true });
		const [candidate] = all.candidates;
		expect(candidate?.note.kind === 'basic' && candidate.note.front).toBe('What is a tannin?');
		const features = candidate === undefined ? [] : featuresOf(candidate, around(all));
		expect(features).toEqual(
			expect.arrayContaining([
				'pattern definition-is',
				'asks what is',
				'asked of the title',
				'sentence with a relative clause'
			])
		);
		expect(features).not.toContain('several quotes');
		expect(new Set(features).size).toBe(features.length);
	});
});

describe('the weights', () => {
	it('belong to features that the generator can see', () => {
		const shapes =
			/^(?:(?:pattern|profile|type|slot|asks|question:|answer:) \S+(?: \S+)?|(?:sentence|question|answer) .+|(?:commas of|words of|words asked|words said|percent of|letters of|technical words) .+|(?:asked|said) (?:of the (?:title|first \d+)|elsewhere|nowhere else)|several quotes)$/;
		for (const feature of Object.keys(WEIGHTS)) expect(feature).toMatch(shapes);
	});

	it('keep every single one from deciding alone', () => {
		for (const [feature, weight] of Object.entries(WEIGHTS)) {
			expect(Number.isInteger(weight), feature).toBe(true);
			expect(Math.abs(weight), feature).toBeLessThan(100);
		}
	});
});
