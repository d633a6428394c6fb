import { clozeText } from '../domain/cloze';
import type { Note, NoteKind } from '../domain/note';
import { toPlainText } from '../domain/rich-text';
import { candidateId } from '../generation/cards/candidate';

/** A note that has no id yet. Every note is one. */
export type NoteDraft = { [Kind in NoteKind]: Omit<Extract<Note, { kind: Kind }>, 'id'> }[NoteKind];

/** What is asked, as plain text on one line: for lists, and for naming the note. */
export function frontOf(note: NoteDraft): string {
	const front = note.kind === 'cloze' ? clozeText(note.text) : note.front;
	return toPlainText(front).replace(/\s+/g, ' ').trim();
}

/** What is answered, as plain text on one line. */
export function backOf(note: NoteDraft): string {
	const back = {
		basic: () => (note.kind === 'basic' ? note.back : ''),
		reversed: () => (note.kind === 'reversed' ? note.back : ''),
		typed: () => (note.kind === 'typed' ? note.answer : ''),
		choice: () => (note.kind === 'choice' ? note.answer : ''),
		sequence: () => (note.kind === 'sequence' ? note.steps.join(' → ') : ''),
		diagram: () => (note.kind === 'diagram' ? note.labels.map(({ answer }) => answer).join(', ') : ''),
		cloze: () => ''
	}[note.kind]();
	return toPlainText(back).replace(/\s+/g, ' ').trim();
}

/**
 * An id for a new note: words of its front to be read, and a hash to tell it from others of the same words.
 * @param seed what it was made from, so that the same candidate gets the same id again
 */
export function freshNoteId(draft: NoteDraft, seed: string, isTaken: (id: string) => boolean): string {
	const words = slug(frontOf(draft), 36) || draft.kind;
	for (let turn = 0; ; turn++) {
		const hash = candidateId(seed, words, String(turn)).slice(-4);
		const id = `${words}-${hash}`;
		if (!isTaken(id)) return id;
	}
}

/** Lower-case letters, digits and single hyphens, cut between words; empty where the text has none. */
export function slug(text: string, longest: number): string {
	const words = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	let made = '';
	for (const word of words ?? []) {
		const next = made === '' ? word.slice(0, longest) : `${made}-${word}`;
		if (next.length > longest) break;
		made = next;
	}
	return made;
}

/** A slug that nothing else has: `name`, `name-2`, `name-3`. */
export function freshId(text: string, otherwise: string, isTaken: (id: string) => boolean): string {
	const name = slug(text, 40) || otherwise;
	for (let turn = 1; ; turn++) {
		const id = turn === 1 ? name : `${name}-${turn}`;
		if (!isTaken(id)) return id;
	}
}

/** The draft with an id. */
export const named = (draft: NoteDraft, id: string): Note => ({ ...draft, id });
