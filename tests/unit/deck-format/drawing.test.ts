import { describe, expect, it } from 'vitest';
import { picturesIn } from '../../../src/lib/deck-format/drawing-rules';
import { Report } from '../../../src/lib/deck-format/problem';
import { readDrawing } from '../../../src/lib/deck-format/svg';

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';

function read(inner: string, root = `<svg ${XMLNS} viewBox="0 0 360 100">`) {
	const report = new Report();
	return { drawing: readDrawing('a.svg', `${root}\n${inner}\n</svg>`, report), problems: report.problems };
}

describe('a drawing', () => {
	it('is read as a tree without the spaces and comments between its elements', () => {
		const { drawing, problems } = read(
			'<!-- x --><g data-label="a">\n<text x="1">A &amp; <tspan>B</tspan></text>\n</g>'
		);
		expect(problems).toEqual([]);
		expect(drawing).toEqual({
			tag: 'svg',
			attributes: { viewBox: '0 0 360 100' },
			children: [
				{
					tag: 'g',
					attributes: { 'data-label': 'a' },
					children: [
						{
							tag: 'text',
							attributes: { x: '1' },
							children: ['A & ', { tag: 'tspan', attributes: {}, children: ['B'] }]
						}
					]
				}
			]
		});
	});

	it.each([
		['a script', '<script>alert(1)</script>'],
		['a foreign object', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
		['an event handler', '<rect onclick="alert(1)"/>'],
		['a style', '<rect style="fill: red"/>'],
		['a colour of its own', '<rect fill="red"/>'],
		['a link', '<a href="https://example.org"><text>x</text></a>'],
		['a use of another file', '<use href="other.svg#a"/>'],
		['an image from elsewhere', '<image href="https://example.org/a.png"/>'],
		['an image out of another folder', '<image href="../a.png"/>'],
		['an image of data', '<image href="data:image/png;base64,AAAA.png"/>'],
		['an image that is a drawing', '<image href="a.svg"/>'],
		['an address on anything but an image', '<rect href="a.png"/>'],
		['a prefixed attribute', '<rect xlink:href="a"/>'],
		['an animation', '<rect><animate attributeName="x"/></rect>'],
		['a reference in a value', '<rect class="url(#a)"/>'],
		['code in a path', '<path d="M0 0 javascript:x"/>'],
		['an svg within', `<svg ${XMLNS}/>`],
		['text outside of text', '<g>loose</g>'],
		['a doctype', '<!DOCTYPE svg>'],
		['an entity of its own', '<text>&own;</text>'],
		['XML that does not close', '<g>']
	])('with %s is refused at its line', (_, inner) => {
		const { drawing, problems } = read(inner);
		expect(drawing).toBeNull();
		expect(problems[0]?.severity).toBe('error');
		expect(problems[0]?.line).toBeGreaterThanOrEqual(2);
	});

	it.each([
		['no namespace', '<svg viewBox="0 0 1 1">'],
		['a width', `<svg ${XMLNS} width="10">`],
		['another root', `<g ${XMLNS}>`]
	])('with %s is refused', (_, root) => {
		expect(read('', root).drawing).toBeNull();
	});

	it('that is empty is told so', () => {
		const report = new Report();
		expect(readDrawing('a.svg', ' ', report)).toBeNull();
		expect(report.problems[0]).toMatchObject({ file: 'a.svg', line: 1, column: 1 });
	});

	it('may show a picture that lies beside it, by its name', () => {
		const { drawing, problems } = read('<image href="section-2.png" x="0" y="0" width="360" height="240"/>');
		expect(problems).toEqual([]);
		expect(drawing && picturesIn(drawing)).toEqual(['section-2.png']);
	});
});
