import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../src/lib/deck-format/lint/words';
import type { WrittenCard } from '../../../src/lib/generation/model/answer-text';
import { judgeAnswer } from '../../../src/lib/generation/model/judge';
import { sentencesFor } from '../../../src/lib/generation/model/material';
import { modelMaterial, SENTENCES, TRUTHS, writtenCard } from '../../support/model-material';

const MATERIAL = modelMaterial();
const BATCH = sentencesFor(MATERIAL);
const truths = TRUTHS.map(([ids, question, answer]) => writtenCard(MATERIAL, ids, question, answer));
const aTruth = fc.constantFrom(...truths);

const judge = (value: unknown) => judgeAnswer(JSON.stringify({ cards: [value] }), BATCH, MATERIAL, 'test');

/** Fails if the card is taken; says which it was. */
function expectRefused(card: WrittenCard): void {
	const { accepted, refused } = judge(card);
	expect(accepted.map(({ note }) => ('front' in note ? `${note.front} ${card.answer}` : note.kind))).toEqual([]);
	expect(refused).toHaveLength(1);
}

/** The words that carry the meaning, in order. */
const weight = (text: string): string =>
	contentWords(text)
		.map(({ word }) => word)
		.join(' ');

const NAMES =
	'furosemide torasemide lithium spironolactone placebo tolvaptan amiloride renin mannitol aldosterone erythropoietin bumetanide prednisolone Warfarin EMA TRPV5 GABA'.split(
		' '
	);
const TEXTS = ['question', 'answer', 'quote'] as const;

/** The places of what matches, in one of a card's texts. */
const matchesIn = (card: WrittenCard, text: (typeof TEXTS)[number], pattern: RegExp) => [
	...card[text].matchAll(pattern)
];

function replaced(
	card: WrittenCard,
	text: (typeof TEXTS)[number],
	at: number,
	length: number,
	by: string
): WrittenCard {
	return { ...card, [text]: card[text].slice(0, at) + by + card[text].slice(at + length) };
}

describe('a true card with one thing changed is refused', () => {
	it('every one is taken as it is', () => {
		for (const card of truths) expect(judge(card).refused.map(({ message }) => message)).toEqual([]);
	});

	it('a digit', () => {
		fc.assert(
			fc.property(
				aTruth,
				fc.constantFrom(...TEXTS),
				fc.nat(),
				fc.integer({ min: 1, max: 9 }),
				(card, text, which, by) => {
					const digits = matchesIn(card, text, /\d/g);
					const digit = digits[which % Math.max(1, digits.length)];
					fc.pre(digit !== undefined);
					const changed = String((Number(digit[0]) + by) % 10);
					expectRefused(replaced(card, text, digit.index, 1, changed));
				}
			),
			{ numRuns: 400 }
		);
	});

	it('a number put in', () => {
		fc.assert(
			fc.property(
				aTruth,
				fc.constantFrom('question', 'answer'),
				fc.nat(),
				fc.integer({ min: 2, max: 900 }),
				(card, text, which, number) => {
					const gaps = matchesIn(card, text, /\s/g);
					const gap = gaps[which % Math.max(1, gaps.length)];
					fc.pre(gap !== undefined && !card.quote.includes(String(number)));
					expectRefused(replaced(card, text, gap.index, 0, ` ${number}`));
				}
			),
			{ numRuns: 300 }
		);
	});

	it('a unit', () => {
		const UNIT = /\b(?:mg|ml|weeks|daily)\b|%/g;
		fc.assert(
			fc.property(
				aTruth,
				fc.constantFrom(...TEXTS),
				fc.constantFrom('mg', 'g', 'µg', 'ml', 'l', '%', 'hours', 'days', 'years', 'weekly'),
				(card, text, by) => {
					const [unit] = matchesIn(card, text, UNIT);
					fc.pre(unit !== undefined && unit[0] !== by);
					expectRefused(replaced(card, text, unit.index, unit[0].length, by));
				}
			),
			{ numRuns: 200 }
		);
	});

	it('a “not” put in or taken out', () => {
		fc.assert(
			fc.property(
				aTruth,
				fc.constantFrom('question', 'answer'),
				fc.nat(),
				fc.constantFrom('not', 'never', 'no'),
				(card, text, which, word) => {
					const own = matchesIn(card, text, / not\b/g)[0];
					if (own !== undefined) return expectRefused(replaced(card, text, own.index, own[0].length, ''));
					const gaps = matchesIn(card, text, /\s/g);
					const gap = gaps[which % Math.max(1, gaps.length)];
					fc.pre(gap !== undefined && !card.question.includes(' not '));
					expectRefused(replaced(card, text, gap.index, 0, ` ${word}`));
				}
			),
			{ numRuns: 300 }
		);
	});

	it('a “may” put in or taken out', () => {
		fc.assert(
			fc.property(
				aTruth,
				fc.nat(),
				fc.constantFrom('may', 'possibly', 'usually', 'some', 'only'),
				(card, which, word) => {
					if (card.question.includes(' may ')) {
						return expectRefused({ ...card, question: card.question.replace(' may ', ' does ') });
					}
					const gaps = matchesIn(card, 'question', /\s/g);
					const gap = gaps[which % gaps.length];
					if (gap !== undefined) expectRefused(replaced(card, 'question', gap.index, 0, ` ${word}`));
				}
			),
			{ numRuns: 300 }
		);
	});

	it('a name for another', () => {
		const NAME = new RegExp(`\\b(?:${NAMES.join('|')}|kidney stones|oedema|dialysis|FDA)\\b`, 'gi');
		fc.assert(
			fc.property(aTruth, fc.constantFrom(...TEXTS), fc.constantFrom(...NAMES), (card, text, by) => {
				const [name] = matchesIn(card, text, NAME);
				fc.pre(name !== undefined && name[0].toLowerCase() !== by.toLowerCase());
				expectRefused(replaced(card, text, name.index, name[0].length, by));
			}),
			{ numRuns: 600 }
		);
	});

	it('the quote, moved along the text', () => {
		fc.assert(
			fc.property(aTruth, fc.integer({ min: -60, max: 60 }), (card, by) => {
				fc.pre(by !== 0);
				const start = MATERIAL.text.indexOf(card.quote) + by;
				fc.pre(start >= 0 && start + card.quote.length <= MATERIAL.text.length);
				const quote = MATERIAL.text.slice(start, start + card.quote.length);
				// Without its full stop it is still exact.
				fc.pre(!card.quote.includes(quote.trim()));
				expectRefused({ ...card, quote });
			}),
			{ numRuns: 400 }
		);
	});

	it('the numbers of its sentences', () => {
		fc.assert(
			fc.property(
				aTruth,
				fc.array(fc.integer({ min: -2, max: SENTENCES.length + 3 }), { maxLength: 4 }),
				(card, sentences) => {
					fc.pre([...new Set(sentences)].sort((a, b) => a - b).join() !== card.sentences.join());
					expectRefused({ ...card, sentences });
				}
			),
			{ numRuns: 300 }
		);
	});

	it('the answer of another card', () => {
		fc.assert(
			fc.property(aTruth, aTruth, (card, other) => {
				fc.pre(card !== other && card.quote !== other.quote);
				expectRefused({ ...card, answer: other.answer });
				expectRefused({ ...card, answer: other.answer, quote: other.quote, sentences: other.sentences });
			}),
			{ numRuns: 300 }
		);
	});

	it('the answer, for any other words of the sentence', () => {
		fc.assert(
			fc.property(aTruth, fc.nat(), fc.nat(), (card, from, length) => {
				const words = card.quote.replace(/\.$/, '').split(' ');
				const start = from % words.length;
				const answer = words.slice(start, start + 1 + (length % (words.length - start))).join(' ');
				// More words, or fewer at the end, can be true as well; see below for fewer.
				fc.pre(!weight(answer).includes(weight(card.answer)) && !weight(card.answer).startsWith(weight(answer)));
				expectRefused({ ...card, answer });
			}),
			{ numRuns: 800 }
		);
	});

	it.each([
		[1, 'a salt'],
		[1, 'salt transporter in'],
		[8, 'within three'],
		[8, 'within three to'],
		[9, 'an'],
		[9, 'an enzyme that'],
		[11, 'up to 500'],
		[11, 'up to'],
		[10, 'by'],
		[10, 'by removing'],
		[5, '40 mg']
	])('the answer of sentence %i, for its beginning: %s', (id, answer) => {
		const card = truths.find(({ sentences }) => sentences.join() === String(id));
		if (card === undefined) throw new Error('There is no such card.');
		expectRefused({ ...card, answer });
	});

	it('question and answer, one for the other', () => {
		for (const card of truths) {
			const subject = /^What (?:does|do|may) (.+?) \w+\?$/.exec(card.question)?.[1];
			if (subject === undefined) continue;
			expectRefused({ ...card, question: card.question.replace(subject, card.answer), answer: subject });
		}
	});
});

