import type { Source } from '../domain/note';
import type { SourceDocument } from '../domain/pack';
import type { Span } from '../domain/text/sentences';
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

/** Every place where these words stand, whatever white space parts them. Places may overlap. */
export function findWords(text: string, words: string): Span[] {
	const pattern = oneLine(words)
		.split(' ')
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('\\s+');
	if (pattern === '') return [];
	return [...text.matchAll(new RegExp(`(?=(${pattern}))`, 'g'))].map((match) => ({
		start: match.index,
		end: match.index + (match[1] ?? '').length
	}));
}

/**
 * Finds the one place of a quote in a document, or reports at the quote what to do.
 * @param nth which of several places, from 1; such a quote may also begin within a word or run over a paragraph's end
 */
export function locateQuote(
	document: SourceDocument,
	written: string,
	nth: number | undefined,
	place: Place,
	note: string,
	report: Report
): Source | null {
	const quote = oneLine(written);
	const { text } = document;
	if (nth !== undefined) {
		const places = findWords(text, quote);
		const chosen = places[nth - 1];
		if (chosen !== undefined) return { document: document.id, quote: text.slice(chosen.start, chosen.end), ...chosen };
		const times = places.length === 1 ? 'once' : `${places.length} times`;
		const message = `This stands ${times} in “${document.id}”, so there is no place ${nth}. Set “nth” anew, or remove it.`;
		report.error(place, 'quote', places.length === 0 ? notFound(document, quote) : message, note);
		return null;
	}
	const found = findQuote(text, quote);
	const [start] = found;
	if (start === undefined) {
		report.error(place, 'quote', notFound(document, quote), note);
		return null;
	}
	if (found.length > 1) {
		const message = `This stands ${found.length} times in “${document.id}”. Quote more, up to the whole sentence, so that it stands there once, or say which with “nth: 1”.`;
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

/** Whether a quote that begins or ends here would cut a word in two. */
export const isInsideWord = (text: string, offset: number): boolean =>
	offset > 0 && offset < text.length && WORD.test(text.charAt(offset - 1)) && WORD.test(text.charAt(offset));
