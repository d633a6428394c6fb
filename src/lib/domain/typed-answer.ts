import { toPlainText } from './rich-text';

/** One column of the comparison, to be shown as two aligned rows. `given` or `expected` is empty where one lacks it. */
export interface DiffPart {
	/** `missing`: expected but not typed; `extra`: typed but not expected; `wrong`: typed instead. */
	readonly kind: 'same' | 'missing' | 'extra' | 'wrong';
	readonly given: string;
	readonly expected: string;
}

export interface TypedComparison {
	readonly right: boolean;
	readonly diff: readonly DiffPart[];
	/** The accepted answer that the typed one comes closest to, as plain text. */
	readonly against: string;
}

/** A grapheme and what counts of it. */
interface Token {
	readonly text: string;
	readonly key: string;
	/** May be left out or put in without being wrong: a hyphen, a space, punctuation at the edge of a word. */
	readonly free: boolean;
}

const LONGEST = 1_000;

/**
 * Compares what was typed with the answers that count as right. Forgives case, diacritics, punctuation around words,
 * and hyphen, space or neither within them; not figures, signs or letters.
 * @param answer and `accept` are rich text; their marking does not count
 */
export function compareTyped(given: string, answer: string, accept: readonly string[]): TypedComparison {
	const typed = tokensOf(given);
	let best: (TypedComparison & { readonly cost: number }) | null = null;
	for (const candidate of [answer, ...accept]) {
		const against = toPlainText(candidate);
		const expected = tokensOf(against);
		const { cost, diff } = align(typed, expected);
		if (best !== null && cost >= best.cost) continue;
		best = { right: cost < 1 && typed.some((token) => !token.free), diff, against, cost };
	}
	return best ?? { right: false, diff: [], against: '' };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const isGap = (char: string | undefined): boolean => char === undefined || /^\s/.test(char);
const isDash = (char: string | undefined): boolean => char !== undefined && /^[\p{Pd}\u2212\u00ad]$/u.test(char);
const isDigit = (char: string | undefined): boolean => char !== undefined && /^\p{N}/u.test(char);
const isPunctuation = (char: string | undefined): boolean =>
	char !== undefined && /^\p{P}/u.test(char) && !isDash(char) && !/^[%‰@&*/\\]/.test(char);

function tokensOf(text: string): Token[] {
	const graphemes = Array.from(
		segmenter.segment(text.normalize('NFC').trim().slice(0, LONGEST)),
		(part) => part.segment
	);
	return graphemes.map((grapheme, i) => {
		const before = graphemes[i - 1];
		const after = graphemes[i + 1];
		if (isDash(grapheme) && isDigit(after) && isGap(before)) return { text: grapheme, key: '-', free: false };
		if (isDash(grapheme) || isGap(grapheme)) return { text: grapheme, key: ' ', free: !partsFigures(graphemes, i) };
		if (isPunctuation(grapheme)) {
			const edge = [before, after].some((next) => isGap(next) || isPunctuation(next) || isDash(next));
			return { text: grapheme, key: grapheme.normalize('NFKC'), free: edge && !isDigit(after) };
		}
		return { text: grapheme, key: fold(grapheme), free: false };
	});
}

/** Whether a space or hyphen stands between two figures, where it tells 5–10 from 510. Of several in a row the first does. */
function partsFigures(graphemes: readonly string[], i: number): boolean {
	if (!isDigit(graphemes[i - 1])) return false;
	let next = i + 1;
	while (next < graphemes.length && (isGap(graphemes[next]) || isDash(graphemes[next]))) next++;
	return isDigit(graphemes[next]);
}

function fold(grapheme: string): string {
	const bare = grapheme.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	// A combining mark that stands alone would otherwise vanish and match anything.
	return bare === '' ? grapheme : bare.replace(/ß/g, 'ss').replace(/ς/g, 'σ').replace(/ø/g, 'o').replace(/ł/g, 'l');
}

/** What leaving out a free token costs: enough to prefer the closer spelling, too little to add up to a mistake. */
const FREE = 1e-4;

/** Cheapest way from one to the other (Wagner and Fischer, 1974), walked back from the end. */
function align(given: readonly Token[], expected: readonly Token[]): { cost: number; diff: DiffPart[] } {
	const width = expected.length + 1;
	const costs = new Float64Array((given.length + 1) * width);
	const lone = (token: Token | undefined): number => (token?.free ? FREE : 1);
	const pair = (a: Token | undefined, b: Token | undefined): number => {
		if (a?.key === b?.key) return 0;
		return a?.free && b?.free ? FREE : 1.5;
	};
	const costAt = (i: number, j: number): number => costs[i * width + j] ?? Infinity;
	for (let i = 0; i <= given.length; i++) {
		for (let j = 0; j <= expected.length; j++) {
			if (i === 0 && j === 0) continue;
			costs[i * width + j] = Math.min(
				i > 0 ? costAt(i - 1, j) + lone(given[i - 1]) : Infinity,
				j > 0 ? costAt(i, j - 1) + lone(expected[j - 1]) : Infinity,
				i > 0 && j > 0 ? costAt(i - 1, j - 1) + pair(given[i - 1], expected[j - 1]) : Infinity
			);
		}
	}
	const columns: DiffPart[] = [];
	const column = (kind: DiffPart['kind'], typed?: Token, wanted?: Token): void => {
		columns.push({ kind, given: typed?.text ?? '', expected: wanted?.text ?? '' });
	};
	for (let i = given.length, j = expected.length; i > 0 || j > 0;) {
		const typed = given[i - 1];
		const wanted = expected[j - 1];
		const here = costAt(i, j);
		if (i > 0 && j > 0 && here === costAt(i - 1, j - 1) + pair(typed, wanted)) {
			column(pair(typed, wanted) < 1 ? 'same' : 'wrong', typed, wanted);
			i--;
			j--;
		} else if (j > 0 && here === costAt(i, j - 1) + lone(wanted)) {
			column(wanted?.free ? 'same' : 'missing', undefined, wanted);
			j--;
		} else {
			column(typed?.free ? 'same' : 'extra', typed);
			i--;
		}
	}
	return { cost: costAt(given.length, expected.length), diff: joinRuns(columns.reverse()) };
}

function joinRuns(columns: readonly DiffPart[]): DiffPart[] {
	const runs: DiffPart[] = [];
	for (const column of columns) {
		const last = runs.at(-1);
		if (last?.kind === column.kind) {
			const joined = { given: last.given + column.given, expected: last.expected + column.expected };
			runs[runs.length - 1] = { kind: last.kind, ...joined };
		} else {
			runs.push(column);
		}
	}
	return runs;
}
