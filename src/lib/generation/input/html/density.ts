import type { Drop } from '../../canonical';
import type { DomBlock } from './dom-blocks';

/** Parts of a page by what their element is; each with words for the instructor. */
const REGIONS: readonly (readonly [selector: RegExp, rule: string, because: string])[] = [
	[/^(nav|menu)$/, 'navigation', 'in the page’s navigation'],
	[/^footer$/, 'page-foot', 'in the page’s foot'],
	[/^aside$/, 'aside', 'beside the main text'],
	[/^form$/, 'form', 'part of a form'],
	[/^header$/, 'page-head', 'in the page’s head'],
	[/^figcaption$/, 'credit', 'a picture’s caption or credit']
];
const ROLES: Readonly<Record<string, readonly [string, string]>> = {
	navigation: ['navigation', 'in the page’s navigation'],
	menu: ['navigation', 'in the page’s navigation'],
	menubar: ['navigation', 'in the page’s navigation'],
	banner: ['page-head', 'in the page’s head'],
	contentinfo: ['page-foot', 'in the page’s foot'],
	complementary: ['aside', 'beside the main text'],
	search: ['form', 'part of a form'],
	dialog: ['notice', 'a notice laid over the page'],
	alertdialog: ['notice', 'a notice laid over the page'],
	'doc-endnotes': ['notes', 'a note'],
	'doc-footnote': ['notes', 'a note']
};
/** Names of classes and ids, taken apart at hyphens, underscores and capitals. */
const NAMES: readonly (readonly [names: string, rule: string, because: string])[] = [
	[
		'nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc',
		'navigation',
		'in the page’s navigation'
	],
	['footer colophon copyright', 'page-foot', 'in the page’s foot'],
	['sidebar', 'aside', 'beside the main text'],
	[
		'ad ads advert adverts advertisement advertising sponsor sponsored promo promotion outbrain taboola',
		'advertisement',
		'an advertisement'
	],
	[
		'related recommended recommendations recirculation teaser teasers trending popular',
		'related',
		'points to other pages'
	],
	['share sharing social follow', 'share', 'buttons for sharing'],
	['comment comments disqus respond replies', 'comments', 'comments by readers'],
	['newsletter subscribe subscription signup paywall donate cta', 'call-to-action', 'asks the reader for something'],
	['cookie cookies consent gdpr popup modal overlay', 'notice', 'a notice laid over the page'],
	['byline author authors bio dateline timestamp', 'byline', 'about the author or the date'],
	['caption credit credits', 'credit', 'a picture’s caption or credit'],
	['reflist references citations footnote footnotes endnote endnotes', 'notes', 'a note or reference'],
	['navbox catlinks hatnote infobox', 'navigation', 'a box for finding one’s way']
];
const NAMED: ReadonlyMap<string, Drop> = new Map(
	NAMES.flatMap(([names, rule, because]) => names.split(' ').map((name): [string, Drop] => [name, { rule, because }]))
);

