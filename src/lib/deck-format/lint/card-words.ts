import type { Face } from './faces';

/** All that a card says: what is asked, what is answered, and a diagram's own question. */
export function cardText(face: Face): string {
	const around = face.note.kind === 'diagram' ? [face.note.front] : [];
	return [...around, face.front, ...face.answers.map((answer) => answer.text)].join(' ');
}
