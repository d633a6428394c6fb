import type { Drop } from '../canonical';
import { isReference } from './line-rules';
import { hasStop, isProse, leadsTo, relatedness, sharesWord, type PageLine } from './page-lines';
import { partNamed, type Part } from './web-words';

/** Prose that shares less of its words than this with the page is the opening of another article. */
const FOREIGN = 0.2;

const DROPS: Readonly<Record<Part, Drop>> = {
	related: { rule: 'related', because: 'points to other articles' },
	references: { rule: 'references', because: 'in the list of references' },
	comments: { rule: 'comments', because: 'comments by readers' },
	author: { rule: 'author', because: 'about the author' }
};

/**
 * Parts that have a name: “Related articles”, “References”, “Comments”, “About the author”. Each ends where the article
 * goes on, because such parts stand in the middle of articles too.
 */
export function dropParts(
	lines: readonly PageLine[],
	drops: (Drop | null)[],
	spread: ReadonlyMap<string, number>
): void {
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i];
		const part = line === undefined || isProse(line) ? null : partNamed(line.text);
		if (line === undefined || part === null) {
			if (line !== undefined && drops[i] === null && isBiography(line)) drops[i] = DROPS.author;
			continue;
		}
		let end = i + 1;
		while (end < lines.length && belongs(part, lines, end, i, spread)) end++;
		// “Further reading” or “Sources” may head a chapter: with nothing of its kind below it, it is one.
		if (end === i + 1 && leadsTo(lines, i) !== null) continue;
		for (let k = i; k < end; k++) drops[k] ??= DROPS[part];
		i = end - 1;
	}
}

function belongs(
	part: Part,
	lines: readonly PageLine[],
	index: number,
	head: number,
	spread: ReadonlyMap<string, number>
): boolean {
	const line = lines[index];
	if (line === undefined || line.block.kind === 'table') return false;
	const isHeading = line.block.kind === 'heading' && leadsTo(lines, index) !== null;
	const own = relatedness(line, spread);
	if (part === 'references') {
		if (isReference(line.text, line.words) || /https?:\/\/|\bdoi\b/i.test(line.text)) return true;
		return line.block.kind === 'item' && !isStatement(line.text);
	}
	if (part === 'author') return index - head <= 2 && !isHeading && (isBiography(line) || index === head + 1);
	if (part === 'comments') {
		// A count of comments stands above many articles; the comments themselves stand below.
		if (head < lines.length * 0.5 || isHeading) return false;
		return !isProse(line) || /\b(I|me|my)\b|!|\bthanks?\b|\bgreat\b|\d+ \w+ ago|\breply\b/i.test(line.text);
	}
	if (isProse(line)) return own < FOREIGN && isTeaser(lines, index, head, spread);
	return !headsArticle(lines, index, spread);
}

/** The last of several titles may be the heading of what follows, if it has to do with it. */
function headsArticle(lines: readonly PageLine[], index: number, spread: ReadonlyMap<string, number>): boolean {
	const line = lines[index];
	const next = lines[index + 1];
	if (line === undefined || next === undefined || line.block.kind === 'item') return false;
	if (next.block.kind === 'item') return line.text.endsWith(':');
	return isProse(next) && relatedness(next, spread) >= FOREIGN && sharesWord(line, next);
}

/** Prose under a title, one of several such pairs: a single one may as well be the article, which goes on. */
function isTeaser(
	lines: readonly PageLine[],
	index: number,
	head: number,
	spread: ReadonlyMap<string, number>
): boolean {
	const isForeign = (at: number): boolean => {
		const line = lines[at];
		return line !== undefined && at > head + 1 && isProse(line) && relatedness(line, spread) < FOREIGN;
	};
	const isTitle = (at: number): boolean => lines[at] !== undefined && !isProse(lines[at]);
	return (
		index > head + 1 && isTitle(index - 1) && (isForeign(index - 2) || (isTitle(index + 1) && isForeign(index + 2)))
	);
}

/** Says something, as no entry of a list of references does. */
const isStatement = (text: string): boolean =>
	hasStop(text) && /\b(is|are|was|were|has|have|can|may|must)\b/.test(text);

const BIOGRAPHY =
	/^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}.’-]+(?: \p{Lu}[\p{L}.’-]+){1,3},? (?:is|was|works as) (?:an? |the |our )?(?:[\p{L}-]+ ){0,4}(?:writer|journalist|editor|reporter|author|blogger|columnist|correspondent|contributor|freelancer|copywriter|producer)\b/u;
const AT_WORK =
	/\b(?:freelance|staff|based in|lives in|covers|covering|contribut\w+|has written for|writes (?:about|for)|follow (?:him|her|them))\b/i;

const isBiography = ({ text, words }: PageLine): boolean =>
	words.length <= 70 && text.length <= 500 && BIOGRAPHY.test(text) && AT_WORK.test(text);
