import type { LeftOut, RawBlock } from '../../canonical';
import { counted } from '../limits';
import { readPlainText } from '../plain-text';
import { raised } from '../raised';

/** A block with where in the page it stood. */
export interface DomBlock extends RawBlock {
	/** The innermost element that is no run of text. */
	readonly element: Element;
	/** Characters of it that are links. */
	readonly linked: number;
	/** Its longest piece of text. */
	readonly node: Text | null;
}

export interface DomBlocks {
	readonly blocks: readonly DomBlock[];
	readonly leftOut: readonly LeftOut[];
}

const tags = (names: string): ReadonlySet<string> => new Set(names.toUpperCase().split(' '));

/** Set as blocks of their own; all others are runs within a block. */
const BLOCKS = tags(
	'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul caption'
);
/** Hold no text of the document. */
const SILENT = tags(
	'script style template noscript iframe frame object embed video audio canvas map area head title meta link base select option datalist textarea button input progress meter output rp rt param source track dialog'
);
const LISTS = tags('ul ol menu dir');
/** Pages nested deeper than this are made by a fault; what lies deeper is read as one run. */
const MAX_DEPTH = 200;

/** The blocks of a page or fragment in the order of reading; nothing is judged but what nobody sees. */
export function domBlocks(page: Document): DomBlocks {
	const walk = new Walk();
	// From the document, because pages with faults have text outside their body.
	walk.enter(page, { kind: 'paragraph', element: page.documentElement, inLink: false, depth: 0 });
	walk.close();
	const { pictures, hidden, listings } = walk;
	const leftOut: LeftOut[] = [];
	if (pictures > 0) leftOut.push({ what: counted(pictures, 'picture'), because: 'only text is read' });
	if (listings > 0) leftOut.push({ what: counted(listings, 'listing'), because: 'code is no prose' });
	if (hidden > 0) leftOut.push({ what: counted(hidden, 'hidden part'), because: 'the page does not show it' });
	return { blocks: walk.blocks, leftOut };
}

interface Context extends Pick<RawBlock, 'kind' | 'ordered' | 'level'> {
	readonly element: Element;
	readonly inLink: boolean;
	readonly depth: number;
}

class Walk {
	readonly blocks: DomBlock[] = [];
	pictures = 0;
	hidden = 0;
	listings = 0;
	#text = '';
	#linked = 0;
	#node: Text | null = null;
	#breaks = 0;
	#context: Context | null = null;

	/** Ends the block being read. */
	close(): void {
		const context = this.#context;
		if (context !== null && this.#text.trim() !== '') {
			const { ordered, level, element } = context;
			this.blocks.push({
				kind: isBoldLine(context, this.#text.trim()) ? 'heading' : context.kind,
				text: this.#text,
				element,
				linked: this.#linked,
				node: this.#node,
				...(ordered === undefined ? {} : { ordered }),
				...(level === undefined ? {} : { level })
			});
		}
		this.#text = '';
		this.#linked = 0;
		this.#node = null;
		this.#breaks = 0;
	}

	enter(parent: Node, context: Context): void {
		for (const child of parent.childNodes) {
			if (child.nodeType === 3) this.#add(child as Text, child.textContent ?? '', context);
			else if (child.nodeType === 1) this.#element(child as Element, context);
		}
	}

	#element(element: Element, outer: Context): void {
		const tag = element.tagName.toUpperCase();
		if (tag === 'IMG' || tag === 'SVG') this.pictures++;
		if (SILENT.has(tag) || tag === 'IMG' || tag === 'SVG') return;
		if (isHidden(element)) {
			this.hidden++;
			return;
		}
		const depth = outer.depth + 1;
		if (depth > MAX_DEPTH) {
			this.#add(null, element.textContent ?? '', outer);
			return;
		}
		if (tag === 'BR') this.#break();
		else if (tag === 'PRE') this.#preformatted(element, outer);
		else if (tag === 'TR') this.#row(element, outer);
		else if (tag === 'DL') this.#definitions(element, outer, depth);
		else if (BLOCKS.has(tag)) {
			this.close();
			this.enter(element, { ...contextOf(element, tag, outer), depth });
			this.close();
		} else if (tag === 'SUP') this.#add(null, raised(element.textContent ?? '', this.#text), outer);
		else if (tag === 'MATH')
			this.#add(null, ` ${element.getAttribute('alttext') ?? element.textContent ?? ''} `, outer);
		else if (tag === 'Q') {
			this.#add(null, '“', outer);
			this.enter(element, { ...outer, depth });
			this.#add(null, '”', outer);
		} else this.enter(element, { ...outer, depth, inLink: outer.inLink || tag === 'A' });
	}

