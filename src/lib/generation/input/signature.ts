import { AppError } from '../../domain/app-error';
import { endingOf } from './formats';

/** What the first bytes of a file show it to be. */
export type Signature = 'pdf' | 'zip' | 'ole' | 'text' | Foreign;

/** What cannot be read, with what to do instead. */
export interface Foreign {
	readonly is: string;
	readonly advice: string;
}

const AS_DOCX = 'Open it in a word processor, save it as .docx, and give that file.';
const AS_PDF = 'Save or print it as a PDF, and give that file.';
const AS_TEXT = 'Copy the text you need into the Studio, or save it as a text file.';
const PICTURE: Foreign = {
	is: 'a picture',
	advice: 'Run it through text recognition (OCR) that makes a PDF or text file, and give that.'
};
const SOUND: Foreign = { is: 'a sound or video file', advice: 'Give a transcript of it as text.' };
const ARCHIVE: Foreign = { is: 'an archive', advice: 'Unpack it, and give the documents in it one by one.' };
const PROGRAM: Foreign = { is: 'a program', advice: 'Choose a document.' };
const DATABASE: Foreign = { is: 'a database', advice: 'Choose a document.' };

/** Magic bytes as Latin-1 text, where in the file they stand, and what they mean. */
const MAGIC: readonly (readonly [at: number, bytes: string, is: Signature])[] = [
	[0, 'PK\x03\x04', 'zip'],
	[0, 'PK\x05\x06', 'zip'],
	[0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
	[0, '{\\rtf', { is: 'a Rich Text document (RTF)', advice: AS_DOCX }],
	[0, '\x89PNG\r\n', PICTURE],
	[0, '\xff\xd8\xff', PICTURE],
	[0, 'GIF87a', PICTURE],
	[0, 'GIF89a', PICTURE],
	[0, 'II*\0', PICTURE],
	[0, 'MM\0*', PICTURE],
	[0, '\0\0\x01\0', PICTURE],
	[8, 'WEBP', PICTURE],
	[4, 'ftyphei', PICTURE],
	[4, 'ftypmif', PICTURE],
	[4, 'ftypavif', PICTURE],
	[0, '8BPS', PICTURE],
	[4, 'ftyp', SOUND],
	[8, 'WAVE', SOUND],
	[8, 'AVI ', SOUND],
	[0, 'ID3', SOUND],
	[0, 'OggS', SOUND],
	[0, 'fLaC', SOUND],
	[0, '\x1aE\xdf\xa3', SOUND],
	[0, '\x1f\x8b', ARCHIVE],
	[0, "7z\xbc\xaf'\x1c", ARCHIVE],
	[0, 'Rar!\x1a', ARCHIVE],
	[0, '(\xb5/\xfd', ARCHIVE],
	[0, 'BZh', ARCHIVE],
	[0, '\xfd7zXZ', ARCHIVE],
	[257, 'ustar', ARCHIVE],
	[0, '\x7fELF', PROGRAM],
	[0, 'MZ\x90', PROGRAM],
	[0, '\0asm', PROGRAM],
	[0, '\xca\xfe\xba\xbe', PROGRAM],
	[0, 'SQLite format 3', DATABASE],
	[0, '%!PS', { is: 'a PostScript file', advice: 'Convert it to PDF, and give that file.' }],
	[0, 'AT&TFORM', { is: 'a DjVu file', advice: 'Convert it to PDF with a text layer, and give that file.' }],
	[0, 'ITSF', { is: 'a compiled help file (CHM)', advice: AS_TEXT }],
	[60, 'BOOKMOBI', { is: 'an e-book for Kindle', advice: 'Convert it to a text or HTML file, and give that.' }],
	[0, 'bplist00', { is: 'a web archive or property list', advice: 'Save the page as HTML, and give that file.' }],
	[0, 'From MHTML', { is: 'a web page archive (MHTML)', advice: 'Save the page as “HTML only”, and give that file.' }]
];

/** Endings of text files that hold no prose; what is wrong with them cannot be told from their bytes. */
const NO_PROSE: Readonly<Record<string, Foreign>> = {
	csv: { is: 'a table (CSV)', advice: 'Write what it says as sentences, and give those.' },
	tsv: { is: 'a table (TSV)', advice: 'Write what it says as sentences, and give those.' },
	json: { is: 'data (JSON), not prose', advice: AS_TEXT },
	xml: { is: 'data (XML), not prose', advice: AS_TEXT },
	svg: PICTURE,
	tex: { is: 'LaTeX source', advice: 'Give the PDF made from it.' },
	eml: { is: 'a stored e-mail', advice: AS_TEXT },
	mht: { is: 'a web page archive (MHTML)', advice: 'Save the page as “HTML only”, and give that file.' },
	mhtml: { is: 'a web page archive (MHTML)', advice: 'Save the page as “HTML only”, and give that file.' },
	rtf: { is: 'said to be Rich Text (RTF), but holds none', advice: AS_DOCX },
	ps: { is: 'a PostScript file', advice: 'Convert it to PDF, and give that file.' }
};

/** How much of a file is looked at. */
const HEAD = 1024;

export function signatureOf(name: string, bytes: Uint8Array): Signature {
	const head = String.fromCharCode(...bytes.subarray(0, HEAD));
	// Junk before the header is allowed within the first kilobyte; in a text that tells of PDF it stands in a sentence.
	if (/^\s*%PDF-\d/.test(head) || /[\r\n]%PDF-\d\.\d\s/.test(head)) return 'pdf';
	for (const [at, magic, is] of MAGIC) if (head.startsWith(magic, at)) return is;
	const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
	if (/^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(start)) return PICTURE;
	if (/^MIME-Version:/im.test(start) && /multipart\/related/i.test(start)) return NO_PROSE.mhtml ?? PICTURE;
	return NO_PROSE[endingOf(name)] ?? 'text';
}

/** What kind of package a zip is, by the names in it; null for a Word document. */
export function foreignPackage(names: ReadonlySet<string>, mimetype: string): Foreign | null {
	const holds = (folder: string): boolean => [...names].some((name) => name.startsWith(folder));
	if (names.has('word/document.xml')) return null;
	if (holds('word/')) return { is: 'a Word document without its main text', advice: AS_DOCX };
	if (holds('ppt/')) return { is: 'a presentation', advice: AS_PDF };
	if (holds('xl/')) return { is: 'a spreadsheet', advice: 'Write what it says as sentences, and give those.' };
	if (mimetype.startsWith('application/epub')) {
		return {
			is: 'an e-book (EPUB)',
			advice: 'Convert it to a text or HTML file, or give its chapters (.xhtml) one by one.'
		};
	}
	if (mimetype.includes('opendocument.text')) return { is: 'an OpenDocument text (ODT)', advice: AS_DOCX };
	if (mimetype.includes('opendocument')) return { is: 'an OpenDocument file', advice: AS_PDF };
	if (names.has('Index/Document.iwa') || holds('Index/')) return { is: 'a document of Apple’s iWork', advice: AS_PDF };
	if (names.has('collection.anki2') || names.has('collection.anki21b')) {
		return { is: 'an Anki deck', advice: 'Choose a document.' };
	}
	return ARCHIVE;
}

/** What kind of old Office file a compound file is; their directories hold names in UTF-16. */
export function compoundFile(bytes: Uint8Array): Foreign | 'encrypted' {
	if (holdsName(bytes, 'EncryptedPackage') || holdsName(bytes, 'EncryptionInfo')) return 'encrypted';
	if (holdsName(bytes, 'WordDocument')) return { is: 'a document of an old Word (.doc)', advice: AS_DOCX };
	if (holdsName(bytes, 'PowerPoint Document')) return { is: 'a presentation of an old PowerPoint', advice: AS_PDF };
	if (holdsName(bytes, 'Workbook')) {
		return { is: 'a spreadsheet', advice: 'Write what it says as sentences, and give those.' };
	}
	return { is: 'a file of an old Office program', advice: AS_DOCX };
}

function holdsName(bytes: Uint8Array, name: string): boolean {
	const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
	const [first = 0] = wanted;
	for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
		if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
	}
	return false;
}

export function refusal(name: string, { is, advice }: Foreign): AppError {
	return new AppError('wrong-format', `${name} is ${is}, which cannot be read. ${advice}`);
}

export function encrypted(name: string): AppError {
	return new AppError(
		'encrypted',
		`${name} is protected by a password. Open it with the password, save a copy without one, and give that.`
	);
}
