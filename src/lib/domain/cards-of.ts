import { parseCloze } from './cloze';
import { cardId, noteId, type CardId } from './ids';
import type { Note } from './note';

/** The cards of a note, ascending by ordinal. A cloze without a readable deletion has none. */
export function cardsOf(root: string, note: Note): { id: CardId; ordinal: number }[] {
	const owner = noteId(root, note.id);
	return ordinalsOf(note).map((ordinal) => ({ id: cardId(owner, ordinal), ordinal }));
}

function ordinalsOf(note: Note): number[] {
	switch (note.kind) {
		case 'basic':
		case 'typed':
		case 'choice':
		case 'sequence':
			return [0];
		case 'reversed':
			return [0, 1];
		case 'cloze':
			return parseCloze(note.text).numbers.map((number) => number - 1);
		case 'diagram':
			return [...new Set(note.labels.map((label) => label.n))].sort((a, b) => a - b);
	}
}
