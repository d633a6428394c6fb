import { parseCloze } from '../../domain/cloze';
import type { Note } from '../../domain/note';
import { MATHS } from '../../domain/rich-text';

/** One card as a student meets it: what is asked, what is answered, and where both were written. Without markup. */
export interface Face {
	readonly note: Note;
	readonly front: string;
	/** The parts of the answer: one, or the steps of a sequence. */
	readonly answers: readonly Answer[];
	/** Path of the front within the note. */
	readonly frontPath: readonly (string | number)[];
	/** Whether the front is a question; a cloze is a sentence with a hole. */
	readonly isQuestion: boolean;
}

export interface Answer {
	readonly text: string;
	readonly path: readonly (string | number)[];
}

export function facesOf(note: Note): Face[] {
	const face = (front: string, frontPath: Face['frontPath'], ...answers: Answer[]): Face => ({
		note,
		front: plain(front),
		answers: answers.map(({ text, path }) => ({ text: plain(text), path })),
		frontPath,
		isQuestion: true
	});
	switch (note.kind) {
		case 'basic':
			return [face(note.front, ['front'], { text: note.back, path: ['back'] })];
		case 'reversed': {
			const there = face(note.front, ['front'], { text: note.back, path: ['back'] });
			if (note.reverse !== undefined) {
				const { front, back } = note.reverse;
				return [there, face(front, ['reverse', 'front'], { text: back, path: ['reverse', 'back'] })];
			}
			return [there, face(note.back, ['back'], { text: note.front, path: ['front'] })];
		}
		case 'typed':
		case 'choice':
			return [face(note.front, ['front'], { text: note.answer, path: ['answer'] })];
		case 'sequence':
			return [face(note.front, ['front'], ...note.steps.map((text, i) => ({ text, path: ['steps', i] })))];
		case 'diagram':
			return note.labels.map(({ ask, answer }, i) =>
				face(ask, ['labels', i, 'ask'], { text: answer, path: ['labels', i, 'answer'] })
			);
		case 'cloze':
			return clozeFaces(note.text).map(([front, answer]) => ({
				...face(front, ['text'], { text: answer, path: ['text'] }),
				isQuestion: false
			}));
	}
}

function clozeFaces(text: string): [string, string][] {
	const { segments, numbers } = parseCloze(text);
	return numbers.map((number) => {
		const isHidden = (segment: (typeof segments)[number]): boolean =>
			segment.kind === 'deletion' && segment.number === number;
		const front = segments.map((segment) => (isHidden(segment) ? '…' : segment.text)).join('');
		const hidden = segments.filter(isHidden).map((segment) => segment.text);
		return [front, [...new Set(hidden)].join('; ')];
	});
}

/** What no backslash takes the meaning off. */
const UNESCAPED_MATHS = new RegExp(`(?<!\\\\)(?:${MATHS.source})`, 'gu');

/**
 * Rich text without its marks, paragraphs joined by spaces. A formula counts as one word, made of its letters, because
 * signs of TeX are neither names nor figures that a quote would have to give.
 */
export function plain(text: string): string {
	return text
		.replace(UNESCAPED_MATHS, (tex) => `formula${tex.replace(/\\[a-z]+|[^a-z]/gi, '').toLowerCase()}`)
		.replace(/\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\^(.+?)\^|~(.+?)~/gu, (_, ...found: (string | undefined)[]) =>
			String(found.slice(0, 5).find((each) => each !== undefined) ?? '')
		)
		.replace(/\s+/g, ' ')
		.trim();
}
