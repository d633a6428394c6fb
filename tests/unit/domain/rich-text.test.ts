import { describe, expect, it } from 'vitest';
import { parseRichText, toPlainText, type Inline } from '../../../src/lib/domain/rich-text';

/** The tree in a form that can be read at a glance. */
function shown(source: string): string {
	const inline = (nodes: readonly Inline[]): string =>
		nodes
			.map((node) => {
				if (node.kind === 'text') return node.text;
				if (node.kind === 'break') return '<br>';
				return `<${node.kind}>${'text' in node ? node.text : inline(node.children)}</${node.kind}>`;
			})
			.join('');
	return parseRichText(source)
		.map((paragraph) => inline(paragraph.children))
		.join('<p>');
}

describe('parseRichText', () => {
	it.each([
		['*R*-ketamine', '<emphasis>R</emphasis>-ketamine'],
		['a **strong** word', 'a <strong>strong</strong> word'],
		['Ca^2+^ and H~2~O', 'Ca<sup>2+</sup> and H<sub>2</sub>O'],
		['^18^F', '<sup>18</sup>F'],
		['the `a*b*` sign', 'the <code>a*b*</code> sign'],
		['**a *b* c**', '<strong>a <emphasis>b</emphasis> c</strong>'],
		['*a **b***', '<emphasis>a <strong>b</strong></emphasis>'],
		['***both***', '<strong><emphasis>both</emphasis></strong>'],
		['one\ntwo\n\nthree', 'one<br>two<p>three']
	])('reads %j', (source, tree) => {
		expect(shown(source)).toBe(tree);
	});

	it.each([
		'snake_case_word',
		'2 * 3 * 4',
		'2*3*4',
		'*open',
		'**open',
		'a ** b',
		'open`code',
		'10^6',
		'x^2 + y^2',
		'~5 mg to ~10 mg',
		'(~5 to~10)',
		'a < b & c',
		'``',
		'^^',
		'\\'
	])('leaves %j as written', (source) => {
		expect(shown(source)).toBe(source);
	});

	it('takes the meaning off a sign after a backslash', () => {
		expect(shown('\\*not\\* a\\~b~ \\\\ c:\\dir')).toBe('*not* a~b~ \\ c:\\dir');
		expect(shown('*a\\*b*')).toBe('<emphasis>a*b</emphasis>');
	});

	it.each([
		['$E = mc^2$', '<maths>E = mc^2</maths>'],
		['a dose of $3{,}5$ mg', 'a dose of <maths>3{,}5</maths> mg'],
		['$$\\frac{a}{b}$$', '<maths>\\frac{a}{b}</maths>'],
		['*of $a*b$ and* c', '<emphasis>of <maths>a*b</maths> and</emphasis> c'],
		['$a\\$b$', '<maths>a\\$b</maths>'],
		['$2 x$', '<maths>2 x</maths>']
	])('reads maths in %j', (source, expected) => {
		expect(shown(source)).toBe(expected);
	});

	it('tells a formula on a line of its own from one within a line', () => {
		const [display] = parseRichText('$$a$$')[0]?.children ?? [];
		const [within] = parseRichText('$a$')[0]?.children ?? [];
		expect(display).toEqual({ kind: 'maths', text: 'a', display: true });
		expect(within).toEqual({ kind: 'maths', text: 'a', display: false });
	});

	it.each([
		'$5 to $10',
		'$5–$10 a vial',
		'US$5, then US$6',
		'$5 to be paid in A$',
		'from $ 5 to 6 $',
		'$20,000',
		'a $ sign',
		'$$',
		'$a\n$'
	])('takes %j for no maths', (source) => {
		expect(parseRichText(source)[0]?.children.some((node) => node.kind === 'maths')).toBe(false);
	});

	it('leaves dollars behind a backslash as they are', () => {
		expect(shown('\\$a\\$ and \\$5')).toBe('$a$ and $5');
	});

	it('has no paragraph for an empty text', () => {
		expect(parseRichText(' \n\n ')).toEqual([]);
	});
});

describe('toPlainText', () => {
	it('keeps words, line ends and paragraphs', () => {
		expect(toPlainText('**Ca^2+^** *in*\nout\n\n`x`')).toBe('Ca2+ in\nout\n\nx');
	});
});
