import mammoth from 'mammoth';
import { AppError } from '../../../domain/app-error';
import { tidy, type Drop, type LeftOut } from '../../canonical';
import { domBlocks, type DomBlock } from '../html/dom-blocks';
import { pageOf } from '../html/page';
import { rawBlock } from '../html/read-html';
import { checkCancelled, checkLength, counted, type Extracted, type ReadOptions } from '../limits';
import { openWordPackage } from './word-package';

const STYLES = [
	"p[style-name='Title'] => h1:fresh",
	"p[style-name='Subtitle'] => h2:fresh",
	"p[style-name='heading 7'] => h6:fresh",
	"p[style-name='heading 8'] => h6:fresh",
	"p[style-name='heading 9'] => h6:fresh",
	"p[style-name^='toc'] => p.toc:fresh",
	"p[style-name^='TOC'] => p.toc:fresh",
	"p[style-name='caption'] => p.caption:fresh",
	"p[style-name='Caption'] => p.caption:fresh"
];

/**
 * Reads a Word document: its text as accepted, without comments, pictures, running heads and deleted passages.
 * @throws AppError, see `openWordPackage`
 */
export async function readDocx(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Extracted> {
	const { zip, title, pictures, runningHeads, formulas } = openWordPackage(name, bytes);
	options.onprogress?.(0.2);
	checkCancelled(options.signal);
	const html = await htmlOf(name, zip);
	checkLength(name, html.length / 4);
	checkCancelled(options.signal);
	options.onprogress?.(0.7);
	const { blocks } = domBlocks(pageOf(html));
	const leftOut: LeftOut[] = [];
	if (pictures > 0) leftOut.push({ what: counted(pictures, 'picture'), because: 'only text is read' });
	if (formulas > 0) leftOut.push({ what: counted(formulas, 'formula'), because: 'formulas are no prose' });
	if (runningHeads > 0) leftOut.push({ what: 'running heads and feet', because: 'repeated on every page' });
	const first = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
	const named = title ?? (first === undefined ? null : tidy(first.text));
	return {
		// The arrow leads back from a note to its mark.
		blocks: blocks.map((block) => rawBlock({ ...block, text: block.text.replace(/↑\s*$/, '') }, dropOf(block))),
		leftOut,
		...(named === null ? {} : { title: named })
	};
}

async function htmlOf(name: string, zip: Uint8Array): Promise<string> {
	try {
		const buffer = new Uint8Array(zip);
		// Node’s build asks for the one, the browser’s for the other.
		const input = { buffer, arrayBuffer: buffer.buffer };
		const { value } = await mammoth.convertToHtml(input, {
			styleMap: STYLES,
			ignoreEmptyParagraphs: true,
			externalFileAccess: false,
			convertImage: mammoth.images.imgElement(async () => ({ src: '' }))
		});
		return value;
	} catch (cause) {
		throw new AppError(
			'unreadable',
			`${name} is damaged: its text cannot be read. Open it in a word processor, save it anew, and give that.`,
			{ cause }
		);
	}
}

function dropOf({ element }: DomBlock): Drop | null {
	const of = element.getAttribute('class') ?? '';
	if (of === 'toc') return { rule: 'contents', because: 'an entry of the table of contents' };
	if (of === 'caption') return { rule: 'credit', because: 'a picture’s caption or credit' };
	return element.closest('li[id^="footnote"], li[id^="endnote"]') === null
		? null
		: { rule: 'notes', because: 'a note' };
}
