import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, checkSize } from '../../../src/lib/generation/input/limits';
import { readInput, readText } from '../../../src/lib/generation/input/read-input';
import { docxOf } from '../../fixtures/documents/docx';
import { column, pdfOf } from '../../fixtures/documents/pdf';

const PROSE = 'The Moon pulls more strongly on the side of the Earth that faces it. This raises the tide.';
const PAGE = `<!DOCTYPE html><html><head><title>Tides</title></head><body><p>${PROSE}</p></body></html>`;
const pdf = pdfOf([column(PROSE, 72, 100, 60)]);
const docx = docxOf([{ text: PROSE }]);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
	Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));

describe('the format', () => {
	it.each([
		['tides.txt', strToU8(PROSE), 'text'],
		['tides', strToU8(PROSE), 'text'],
		['tides.md', strToU8(`# Tides\n\n${PROSE}`), 'markdown'],
		['tides.html', strToU8(PAGE), 'html'],
		['tides.pdf', pdf, 'pdf'],
		['tides.docx', docx, 'docx'],
		// Mislabelled.
		['tides.pdf', strToU8(PAGE), 'html'],
		['tides.txt', pdf, 'pdf'],
		['tides.pdf', docx, 'docx'],
		['tides.docx', strToU8(PROSE), 'text'],
		['tides.doc', strToU8(`\n<html><body><p>${PROSE}</p></body></html>`), 'html'],
		['tides.html', strToU8(PROSE), 'text'],
		['tides.txt', strToU8(`${PROSE} A file that begins with %PDF-1.4 is a PDF.`), 'text']
	])('of %s (%#) is told by what is in it', async (name, bytes, format) => {
		const document = await readInput(name, bytes);
		expect(document.format).toBe(format);
		expect(document.text).toContain('The Moon pulls more strongly');
	});

	it('of pasted text is what the clipboard says', async () => {
		const { text } = await readText('What you pasted', `<b>Note</b><p>${PROSE}</p><script>alert(1)</script>`, 'html');
		expect(text).toContain(PROSE);
		expect(text).not.toContain('alert');
	});
});

describe('text in other encodings', () => {
	it.each([
		[
			'UTF-8 with a mark',
			Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8('Ångström’s unit – 10 nm')),
			'Ångström’s unit – 10 nm'
		],
		['UTF-16 with a mark', Uint8Array.of(0xff, 0xfe, ...utf16('Ångström’s unit')), 'Ångström’s unit'],
		['UTF-16 without one', utf16('Angstrom and his unit of length'), 'Angstrom and his unit of length'],
		['Windows-1252', latin1('The caf\xe9\x92s \x93menu\x94 \x96 \x80 5'), 'The café’s “menu” – € 5'],
		['a declared one', latin1('<html><meta charset="windows-1251"><p>\xcc\xee\xf1\xea\xe2\xe0</p></html>'), 'Москва']
	])('%s is read', async (_, bytes, text) => {
		expect((await readInput('a.txt', bytes)).text).toBe(text);
	});

	it('is composed, freed of ligatures, unseen characters and halves of pairs', async () => {
		const written = 'The e\u0301ffect of the ﬁrst ﬂow is zero\u200bwidth and in\u00advisible. \ud83d';
		const { text } = await readText('a', written, 'text');
		expect(text).toBe('The éffect of the first flow is zerowidth and invisible.');
	});

	it('keeps the joiners that shape emoji and other scripts, and no others', async () => {
		const written = 'A fam\u200dily 👩\u200d👧 and क्\u200dष and می\u200cخواهم stay whole.';
		const { text } = await readText('a', written, 'text');
		expect(text).toBe('A family 👩\u200d👧 and क्\u200dष and می\u200cخواهم stay whole.');
	});
});

const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256 || 1);

describe('a file that cannot be read', () => {
	it.each([
		['empty.txt', new Uint8Array(), 'empty', /is empty/],
		['blank.txt', strToU8(' \n\n '), 'unreadable', /no text/],
		['photo.pdf', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'wrong-format', /a picture.*OCR/],
		['photo.txt', latin1('\x89PNG\r\n\x1a\n'), 'wrong-format', /a picture/],
		[
			'old.docx',
			Uint8Array.of(...OLE, ...new Uint8Array(500), ...utf16('WordDocument')),
			'wrong-format',
			/old Word.*\.docx/
		],
		[
			'locked.docx',
			Uint8Array.of(...OLE, ...new Uint8Array(500), ...utf16('EncryptedPackage')),
			'encrypted',
			/password/
		],
		['notes.txt', strToU8('{\\rtf1 Hello}'), 'wrong-format', /Rich Text.*\.docx/],
		['slides.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'wrong-format', /presentation.*PDF/],
		['book.epub', zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }] }), 'wrong-format', /EPUB/],
		[
			'text.odt',
			zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
			'wrong-format',
			/ODT.*\.docx/
		],
		['all.zip', zipSync({ 'a.txt': strToU8(PROSE) }), 'wrong-format', /archive.*Unpack/],
		['table.csv', strToU8('a,b\n1,2\n'), 'wrong-format', /CSV/],
		['noise.txt', noise, 'unreadable', /no text/],
		['noise.pdf', Uint8Array.of(...latin1('%PDF-1.7\n'), ...noise), 'unreadable', /damaged/],
		['noise.docx', Uint8Array.of(...latin1('PK\x03\x04'), ...noise), 'unreadable', /damaged/]
	])('%s is refused by name, with what to do', async (name, bytes, code, words) => {
		const failed = readInput(name, bytes);
		await expect(failed).rejects.toMatchObject({ name: 'AppError', code, message: expect.stringMatching(words) });
		await expect(failed).rejects.toMatchObject({ message: expect.stringContaining(name) });
	});

	it('because of its size is refused before it is read', () => {
		expect(() => checkSize('atlas.pdf', 100_000_000)).toThrowError(/atlas\.pdf has 100 MB; at most 50 MB/);
		expect(() => checkSize('chapter.pdf', MAX_BYTES)).not.toThrow();
	});

	it('because its text is too long is refused', async () => {
		await expect(readText('novel.txt', PROSE.repeat(30_000), 'text')).rejects.toMatchObject({ code: 'too-large' });
	});
});
