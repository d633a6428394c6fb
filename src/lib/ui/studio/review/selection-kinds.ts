import type { WritableKind } from '../../../authoring/drafts/kinds';

/** What can be made of a selection, in the order of the keys 1 to 6. */
export const SELECTION_KINDS = [
	'basic',
	'reversed',
	'cloze',
	'typed',
	'choice',
	'sequence'
] as const satisfies readonly WritableKind[];