export const wordsOf = (text: string): string[] => text.trim().split(/\s+/);
const linkShare = ({ text, linked }: DomBlock): number => linked / Math.max(1, text.trim().length);
const hasStop = (text: string): boolean => /[.!?:]["”’)\]]*$/.test(text.trim());

/** Text of some length that is hardly made of links. */
export function isProse(block: DomBlock): boolean {
	if (block.kind === 'heading' || block.kind === 'table' || linkShare(block) >= 0.4) return false;
	const { length } = wordsOf(block.text);
	return length >= 15 || (length >= 7 && hasStop(block.text));
}

/**
 * Reads a page by its own lights: where a block stands, how much of it is links, and whether prose is near it.
 * @returns for each block why it is no content, or null
 */
export function readByDensity(blocks: readonly DomBlock[]): (Drop | null)[] {
	const regions = regionsOf(blocks);
	const prose = blocks.map(isProse);
	const lists = linkSharesOfLists(blocks);
	const drops = blocks.map((block, i): Drop | null => {
		const region = regions[i];
		if (region) return region;
		const list = listOf(block.element);
		if (block.kind === 'item' && list !== null && (lists.get(list) ?? 0) > 0.6 && !prose[i])
			return { rule: 'link-list', because: 'an entry of a list of links' };
		if (block.kind === 'table' || block.kind === 'heading') return null;
		if (linkShare(block) > 0.7) return { rule: 'links', because: 'made of links' };
		if (prose[i]) return null;
		const isNear = [-2, -1, 1, 2, 3].some((step) => prose[i + step] && !regions[i + step]);
		return isNear || (block.kind === 'item' && isInProseList(blocks, prose, i)) ? null : APART;
	});
	// A heading is worth what stands below it.
	for (let i = blocks.length - 1; i >= 0; i--) {
		const next = blocks[i + 1];
		if (blocks[i]?.kind !== 'heading' || drops[i]) continue;
		let end = i + 1;
		while (end < blocks.length && blocks[end]?.kind !== 'heading') end++;
		const isParent = next?.kind === 'heading' && (next.level ?? 6) > (blocks[i]?.level ?? 6) && !drops[i + 1];
		if (!isParent && drops.slice(i + 1, end).every((drop) => drop !== null) && blocks[i]?.level !== 1) drops[i] = APART;
	}
	return drops;
}

const APART: Drop = { rule: 'apart', because: 'short, and apart from any prose' };

/** Whether the run of items that it is part of is led in by a sentence. */
function isInProseList(blocks: readonly DomBlock[], prose: readonly boolean[], index: number): boolean {
	let first = index;
	while (blocks[first - 1]?.kind === 'item') first--;
	const before = blocks[first - 1];
	return before !== undefined && before.kind !== 'table' && (prose[first - 1] === true || /:\s*$/.test(before.text));
}

function linkSharesOfLists(blocks: readonly DomBlock[]): Map<Element, number> {
	const sums = new Map<Element, [linked: number, all: number]>();
	for (const { kind, element, linked, text } of blocks) {
		const list = kind === 'item' ? listOf(element) : null;
		if (list === null) continue;
		const [before, all] = sums.get(list) ?? [0, 0];
		sums.set(list, [before + linked, all + text.trim().length]);
	}
	return new Map([...sums].map(([list, [linked, all]]) => [list, linked / Math.max(1, all)]));
}

const listOf = (element: Element): Element | null => element.closest('ul, ol, menu, dl');

/** The part of the page that each block stands in, if that is none for content. */
function regionsOf(blocks: readonly DomBlock[]): (Drop | null)[] {
	const total = blocks.filter(isProse).reduce((sum, { text }) => sum + text.length, 0);
	const proseIn = new Map<Element, number>();
	for (const block of blocks) {
		if (!isProse(block)) continue;
		for (let at: Element | null = block.element; at !== null; at = at.parentElement)
			proseIn.set(at, (proseIn.get(at) ?? 0) + block.text.length);
	}
	const known = new Map<Element, Drop | null>();
	const regionOf = (element: Element): Drop | null => {
		const path: Element[] = [];
		let found: Drop | null = null;
		for (let at: Element | null = element; at !== null; at = at.parentElement) {
			const before = known.get(at);
			if (before !== undefined) {
				found = before;
				break;
			}
			path.push(at);
			// A wrapper around most of the page is no part of it, whatever it is called.
			const drop = (proseIn.get(at) ?? 0) > total * 0.4 ? null : namedRegion(at);
			if (drop !== null) {
				found = drop;
				break;
			}
		}
		for (const each of path) known.set(each, found);
		return found;
	};
	return blocks.map((block) => {
		const region = regionOf(block.element);
		const isTitle = block.kind === 'heading' && (block.level ?? 6) <= 2;
		return region?.rule === 'page-head' && isTitle && linkShare(block) < 0.5 ? null : region;
	});
}

function namedRegion(element: Element): Drop | null {
	const tag = element.tagName.toLowerCase();
	const role = ROLES[element.getAttribute('role') ?? ''];
	if (role !== undefined) return { rule: role[0], because: role[1] };
	for (const [selector, rule, because] of REGIONS) if (selector.test(tag)) return { rule, because };
	if (/^(h[1-6]|body|html|main|article)$/.test(tag)) return null;
	const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
	// “has-sidebar”, “no-comments”: about the page, not of it.
	for (const name of names.split(/\s+/)) {
		if (name === '' || /^(has|no|with|is|js|single|post-type|hide|show)[-_]/i.test(name)) continue;
		for (const part of name
			.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
			.toLowerCase()
			.split(/[-_]+/)) {
			const drop = NAMED.get(part);
			if (drop !== undefined) return drop;
		}
	}
	return null;
}
