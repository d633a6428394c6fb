import { tidy, type RawBlock } from '../../canonical';
import { checkCancelled, type Extracted, type ReadOptions } from '../limits';
import { agreedDrops } from './agreement';
import { domBlocks, type DomBlock } from './dom-blocks';
import { pageOf } from './page';

/** Reads a page: its blocks, those that are no content with the reason. Scripts, styles and addresses are never used. */
export function readHtml(html: string, { onprogress, signal }: ReadOptions = {}): Extracted {
	const page = pageOf(html);
	onprogress?.(0.3);
	checkCancelled(signal);
	const { blocks, leftOut } = domBlocks(page);
	const title = titleOf(page, blocks);
	onprogress?.(0.5);
	checkCancelled(signal);
	const drops = agreedDrops(page, blocks);
	const raw = blocks.map((block, i) => rawBlock(block, drops[i] ?? null));
	return { blocks: raw, leftOut, ...(title === null ? {} : { title }) };
}

/** A block without its place in the page. */
export function rawBlock(block: DomBlock, drop: RawBlock['drop'] | null = null): RawBlock {
	const { kind, text, ordered, level } = block;
	return {
		kind,
		text,
		...(ordered === undefined ? {} : { ordered }),
		...(level === undefined ? {} : { level }),
		...(drop ? { drop } : {})
	};
}

/** The one main heading if the page’s title begins with it; else the title without the site’s name. */
function titleOf(page: Document, blocks: readonly DomBlock[]): string | null {
	const main = blocks.filter(({ kind, level }) => kind === 'heading' && level === 1).map(({ text }) => tidy(text));
	const meta = page.querySelector('meta[property="og:title"], meta[name="og:title"]')?.getAttribute('content');
	const named = tidy(page.querySelector('title')?.textContent ?? '');
	const heading = main.find((words) => named.startsWith(words)) ?? (main.length === 1 ? main[0] : undefined);
	const found = heading ?? (meta ? tidy(meta) : withoutSite(named));
	return found === '' || found === undefined ? null : found;
}

/** “How kidneys work | The Kidney Site” without the site. */
function withoutSite(title: string): string {
	const parts = title.split(/\s+[|–—·»:-]\s+/);
	const [first = title] = parts;
	return parts.length > 1 && first.split(' ').length >= 2 ? first : title;
}
