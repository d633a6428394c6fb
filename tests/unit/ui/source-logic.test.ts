import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/lib/domain/pack';
import { evidenceText } from '../../../src/lib/ui/source/evidence-label';
import { passages, statementAt } from '../../../src/lib/ui/source/passages';
import { quoteContext } from '../../../src/lib/ui/source/quote-context';

const HEADING = 'Onset';
const ONE = 'It begins within an hour.';
const TWO = 'It lasts a week at most.';
const THREE = 'Nobody knows why.';
const text = `${HEADING}\n\n${ONE} ${TWO} ${THREE}`;
const at = (part: string): { start: number; end: number } => {
	const start = text.indexOf(part);
	return { start, end: start + part.length };
};

const document: SourceDocument = {
	id: 'd',
	title: 'Title',
	publisher: 'Publisher',
	published: '2025',
	evidence: ['news'],
	limits: '',
	sha256: '',
	text,
	blocks: [
		{ kind: 'heading', ...at(HEADING) },
		{ kind: 'paragraph', start: at(ONE).start, end: at(THREE).end, locator: 'p. 3', evidence: 'review' }
	],
	statements: [at(ONE), at(TWO), { ...at(THREE), leftOut: 'Not a fact.' }]
};

const quoted = (quote: string) => ({ document: 'd', quote, ...at(quote) });

describe('a quote in its context', () => {
	it('stands in its sentence, and that in its paragraph', () => {
		const context = quoteContext(document, quoted('lasts a week'));
		expect(context).toMatchObject({
			before: `${ONE} `,
			lead: 'It ',
			quote: 'lasts a week',
			tail: ' at most.',
			after: ` ${THREE}`
		});
		expect(context.before + context.lead + context.quote + context.tail + context.after).toBe(`${ONE} ${TWO} ${THREE}`);
	});
	it('takes every sentence that it touches', () => {
		const context = quoteContext(document, quoted('an hour. It lasts'));
		expect(context).toMatchObject({ before: '', lead: 'It begins within ', tail: ' a week at most.' });
	});
	it('bears the heading, the locator and the evidence of its paragraph', () => {
		expect(quoteContext(document, quoted(TWO))).toMatchObject({
			heading: HEADING,
			locator: 'p. 3',
			evidence: ['review']
		});
	});
	it('is shown alone where the document has no such place', () => {
		const context = quoteContext(document, { document: 'd', quote: 'gone', start: 9000, end: 9004 });
		expect(context).toMatchObject({ before: '', lead: '', quote: 'gone', evidence: ['news'] });
	});
});

describe('the passages of a document', () => {
	const [, paragraph] = passages(document, [at('begins'), at('an hour'), at(TWO)]);
	const sentences = paragraph?.kind === 'paragraph' ? paragraph.sentences : [];

	it('numbers the sentences that carry cards, and no others', () => {
		expect(sentences.map((sentence) => sentence.figure)).toEqual([1, 2, null]);
		expect(sentences.map((sentence) => sentence.quotes)).toEqual([2, 1, 0]);
		expect(sentences[2]?.leftOut).toBe('Not a fact.');
	});
	it('put together are the paragraph', () => {
		expect(sentences.map((sentence) => sentence.text + sentence.gap).join('')).toBe(`${ONE} ${TWO} ${THREE}`);
	});
	it('are found by offset', () => {
		expect(statementAt(document, at('a week').start)).toBe(1);
		expect(statementAt(document, 0)).toBe(-1);
	});
});

it('names evidence in words', () => {
	expect(evidenceText(['news', 'conference-talk'])).toBe('News report; conference talk, not peer-reviewed');
});
