import type { DiagramNote } from '../../domain/note';
import type { Drawing } from '../../domain/pack';
import { freshId, named, freshNoteId } from '../note-draft';
import type { Change, ProjectState } from '../project';
import { changing } from './changing';
import { lastNote, positionsAfter } from './order';

/** What a diagram note says besides its drawing, which is given beside it. */
export type DiagramDraft = Omit<DiagramNote, 'id' | 'drawing'>;

/**
 * Adds a diagram note with its drawing, in one step.
 * @param after id of a note to put it after; null for the beginning, absent for the end
 */
export function addDiagram(state: ProjectState, draft: DiagramDraft, drawing: Drawing, after?: string | null): Change {
	return changing(state, `Added the diagram “${draft.front}”`, (now) => {
		const name = `${freshId(draft.front, 'diagram', (each) => now.drawings.has(`${each}.svg`))}.svg`;
		now.drawings.set(name, drawing);
		const whole = { ...draft, drawing: name };
		const id = freshNoteId(whole, '', (each) => now.notes.has(each));
		const [position = 0] = positionsAfter(now, after === undefined ? lastNote(now) : after, 1);
		now.notes.set(id, { note: named(whole, id), position, candidate: null, waived: {} });
	});
}

/**
 * Writes a diagram note and its drawing anew, in one step. Another note's drawing of the same name stays as it is: this
 * one gets a drawing of its own then.
 */
export function editDiagram(state: ProjectState, note: DiagramNote, drawing: Drawing): Change {
	return changing(state, `Changed the diagram “${note.front}”`, (now) => {
		const found = now.notes.get(note.id);
		if (found === undefined) return;
		const isShared = [...now.notes.values()].some(
			(each) => each.note.id !== note.id && each.note.kind === 'diagram' && each.note.drawing === note.drawing
		);
		const name = isShared
			? `${freshId(note.front, 'diagram', (each) => now.drawings.has(`${each}.svg`))}.svg`
			: note.drawing;
		now.drawings.set(name, drawing);
		now.notes.set(note.id, { ...found, note: { ...note, drawing: name } });
	});
}
