import type { Note, Source } from '../domain/note';
import type { FactChange } from './fact-changes';
import { withTexts } from './note-texts';

/**
 * A note as it might read after its sentence has changed: figures, dates and names that the sentence states otherwise
 * are put in the place of the old ones in all its texts. A proposal for the author to look at.
 * @returns null when none of the old ones stands in the note
 */
export function rewordedNote(note: Note, changed: readonly FactChange[], sources: readonly Source[]): Note | null {
	const swaps = changed.flatMap(({ what, from, to }): readonly (readonly [string, string])[] =>
		from === null || to === null || what === 'negation' || what === 'certainty' ? [] : [[from, to]]
	);
	if (swaps.length === 0) return null;
	let found = false;
	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${swaps.map(([from]) => escaped(from)).join('|')})(?![\\p{L}\\p{N}])`,
		'gu'
	);
	// All at once, because what one puts there may be what another looks for.
	const reworded = withTexts(note, (text) =>
		text.replace(pattern, (words) => {
			found = true;
			return swaps.find(([from]) => from === words)?.[1] ?? words;
		})
	);
	return found ? { ...reworded, sources } : null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
