import type { Source } from '../domain/note';
import type { Span } from '../domain/text/sentences';
import type { Alignment, NewPlace, TextSentence } from './alignment';
import { wordDiff, type DiffPart } from './word-diff';

/** A stretch of the newer text; `quote` is exactly `text.slice(start, end)`. */
export interface Quoted extends Span {
	readonly quote: string;
}

/** What became of one quote. */
export type QuotePlace =
	| {
			readonly is: 'same';
			readonly source: Source;
			readonly proposed: Quoted;
			/** The sentences it stands in, in the newer text. */
			readonly sentence: Span;
	  }
	| {
			readonly is: 'reworded';
			readonly source: Source;
			readonly proposed: Quoted;
			readonly sentence: Span;
			/** The sentences it stood in and those that say it now. */
			readonly before: string;
			readonly after: string;
			readonly diff: readonly DiffPart[];
	  }
	| { readonly is: 'gone'; readonly source: Source; readonly sentence: null; readonly before: string };

/** Share of a sentence from which on a quote counts as the whole of it. */
const MOST_OF_IT = 0.6;

/** Where a quote stands in the newer text. A quote whose sentence has changed around it counts as reworded. */
export function placeOf(source: Source, older: string, newer: string, { before, places }: Alignment): QuotePlace {
	const touched: { sentence: TextSentence; place: NewPlace | null }[] = [];
	for (let i = firstEndingAfter(before, source.start); i < before.length; i++) {
		const sentence = before[i];
		if (sentence === undefined || sentence.start >= source.end) break;
		touched.push({ sentence, place: places[i] ?? null });
	}
	const [first, last] = [touched[0]?.sentence, touched.at(-1)?.sentence];
	const old = first === undefined || last === undefined ? source.quote : older.slice(first.start, last.end);
	const found = touched.flatMap(({ sentence, place }) => (place === null ? [] : [{ sentence, place }]));
	const [main] = [...found].sort((a, b) => overlap(source, b.sentence) - overlap(source, a.sentence));
	if (main === undefined) return { is: 'gone', source, sentence: null, before: old };
	const whole = together(
		found.map(({ place }) => place),
		2 * old.length + 80
	);
	const [head] = found;
	if (
		whole !== null &&
		head !== undefined &&
		found.length === touched.length &&
		found.every(({ place }) => place.same)
	) {
		const start = head.place.start + source.start - head.sentence.start;
		const end = start + source.end - source.start;
		if (newer.slice(start, end) === source.quote) {
			return { is: 'same', source, proposed: { start, end, quote: source.quote }, sentence: whole };
		}
	}
	const sentence = whole ?? { start: main.place.start, end: main.place.end };
	const after = newer.slice(sentence.start, sentence.end);
	const proposed = proposedQuote(source, old, newer, sentence);
	return { is: 'reworded', source, proposed, sentence, before: old, after, diff: wordDiff(old, after) };
}

/** Index of the first of spans in order that ends after an offset. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
	let [low, high] = [0, spans.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spans[middle]?.end ?? 0) > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** One stretch over places that follow one another in their old order, unless it would take in far too much. */
function together(places: readonly NewPlace[], most: number): Span | null {
	const [first, last] = [places[0], places.at(-1)];
	if (first === undefined || last === undefined) return null;
	const inOrder = places.every((place, i) => i === 0 || place.start >= (places[i - 1]?.start ?? 0));
	const end = Math.max(...places.map((place) => place.end));
	return inOrder && end - first.start <= most ? { start: first.start, end } : null;
}

/** The same words where they stand in the sentence that says it now; else, and for most of a sentence, the whole of it. */
function proposedQuote({ quote }: Source, old: string, newer: string, { start, end }: Span): Quoted {
	const now = newer.slice(start, end);
	const at = now.indexOf(quote);
	const isOnce = at !== -1 && now.indexOf(quote, at + 1) === -1;
	const isWord = (offset: number): boolean => /[\p{L}\p{N}]/u.test(newer.charAt(offset));
	const from = start + at;
	const isWhole =
		!(isWord(from - 1) && isWord(from)) && !(isWord(from + quote.length - 1) && isWord(from + quote.length));
	if (isOnce && isWhole && quote.length < MOST_OF_IT * old.length) {
		return { start: from, end: from + quote.length, quote };
	}
	return { start, end, quote: now };
}
