import { describe, expect, it } from 'vitest';
import { readInput } from '../../../src/lib/generation/input/read-input';
import { column, pdfOf, type Line } from '../../fixtures/documents/pdf';

const LEFT =
	'Tides are caused by the pull of the Moon and of the Sun upon the oceans. The well-|known cycle of springs and neaps fol|lows the phases of the Moon. Sailors have kept tables of it since the Mid|dle Ages, and a har|bour master still goes by them.';
const RIGHT =
	'Friction between the moving water and the floor of the sea slows down the rotation of the Earth a lit|tle every year. The day grows longer by about two milliseconds in a century, which adds up over the ages of geology.';

const read = async (pages: readonly (readonly Line[])[], about = {}) => {
	const document = await readInput('tides.pdf', pdfOf(pages, about));
	const blocks = document.blocks.map((block) => ({ ...block, text: document.text.slice(block.start, block.end) }));
	return { document, blocks, kept: blocks.filter(({ drop }) => drop === undefined) };
};

const whole = (text: string): string => text.replace(/\|/g, '');

describe('a PDF', () => {
	it('gives paragraphs without the hyphens of the typesetter, and keeps those of the language', async () => {
		const lines = column(LEFT, 72, 100, 28);
		const broken = lines.filter(({ text }) => text.endsWith('-')).map(({ text }) => text.split(' ').pop());
		expect(broken).toEqual(['well-', 'Mid-']);
		const { kept, document } = await read([lines], { title: 'On the tides' });
		expect(kept.map(({ text }) => text)).toEqual([whole(LEFT)]);
		expect(document).toMatchObject({ format: 'pdf', pages: 1, title: 'On the tides' });
	});

	it('is read column by column, however the lines were drawn', async () => {
		const rows = [...column(LEFT, 72, 150, 36), ...column(RIGHT, 324, 150, 36)].sort((a, b) => a.y - b.y);
		const title = { text: 'A short account of the tides and of what they do', x: 100, y: 100, size: 14 };
		const { kept } = await read([[title, ...rows]]);
		expect(kept.map(({ kind, text }) => [kind, text])).toEqual([
			['heading', title.text],
			['paragraph', whole(LEFT)],
			['paragraph', whole(RIGHT)]
		]);
	});

	it('leaves out running heads and numbers, and joins the paragraph that a page’s end has cut', async () => {
		const lines = column(`${LEFT} ${RIGHT}`, 72, 100, 60);
		const half = 4;
		const page = (number: number, body: readonly Line[]): Line[] => [
			{ text: 'Almanac of the Sea', x: 72, y: 40, size: 8 },
			...body,
			{ text: String(number), x: 300, y: 760, size: 8 }
		];
		const { kept, blocks, document } = await read([
			page(1, lines.slice(0, half)),
			page(
				2,
				lines.slice(half).map((line) => ({ ...line, y: line.y - half * 12 }))
			),
			page(3, column('A last page, so that there are three of them.', 72, 100, 60))
		]);
		expect(kept.map(({ text }) => text)).toEqual([
			whole(`${LEFT} ${RIGHT}`),
			'A last page, so that there are three of them.'
		]);
		expect(kept.map((block) => block.page)).toEqual([1, 3]);
		expect(blocks.filter(({ drop }) => drop?.rule === 'running-head').map(({ text }) => text)).toEqual([
			'Almanac of the Sea'
		]);
		expect(document.leftOut).toContainEqual({ what: '3 page numbers', because: 'no part of the text' });
	});

	it('tells headings by their letters, items by their signs and notes by their place', async () => {
		const { blocks } = await read([
			[
				{ text: 'Springs and neaps', x: 72, y: 90, bold: true },
				...column(LEFT, 72, 110, 60),
				{ text: 'Three things matter:', x: 72, y: 200 },
				{ text: '• the place of the Moon', x: 80, y: 214 },
				{ text: '• the shape of the coast, which in some', x: 80, y: 226 },
				{ text: '  bays piles up the water', x: 80, y: 238 },
				{ text: '1 From the tables of the harbour.', x: 72, y: 700, size: 7 }
			]
		]);
		expect(blocks.map(({ kind, text, drop }) => [kind, text.slice(0, 24), drop?.rule])).toEqual([
			['heading', 'Springs and neaps', undefined],
			['paragraph', 'Tides are caused by the ', undefined],
			['paragraph', 'Three things matter:', undefined],
			['item', 'the place of the Moon', undefined],
			['item', 'the shape of the coast, ', undefined],
			['paragraph', '1 From the tables of the', 'notes']
		]);
	});

	it('does not read a table column by column', async () => {
		const cells = ['Harbour', 'Range', 'Brest', '6 m', 'Dover', '5 m', 'Toulon', '0.2 m', 'Cork', '3.5 m'];
		const table = cells.map((text, i) => ({ text, x: i % 2 === 0 ? 72 : 300, y: 300 + Math.floor(i / 2) * 14 }));
		const { blocks } = await read([[...column(LEFT, 72, 100, 70), ...table]]);
		expect(blocks.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual([
			'Harbour | Range',
			'Brest | 6 m',
			'Dover | 5 m',
			'Toulon | 0.2 m',
			'Cork | 3.5 m'
		]);
	});

	it('without letters is told to be a scan', async () => {
		await expect(readInput('scan.pdf', pdfOf([[], []]))).rejects.toMatchObject({
			code: 'no-text',
			message: expect.stringMatching(/scan\.pdf has no text layer.*OCR/)
		});
	});

	it('with a password is not read', async () => {
		const locked = pdfOf([column(LEFT, 72, 100, 60)], { locked: true });
		await expect(readInput('locked.pdf', locked)).rejects.toMatchObject({ code: 'encrypted' });
	});

	it('that is cut off or empty inside is refused by name', async () => {
		const bytes = pdfOf([column(LEFT, 72, 100, 60)]);
		await expect(readInput('cut.pdf', bytes.subarray(0, 60))).rejects.toMatchObject({
			code: 'unreadable',
			message: expect.stringContaining('cut.pdf is damaged')
		});
	});

	it('tells how far it is, and can be cancelled', async () => {
		const bytes = pdfOf([column(LEFT, 72, 100, 60), column(RIGHT, 72, 100, 60)]);
		const shares: number[] = [];
		await readInput('tides.pdf', bytes, { onprogress: (share) => shares.push(share) });
		expect(shares[0]).toBe(0);
		expect(shares[shares.length - 1]).toBe(1);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		const controller = new AbortController();
		const reading = readInput('tides.pdf', bytes, { signal: controller.signal, onprogress: () => controller.abort() });
		await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
	});
});
