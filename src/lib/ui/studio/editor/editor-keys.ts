/** Every key of the list of notes, in one list: the page listens by it and Help shows it. */
export interface EditorKey {
	/** `KeyboardEvent.key`, letters in lower case, behind `Ctrl+`, `Shift+` and `Alt+` in this order. */
	readonly keys: readonly string[];
	readonly labels: readonly string[];
	readonly does: string;
	readonly action: EditorAction;
}

export type EditorAction =
	| 'next'
	| 'previous'
	| 'extend-down'
	| 'extend-up'
	| 'page-down'
	| 'page-up'
	| 'first'
	| 'last'
	| 'choose'
	| 'all'
	| 'none'
	| 'open'
	| 'new'
	| 'search'
	| 'replace'
	| 'tag'
	| 'move'
	| 'duplicate'
	| 'delete'
	| 'earlier'
	| 'later'
	| 'undo'
	| 'redo';

export const EDITOR_KEYS: readonly EditorKey[] = [
	{ keys: ['ArrowDown', 'j'], labels: ['↓', 'J'], does: 'To the next note', action: 'next' },
	{ keys: ['ArrowUp', 'k'], labels: ['↑', 'K'], does: 'To the one before', action: 'previous' },
	{
		keys: ['Shift+ArrowDown'],
		labels: ['Shift + ↓'],
		does: 'Choose it and the next one as well',
		action: 'extend-down'
	},
	{ keys: ['Shift+ArrowUp'], labels: ['Shift + ↑'], does: 'Choose it and the one before as well', action: 'extend-up' },
	{ keys: ['PageDown'], labels: ['Page ↓'], does: 'Ten notes on', action: 'page-down' },
	{ keys: ['PageUp'], labels: ['Page ↑'], does: 'Ten notes back', action: 'page-up' },
	{ keys: ['Home'], labels: ['Home'], does: 'To the first note', action: 'first' },
	{ keys: ['End'], labels: ['End'], does: 'To the last note', action: 'last' },
	{ keys: [' ', 'x'], labels: ['Space', 'X'], does: 'Choose the note, for what is done to several', action: 'choose' },
	{ keys: ['Ctrl+a'], labels: ['Ctrl + A'], does: 'Choose all notes in the list', action: 'all' },
	{ keys: ['Escape'], labels: ['Esc'], does: 'Choose none', action: 'none' },
	{ keys: ['Enter'], labels: ['Enter'], does: 'Open the note', action: 'open' },
	{ keys: ['n'], labels: ['N'], does: 'New note', action: 'new' },
	{ keys: ['/', 'Ctrl+f'], labels: ['/'], does: 'Search', action: 'search' },
	{ keys: ['Ctrl+h', 'r'], labels: ['R', 'Ctrl + H'], does: 'Find and replace', action: 'replace' },
	{ keys: ['t'], labels: ['T'], does: 'Tags of what is chosen', action: 'tag' },
	{ keys: ['m'], labels: ['M'], does: 'Move what is chosen to a topic', action: 'move' },
	{ keys: ['d', 'Ctrl+d'], labels: ['D', 'Ctrl + D'], does: 'Duplicate what is chosen', action: 'duplicate' },
	{ keys: ['Delete', 'Backspace'], labels: ['Delete'], does: 'Delete what is chosen', action: 'delete' },
	{ keys: ['Alt+ArrowUp'], labels: ['Alt + ↑'], does: 'Earlier in the deck', action: 'earlier' },
	{ keys: ['Alt+ArrowDown'], labels: ['Alt + ↓'], does: 'Later in the deck', action: 'later' },
	{ keys: ['z', 'Ctrl+z', 'u'], labels: ['Z', 'Ctrl + Z'], does: 'Undo', action: 'undo' },
	{ keys: ['Ctrl+Shift+z', 'Shift+z', 'Ctrl+y'], labels: ['Shift + Z', 'Ctrl + Y'], does: 'Redo', action: 'redo' }
];

/** Keys that hold within the form; for Help. */
export const FORM_KEYS: readonly { readonly labels: readonly string[]; readonly does: string }[] = [
	{ labels: ['Ctrl + Enter'], does: 'Save; what was written is also saved on leaving a field' },
	{ labels: ['Ctrl + Shift + C'], does: 'In a cloze: hide the selected words, as a card of their own' },
	{ labels: ['Ctrl + Shift + Alt + C'], does: 'The same, on the card of the hole before' },
	{ labels: ['Ctrl + B', 'Ctrl + I'], does: 'Strong, emphasis' },
	{ labels: ['Ctrl + M'], does: 'Maths: $…$ around what is selected' },
	{ labels: ['Alt + Page ↓', 'Alt + Page ↑'], does: 'The next note, the one before' },
	{ labels: ['Esc'], does: 'Back to the list; nothing is lost' },
	{ labels: ['arrows'], does: 'Upon a box over a picture: move it; with Shift, resize it; with Ctrl, by one' }
];

/** The action a key press asks for, or null: none, or one meant for a field, a dialog or the browser. */
export function editorAction(event: KeyboardEvent): EditorAction | null {
	const target = event.target instanceof HTMLElement ? event.target : null;
	if (target?.closest('dialog, input:not([type=checkbox]), textarea, select, [contenteditable]')) return null;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	if ((key === 'Enter' || key === ' ') && target?.closest('button, a, summary, [role="button"]')) return null;
	const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
	// Shift belongs to some signs themselves.
	const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key)) ? 'Shift+' : '';
	const pressed = `${ctrl}${shift}${event.altKey ? 'Alt+' : ''}${key}`;
	return EDITOR_KEYS.find(({ keys }) => keys.includes(pressed))?.action ?? null;
}
