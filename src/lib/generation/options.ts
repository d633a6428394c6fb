import type { Profile } from './profile';

/** What an instructor may set; the same document and options give the same candidates, to the byte. */
export interface GenerationOptions {
	/** Chosen by the document where it is not given. */
	readonly profile?: Profile;
	/** What “the treatment”, “the drug” or “the disease” stands for throughout. */
	readonly subject?: string;
	/** Candidates that hold one of these come earlier. */
	readonly terms?: readonly string[];
	/** No candidate may hold one of these words. */
	readonly barred?: readonly string[];
	/** Whether candidates that are not likely to be good are proposed as well. */
	readonly doubtful?: boolean;
	/** Indices of dropped blocks that the instructor has restored, and of kept ones that were struck out. */
	readonly restored?: readonly number[];
	readonly struck?: readonly number[];
	/** Called after each sentence that was read, so that a worker can tell how far it is. Changes nothing. */
	readonly onprogress?: (done: number, total: number) => void;
}
