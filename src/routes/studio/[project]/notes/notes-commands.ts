import { editorAction, type EditorAction } from '$lib/ui/studio/editor/editor-keys';
import type { NoteSelection } from '$lib/ui/studio/editor/note-selection.svelte';
import type { ChosenNotes } from './chosen-notes.svelte';

/** What is asked about over the list. */
export type Asked = 'tag' | 'move' | 'new' | 'replace';

/** The page as the keys know it. */
export interface NotesScreen {
	readonly selection: NoteSelection;
	readonly chosen: ChosenNotes;
	/** Ids in the order shown. */
	readonly shown: readonly string[];
	/** They stand in the order of the deck. */
	readonly isInOrder: boolean;
	readonly isOpen: boolean;
	ask(what: Asked): void;
	focusList(): void;
	focusSearch(): void;
	/** Opens the note that the author is at, to be written in. */
	openCursor(): void;
	openNext(by: 1 | -1): void;
	/** Out of the form, what was typed being written. */
	leaveForm(): void;
	step(which: 'undo' | 'redo'): void;
}

const ANYWHERE: readonly EditorAction[] = ['new', 'search', 'replace', 'undo', 'redo'];

/** Keys of the page, wherever the focus is. @param screen read anew at each key */
export const notesKeys =
	(screen: () => NotesScreen) =>
	(event: KeyboardEvent): void => {
		const target = event.target instanceof HTMLElement ? event.target : null;
		if (event.defaultPrevented || target?.closest('dialog')) return;
		const { isOpen, openNext, leaveForm } = screen();
		if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp') && isOpen) {
			event.preventDefault();
			return openNext(event.key === 'PageDown' ? 1 : -1);
		}
		if (event.key === 'Escape' && target?.closest('[data-form]')) {
			event.preventDefault();
			return leaveForm();
		}
		const action = editorAction(event);
		if (action === null) return;
		// Keys of the list hold in the list, so that none is struck by mistake while a note is written.
		if (!ANYWHERE.includes(action) && target !== document.body && !target?.closest('[data-list]')) return;
		event.preventDefault();
		run(action, screen());
	};

function run(action: EditorAction, screen: NotesScreen): void {
	const { selection, chosen, shown } = screen;
	const move = (by: number, extend = false): void => {
		selection.move(by, extend);
		screen.focusList();
	};
	switch (action) {
		case 'next':
			return move(1);
		case 'previous':
			return move(-1);
		case 'extend-down':
			return move(1, true);
		case 'extend-up':
			return move(-1, true);
		case 'page-down':
			return move(10);
		case 'page-up':
			return move(-10);
		case 'first':
			return move(-shown.length);
		case 'last':
			return move(shown.length);
		case 'choose':
			if (selection.cursor !== null) selection.toggle(selection.cursor);
			return;
		case 'all':
			return selection.all();
		case 'none':
			return selection.clear();
		case 'open':
			return screen.openCursor();
		case 'new':
		case 'replace':
			return screen.ask(action);
		case 'search':
			return screen.focusSearch();
		case 'tag':
		case 'move':
			if (chosen.count > 0) screen.ask(action);
			return;
		case 'duplicate':
			return void chosen.duplicate();
		case 'delete':
			return void chosen.delete();
		case 'earlier':
		case 'later':
			if (screen.isInOrder) void chosen.shift(action === 'earlier' ? -1 : 1, shown);
			return;
		case 'undo':
		case 'redo':
			return screen.step(action);
	}
}
