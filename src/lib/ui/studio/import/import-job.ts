/** One of the documents that were brought together, and how far it has come. */
export type ImportJob = { readonly key: number; readonly name: string } & (
	| { readonly is: 'waiting' | 'done' }
	| { readonly is: 'reading'; readonly stage: 'reading' | 'finding' | 'saving'; readonly share: number }
	/** A plain sentence: what is wrong with it, and what to do. */
	| { readonly is: 'failed'; readonly message: string }
);

export const STAGE_WORDS = {
	reading: 'Reading the text',
	finding: 'Finding candidates',
	saving: 'Saving'
} as const;
