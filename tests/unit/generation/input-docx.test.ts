import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../../src/lib/generation/input/read-input';
import { docxOf, type Paragraph } from '../../fixtures/documents/docx';

const read = async (paragraphs: readonly Paragraph[], about = {}) => {
	const document = await readInput('tides.docx', docxOf(paragraphs, about));
	return {
		document,
		blocks: document.blocks.map((block) => ({ ...block, text: document.text.slice(block.start, block.end) }))
	};
};

const TEXT = 'The Moon pulls more strongly on the side of the Earth that faces it.';

describe('a Word document', () => {
	it('gives headings with their level, paragraphs and items', async () => {
		const { document, blocks } = await read(
			[
				{ text: 'Tides', style: 'Title' },
				{ text: 'Causes', style: 'Heading2' },
				{ text: TEXT },
				{ text: 'the Moon', list: 'bullet' },
				{ text: 'first the ebb', list: 'number' }
			],
			{ title: 'On the tides & seas' }
		);
		expect(document).toMatchObject({ format: 'docx', title: 'On the tides & seas' });
		expect(blocks.map(({ kind, level, ordered, text }) => [kind, level, ordered, text])).toEqual([
			['heading', 1, false, 'Tides'],
			['heading', 2, false, 'Causes'],
			['paragraph', undefined, false, TEXT],
			['item', undefined, false, 'the Moon'],
			['item', undefined, true, 'first the ebb']
		]);
	});

	it('takes a line that is bold from end to end for a heading', async () => {
		const runs = '<w:r><w:rPr><w:b/></w:rPr><w:t>Spring tides</w:t></w:r>';
		const { blocks } = await read([{ text: '', runs }, { text: TEXT }]);
		expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
	});

	it('reads the text as accepted: without what was deleted, with what was inserted', async () => {
		const word = (text: string, tag = 't'): string => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
		const runs = `${word('High water comes ')}<w:del>${word('thrice', 'delText')}</w:del><w:ins>${word('twice')}</w:ins>${word(' a day.')}`;
		expect((await read([{ text: '', runs }])).document.text).toBe('High water comes twice a day.');
	});

	it('writes exponents raised', async () => {
		const runs =
			'<w:r><w:t xml:space="preserve">It slows by 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>-3</w:t></w:r><w:r><w:t xml:space="preserve"> seconds.</w:t></w:r>';
		expect((await read([{ text: '', runs }])).document.text).toBe('It slows by 10⁻³ seconds.');
	});

	it('keeps captions and contents as dropped blocks', async () => {
		const { blocks } = await read([
			{ text: 'Causes 3', style: 'TOC1' },
			{ text: TEXT },
			{ text: 'A tidal mill', style: 'Caption' }
		]);
		expect(blocks.map(({ drop }) => drop?.rule)).toEqual(['contents', undefined, 'credit']);
	});

	it('says which pictures and running heads it left out', async () => {
		const parts = { 'word/media/image1.png': strToU8('x'), 'word/header1.xml': strToU8('<x/>') };
		const { document } = await read([{ text: TEXT }], { parts });
		expect(document.leftOut?.map(({ what }) => what)).toEqual(['1 picture', 'running heads and feet']);
	});

	it('that unpacks to far more than a document needs is refused before it is unpacked', async () => {
		const bomb = docxOf([{ text: TEXT }], { parts: { 'word/document.xml': new Uint8Array(70_000_000) } });
		expect(bomb.length).toBeLessThan(200_000);
		await expect(readInput('bomb.docx', bomb)).rejects.toMatchObject({
			code: 'too-large',
			message: expect.stringContaining('bomb.docx')
		});
	});

	it('that lies about its size is given up as soon as it grows past the bound', async () => {
		const bomb = docxOf([{ text: TEXT }], { parts: { 'word/document.xml': new Uint8Array(70_000_000) } });
		const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
		for (let at = 0; at + 28 < bomb.length; at++) {
			if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
				view.setUint32(at + 24, 1000, true);
		}
		await expect(readInput('bomb.docx', bomb)).rejects.toMatchObject({ code: 'too-large' });
	});

	it.each([
		['cut off', docxOf([{ text: TEXT }]).subarray(0, 900)],
		['without its parts', zipSync({ 'word/document.xml': strToU8('<w:document') })],
		[
			'with entities of its own',
			docxOf([{ text: TEXT }], { parts: { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') } })
		]
	])('%s is told to be damaged', async (_, bytes) => {
		await expect(readInput('broken.docx', bytes)).rejects.toMatchObject({
			code: 'unreadable',
			message: expect.stringContaining('broken.docx')
		});
	});
});
