import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { generate } from '../../../src/lib/generation/generate';
import { judgeBlocks } from '../../../src/lib/generation/content/blocks';
import { statementsOf } from '../../../src/lib/generation/content/statements';
import { readMarkdown } from '../../../src/lib/generation/input/markdown';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';

const PROSE = [
	'The kidney filters about 180 litres of plasma a day, and it returns nearly all of the water to the blood.',
	'Most of the filtered glucose is taken back in the proximal tubule by a transporter that carries sodium as well.',
	'The loop of Henle builds up a gradient of salt in the medulla, on which the kidney depends for its concentrated urine.',
	'Antidiuretic hormone makes the collecting duct permeable to water, so that little urine is left in dry weather.'
];

const judged = (...lines: string[]) => {
	const document = canonicalDocument(readPlainText(lines.join('\n\n')));
	const blocks = judgeBlocks(document);
	const reason = (words: string) => {
		const block = blocks.find(({ start, end }) => document.text.slice(start, end).includes(words));
		return block === undefined ? 'absent' : (block.drop?.rule ?? 'kept');
	};
	return { document, blocks, reason };
};

describe('what is content', () => {
	const page = judged(
		'Loading…',
		'+44-1632-960983',
		'desk@kidney.example',
		'Home',
		'Topics',
		'Shop',
		'About us',
		'HomeOrgansKidneyHow the kidney works',
		'Monday, March 3, 2025',
		'How the kidney works',
		PROSE[0] ?? '',
		'Get Our Kidney Handbook Today For Only $49 (Regular Price: $99). Offer Ends Soon.',
		'Advertisment',
		PROSE[1] ?? '',
		'See also: The Quiet Joys of Gardening',
		PROSE[2] ?? '',
		'A nephron in cross-section. (Image credit: Ann Other via Shutterstock)',
		'Did you like this page? Subscribe to our newsletter for more.',
		'Read Also',
		'- Ten Ways to Love WinterWinter is coming, and with it long evenings. Some people say… Read more: Ten Ways to Love Winter',
		PROSE[3] ?? '',
		'The kidney filters about 180 litres of plasma a day'
	);

	it.each(PROSE)('keeps: %s', (sentence) => {
		expect(page.reason(sentence)).toBe('kept');
	});

	it.each([
		['+44', 'no-words'],
		['desk@', 'contact'],
		['Topics', 'menu'],
		['HomeOrgansKidney', 'breadcrumb'],
		['Monday', 'date'],
		['$49', 'offer'],
		['Advertisment', 'advertisement'],
		['See also', 'see-also'],
		['Image credit', 'credit'],
		['Subscribe', 'to-the-reader'],
		['Ten Ways', 'teaser'],
		['Loading', 'control']
	])('drops %s as %s', (words, rule) => {
		expect(page.reason(words)).toBe(rule);
	});

	it('drops a passage that repeats part of another', () => {
		const last = page.blocks[page.blocks.length - 1];
		expect(last?.drop?.rule).toBe('repeats');
	});

	it('drops a title that cuts a sentence in two, and makes nothing of the second half', () => {
		const { document, blocks, reason } = judged(
			'Kidneys',
			`${PROSE[0] ?? ''} In the loop of Henle the thick limb pumps out salt by a transporter that drugs can block`,
			'A Review of Transporters: Structure and Function in Man and Mouse',
			'so that more of it is lost in the urine. The effect is strong.',
			PROSE[1] ?? ''
		);
		expect(reason('A Review of Transporters')).toBe('embedded-title');
		const rest = statementsOf(document, blocks).find(({ start }) => document.text.startsWith('so that more', start));
		expect(rest?.passedOver).toMatch(/cut in two/);
	});

	it('drops a box of several lines in the middle of a sentence, and neither half', () => {
		const { reason } = judged(
			'Kidneys',
			...PROSE,
			'An outbreak of kidney failure in the valley in 2014 was ended by',
			'Sign up to our Organ newsletter',
			'The stories that matter, every Thursday',
			'early treatment and clean water for all of the villages. It had no victims.',
			...PROSE.slice(0, 1)
		);
		expect(['An outbreak', 'early treatment'].map(reason)).toEqual(['kept', 'kept']);
		expect(['Sign up', 'The stories'].map(reason)).toEqual(['control', 'embedded-title']);
	});

	it('keeps the headings of chapters that bear the name of a part of pages', () => {
		const { reason } = judged(
			'Kidneys',
			PROSE[0] ?? '',
			'Sources',
			PROSE[1] ?? '',
			'Search',
			PROSE[2] ?? '',
			'Related',
			PROSE[3] ?? ''
		);
		expect(['Sources', 'Search', 'Related', ...PROSE].map(reason)).toEqual(Array(7).fill('kept'));
	});

	it('is not held up by a text made to hold it up', () => {
		for (const odd of [
			'.'.repeat(20_000) + 'a',
			'(see '.repeat(5000),
			'A'.repeat(50_000),
			'a@'.repeat(20_000),
			'you '.repeat(20_000),
			`(${'Aa b is c. '.repeat(20_000)})`
		]) {
			const begun = performance.now();
			const { document, blocks } = judged('Kidneys', odd, PROSE[0] ?? '');
			statementsOf(document, blocks);
			expect(performance.now() - begun, odd.slice(0, 10)).toBeLessThan(5000);
		}
	});

	it('keeps a list and what introduces it', () => {
		const { reason } = judged(
			'Kidneys',
			'The causes of kidney failure include',
			'- diabetes',
			'- high blood pressure',
			'- stones',
			PROSE[0] ?? ''
		);
		expect([reason('The causes'), reason('diabetes'), reason('stones')]).toEqual(['kept', 'kept', 'kept']);
	});
});

