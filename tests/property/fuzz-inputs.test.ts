import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/lib/domain/app-error';
import type { CanonicalDocument } from '../../src/lib/generation/canonical';
import { judgeBlocks } from '../../src/lib/generation/content/blocks';
import { readInput, readText } from '../../src/lib/generation/input/read-input';
import { docxOf } from '../fixtures/documents/docx';
import { column, pdfOf } from '../fixtures/documents/pdf';
import { fuzz, withOwnStrays } from '../support/fuzzing';
import { mutated, randomBytes, type Dice } from '../support/mutations';

// Many cases; a busy machine is no fault, and what hangs is ended by the watch in `fuzz`.
vi.setConfig({ testTimeout: 600_000 });

const PROSE =
	'The Moon pulls more strongly on the side of the Earth that faces it. High water comes about every 12 h 25 min. Neap tides follow spring tides by seven days.';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

interface Sort {
	readonly names: readonly string[];
	readonly samples: readonly Uint8Array[];
	/** What stands between the parts of such a file. */
	readonly tokens: readonly string[];
	readonly cases: number;
}

const SORTS: Readonly<Record<string, Sort>> = {
	text: {
		names: ['a.txt', 'a'],
		samples: [
			text(`Tides\n\n${PROSE}\n\n- one\n- two\n\n1. first\n\nHome\nShop\nAbout us\nBlog\n\n${PROSE.slice(0, 60)}…\n`)
		],
		tokens: ['\n\n', '\r', '\t', '- ', '…', '\u00ad\n', '\ufeff', '\ud83d', ' | ', '$49 '],
		cases: 4000
	},
	markdown: {
		names: ['a.md'],
		samples: [
			text(
				`---\ntitle: Tides\n---\n# Tides\n\n${PROSE} [link](b.md) **bold**\n\n> quoted\n\n| a | b |\n|---|---|\n\n\`\`\`\ncode\n\`\`\`\n\n* one\n`
			)
		],
		tokens: ['```', '[', '](', '**', '_', '<!--', '---\n', '|', '#', '\n===\n', '![', '\\'],
		cases: 4000
	},
	html: {
		names: ['a.html', 'a.htm'],
		samples: [
			text(
				`<!DOCTYPE html><html><head><title>Tides</title><meta charset="utf-8"></head><body class="a b"><nav><a href="/">Home</a></nav><article><h1>Tides</h1><p>${PROSE}</p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table><dl><dt>Ebb<dd>The falling.</dl><p>${PROSE}<sup>[1]</sup></p></article></body></html>`
			)
		],
		tokens: [
			'<',
			'</',
			'<!--',
			'<table>',
			'<div><div>',
			'<script>',
			'&#x',
			'<![CDATA[',
			'<br><br>',
			'</p></html>',
			' hidden',
			'<svg>',
			'<template>',
			'<p',
			'\0'
		],
		cases: 2500
	},
	pdf: {
		names: ['a.pdf', 'a.txt'],
		samples: [
			pdfOf([column(PROSE, 72, 100, 50), column(PROSE, 72, 100, 40)], { title: 'Tides' }),
			pdfOf([[...column(PROSE, 72, 100, 30), ...column(PROSE, 324, 100, 30)]]),
			pdfOf([column(PROSE, 72, 100, 50)], { locked: true })
		],
		tokens: [
			' 0 R',
			'endobj',
			'stream',
			'/Length 99999999',
			'<<',
			'[',
			'/Kids [1 0 R]',
			'/Filter /FlateDecode',
			'-1',
			' Tf',
			' Tm',
			'xref',
			'/Type /Pages'
		],
		cases: 2500
	},
	docx: {
		names: ['a.docx'],
		samples: [
			docxOf([{ text: 'Tides', style: 'Title' }, { text: PROSE }, { text: 'one', list: 'bullet' }], { title: 'Tides' }),
			docxOf([{ text: PROSE }])
		],
		tokens: ['PK\x03\x04', 'PK\x01\x02', '\xff\xff\xff\xff', 'word/document.xml'],
		cases: 2500
	}
};

/** What a reader must give: a sound document, or a failure that says whose it is. */
async function answer(name: string, reading: () => Promise<CanonicalDocument>): Promise<boolean> {
	let document;
	try {
		document = await withOwnStrays(() => reading());
	} catch (error) {
		if (!(error instanceof AppError) || !error.message.includes(name)) throw error;
		return false;
	}
	let end = 0;
	for (const block of judgeBlocks(document)) {
		if (block.start < end || block.end <= block.start || block.end > document.text.length) {
			throw new Error(`A block from ${block.start} to ${block.end} overlaps others or leaves the text.`);
		}
		end = block.end;
	}
	return true;
}

describe('any file', () => {
	it.each(Object.entries(SORTS))(
		'made from %s gives a document or says what is wrong',
		async (sort, { names, samples, tokens, cases }) => {
			const read = { yes: 0, no: 0 };
			await fuzz(sort, cases, async (roll) => {
				const name = names[roll(names.length)] ?? '';
				const bytes = mutated(samples[roll(samples.length)] ?? randomBytes(roll), roll, tokens);
				read[(await answer(name, () => readInput(name, bytes))) ? 'yes' : 'no']++;
			});
			// Faults are of both sorts, or nothing would be tried.
			expect(read.yes).toBeGreaterThan(cases / 100);
		}
	);

	it('whose XML inside a Word package is broken gives a document or says what is wrong', async () => {
		const xml =
			'<w:p><w:pPr><w:pStyle w:val="Title"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Tides of the sea</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>';
		const tokens = [
			'<w:p>',
			'</w:p>',
			'<w:r>',
			'<w:tbl>',
			'<w:tc>',
			'&',
			'<!DOCTYPE a>',
			'<w:fldChar/>',
			'<w:footnoteReference w:id="9"/>',
			'w:val="-1"'
		];
		await fuzz('docx-xml', 1000, async (roll) => {
			const runs = new TextDecoder().decode(mutated(text(xml), roll, tokens));
			await answer('a.docx', () => readInput('a.docx', docxOf([{ text: '', runs }, { text: PROSE }])));
		});
	});

	it('of random bytes, whatever it is called and however it begins, gives a document or says what is wrong', async () => {
		const names = ['a.txt', 'a.md', 'a.html', 'a.pdf', 'a.docx', 'a.doc', 'a', 'a.csv'];
		const begins = [
			'',
			'%PDF-1.7\n',
			'PK\x03\x04',
			'<html>',
			'# ',
			'\xef\xbb\xbf',
			'\xff\xfe',
			'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
		];
		await fuzz('random', 1500, async (roll) => {
			const name = names[roll(names.length)] ?? '';
			const begin = Uint8Array.from(begins[roll(begins.length)] ?? '', (letter) => letter.charCodeAt(0));
			await answer(name, () => readInput(name, Uint8Array.of(...begin, ...randomBytes(roll))));
		});
	});

	it('pasted, as any string of UTF-16, gives a document or says what is wrong', async () => {
		const formats = ['text', 'markdown', 'html'] as const;
		const anything = (roll: Dice): string =>
			String.fromCharCode(...Array.from({ length: roll(300) }, () => roll(roll(3) === 0 ? 65_536 : 128)));
		await fuzz('pasted', 2000, async (roll) => {
			await answer('your text', () => readText('your text', anything(roll), formats[roll(3)] ?? 'text'));
		});
	});
});
