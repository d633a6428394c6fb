import { WRITABLE_KINDS } from '../../../authoring/drafts/kinds';
import type { NoteKind } from '../../../domain/note';

export const NOTE_KINDS = [...WRITABLE_KINDS, 'diagram'] as const satisfies readonly NoteKind[];

export const KIND_NAMES: Readonly<Record<NoteKind, string>> = {
	basic: 'Basic',
	reversed: 'Both ways',
	cloze: 'Cloze',
	typed: 'Typed',
	choice: 'Choice',
	sequence: 'Sequence',
	diagram: 'Diagram'
};

/** What each kind asks of a student, for whoever chooses one. */
export const KIND_HELP: Readonly<Record<NoteKind, string>> = {
	basic: 'a question and its answer',
	reversed: 'two cards, asked both ways',
	cloze: 'a sentence with words hidden',
	typed: 'the student types the answer',
	choice: 'one right answer among wrong ones',
	sequence: 'steps to put in order',
	diagram: 'parts of a picture, hidden one by one'
};
