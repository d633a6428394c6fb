/** What a document can be made from: a file, or what was pasted. */
export type ImportSource =
	| { readonly is: 'file'; readonly file: File }
	| { readonly is: 'text'; readonly text: string; readonly name?: string }
	| { readonly is: 'html'; readonly html: string; readonly name?: string };
