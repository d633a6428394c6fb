import type { ImportSource } from '../../../state/studio/document-work';

/** What a clipboard or a drag holds that a document can be made of. */
export interface Brought {
	readonly files: readonly File[];
	/** Formatted text, where there is some that says more than the plain text. */
	readonly html: string | null;
	readonly text: string;
}

/** Tags that tell headings, lists and paragraphs apart; without any, formatted text says no more than the plain one. */
const STRUCTURE = /<(?:h[1-6]|p|li|table|blockquote|article|section)[\s>]/i;

export function broughtBy(transfer: DataTransfer): Brought {
	const html = transfer.getData('text/html');
	const text = transfer.getData('text/plain');
	// A word processor gives a picture of the text beside the text; the text is what is meant.
	const files = text.trim() === '' && html.trim() === '' ? [...transfer.files] : [...transfer.files].filter(isDocument);
	return { files, html: STRUCTURE.test(html) ? html : null, text };
}

/** What is read of it: the files, or else the text; none where there is nothing in it. */
export function sourcesIn({ files, html, text }: Brought): ImportSource[] {
	if (files.length > 0) return files.map((file) => ({ is: 'file', file }));
	if (html !== null) return [{ is: 'html', html }];
	return text.trim() === '' ? [] : [{ is: 'text', text }];
}

const isDocument = ({ type }: File): boolean => !type.startsWith('image/');

/** Whether a drag brings something that can be taken; files say so before they can be read. */
export const isWelcome = ({ types }: DataTransfer): boolean =>
	types.includes('Files') || types.includes('text/plain') || types.includes('text/html');
