/** Every key of the review, in one list: the page listens by it and Help shows it. */
export interface ReviewKey {
	/** Values of `KeyboardEvent.key`, letters in lower case; with `Shift+` before those that need it. */
	readonly keys: readonly string[];
	/** As it is written on the keyboard. */
	readonly labels: readonly string[];
	readonly does: string;
	readonly action: ReviewAction;
}

export type ReviewAction =
	| 'accept'
	| 'reject'
	| 'skip'
	| 'edit'
	| 'kind'
	| 'split'
	| 'merge'
	| 'choose'
	| 'reopen'
	| 'next'
	| 'previous'
	| 'undo'
	| 'redo'
	| 'text'
	| 'strike'
	| 'coverage'
	| 'options'
	| 'escape';

export const REVIEW_KEYS: readonly ReviewKey[] = [
	{ keys: ['a'], labels: ['A'], does: 'Accept: the candidate becomes a note of the deck', action: 'accept' },
	{ keys: ['r'], labels: ['R'], does: 'Reject: no card of this', action: 'reject' },
	{ keys: ['s'], labels: ['S'], does: 'Skip: leave it for later', action: 'skip' },
	{ keys: ['e'], labels: ['E'], does: 'Edit it, then accept it', action: 'edit' },
	{ keys: ['k'], labels: ['K'], does: 'Change its kind', action: 'kind' },
	{ keys: ['x'], labels: ['X'], does: 'Split it into notes that each ask one thing', action: 'split' },
	{ keys: ['m'], labels: ['M'], does: 'Merge it with those chosen, or with the next one', action: 'merge' },
	{ keys: ['v'], labels: ['V'], does: 'Choose it for merging; again: no more', action: 'choose' },
	{ keys: ['o'], labels: ['O'], does: 'Open it again: take the decision back', action: 'reopen' },
	{ keys: ['ArrowRight', 'n', 'j'], labels: ['→', 'N'], does: 'To the next candidate', action: 'next' },
	{ keys: ['ArrowLeft', 'p'], labels: ['←', 'P'], does: 'To the one before', action: 'previous' },
	{ keys: ['z', 'u'], labels: ['Z', 'Ctrl + Z'], does: 'Undo the last thing done', action: 'undo' },
	{ keys: ['Shift+z', 'y'], labels: ['Shift + Z', 'Y'], does: 'Redo', action: 'redo' },
	{ keys: ['t'], labels: ['T'], does: 'Into the text, to its sentence', action: 'text' },
	{ keys: ['d'], labels: ['D'], does: 'Leave its paragraph out, or take it back in', action: 'strike' },
	{ keys: ['c'], labels: ['C'], does: 'Show the sentences without a card', action: 'coverage' },
	{ keys: ['g'], labels: ['G'], does: 'How candidates are found: kind of text, subject, terms', action: 'options' },
	{ keys: ['Escape'], labels: ['Esc'], does: 'Out of the text, out of a form', action: 'escape' }
];

/** Keys that hold within the text and in forms; for Help. */
export const TEXT_KEYS: readonly { readonly labels: readonly string[]; readonly does: string }[] = [
	{ labels: ['↑', '↓'], does: 'In the text: to the sentence before, to the next' },
	{ labels: ['←', '→'], does: 'In the text: select a word; with Shift, more of them' },
	{ labels: ['Shift + ↓'], does: 'In the text: select whole sentences' },
	{
		labels: ['1', 'to', '6'],
		does: 'With something selected: make a note: basic, both ways, cloze, typed, choice, sequence'
	},
	{ labels: ['0'], does: 'With a sentence selected that has no card: say why none is wanted' },
	{ labels: ['+'], does: 'With something selected: keep it, and select another place as well' },
	{ labels: ['Enter'], does: 'In the text: to the candidate of the sentence; if there is none, make a card of it' },
	{ labels: ['Ctrl + Enter'], does: 'In a form: save' },
	{ labels: ['Esc'], does: 'In a form: cancel, what was typed is given up' }
];

const PRESSED_BY_KEY = 'button, a, summary, [role="button"]';

/** The action a key press asks for, or null: none, or one meant for a field, a dialog or the browser. */
export function reviewAction(event: KeyboardEvent): ReviewAction | null {
	const target = event.target !== null && event.target instanceof HTMLElement ? event.target : null;
	if (target?.closest('dialog, input, textarea, select, [contenteditable]')) return null;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	if (event.altKey) return null;
	if (event.ctrlKey || event.metaKey) {
		if (key === 'y') return 'redo';
		return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : null;
	}
	if ((key === 'Enter' || key === ' ') && target?.closest(PRESSED_BY_KEY)) return null;
	const pressed = event.shiftKey ? `Shift+${key}` : key;
	return REVIEW_KEYS.find(({ keys }) => keys.includes(pressed))?.action ?? null;
}
