import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { readDeck, readDraft } from '../../../src/lib/deck-format/read-deck';
import { Report } from '../../../src/lib/deck-format/problem';
import { readDrawing } from '../../../src/lib/deck-format/svg';
import { svgText } from '../../../src/lib/deck-format/svg-text';
import { asFolderHolds, writeDeck } from '../../../src/lib/deck-format/write-deck';
import type { Note } from '../../../src/lib/domain/note';
import type { Drawing, Pack } from '../../../src/lib/domain/pack';
import { draftOf } from '../../support/packs';
import { samplePack } from '../../support/sample-pack';

const TEXT = 'It works. It rises in the oven. It works. Nothing else is known.';

/** A pack of one document and one note, each with something of its own. */
function packWith(note: Partial<Note>, text = TEXT, more: Partial<Pack> = {}): Pack {
	const { pack } = samplePack(1, []);
	const [document] = pack.documents;
	if (document === undefined) throw new Error('the sample has a document');
	const base = { id: 'one', kind: 'basic', topic: 'dough', tags: [], sources: [], front: 'Front?', back: 'Back' };
	return {
		...pack,
		topics: [{ id: 'dough', title: 'Dough', description: 'What it is.', colour: 'ochre' }],
		documents: [
			{
				...document,
				text,
				blocks: [{ kind: 'paragraph', start: 0, end: text.length, locator: 'Page 1' }],
				statements: []
			}
		],
		notes: [{ ...base, ...note } as Note],
		...more
	};
}

async function readBack(pack: Pack): Promise<Pack> {
	const { value, problems } = await readDeck(writeDeck(pack, new Map()));
	expect(problems).toEqual([]);
	if (value === null) throw new Error('not read');
	return value;
}

const quote = (start: number, end: number) => ({ document: 'book', quote: TEXT.slice(start, end), start, end });

