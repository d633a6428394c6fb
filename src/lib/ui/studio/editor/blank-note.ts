import { withKind, type WritableKind } from '../../../authoring/drafts/kinds';
import type { Note } from '../../../domain/note';

/** A note of a kind with nothing in it yet. */
export function blankNote(kind: WritableKind, topic: string): Note {
	const shared = { id: '', topic, tags: [], sources: [] };
	if (kind === 'cloze') return { ...shared, kind, text: '' };
	if (kind === 'sequence') return { ...shared, kind, front: '', steps: ['', '', ''] };
	return withKind({ ...shared, kind: 'basic', front: '', back: '' }, kind).note;
}
