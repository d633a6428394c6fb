import { createHash } from 'node:crypto';
import { parseCloze } from '../lib/domain/cloze';
import type { Note } from '../lib/domain/note';

/** A note as a judge reads it. */
export interface GoldCard {
	/** Stable name of the texts below: the first 12 hexadecimal digits of their SHA-256. */
	readonly card: string;
	/** Question, or the cloze text with its marks. */
	readonly front: string;
	/** Answer, or steps in order; empty for a cloze. */
	readonly back: string;
	/** Wrong answers of a choice, in the order of the alphabet. */
	readonly options: readonly string[];
}

/** The texts by which a note is judged and known again. Ids are left out, because they may change where no text does. */
export function goldCard(note: Note): GoldCard {
	switch (note.kind) {
		case 'basic':
		case 'reversed':
			return named(note.front, note.back);
		case 'typed':
			return named(note.front, note.answer);
		case 'cloze':
			return named(note.text, '');
		case 'choice':
			return named(note.front, note.answer, note.distractors.map(({ text }) => text).sort());
		case 'sequence':
			return named(note.front, note.steps.join(' → '));
		case 'diagram':
			return named(note.front, note.labels.map(({ answer }) => answer).join(' → '));
	}
}

export function named(front: string, back: string, options: readonly string[] = []): GoldCard {
	const digest = createHash('sha256').update(JSON.stringify([front, back, options]));
	return { card: digest.digest('hex').slice(0, 12), front, back, options };
}

/** What the card says in all, and the part of it that the student has to give. */
export function sidesOf({ front, back }: Pick<GoldCard, 'front' | 'back'>): {
	readonly whole: string;
	readonly answer: string;
} {
	if (back !== '') return { whole: `${front} ${back}`, answer: back };
	const { segments } = parseCloze(front);
	return {
		whole: segments.map(({ text }) => text).join(''),
		answer: segments.flatMap(({ kind, text }) => (kind === 'deletion' ? [text] : [])).join(' ')
	};
}
