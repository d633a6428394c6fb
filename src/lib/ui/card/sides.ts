import type { BasicNote, ReversedNote } from '../../domain/note';

/** What stands on a card's two sides: ordinal 1 of a reversed note asks the other way round. */
export function sidesOf(note: BasicNote | ReversedNote, ordinal: number): { front: string; back: string } {
	if (note.kind === 'basic' || ordinal === 0) return { front: note.front, back: note.back };
	return note.reverse ?? { front: note.back, back: note.front };
}
