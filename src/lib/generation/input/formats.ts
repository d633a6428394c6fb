/** The formats a document can come in. */
export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx';

const ENDINGS: Readonly<Record<string, Format>> = {
	txt: 'text',
	text: 'text',
	md: 'markdown',
	markdown: 'markdown',
	html: 'html',
	htm: 'html',
	xhtml: 'html',
	pdf: 'pdf',
	docx: 'docx'
};

/** For a file picker: the endings and MIME types that can be read. */
export const READABLE: readonly string[] = [
	...Object.keys(ENDINGS).map((ending) => `.${ending}`),
	'text/plain',
	'text/markdown',
	'text/html',
	'application/pdf',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
];

/** A name’s ending in small letters, without the dot; empty if there is none. */
export const endingOf = (name: string): string => /[^./\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The format that a file’s name promises; what is in it decides (see `signature.ts`). */
export const formatOf = (name: string): Format | null => {
	const ending = endingOf(name);
	return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
};