describe('a deck written as a folder', () => {
	it.each(['decks/ketamine', 'tests/fixtures/decks/honeybee'])('is read back as it was: %s', async (folder) => {
		const { draft, media } = await draftOf(folder);
		const { acronyms, terms, waived } = draft;
		const files = writeDeck(draft.pack, media);
		const again = await readDraft(files);
		expect(again.problems).toEqual([]);
		expect(canonicalJson(again.draft?.pack)).toBe(canonicalJson(draft.pack));
		expect(again.draft).toMatchObject({ acronyms, terms, waived });
	});

	it('keeps the place of a quote that stands in its document twice', async () => {
		const second = TEXT.lastIndexOf('It works.');
		const read = await readBack(packWith({ sources: [quote(second, second + 9)] }));
		expect(read.notes[0]?.sources).toEqual([quote(second, second + 9)]);
	});

	it('keeps a quote that begins within a word', async () => {
		expect((await readBack(packWith({ sources: [quote(1, 8)] }))).notes[0]?.sources).toEqual([quote(1, 8)]);
	});

	it('keeps a quote that runs over the end of a paragraph', async () => {
		const text = 'First of all.\n\nSecond of all.';
		const pack = packWith({ sources: [{ document: 'book', quote: text, start: 0, end: text.length }] }, text);
		const [document] = pack.documents;
		const blocks = [
			{ kind: 'paragraph' as const, start: 0, end: 13 },
			{ kind: 'paragraph' as const, start: 15, end: text.length, evidence: 'trial' as const }
		];
		const files = writeDeck({ ...pack, documents: document ? [{ ...document, blocks }] : [] }, new Map());
		const { value, problems } = await readDeck(files);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(value?.notes[0]?.sources[0]).toEqual({ document: 'book', quote: text, start: 0, end: text.length });
		expect(value?.documents[0]?.blocks).toEqual(blocks);
	});

	it.each([
		['- a dash', '# a hash'],
		['@ an at sign', '\\ a backslash'],
		['2. a number', '> a quotation'],
		['--- rules ---', '| a | table |'],
		['```', '{{c1::braces}}']
	])('keeps paragraphs and headings that begin like something else: %s, %s', async (words, heading) => {
		const text = `${heading} #\n\n${words}`;
		const start = heading.length + 4;
		const pack = packWith({ sources: [{ document: 'book', quote: words, start, end: text.length }] }, text);
		const [document] = pack.documents;
		const blocks = [
			{ kind: 'heading' as const, start: 0, end: start - 2 },
			{ kind: 'paragraph' as const, start, end: text.length, locator: 'Page [2]' }
		];
		const read = await readBack({ ...pack, documents: document ? [{ ...document, blocks }] : [] });
		expect(read.documents[0]).toMatchObject({ text, blocks });
	});

	it.each([
		'yes',
		'5',
		'~',
		'null',
		'- dash',
		'a: b # c',
		'{{c1::x}}',
		'*emphasis* & **strong**',
		'“quoted” "twice" \'thrice\'',
		'two\nlines',
		'two\n\nparagraphs\n- and a list',
		'a tab\tinside',
		'a space at the end of a line \nof two',
		'e\u0301 in two parts',
		'\u0301 on its own',
		'back\\slash\\n',
		`long ${'word '.repeat(60)}end`,
		'null\u0000 and \u2028 inside',
		'🐝'
	])('keeps the text %j wherever it stands', async (words) => {
		const note = { front: words, back: words, tags: [words], hint: words, sources: [quote(10, 31)] };
		const read = await readBack(packWith(note, TEXT, { title: words, authors: [words] }));
		expect(read.notes[0]).toMatchObject(note);
		expect(read).toMatchObject({ title: words, authors: [words] });
	});

	it('keeps statements left out, also of two with the same words', async () => {
		const statements = [
			{ start: 0, end: 9 },
			{ start: 10, end: 31 },
			{ start: 32, end: 41, leftOut: 'Said before: twice' },
			{ start: 42, end: TEXT.length, leftOut: 'Vague' }
		];
		const pack = packWith({ sources: [quote(10, 31)] });
		const [document] = pack.documents;
		const read = await readBack({ ...pack, documents: document ? [{ ...document, statements }] : [] });
		expect(read.documents[0]?.statements).toEqual(statements);
	});

	it('comes in the order that folders have', () => {
		const { pack } = samplePack(1);
		expect(asFolderHolds(pack).notes.map(({ topic }) => topic)).toEqual([
			...Array<string>(4).fill('dough'),
			...Array<string>(4).fill('oven')
		]);
	});

	it('is not written without its pictures', () => {
		const media = { 'comb.png': { sha256: '0'.repeat(64), type: 'image/png', bytes: 1 } };
		const pack = packWith({ sources: [quote(0, 9)], media: [{ file: 'comb.png', alt: 'A comb' }] }, TEXT, { media });
		expect(() => writeDeck(pack, new Map())).toThrow(expect.objectContaining({ code: 'picture-missing' }));
	});
});

describe('a drawing written as SVG', () => {
	it('is read back as it was, marks, quotes and spaces within text too', () => {
		const drawing: Drawing = {
			tag: 'svg',
			attributes: { viewBox: '0 0 360\n120' },
			children: [
				{ tag: 'title', attributes: {}, children: ['a < b & "c" > e\u0301'] },
				{
					tag: 'g',
					attributes: { 'data-label': 'part' },
					children: [
						{
							tag: 'text',
							attributes: { x: '1' },
							children: ['GABA ', { tag: 'tspan', attributes: { dy: '17' }, children: [' and more'] }, ' here']
						},
						{ tag: 'line', attributes: {}, children: [] }
					]
				}
			]
		};
		const report = new Report();
		const read = readDrawing('x.svg', svgText(drawing).normalize('NFC'), report);
		expect(report.problems).toEqual([]);
		expect(read).toEqual(drawing);
	});
});
