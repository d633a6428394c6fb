import { sentences } from '../../domain/text/sentences';
import type { Block, CanonicalDocument } from '../canonical';
import type { Drop } from './blocks';
import { contentWords, editDistance, letters } from './likeness';
import { isBoilerplateSentence } from './reader-address';

interface Context {
	readonly words: readonly string[];
	readonly text: string;
	readonly block: Block;
	readonly index: number;
	readonly all: readonly { readonly text: string; readonly block: Block }[];
	/** In how many blocks each content word stands. */
	readonly spread: ReadonlyMap<string, number>;
	/** All blocks as one string of small letters and digits, for containment. */
	readonly squeezed: readonly string[];
}

type Rule = readonly [name: string, because: string, applies: (context: Context) => boolean];

/** For each block why it is no content, or null. Judged by shape, position, repetition and address, not by subject. */
export function dropReasons({ text, blocks }: CanonicalDocument): (Drop | null)[] {
	const all = blocks.map((block) => ({ block, text: text.slice(block.start, block.end) }));
	const spread = new Map<string, number>();
	for (const each of all) for (const word of contentWords(each.text)) spread.set(word, (spread.get(word) ?? 0) + 1);
	const squeezed = all.map((each) => squeeze(each.text));
	const drops: (Drop | null)[] = all.map((each, index) => {
		const context = { ...each, index, all, spread, squeezed, words: each.text.split(/\s+/) };
		const rule = RULES.find(([, , applies]) => applies(context));
		return rule === undefined ? null : { rule: rule[0], because: rule[1] };
	});
	dropMenus(all, drops);
	dropEmbeddedTitles(all, drops);
	dropEmptyHeadings(all, drops);
	return drops;
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const hasStop = (text: string): boolean => /[.!?]["”’)\]]*(\s*\d{1,3})?$/.test(text);
const titleShare = (words: readonly string[]): number =>
	words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length / Math.max(1, words.length);

const MONTH =
	'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?';
const DATE_LINE = new RegExp(
	`^((updated|published|posted|last \\w+|reviewed)( on)?:? )?((mon|tues|wednes|thurs|fri|satur|sun)day,? )?((${MONTH})\\.? \\d{1,2}(st|nd|rd|th)?,? \\d{4}|\\d{1,2}\\.? (${MONTH})\\.? \\d{4}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})( .{0,20})?$`,
	'i'
);

const RULES: readonly Rule[] = [
	['table', 'a row of a table', ({ block }) => block.kind === 'table'],
	['no-words', 'no words in it', ({ text }) => !/\p{L}{2}/u.test(text)],
	['contact', 'a telephone number or an address', ({ text, words }) => words.length <= 12 && isContact(text)],
	['date', 'a date by itself', ({ text }) => DATE_LINE.test(text)],
	[
		'byline',
		'names an author',
		({ text, words }) =>
			words.length <= (/ [|·•] /.test(text) ? 25 : 10) &&
			/^(by|written by|author:|reviewed by|posted by|edited by)\s+\p{Lu}/iu.test(text) &&
			!hasStop(text) &&
			(/ [|·•] /.test(text) || titleShare(words) > 0.5)
	],
	[
		'credit',
		'a picture’s caption or credit',
		({ text, words }) =>
			words.length <= 60 &&
			/\(?\b(image|photo|picture|illustration|video|graphic)s?( credit| courtesy|:| by\b)|\bcredit: |\bvia (shutterstock|getty|istock|flickr|wikimedia)|©|all rights reserved/i.test(
				text
			)
	],
	[
		'figure',
		'a caption of a figure or table',
		({ text, words }) => /^(figure|fig\.?|table|box|photo)\s+\d+(\.\d+)?\s*[.:–—-]?\s/i.test(text) && words.length <= 40
	],
	[
		'advertisement',
		'an advertisement’s label',
		({ text, words }) =>
			words.length <= 4 &&
			['advertisement', 'advertising', 'sponsored', 'sponsoredcontent'].some(
				(word) => Math.abs(word.length - letters(text).length) <= 3 && editDistance(word, letters(text)) <= 3
			)
	],
	[
		'offer',
		'an offer with a price',
		({ text, words }) =>
			/[$€£¥]\s?\d/.test(text) &&
			(titleShare(words) > 0.5 || /\b(you|your|our|buy|order|save|join|discount\w*|offer|free)\b/i.test(text))
	],
	[
		'breadcrumb',
		'a trail of menu names run together',
		({ words }) =>
			words.some((word) => (word.match(/\p{Ll}{2}\p{Lu}\p{Ll}{2}/gu)?.length ?? 0) >= 2) && words.length <= 20
	],
	['teaser', 'the opening of another article', isTeaser],
	['truncated', 'breaks off in mid-sentence', ({ text }) => /(…|\.{3,})\W*$/.test(text)],
	[
		'see-also',
		'points to another article',
		({ text, words }) =>
			words.length <= 25 &&
			/^(see|read|watch|listen|more|related|recommended|you may|don[’']t miss)( also| more| from [\p{L} ]+| next| on| articles?| posts?| reading| stories)?\s*:/iu.test(
				text
			)
	],
	[
		'duplicate',
		'stands in the document already',
		({ text, index, squeezed, words }) =>
			words.length >= 4 && text.length >= 20 && squeezed.indexOf(squeeze(text)) < index
	],
	['repeats', 'repeats part of another passage', repeatsPart],
	[
		'reference',
		'an entry of a list of references',
		({ text }) =>
			/\bdoi:|\bet al\.?,? .*\b(19|20)\d\d[;:)]|^\[?\d{1,3}\]?\.? ?\p{Lu}[\p{L}-]+,? \p{Lu}{1,3}[.,]/iu.test(text) &&
			/\b(19|20)\d\d\b/.test(text) &&
			titleShare(text.split(/\s+/)) > 0.3 &&
			!/\b(is|are|was|were|has|have)\b/.test(text)
	],
	[
		'alt-text',
		'describes a picture',
		({ text, words, block, all, index }) =>
			block.kind === 'paragraph' && words.length <= 25 && /^\p{Ll}/u.test(text) && !hasStop(text) && !isRest(all, index)
	],
	[
		'to-the-reader',
		'speaks to the reader, not of the subject',
		({ text, block }) =>
			block.kind !== 'heading' &&
			sentences(text).every(({ start, end }) => isBoilerplateSentence(text.slice(start, end)))
	],
	[
		'fragment',
		'too short to say anything',
		({ text, words, block }) => block.kind === 'paragraph' && words.length <= 3 && !/\b(is|are|was|were)\b/.test(text)
	],
	['unrelated', 'shares no word with the rest', isUnrelated]
];

const isContact = (text: string): boolean =>
	/\S+@\S+\.\S+/.test(text) ||
	/(^|\s)(\+|\()?\d[\d\s().-]{7,}\d(\s|$)/.test(text) ||
	/^(https?:\/\/|www\.)\S+$/.test(text);

/** Ends in an ellipsis followed by its own title, or a title glued to its first sentence that then breaks off. */
function isTeaser({ text }: Context): boolean {
	if (/(…|\.{3,})\s*(read|see|view|continue|learn|find out)\b.{0,40}(:|more|reading|→|»)/i.test(text)) return true;
	return /\p{Ll}{2}\p{Lu}\p{Ll}+\s/u.test(text) && /(…|\.{3,})\W*$/.test(text);
}

function repeatsPart({ text, index, squeezed, words, block, all }: Context): boolean {
	if (all[index + 1]?.block.kind === 'item' || words.length < 5 || hasStop(text) || block.kind === 'item') return false;
	const own = squeeze(text);
	return squeezed.some((other, i) => i !== index && other.length > own.length + 20 && other.includes(own));
}

/** A short lonely line that no other block has a word in common with, in a document of some length. */
function isUnrelated({ text, words, block, all, index, spread }: Context): boolean {
	const next = all[index + 1];
	if (
		block.kind === 'heading' &&
		next !== undefined &&
		next.block.kind !== 'heading' &&
		/^\p{Lu}/u.test(next.text) &&
		next.text.split(/\s+/).length > 8
	)
		return false;
	if (block.kind === 'item' || all.length < 10 || words.length > 14) return false;
	if (/\.["”’)]?$/.test(text) && words.length > 6) return false;
	const own = [...contentWords(text)];
	return own.length > 0 && own.every((word) => (spread.get(word) ?? 0) <= 1);
}

/** Three or more very short lines in a row, under no sentence that introduces them, are names in a menu. */
function dropMenus(all: readonly { readonly text: string; readonly block: Block }[], drops: (Drop | null)[]): void {
	const isEntry = (i: number): boolean => {
		const each = all[i];
		return (
			each !== undefined &&
			each.block.kind !== 'table' &&
			each.text.split(/\s+/).length <= 4 &&
			!hasStop(each.text) &&
			!/\d/.test(each.text) &&
			!/[:;,]$/.test(each.text)
		);
	};
	for (let i = 0; i < all.length; i++) {
		let end = i;
		while (isEntry(end)) end++;
		const introduced =
			i > 0 &&
			(/:$/.test(all[i - 1]?.text ?? '') || (all[i - 1]?.text.split(/\s+/).length ?? 0) > 6) &&
			all[i]?.block.kind === 'item';
		const items = all.slice(i, end).some((each) => each.block.kind === 'item');
		if (end - i >= 4 && !introduced && !(items && i > 0 && !drops[i - 1])) {
			// The last may be the heading of what follows.
			const last = all[end] !== undefined && all[end - 1]?.block.kind === 'heading' ? end - 1 : end;
			for (let k = i; k < last; k++)
				if (/^(undefined|unrelated|fragment|empty-heading)$/.test(String(drops[k]?.rule)))
					drops[k] = { rule: 'menu', because: 'a menu’s entry' };
		}
		i = Math.max(i, end);
	}
}

/** Whether the block goes on with a sentence that an earlier block left open. */
function isRest(all: readonly { readonly text: string; readonly block: Block }[], index: number): boolean {
	for (let i = index - 1; i >= Math.max(0, index - 2); i--) {
		const before = all[i];
		if (
			before?.block.kind === 'paragraph' &&
			!hasStop(before.text) &&
			!/[:;]$/.test(before.text) &&
			before.text.length > 40
		)
			return true;
	}
	return false;
}

/** A title that stands in the middle of a sentence: the block before lacks its stop, the one after begins small. */
function dropEmbeddedTitles(
	all: readonly { readonly text: string; readonly block: Block }[],
	drops: (Drop | null)[]
): void {
	for (let i = 1; i + 1 < all.length; i++) {
		const [before, here, after] = [all[i - 1], all[i], all[i + 1]];
		if (before === undefined || here === undefined || after === undefined || drops[i] || drops[i - 1]) continue;
		const isCut = before.block.kind === 'paragraph' && before.text.length > 40 && !/[.!?:;]["”’)]*$/.test(before.text);
		if (isCut && /^\p{Ll}/u.test(after.text) && after.block.kind === 'paragraph' && !hasStop(here.text)) {
			drops[i] = { rule: 'embedded-title', because: 'another article’s title in the middle of a sentence' };
		}
	}
}

/** A heading under which everything is dropped goes with it; so does one at the very end. */
function dropEmptyHeadings(
	all: readonly { readonly text: string; readonly block: Block }[],
	drops: (Drop | null)[]
): void {
	for (let i = all.length - 1; i >= 0; i--) {
		if (all[i]?.block.kind !== 'heading' || drops[i]) continue;
		let end = i + 1;
		while (end < all.length && all[end]?.block.kind !== 'heading') end++;
		const below = drops.slice(i + 1, end);
		const isLast = end === all.length && below.length === 0;
		if (isLast || (below.length > 0 && below.every((drop) => drop !== null))) {
			drops[i] = { rule: 'empty-heading', because: 'a heading with nothing kept below it' };
		}
	}
}
