import type { Rating } from '../../domain/event';
import type { NoteKind } from '../../domain/note';

export const RATINGS = [1, 2, 3, 4] as const satisfies readonly Rating[];

export const RATING_LABELS: Readonly<Record<Rating, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

/** What the button that shows the answer says. */
export function revealLabel(kind: NoteKind): string {
	return kind === 'typed' || kind === 'sequence' ? 'Check' : 'Show answer';
}
