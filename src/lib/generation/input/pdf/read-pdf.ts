import { AppError } from '../../../domain/app-error';
import { tidy, type LeftOut, type RawBlock } from '../../canonical';
import { checkCancelled, checkLength, counted, type Extracted, type ReadOptions } from '../limits';
import { piecesOf } from './lines';
import { damagedPdf, openPdf, type Pdf } from './open-pdf';
import { pageText, type PageText, type PlacedText } from './page-text';
import { paragraphs } from './paragraphs';
import { readingOrder, type Row } from './reading-order';
import { withoutHeads } from './running-heads';
import { withoutStrays } from './strays';

const MAX_PAGES = 3000;

/**
 * Reads the text of a PDF by where it stands on the page.
 * @throws AppError `encrypted`, `unreadable`, `too-large`, `no-text` for a scan
 */
export const readPdf = (name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Extracted> =>
	withoutStrays(() => read(name, bytes, options));

async function read(name: string, bytes: Uint8Array, { onprogress, signal }: ReadOptions): Promise<Extracted> {
	const pdf = await openPdf(name, bytes);
	try {
		const { numPages } = pdf;
		if (numPages > MAX_PAGES) {
			throw new AppError(
				'too-large',
				`${name} has ${numPages} pages; at most ${MAX_PAGES} can be read. Give one part at a time.`
			);
		}
		const pages: PageText[] = [];
		const leftOut: LeftOut[] = [];
		let length = 0;
		for (let page = 1; page <= numPages; page++) {
			checkCancelled(signal);
			const read = await textOfPage(pdf, page);
			if (read === null) leftOut.push({ what: `page ${page}`, because: 'it is damaged', page });
			else pages.push(read);
			length += read?.runs.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
			checkLength(name, length);
			onprogress?.((page / numPages) * 0.9);
		}
		checkText(name, pages);
		const title = await titleOf(pdf);
		const { blocks, leftOut: more } = blocksOf(pages);
		return { blocks, pages: numPages, leftOut: [...leftOut, ...more], ...(title === null ? {} : { title }) };
	} finally {
		await pdf.destroy();
	}
}

async function textOfPage(pdf: Pdf, number: number): Promise<PageText | null> {
	try {
		const page = await pdf.getPage(number);
		const { width, height, transform } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent({ disableNormalization: true });
		page.cleanup();
		const placed = items.filter((item): item is (typeof items)[number] & PlacedText => 'str' in item);
		return pageText(number, width, height, transform.map(Number), placed);
	} catch {
		// The other pages may be whole.
		return null;
	}
}

/** A scan has no letters at all, a badly made PDF has letters that no table gives a meaning to. */
function checkText(name: string, pages: readonly PageText[]): void {
	if (pages.length === 0) throw damagedPdf(name);
	const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join(' ');
	if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 20) {
		throw new AppError(
			'no-text',
			`${name} has no text layer: its pages are pictures. Run it through text recognition (OCR) first, and give the PDF that comes out.`
		);
	}
	const strange = text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
	if (strange > text.length * 0.3) {
		throw new AppError(
			'no-text',
			`The letters of ${name} cannot be told: its fonts do not say what they mean. Run it through text recognition (OCR) first.`
		);
	}
}

function blocksOf(pages: readonly PageText[]): { blocks: RawBlock[]; leftOut: LeftOut[] } {
	const leftOut: LeftOut[] = [];
	const cut = withoutHeads(pages.map(({ page, height, runs }) => ({ page, height, pieces: piecesOf(runs) })));
	const rows: Row[] = [];
	for (const { page, pieces } of cut.pages) {
		const last = rows[rows.length - 1];
		rows.push(...readingOrder(page, pieces, last === undefined ? 0 : last.column + 1));
	}
	for (const { page, runs, turned } of pages) {
		if (runs.length === 0) leftOut.push({ what: `page ${page}`, because: 'there is no text on it', page });
		if (turned > 0) leftOut.push({ what: 'text set sideways', because: 'it is no part of the running text', page });
	}
	if (cut.numbered > 0) leftOut.push({ what: counted(cut.numbered, 'page number'), because: 'no part of the text' });
	const blocks = paragraphs(rows, new Map(pages.map(({ page, height }) => [page, height])));
	for (const { text, page, times } of cut.heads) {
		const because = `a running head or foot, on ${counted(times, 'page')}`;
		const at = blocks.findIndex((block) => (block.page ?? 0) >= page);
		blocks.splice(at === -1 ? blocks.length : at, 0, {
			kind: 'paragraph',
			text,
			page,
			drop: { rule: 'running-head', because }
		});
	}
	return { blocks, leftOut };
}

/** What the file’s own description says, unless a program put a file name there. */
async function titleOf(pdf: Pdf): Promise<string | null> {
	try {
		const { info } = await pdf.getMetadata();
		const written: unknown = 'Title' in info ? info.Title : null;
		const title = typeof written === 'string' ? tidy(written) : '';
		const isName = /^(microsoft word|untitled|document\d*$|.*\.(docx?|rtf|tex|pdf|indd|qxd|dvi|html?)$)/i.test(title);
		return title.length < 4 || isName ? null : title;
	} catch {
		return null;
	}
}
