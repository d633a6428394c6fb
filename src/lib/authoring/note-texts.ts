import type { Note } from '../domain/note';

/** A text of a note that is the author's to write. Quotes are the document's, and so not among them. */
export const TEXT_FIELDS = [
	'front',
	'back',
	'text',
	'answer',
	'accept',
	'distractors',
	'steps',
	'labels',
	'alt',
	'hint',
	'explain',
	'contrast'
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** The note with each of its texts put through a function. Fields that it leaves as they are stay the same. */
export function withTexts<N extends Note>(note: N, map: (text: string, field: TextField) => string): N {
	const next: Record<string, unknown> = { ...note };
	const each = (field: TextField): void => {
		const value = next[field];
		if (typeof value === 'string') next[field] = map(value, field);
	};
	for (const field of ['front', 'back', 'text', 'answer', 'alt', 'hint', 'explain', 'contrast'] as const) each(field);
	if (note.kind === 'reversed' && note.reverse !== undefined) {
		next['reverse'] = { front: map(note.reverse.front, 'front'), back: map(note.reverse.back, 'back') };
	}
	if (note.kind === 'typed') next['accept'] = note.accept.map((text) => map(text, 'accept'));
	if (note.kind === 'sequence') next['steps'] = note.steps.map((text) => map(text, 'steps'));
	if (note.kind === 'choice') {
		next['distractors'] = note.distractors.map(({ text, why }) => ({
			text: map(text, 'distractors'),
			why: map(why, 'distractors')
		}));
	}
	if (note.kind === 'diagram') {
		next['labels'] = note.labels.map((label) => ({
			...label,
			answer: map(label.answer, 'labels'),
			ask: map(label.ask, 'labels')
		}));
	}
	if (note.media !== undefined) {
		next['media'] = note.media.map((picture) => ({ ...picture, alt: map(picture.alt, 'alt') }));
	}
	// Every text was put through a function from texts to texts, so the shape is that of the note.
	return next as unknown as N;
}

/** Every text of a note with its field, in the order in which they are written. */
export function textsOf(note: Note): { readonly field: TextField; readonly text: string }[] {
	const found: { field: TextField; text: string }[] = [];
	withTexts(note, (text, field) => {
		found.push({ field, text });
		return text;
	});
	return found;
}
