import { parseHTML } from 'linkedom/worker';

/** Parses HTML into a page of its own, where nothing runs or is fetched; the same code in a worker as in Node. */
export function pageOf(html: string): Document {
	const isWhole = /<(html|body|head)[\s>]/i.test(html.slice(0, 100_000));
	const { document } = parseHTML(isWhole ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`);
	return document;
}