	#add(node: Text | null, text: string, context: Context): void {
		if (text === '') return;
		this.#context = context;
		this.#text += text;
		const length = text.trim().length;
		if (length === 0) return;
		this.#breaks = 0;
		if (context.inLink) this.#linked += length;
		if (node !== null && length > (this.#node?.textContent?.trim().length ?? 0)) this.#node = node;
	}

	/** Two line breaks in a row are how old pages end a paragraph. */
	#break(): void {
		this.#breaks++;
		if (this.#breaks >= 2) this.close();
		else this.#text += ' ';
	}

	/** A listing is no prose; a text that was put in as it is, with its own line ends, is read as plain text. */
	#preformatted(element: Element, outer: Context): void {
		this.close();
		const text = element.textContent ?? '';
		if (element.querySelector('code, kbd, samp, span[class]') !== null || !/\p{L}{3,} \p{L}{3,}/u.test(text)) {
			this.listings++;
			return;
		}
		for (const block of readPlainText(text)) {
			this.blocks.push({ ...block, element: outer.element, linked: 0, node: null });
		}
	}

	/** Rows of data are one block each; a table that only lays the page out is read cell by cell. */
	#row(row: Element, outer: Context): void {
		this.close();
		const cells = [...row.children].filter(({ tagName }) => /^(TD|TH)$/i.test(tagName));
		const context: Context = { ...outer, element: row, depth: outer.depth + 1 };
		if (cells.length <= 1 || cells.some(isLaidOut)) {
			for (const cell of cells) {
				this.enter(cell, { ...context, element: cell });
				this.close();
			}
			return;
		}
		const linked = cells.reduce(
			(sum, cell) => sum + [...cell.querySelectorAll('a')].reduce((all, a) => all + (a.textContent ?? '').length, 0),
			0
		);
		const text = cells.map((cell) => (cell.textContent ?? '').trim()).join(' | ');
		if (/[\p{L}\p{N}]/u.test(text)) this.blocks.push({ kind: 'table', text, element: row, linked, node: null });
	}

	/** A term and what is said of it belong to one item: “Renin: an enzyme of the kidney”. */
	#definitions(list: Element, outer: Context, depth: number): void {
		this.close();
		const entries = [...list.children].flatMap((child) =>
			/^DIV$/i.test(child.tagName) ? [...child.children] : [child]
		);
		const context: Context = { ...outer, kind: 'item', ordered: false, depth: depth + 1 };
		for (const [i, entry] of entries.entries()) {
			const isTerm = /^DT$/i.test(entry.tagName);
			this.enter(entry, { ...context, element: entry });
			const next = entries[i + 1];
			if (isTerm && next !== undefined && /^DD$/i.test(next.tagName) && this.#text.trim().length < 80) {
				this.#text = `${this.#text.trim().replace(/:$/, '')}: `;
			} else this.close();
		}
		this.close();
	}
}

function contextOf(element: Element, tag: string, outer: Context): Omit<Context, 'depth'> {
	const { inLink } = outer;
	const level = /^H([1-6])$/.exec(tag)?.[1];
	if (level !== undefined) return { kind: 'heading', level: Number(level), element, inLink };
	if (tag === 'LI') {
		const list = element.parentElement;
		return { kind: 'item', ordered: list !== null && /^OL$/i.test(list.tagName), element, inLink };
	}
	if (LISTS.has(tag) || outer.kind !== 'item') return { kind: 'paragraph', element, inLink };
	return { kind: 'item', ordered: outer.ordered ?? false, element, inLink };
}

/** A short line that is bold from end to end stands for a heading where an author knew no other way. */
function isBoldLine({ kind, element }: Context, text: string): boolean {
	if (kind !== 'paragraph' || text.length > 100 || /[.!?;,]["”’)]?$/.test(text) || !/^P$/i.test(element.tagName))
		return false;
	const bold = element.querySelector('strong, b');
	return bold !== null && (bold.textContent ?? '').trim() === text;
}

const isLaidOut = (cell: Element): boolean =>
	cell.querySelector('table, p + p, ul, ol, h1, h2, h3, h4') !== null || (cell.textContent ?? '').trim().length > 400;

const HIDDEN_CLASS = /(^|\s)(sr-only|visually-hidden|visuallyhidden|screen-reader-text|mw-editsection|noprint)(\s|$)/;

function isHidden(element: Element): boolean {
	if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
	if (HIDDEN_CLASS.test(element.getAttribute('class') ?? '')) return true;
	const style = element.getAttribute('style');
	return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
