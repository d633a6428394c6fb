import { AppError } from '../../domain/app-error';
import { canonicalDocument, type CanonicalDocument } from '../canonical';
import { formatOf, type Format } from './formats';
import { readMarkdown } from './markdown';
import { readPlainText } from './plain-text';

/**
 * A file as its canonical text.
 * @param name decides the format by its ending
 * @throws AppError `unreadable` if the format is not known or nothing in the file can be read
 */
export async function readInput(name: string, bytes: Uint8Array): Promise<CanonicalDocument> {
	const format = formatOf(name);
	if (format === null)
		throw new AppError('unreadable', `${name} is of no kind that can be read. Give a text or Markdown file.`);
	const document = canonicalDocument(await blocksOf(format, name, bytes));
	if (!/\p{L}{2}/u.test(document.text)) throw new AppError('unreadable', `There is no text in ${name}.`);
	return document;
}

async function blocksOf(format: Format, name: string, bytes: Uint8Array) {
	return format === 'markdown' ? readMarkdown(decoded(name, bytes)) : readPlainText(decoded(name, bytes));
}

/** Text in UTF-8, or in UTF-16 with a byte order mark; Windows-1252 where it is no valid UTF-8. */
function decoded(name: string, bytes: Uint8Array): string {
	if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
		return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
	}
	if (bytes.subarray(0, 4096).includes(0))
		throw new AppError('unreadable', `${name} is no text file, whatever its name says.`);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
