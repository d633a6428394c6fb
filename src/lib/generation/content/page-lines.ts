import { sentences } from '../../domain/text/sentences';
import type { Block } from '../canonical';
import { contentWords } from './likeness';

/** A block with what the rules ask of it. */
export interface PageLine {
	readonly block: Block;
	readonly text: string;
	readonly words: readonly string[];
	/** Small letters and digits alone, to find the same words again. */
	readonly squeezed: string;
}

export const pageLines = (text: string, blocks: readonly Block[]): PageLine[] =>
	blocks.map((block) => {
		const words = text.slice(block.start, block.end);
		return { block, text: words, words: wordsIn(words), squeezed: squeeze(words) };
	});

/** Two letters of a script that is written without spaces count for a word, else a passage of it would be one. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2}/gu;
const wordsIn = (text: string): string[] => text.replace(UNSPACED, '$& ').split(/\s+/);

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Ends like a sentence; the mark of a note may follow. */
export const hasStop = (text: string): boolean => /[.!?。！？؟۔।]["”’)\]」』]*(\s*\d{1,3})?$/u.test(text);

/** Share of the words that begin with a capital. */
export const titleShare = (words: readonly string[]): number =>
	words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length / Math.max(1, words.length);

/** Sentences in running text: of some length, ended by a stop, and not set like a title. */
export const isProse = ({ block, text, words }: PageLine): boolean =>
	block.kind !== 'heading' && block.kind !== 'table' && words.length >= 9 && hasStop(text) && titleShare(words) < 0.6;

/** What a line that looks like a heading stands over, if anything does: prose, or a list. */
export function leadsTo(lines: readonly PageLine[], index: number): 'prose' | 'list' | null {
	const next = lines[index + 1];
	if (next === undefined) return null;
	if (isProse(next)) return 'prose';
	return next.block.kind === 'item' ? 'list' : null;
}

/** Words of meaning, cut to what “promise” and “promised” have in common. */
const stems = (text: string): Set<string> => new Set([...contentWords(text)].map((word) => word.slice(0, 6)));

/** In how many lines each word that carries meaning stands. */
export function spreadOf(lines: readonly PageLine[]): Map<string, number> {
	const spread = new Map<string, number>();
	for (const { text } of lines) for (const stem of stems(text)) spread.set(stem, (spread.get(stem) ?? 0) + 1);
	return spread;
}

/** Share of a line’s words of meaning that other lines have too; 1 for a line without any. */
export function relatedness({ text }: PageLine, spread: ReadonlyMap<string, number>): number {
	const own = [...stems(text)];
	if (own.length === 0) return 1;
	return own.filter((stem) => (spread.get(stem) ?? 0) > 1).length / own.length;
}

/** Whether two lines have a word of meaning in common. */
export function sharesWord(a: PageLine, b: PageLine): boolean {
	const own = stems(a.text);
	return [...stems(b.text)].some((stem) => own.has(stem));
}

export const sentencesIn = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));
