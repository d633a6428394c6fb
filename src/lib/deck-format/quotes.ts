import type { Source } from '../domain/note';
import type { SourceDocument } from '../domain/pack';
import { nearestText } from './nearest';
import type { Place, Report } from './problem';

/** Line ends and runs of spaces as single spaces: a quote may be folded as its author likes. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every offset at which the quote stands. */
export function findQuote(text: string, quote: string): number[] {
	const found: number[] = [];
	for (let at = text.indexOf(quote); at !== -1 && quote !== ''; at = text.indexOf(quote, at + 1)) found.push(at);
	return found;
}

/** Finds the one place of a quote in a document, or reports at the quote what to do. */
export function locateQuote(
	document: SourceDocument,
	written: string,
	place: Place,
	note: string,
	report: Report
): Source | null {
	const quote = oneLine(written);
	const { text } = document;
	const found = findQuote(text, quote);
	const [start] = found;
	if (start === undefined) {
		report.error(place, 'quote', notFound(document, quote), note);
		return null;
	}
	if (found.length > 1) {
		const message = `This stands ${found.length} times in “${document.id}”. Quote more, up to the whole sentence, so that it stands there once.`;
		report.error(place, 'quote', message, note);
		return null;
	}
	const end = start + quote.length;
	if (isInsideWord(text, start) || isInsideWord(text, end)) {
		report.error(place, 'quote', 'The quote begins or ends inside a word. Quote whole words.', note);
		return null;
	}
	return { document: document.id, quote, start, end };
}

function notFound(document: SourceDocument, quote: string): string {
	const { text, statements, id } = document;
	if (oneLine(text).includes(quote)) {
		return `The quote runs over the end of a paragraph of “${id}”. Quote from one paragraph; for two, list two sources.`;
	}
	const insensitive = text.toLowerCase().indexOf(quote.toLowerCase());
	if (insensitive !== -1) {
		const right = text.slice(insensitive, insensitive + quote.length);
		return `The quote differs from “${id}” in capitals. There it reads: “${right}”`;
	}
	const nearest = nearestText(
		quote,
		statements.map((each) => text.slice(each.start, each.end))
	);
	const hint =
		nearest === null
			? 'Nothing there is like it: is the document the right one?'
			: `The closest sentence is: “${nearest}”`;
	return `The quote is not in “${id}”. ${hint}`;
}

const WORD = /[\p{L}\p{N}]/u;

const isInsideWord = (text: string, offset: number): boolean =>
	offset > 0 && offset < text.length && WORD.test(text.charAt(offset - 1)) && WORD.test(text.charAt(offset));
