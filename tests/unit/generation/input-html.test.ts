import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/lib/generation/input/read-input';

const P = [
	'The Moon pulls on the side of the Earth that faces it more strongly than on its centre, and this raises the water of the oceans.',
	'When the Sun and the Moon stand in one line with the Earth, their pulls add up and the range of the tide is largest.',
	'When they stand at right angles, their pulls partly cancel out, and the range is smallest about seven days later.',
	'The shape of a coast can strengthen the tide: in a bay like a funnel, the water piles up and the range grows several times over.'
].map((text) => `<p>${text}</p>`);

const page = (body: string, head = ''): string =>
	`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

const read = async (html: string) => {
	const document = await readText('tides.html', html, 'html');
	const blocks = document.blocks.map((block) => ({ ...block, text: document.text.slice(block.start, block.end) }));
	/** Of the block with these words: the rule that dropped it, or `kept`. */
	const fate = (words: string): string => {
		const block = blocks.find(({ text }) => text.includes(words));
		return block === undefined ? 'absent' : (block.drop?.rule ?? 'kept');
	};
	return { document, blocks, fate };
};

describe('a web page', () => {
	it('is read without what surrounds its article, and what is left out can be restored', async () => {
		const { fate } = await read(
			page(`
				<header><a href="/">Sea Almanac</a><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Shop</a></li></ul></nav></header>
				<main><article><h1>How tides work</h1><p class="byline">By Ann Sailor</p>${P[0] ?? ''}
				<h2>Springs</h2>${P[1] ?? ''}
				<div class="ad-slot"><p>Buy waterproof boots at our store today and save a fifth of the price on your first order.</p></div>
				${P[2] ?? ''}
				<aside><h3>Related</h3><ul><li><a href="/x">Ten waves to see</a></li></ul></aside>
				<figure><img src="m.png"><figcaption>A mill in Brittany that the sea drives</figcaption></figure>
				${P[3] ?? ''}</article></main>
				<section id="comments"><p>Great article, I loved it and will tell all of my friends about it tomorrow, thank you.</p></section>
				<footer><p>All about the sea since 1999, written by people who love the coast and its many harbours.</p></footer>`)
		);
		for (const text of P) expect(fate(text.slice(3, 40))).toBe('kept');
		expect(['How tides work', 'Springs'].map(fate)).toEqual(['kept', 'kept']);
		const gone = [
			'Sea Almanac',
			'Home',
			'Shop',
			'By Ann',
			'waterproof',
			'Related',
			'Ten waves',
			'A mill',
			'Great article',
			'since 1999'
		];
		for (const words of gone) expect(fate(words), words).not.toMatch(/kept|absent/);
	});

	it('keeps all parts of an article that a widget splits', async () => {
		const part = (text: string): string => `<div class="part">${text}</div>`;
		const { fate } = await read(
			page(`<div id="story">${part(`<h1>Tides</h1>${P[0] ?? ''}${P[1] ?? ''}`)}
				<div class="newsletter-box"><p>Sign up for our letter and read about the sea every morning before breakfast.</p></div>
				${part(`${P[2] ?? ''}${P[3] ?? ''}`)}</div>`)
		);
		expect(P.map((text) => fate(text.slice(3, 40)))).toEqual(['kept', 'kept', 'kept', 'kept']);
		expect(fate('Sign up')).toBe('call-to-action');
	});

	it('is read in full where its wrapper bears the name of a part', async () => {
		const { fate } = await read(
			page(`<div class="content-with-sidebar"><form id="aspnetForm">${P.join('')}</form></div>`)
		);
		expect(P.map((text) => fate(text.slice(3, 40)))).toEqual(['kept', 'kept', 'kept', 'kept']);
	});

	it('gives the level of headings, the order of items, and terms with what is said of them', async () => {
		const { blocks } = await read(
			page(`<h1>Tides</h1>${P[0] ?? ''}<h3>Words</h3>${P[1] ?? ''}<ol><li>First the ebb<ul><li>then slack water</li></ul></li></ol>
				<dl><dt>Ebb</dt><dd>The falling of the tide.</dd></dl>`)
		);
		expect(blocks.map(({ kind, level, ordered, text }) => [kind, level, ordered, text.slice(0, 24)])).toEqual([
			['heading', 1, false, 'Tides'],
			['paragraph', undefined, false, 'The Moon pulls on the si'],
			['heading', 3, false, 'Words'],
			['paragraph', undefined, false, 'When the Sun and the Moo'],
			['item', undefined, true, 'First the ebb'],
			['item', undefined, false, 'then slack water'],
			['item', undefined, false, 'Ebb: The falling of the ']
		]);
	});

	it('leaves out marks of notes but not exponents', async () => {
		const { document } = await read(
			page(
				`<p>The range is about 0.5 m in the open ocean.<sup><a href="#n1">[1]</a></sup> The force is 10<sup>-7</sup> of the weight<sup>2,3</sup> of the water, H<sub>2</sub>O, with Ca<sup>2+</sup> in it.</p>`
			)
		);
		expect(document.text).toBe(
			'The range is about 0.5 m in the open ocean. The force is 10⁻⁷ of the weight of the water, H2O, with Ca2+ in it.'
		);
	});

	it('never reads scripts, styles, forms and what it hides, and says so', async () => {
		const { document } = await read(
			page(`${P.join('')}<script>var a = "Moon";</script><style>p { color: red }</style><select><option>Brest</option></select>
				<p hidden>Secret</p><p style="display: none">Also secret</p><img src="a.png"><pre><code>tide(1)</code></pre>`)
		);
		expect(document.text).not.toMatch(/var a|color|Brest|ecret|tide\(1\)/);
		expect(document.leftOut?.map(({ what }) => what)).toEqual(['1 picture', '1 listing', '2 hidden parts']);
	});

	it.each([
		['<title>How tides work | Sea Almanac</title>', '<h1>How tides work</h1>', 'How tides work'],
		['<title>How tides work | Sea Almanac</title>', '', 'How tides work'],
		['<title>Sea Almanac</title><meta property="og:title" content="All of the tides">', '', 'All of the tides'],
		['<title>Sea Almanac</title>', '<h1>Tides of the north</h1>', 'Tides of the north']
	])('finds its title: %s %s', async (head, heading, title) => {
		expect((await read(page(`${heading}${P.join('')}`, head))).document.title).toBe(title);
	});

	it('reads data in rows, and tables that only lay out the page as text', async () => {
		const data = '<table><tr><th>Harbour</th><th>Range</th></tr><tr><td>Brest</td><td>6 m</td></tr></table>';
		const { blocks } = await read(
			page(`<table><tr><td><p>${P[0] ?? ''}</p><p>${P[1] ?? ''}</p></td><td>Side</td></tr></table>${data}`)
		);
		expect(blocks.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual([
			'Harbour | Range',
			'Brest | 6 m'
		]);
		expect(blocks.filter(({ kind }) => kind === 'paragraph').length).toBeGreaterThanOrEqual(2);
	});

	it('survives tags without end and nesting without bound', async () => {
		const { document } = await read(`${'<div>'.repeat(5000)}${P[0] ?? ''}<p>Unclosed <b>bold <i>text of the sea`);
		expect(document.text).toContain('Unclosed bold text of the sea');
	});
});
