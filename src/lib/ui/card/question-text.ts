import { parseCloze } from '../../domain/cloze';
import type { Note } from '../../domain/note';
import { toPlainText } from '../../domain/rich-text';
import { sidesOf } from './sides';

/** What a card asks, in plain text as it is read out. */
export function questionText(note: Note, ordinal: number): string {
	return toPlainText(asked(note, ordinal));
}

function asked(note: Note, ordinal: number): string {
	switch (note.kind) {
		case 'basic':
		case 'reversed':
			return sidesOf(note, ordinal).front;
		case 'cloze':
			return parseCloze(note.text)
				.segments.map((segment) => {
					if (segment.kind === 'text' || segment.number !== ordinal + 1) return segment.text;
					return segment.hint === null ? 'blank' : `blank, ${segment.hint},`;
				})
				.join('');
		case 'diagram':
			return note.labels.find(({ n }) => n === ordinal)?.ask ?? note.front;
		case 'typed':
		case 'choice':
		case 'sequence':
			return note.front;
	}
}
