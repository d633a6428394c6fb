import { AppError } from '../../domain/app-error';
import type { Note } from '../../domain/note';
import { freshNoteId, named, type NoteDraft } from '../note-draft';
import type { Change, ProjectNote, ProjectState } from '../project';
import { changing, counted, type Editable } from './changing';
import { afterInText, lastNote, positionsAfter } from './order';

/**
 * Adds notes. They are put where they stand in the order of the text, or at the end where they quote nothing.
 * @param after id of a note to put them after instead; null for the beginning
 */
export function addNotes(state: ProjectState, drafts: readonly NoteDraft[], after?: string | null): Change {
	return changing(state, `Added ${counted(drafts.length, 'note')}`, (now) => {
		let before = after;
		for (const draft of drafts) before = add(now, draft, before === undefined ? placeInText(now, draft) : before);
	});
}

function placeInText(now: Editable, { sources: [first] }: NoteDraft): string | null {
	return first === undefined ? lastNote(now) : afterInText(now, first.document, first.start);
}

function add(now: Editable, draft: NoteDraft, after: string | null, from?: ProjectNote): string {
	const [position = 0] = positionsAfter(now, after, 1);
	const id = freshNoteId(draft, from?.note.id ?? '', (each) => now.notes.has(each));
	now.notes.set(id, { note: named(draft, id), position, candidate: from?.candidate ?? null, waived: {} });
	return id;
}

/** Writes a note anew: its fields, its kind, its sources, whatever the form holds. Its id stays. */
export function editNote(state: ProjectState, note: Note): Change {
	return changing(state, 'Edited a note', (now) => {
		now.notes.set(note.id, { ...present(now, note.id), note });
	});
}

export function deleteNotes(state: ProjectState, ids: readonly string[]): Change {
	return changing(state, `Deleted ${counted(ids.length, 'note')}`, (now) => {
		for (const id of ids) now.notes.delete(id);
		const gone = new Set(ids);
		for (const [key, decision] of now.decisions) {
			if (!decision.notes.some((id) => gone.has(id))) continue;
			const notes = decision.notes.filter((id) => !gone.has(id));
			// What was accepted and then deleted is not wanted; it must not come up for review again.
			now.decisions.set(key, notes.length === 0 ? { is: 'rejected', notes } : { ...decision, notes });
		}
	});
}

/** Puts a copy right behind each note. */
export function duplicateNotes(state: ProjectState, ids: readonly string[]): Change {
	return changing(state, `Duplicated ${counted(ids.length, 'note')}`, (now) => {
		for (const id of ids) add(now, present(now, id).note, id, { ...present(now, id), candidate: null });
	});
}

/** Puts several notes in one note's stead (see `drafts/split.ts`): the first keeps the id. */
export function splitNote(state: ProjectState, id: string, parts: readonly NoteDraft[]): Change {
	return changing(state, `Split a note into ${parts.length}`, (now) => {
		const whole = present(now, id);
		const [first, ...others] = parts;
		if (first === undefined) return;
		now.notes.set(id, { ...whole, note: named(first, id) });
		let after = id;
		const made = others.map((draft) => (after = add(now, draft, after, whole)));
		for (const [key, decision] of now.decisions) {
			if (decision.notes.includes(id)) now.decisions.set(key, { ...decision, notes: [...decision.notes, ...made] });
		}
	});
}

/** Puts one note in the stead of several (see `drafts/merged.ts`): it keeps the first one's id and place. */
export function mergeNotes(state: ProjectState, ids: readonly string[], merged: NoteDraft): Change {
	return changing(state, `Merged ${ids.length} notes`, (now) => {
		const [first, ...others] = ids;
		if (first === undefined) return;
		const before = present(now, first);
		const waived = Object.assign({}, ...ids.map((id) => present(now, id).waived)) as ProjectNote['waived'];
		now.notes.set(first, { ...before, note: named(merged, first), waived });
		for (const id of others) now.notes.delete(id);
		for (const [key, decision] of now.decisions) {
			if (!decision.notes.some((id) => others.includes(id))) continue;
			const notes = [...new Set(decision.notes.map((id) => (others.includes(id) ? first : id)))];
			now.decisions.set(key, { ...decision, notes });
		}
	});
}

export function moveToTopic(state: ProjectState, ids: readonly string[], topic: string): Change {
	const title = state.deck.topics.find((each) => each.id === topic)?.title;
	if (title === undefined) throw new AppError('topic-missing', 'This topic is not there any more. Choose another one.');
	return changing(state, `Moved ${counted(ids.length, 'note')} to “${title}”`, (now) => {
		for (const id of ids) {
			const each = present(now, id);
			now.notes.set(id, { ...each, note: { ...each.note, topic } });
		}
	});
}

/** Puts notes, in the order in which they are given, right after another; null puts them first. */
export function placeNotes(state: ProjectState, ids: readonly string[], after: string | null): Change {
	return changing(state, `Moved ${counted(ids.length, 'note')}`, (now) => {
		const moved = ids.map((id) => present(now, id));
		for (const id of ids) now.notes.delete(id);
		const positions = positionsAfter(now, after !== null && now.notes.has(after) ? after : null, ids.length);
		for (const [i, each] of moved.entries()) {
			now.notes.set(each.note.id, { ...each, position: positions[i] ?? each.position });
		}
	});
}

export function tagNotes(state: ProjectState, ids: readonly string[], tags: readonly string[]): Change {
	return retag(state, ids, `Tagged ${counted(ids.length, 'note')}`, (own) => [...new Set([...own, ...tags])]);
}

export function untagNotes(state: ProjectState, ids: readonly string[], tags: readonly string[]): Change {
	const label = `Took tags off ${counted(ids.length, 'note')}`;
	return retag(state, ids, label, (own) => own.filter((tag) => !tags.includes(tag)));
}

function retag(
	state: ProjectState,
	ids: readonly string[],
	label: string,
	next: (own: readonly string[]) => readonly string[]
): Change {
	return changing(state, label, (now) => {
		for (const id of ids) {
			const each = present(now, id);
			now.notes.set(id, { ...each, note: { ...each.note, tags: next(each.note.tags) } });
		}
	});
}

/** Says why a lint does not hold for a note; without a reason it holds again. */
export function waive(state: ProjectState, id: string, rule: string, reason: string | null): Change {
	return changing(state, reason === null ? 'Took a waiver back' : 'Waived a check', (now) => {
		const each = present(now, id);
		const { [rule]: _, ...others } = each.waived;
		now.notes.set(id, { ...each, waived: reason === null ? others : { ...others, [rule]: reason } });
	});
}

/** @throws AppError `note-missing`: it was deleted in another window, or by an undo */
function present(now: Editable, id: string): ProjectNote {
	const found = now.notes.get(id);
	if (found === undefined)
		throw new AppError('note-missing', 'This note is not there any more. Undo may bring it back.');
	return found;
}
