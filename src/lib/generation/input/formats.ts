/** The formats a document can come in, by the ending of its name. */
export type Format = 'text' | 'markdown';

const ENDINGS: Readonly<Record<string, Format>> = { txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown' };

export const formatOf = (name: string): Format | null =>
	ENDINGS[/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
