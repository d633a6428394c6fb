import type { Problem } from '../problem';
import { figuresOf, isTrivial, MONTHS } from './figures';
import type { Answer, Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { namesIn } from './names';
import { contentWords, holds, missingFrom, tokens } from './words';

const ENOUGH = 0.5;

/**
 * The quote must say what the answer says: most of its words, and every number, unit and name. An acronym and what it
 * stands for count as the same.
 */
export const quoteSupport: Lint = {
	rules: ['quote-support', 'quote-lacks-figure', 'quote-lacks-name'],
	check: (context) =>
		context.faces.flatMap((face) => [
			...unsupportedFront(face, context),
			...face.answers.flatMap((answer) => unsupported(face, answer, context))
		])
};

function unsupported({ note }: Face, { text, path }: Answer, context: LintContext): Problem[] {
	const evidence = withExpansions(context.evidenceOf(note), context.acronyms);
	const where = note.editorNote === undefined ? 'quote' : 'editor’s statement';
	const place = context.placeOf(note.id, ...path);
	const problems: Problem[] = [];

	const stated = new Set(figuresOf(evidence).map((figure) => figure.value));
	const figures = figuresOf(text).filter((figure) => !isTrivial(figure) && !stated.has(figure.value));
	if (figures.length > 0) {
		const message = `The ${where} does not give ${quoted(figures)}. Quote the sentence that does, or correct the answer.`;
		problems.push(problem('error', 'quote-lacks-figure', place, note.id, message));
	}

	const quotedWords = tokens(evidence);
	const names = missingFrom(namesIn(text), quotedWords);
	if (names.length > 0) {
		const message = `The ${where} does not name ${quoted(names)}. Quote the sentence that does, or correct the answer.`;
		problems.push(problem('error', 'quote-lacks-name', place, note.id, message));
	}

	// Figures have been judged above, more strictly.
	const words = contentWords(text).filter(({ word }) => figuresOf(word).length === 0 && !MONTHS.includes(word));
	const missing = words.filter(({ word }) => !holds(quotedWords, word));
	const share = words.length === 0 ? 1 : 1 - missing.length / words.length;
	if (share === 0 || (share < ENOUGH && missing.length > 1)) {
		const message = `The ${where} has few of the answer’s words (not ${quoted(missing)}). Check that it says this, or answer in its words.`;
		problems.push(problem('warning', 'quote-support', place, note.id, message));
	}
	return problems;
}

/** Years and quantities of the front that neither quote nor the document's own data give. Small counts are questions. */
function unsupportedFront({ note, front, frontPath }: Face, context: LintContext): Problem[] {
	const cited = context.pack.documents.filter(({ id }) => note.sources.some((source) => source.document === id));
	const known = cited.flatMap(({ title, published }) => [title, published]);
	const stated = new Set(
		figuresOf([context.evidenceOf(note), note.asOf, ...known].join(' ')).map(({ value }) => value)
	);
	const figures = figuresOf(front).filter(({ raw, value }) => /\d\d|^\d+[.,]\d/.test(raw) && !stated.has(value));
	if (figures.length === 0) return [];
	const message = `The front says ${quoted(figures)}, which the quote does not give. Quote the sentence that does, or correct it.`;
	return [problem('warning', 'quote-lacks-figure', context.placeOf(note.id, ...frontPath), note.id, message)];
}

/** The text, with what its acronyms stand for and the acronyms of what it spells out. */
export function withExpansions(text: string, acronyms: Readonly<Record<string, string>>): string {
	const lower = text.toLowerCase();
	const more = Object.entries(acronyms).flatMap(([acronym, meaning]) => {
		if (new RegExp(`(?<![\\p{L}\\p{N}])${escaped(acronym)}s?(?![\\p{L}\\p{N}])`, 'u').test(text)) return [meaning];
		return lower.includes(meaning.toLowerCase()) ? [acronym] : [];
	});
	return [text, ...more].join(' ');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const quoted = (items: readonly { readonly raw: string }[]): string =>
	[...new Set(items.map(({ raw }) => `“${raw}”`))].join(', ');
