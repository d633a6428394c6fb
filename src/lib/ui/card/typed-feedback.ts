import type { TypedNote } from '../../domain/note';
import { compareTyped, type DiffPart } from '../../domain/typed-answer';

export interface TypedFeedback {
	readonly right: boolean;
	/** Letter by letter; null where the two have too little in common for that to say anything. */
	readonly diff: readonly DiffPart[] | null;
}

/** Below this share of equal letters an alignment is chance. */
const ALIKE = 0.5;
/** How much more an accepted spelling must share to be shown in place of the main answer. */
const CLEARLY_NEARER = 0.2;

/** What is shown of a typed answer: against the main answer, unless it was clearly meant for another accepted one. */
export function typedFeedback(typed: string, note: Pick<TypedNote, 'answer' | 'accept'>): TypedFeedback {
	const nearest = compareTyped(typed, note.answer, note.accept);
	if (nearest.right) return nearest;
	const main = compareTyped(typed, note.answer, []);
	const { diff } = alike(nearest.diff) > alike(main.diff) + CLEARLY_NEARER ? nearest : main;
	return { right: false, diff: alike(diff) < ALIKE ? null : diff };
}

/** Letters that are the same, as a share of the longer text. Spaces count for nothing. */
function alike(diff: readonly DiffPart[]): number {
	const letters = (of: 'given' | 'expected', parts: readonly DiffPart[]): number =>
		[...parts.map((part) => part[of].replace(/\s/g, '')).join('')].length;
	const same = diff.filter((part) => part.kind === 'same');
	return letters('expected', same) / Math.max(1, letters('given', diff), letters('expected', diff));
}
