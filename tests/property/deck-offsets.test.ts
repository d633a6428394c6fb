import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { printDeck } from '../../src/lib/deck-format/print-deck';
import { readDeck } from '../../src/lib/deck-format/read-deck';
import { sentences } from '../../src/lib/domain/text/sentences';
import { note, smallDeck } from '../unit/deck-format/small-deck';

const WORDS = [
	'queen',
	'Wax',
	'über',
	'0.5',
	'e.g.',
	'B.',
	'50 %',
	'“comb”',
	'(and',
	'so)',
	'🐝',
	'naïve',
	"hive's",
	'…',
	'C₁₂',
	'No.',
	'why?',
	'ﬁn'
];
const line = fc
	.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 12 })
	.map((words) => `The ${words.join(' ')}`);
const paragraph = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

describe('sentences', () => {
	it('lose no character but spaces, in order and without overlap', () => {
		const prose = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.array(paragraph).map((each) => each.join('. '))
		);
		fc.assert(
			fc.property(prose, (text) => {
				const spans = sentences(text);
				spans.forEach(({ start, end }, i) => {
					expect(start).toBeLessThan(end);
					expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
				});
				const kept = spans.map(({ start, end }) => text.slice(start, end)).join('');
				expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			})
		);
	});
});

describe('a printed deck', () => {
	it('has every quote exactly at its offsets, however document and quote were typed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(paragraph, { minLength: 1, maxLength: 4 }),
				fc.nat(),
				fc.constantFrom('\n', '\r\n'),
				async (paragraphs, pick, lineEnd) => {
					const numbered = paragraphs.map((each, i) => `${each}\nmark${i}.`);
					const chosen = numbered[pick % numbered.length] ?? '';
					const [first] = stringifyNotes(chosen);
					const text = numbered.join('\n\n@ next\n').split('\n').join(lineEnd);
					const { value, problems } = await readDeck(smallDeck({ notes: first, text }));
					expect(problems).toEqual([]);
					const decks = value === null ? [] : printDeck(value);
					const [deck] = decks;
					const source = deck?.notes[0]?.sources[0];
					const document = deck?.documents[0];
					expect(document?.text.slice(source?.start, source?.end)).toBe(source?.quote);
					expect(source?.quote).toBe(chosen.replace(/\s+/g, ' ').normalize('NFC'));
					const { blocks = [], statements = [] } = value?.documents[0] ?? {};
					for (const { start, end } of statements) {
						expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
					}
				}
			),
			{ numRuns: 60 }
		);
	});
});

/** One note that quotes these lines, as YAML with folded lines would hold them. */
function stringifyNotes(quote: string): [string] {
	const notes = [
		{
			id: 'one',
			kind: 'basic',
			front: 'Which?',
			back: 'This',
			source: [{ document: 'guide', quote: quote.replace(/\n/g, ' ') }]
		}
	];
	return [stringify(notes, { lineWidth: 60 })];
}

it('the test’s own deck is sound', async () => {
	expect((await readDeck(smallDeck({ notes: note('kind: basic\nfront: F\nback: B') }))).problems).toEqual([]);
});
