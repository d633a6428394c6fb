/** A stretch of a cloze text: plain, or a deletion. Offsets are UTF-16, into the note's text. */
export type ClozeSegment =
	| { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
	| {
			readonly kind: 'deletion';
			/** As written: `c1` is 1. The card's ordinal is one less. */
			readonly number: number;
			readonly text: string;
			readonly hint: string | null;
			readonly start: number;
			readonly end: number;
	  };

export interface ClozeProblem {
	readonly offset: number;
	readonly message: string;
}

export interface ParsedCloze {
	readonly segments: readonly ClozeSegment[];
	/** The numbers that occur, ascending. */
	readonly numbers: readonly number[];
	readonly problems: readonly ClozeProblem[];
}

const OPENING = /\{\{c(\d+)::/y;

/** Reads `{{c1::hidden::hint}}`. Deletions do not nest. What cannot be read stays text and is told as a problem. */
export function parseCloze(source: string): ParsedCloze {
	const segments: ClozeSegment[] = [];
	const problems: ClozeProblem[] = [];
	let textFrom = 0;
	const flush = (end: number): void => {
		if (end > textFrom) segments.push({ kind: 'text', text: source.slice(textFrom, end), start: textFrom, end });
	};
	let at = source.indexOf('{{');
	while (at !== -1) {
		const read = readDeletion(source, at);
		if ('message' in read) {
			problems.push(read);
			at = source.indexOf('{{', at + 2);
			continue;
		}
		flush(at);
		segments.push(read);
		textFrom = read.end;
		at = source.indexOf('{{', read.end);
	}
	flush(source.length);
	const numbers = [...new Set(segments.flatMap((segment) => (segment.kind === 'deletion' ? [segment.number] : [])))];
	return { segments, numbers: numbers.sort((a, b) => a - b), problems };
}

function readDeletion(source: string, start: number): Extract<ClozeSegment, { kind: 'deletion' }> | ClozeProblem {
	OPENING.lastIndex = start;
	const opening = OPENING.exec(source);
	if (!opening) return { offset: start, message: 'A deletion begins with a number: {{c1::…}}.' };
	const number = Number(opening[1]);
	if (number < 1) return { offset: start, message: 'Deletions are numbered from c1.' };
	const from = OPENING.lastIndex;
	const close = source.indexOf('}}', from);
	if (close === -1) return { offset: start, message: 'This deletion has no end: add }}.' };
	const inner = source.slice(from, close);
	const nested = inner.indexOf('{{');
	if (nested !== -1) {
		return { offset: from + nested, message: 'A deletion cannot hold another: end the first one with }} before it.' };
	}
	const [text = '', hint = ''] = splitOnce(inner, '::');
	if (text.trim() === '') return { offset: start, message: 'This deletion hides nothing: put the words after the ::.' };
	return { kind: 'deletion', number, text, hint: hint.trim() || null, start, end: close + 2 };
}

function splitOnce(text: string, separator: string): string[] {
	const at = text.indexOf(separator);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The text as it reads with every deletion filled in, for search and for lists. */
export function clozeText(source: string): string {
	return parseCloze(source)
		.segments.map((segment) => segment.text)
		.join('');
}
