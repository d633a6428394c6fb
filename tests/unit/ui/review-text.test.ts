import { describe, expect, it } from 'vitest';
import type { ShownBlock } from '../../../src/lib/authoring/kept-text';
import type { ProposedNote } from '../../../src/lib/authoring/project';
import {
	isLitIn,
	litSpans,
	markedCandidates,
	pieces,
	rowGroups,
	textRows
} from '../../../src/lib/ui/studio/review/text-rows';

const TEXT = 'Tides\n\nThe Moon may raise the sea. It falls again. Nobody sells it.\n\nBuy now!\n\nCall us!';

function block(words: string, index: number, because: string | null = null, page?: number): ShownBlock {
	const start = TEXT.indexOf(words);
	const drop = because === null ? null : { rule: 'advert', because };
	const kind = index === 0 ? ('heading' as const) : ('paragraph' as const);
	const paged = page === undefined ? {} : { page };
	return { kind, ordered: false, start, end: start + words.length, index, drop, byHand: false, ...paged };
}

const BLOCKS = [
	block('Tides', 0, null, 1),
	block('The Moon may raise the sea. It falls again. Nobody sells it.', 1, null, 1),
	block('Buy now!', 2, 'an advert', 2),
	block('Call us!', 3, 'an advert', 2)
];

function spanOf(words: string) {
	const start = TEXT.indexOf(words);
	return { start, end: start + words.length };
}

function proposed(id: string, quotes: readonly string[], answer: string | null, hedge?: string): ProposedNote {
	const sources = quotes.map((quote) => ({ document: 'tides', quote, ...spanOf(quote) }));
	const [sentence = { start: 0, end: 0 }] = sources;
	return {
		note: { id, kind: 'basic', topic: 'sea', tags: [], sources, front: 'What?', back: 'That' },
		claim: {
			type: 'fact',
			sentence,
			slots: hedge === undefined ? [] : [{ role: 'hedge', ...spanOf(hedge) }],
			hedged: hedge !== undefined,
			negated: false
		},
		answer: answer === null ? null : spanOf(answer),
		score: 0.5,
		pattern: 'a-pattern',
		key: id
	};
}

const RAISES = proposed('raises', ['The Moon may raise the sea.'], 'the sea', 'may');
const BOTH = proposed('both', ['The Moon may raise the sea. It falls again.'], null);

const rowsOf = (candidates: readonly ProposedNote[]) => textRows(TEXT, BLOCKS, markedCandidates('tides', candidates));

describe('the text beside the candidates', () => {
	it('is whole: sentences and what stands between them give every block again', () => {
		for (const row of rowsOf([RAISES, BOTH])) {
			const words = row.sentences.map(({ text, gap }) => text + gap).join('');
			expect(words).toBe(TEXT.slice(row.start, row.end));
		}
	});

	it('bears a figure where a quote ends, and knows every sentence that is quoted', () => {
		const sentences = rowsOf([RAISES, BOTH])[1]?.sentences ?? [];
		expect(sentences.map(({ quoting }) => quoting)).toEqual([['raises', 'both'], ['both'], []]);
		expect(sentences.map(({ figures }) => figures.map(({ figure }) => figure))).toEqual([[1], [2], []]);
	});

	it('leaves quotes of other documents out', () => {
		expect(markedCandidates('rivers', [RAISES])[0]?.quotes).toEqual([]);
	});

	it('says a page where it begins', () => {
		expect(rowsOf([]).map(({ turns }) => turns)).toEqual([1, null, 2, null]);
	});

	it('puts what is left out for one reason together', () => {
		const groups = rowGroups(rowsOf([]));
		expect(groups.map(({ is }) => is)).toEqual(['kept', 'kept', 'dropped']);
		expect(groups[2]).toMatchObject({ because: 'an advert', rows: [{ index: 2 }, { index: 3 }] });
	});
});

describe('the lit candidate', () => {
	const [, paragraph] = rowsOf([RAISES]);
	const [sentence, next] = paragraph?.sentences ?? [];

	it('cuts its sentence at the answer and at the words that hedge', () => {
		if (!sentence) throw new Error('There is no sentence.');
		const cut = pieces(sentence, litSpans('tides', RAISES));
		expect(cut.map(({ text, roles }) => [text, ...roles])).toEqual([
			['The Moon ', 'quote'],
			['may', 'quote', 'hedge'],
			[' raise ', 'quote'],
			['the sea', 'quote', 'answer'],
			['.', 'quote']
		]);
		expect(cut.map(({ text }) => text).join('')).toBe(sentence.text);
	});

	it('leaves other sentences in one piece', () => {
		if (!next) throw new Error('There is no sentence.');
		expect(isLitIn(litSpans('tides', RAISES), next)).toBe(false);
		expect(pieces(next, litSpans('tides', RAISES))).toHaveLength(1);
	});
});