describe('whatever a model writes', () => {
	const word = fc.constantFrom(
		...new Set(SENTENCES.join(' ').split(/\s+/)),
		'What',
		'does',
		'is',
		'not',
		'may',
		'?',
		'{{c1::',
		'}}',
		'<b>',
		'80 mg'
	);
	const words = fc.array(word, { maxLength: 14 }).map((all) => all.join(' '));
	const card = fc.record({
		sentences: fc.oneof(fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 3 }), fc.anything()),
		quote: fc.oneof(fc.constantFrom(...SENTENCES), words, fc.anything()),
		kind: fc.constantFrom('basic', 'cloze', 'choice', 3),
		type: fc.oneof(fc.constantFrom('fact', 'risk'), fc.anything()),
		question: fc.oneof(
			words.map((text) => `${text}?`),
			fc.anything()
		),
		answer: fc.oneof(words, fc.anything())
	});

	it('gives a candidate that is exact to the text, or a reason; never an error', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(card, fc.anything()), { maxLength: 5 }), (cards) => {
				const { accepted } = judgeAnswer(JSON.stringify({ cards }) ?? '', BATCH, MATERIAL, 'test');
				for (const { note, answer, claim } of accepted) {
					for (const { quote, start, end } of note.sources) expect(MATERIAL.text.slice(start, end)).toBe(quote);
					const said = MATERIAL.text.slice(answer?.start, answer?.end);
					const quotes = note.sources.map(({ quote }) => quote).join(' ');
					expect(quotes).toContain(said);
					if (note.kind === 'basic') expect(note.back.toLowerCase()).toBe(said.toLowerCase());
					if (note.kind === 'cloze') expect(note.text.replace(/\{\{c1::|\}\}/g, '')).toBe(quotes);
					for (const slot of claim.slots) expect(slot.end).toBeGreaterThan(slot.start);
				}
			}),
			{ numRuns: 1500 }
		);
	});

	it('in whatever form is read without an error', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc.string({ unit: fc.constantFrom('{', '}', '"', '[', ']', ':', '\\', '`', 'quote', 'cards', ',', '\n') })
				),
				(text) => {
					const { accepted } = judgeAnswer(text, BATCH, MATERIAL, 'test');
					expect(accepted).toEqual([]);
				}
			),
			{ numRuns: 2000 }
		);
	});
});
