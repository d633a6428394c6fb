import { AppError } from '../../domain/app-error';
import { canonicalDocument, type CanonicalDocument } from '../canonical';
import { decode } from './decode';
import { endingOf, formatOf, type Format } from './formats';
import { checkCancelled, checkLength, checkSize, type Extracted, type ReadOptions } from './limits';
import { readMarkdown } from './markdown';
import { readPlainText } from './plain-text';
import { compoundFile, encrypted, refusal, signatureOf } from './signature';

/**
 * A file as its canonical text. What is in the file decides how it is read; its name only where the bytes leave it open.
 * Ask `checkSize` before the file is read into memory.
 * @throws AppError `empty`, `too-large`, `wrong-format`, `encrypted`, `no-text`, `unreadable` or `cancelled`; the message
 * names the file and what to do
 */
export async function readInput(
	name: string,
	bytes: Uint8Array,
	options: ReadOptions = {}
): Promise<CanonicalDocument> {
	checkSize(name, bytes.length);
	checkCancelled(options.signal);
	options.onprogress?.(0);
	const signature = signatureOf(name, bytes);
	if (signature === 'pdf') {
		const { readPdf } = await import('./pdf/read-pdf');
		return finished(name, 'pdf', await readPdf(name, bytes, options), options);
	}
	if (signature === 'zip') {
		const { readDocx } = await import('./docx/read-docx');
		return finished(name, 'docx', await readDocx(name, bytes, options), options);
	}
	if (signature === 'ole') {
		const found = compoundFile(bytes);
		throw found === 'encrypted' ? encrypted(name) : refusal(name, found);
	}
	if (signature !== 'text') throw refusal(name, signature);
	const text = decode(bytes);
	if (text === null) throw noText(name);
	return readText(name, text, textFormat(name, text), options);
}

/**
 * Text that was pasted, as HTML where the clipboard has it.
 * @param name for messages
 * @throws AppError as `readInput`
 */
export async function readText(
	name: string,
	text: string,
	format: 'text' | 'markdown' | 'html',
	options: ReadOptions = {}
): Promise<CanonicalDocument> {
	checkCancelled(options.signal);
	if (format !== 'html') {
		checkLength(name, text.length);
		const read = format === 'markdown' ? readMarkdown(text) : { blocks: readPlainText(text) };
		return finished(name, format, read, options);
	}
	checkLength(name, text.length / 10);
	const { readHtml } = await import('./html/read-html');
	return finished(
		name,
		format,
		asPage(name, () => readHtml(text, options)),
		options
	);
}

/** Text says itself whether it is a page; whether it is Markdown only its name can say. */
function textFormat(name: string, text: string): 'text' | 'markdown' | 'html' {
	const start = text.slice(0, 4096).replace(/^\s*(?:<\?xml[^>]*>|<!--[^]*?-->|\s)*/, '');
	if (/^<(?:!doctype html|html|head|body)[\s>]/i.test(start)) return 'html';
	const promised = formatOf(name);
	if (promised === 'html')
		return /<\/?(?:p|div|h[1-6]|br|li|td|span|article|section|a)\b[^>]*>/i.test(text) ? 'html' : 'text';
	return promised === 'markdown' || ['mdx', 'mkd', 'rmd', 'qmd'].includes(endingOf(name)) ? 'markdown' : 'text';
}

/** The parser was written for pages as people make them, not for what a fault makes of them. */
function asPage(name: string, read: () => Extracted): Extracted {
	try {
		return read();
	} catch (cause) {
		if (cause instanceof AppError) throw cause;
		throw new AppError('unreadable', `${name} cannot be read as a web page. Copy its text into the Studio instead.`, {
			cause
		});
	}
}

function finished(name: string, format: Format, read: Extracted, options: ReadOptions): CanonicalDocument {
	checkCancelled(options.signal);
	const { blocks, title, pages, leftOut = [] } = read;
	const document = canonicalDocument(blocks, {
		format,
		leftOut,
		...(title === undefined ? {} : { title }),
		...(pages === undefined ? {} : { pages })
	});
	if (!/\p{L}{2}/u.test(document.text)) throw noText(name);
	checkLength(name, document.text.length);
	options.onprogress?.(1);
	return document;
}

const noText = (name: string): AppError =>
	new AppError('unreadable', `There is no text in ${name}. Give a text, Markdown, HTML, PDF or Word (.docx) file.`);