describe('canonical text', () => {
	it('joins hard-wrapped lines and mends words broken at the line end', () => {
		const wrapped =
			'The kidney filters about one hundred and eighty litres of plasma in a\nday, and it returns nearly all of the water to the blood by means of reab-\nsorption in its tubules, which are among the longest of the body and are\nlined by one layer of cells that differ from one stretch to the next one.\n';
		const { text } = canonicalDocument(readPlainText(wrapped));
		expect(text).toContain('reabsorption in its tubules');
		expect(text).not.toContain('\n');
	});

	it('joins lines wrapped at a wide column, and not paragraphs of one line each', () => {
		const lines = [
			'The kidney filters about one hundred and eighty litres of plasma in a day, and it returns nearly all of the water to the',
			'blood by means of reabsorption in its tubules, which are among the longest of the body and are lined by a single layer of',
			'cells that differ from one stretch of the tubule to the next one, and which are surrounded by capillaries that take up all',
			'of what they let through.'
		];
		expect(canonicalDocument(readPlainText(lines.join('\n'))).blocks).toHaveLength(1);
		const paragraphs = lines.map((line) => `T${line.slice(1)}.`);
		expect(canonicalDocument(readPlainText(paragraphs.join('\n'))).blocks).toHaveLength(4);
	});

	it('takes a long word of two others for one word', () => {
		const text =
			'Foals develop slowly. Mental strain slows them. Strangles causes developmental delays in many of the foals.';
		const { text: whole, blocks } = canonicalDocument(readPlainText(text));
		expect(
			generate('doc', { text: whole, blocks }).statements.filter(
				({ passedOver }) => passedOver === 'words run together'
			)
		).toEqual([]);
	});

	it('finds the lines of a list that white space alone still tells apart', () => {
		const { text, blocks } = canonicalDocument(
			readPlainText('Hooves are of two kinds:         -  Cloven hooves.    -  Solid hooves.       Both are horn.\n')
		);
		expect(blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
			'paragraph: Hooves are of two kinds:',
			'item: Cloven hooves.',
			'item: Solid hooves.',
			'paragraph: Both are horn.'
		]);
	});

	it('reads Markdown without its marks', () => {
		const { text, blocks } = canonicalDocument(
			readMarkdown(
				'---\ntitle: x\n---\n# The *kidney*\n\nIt [filters](https://a.example) **plasma**.\n\n- one\n- two `code`\n\n```\nnot this\n```\n'
			).blocks
		);
		expect(text).toBe('The kidney\n\nIt filters plasma.\n\none\n\ntwo code');
		expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'item', 'item']);
	});
});

it('keeps passages of scripts without spaces between words', () => {
	const chinese = judged(
		'心脏将血液泵送到全身。肾脏过滤血液并去除尿素。',
		'肺吸收氧气，肝脏储存糖原。',
		'肝脏',
		PROSE[0] ?? ''
	);
	expect(chinese.reason('心脏')).toBe('kept');
	expect(chinese.reason('肺吸收')).toBe('kept');
	expect(chinese.blocks.map(({ drop }) => drop === null)).toEqual([true, true, false, true]);
});
