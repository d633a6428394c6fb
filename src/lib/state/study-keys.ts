/** Every key of Study, in one list: the page listens by it and Help shows it. */
export interface StudyKey {
	/** Values of `KeyboardEvent.key`. */
	readonly keys: readonly string[];
	/** As it is written on the keyboard. */
	readonly labels: readonly string[];
	readonly does: string;
	readonly action: StudyAction;
}

export type StudyAction =
	'reveal' | 'again' | 'hard' | 'good' | 'easy' | 'undo' | 'suspend' | 'bury' | 'flag' | 'edit' | 'hint' | 'leave';

export const STUDY_KEYS: readonly StudyKey[] = [
	{ keys: [' ', 'Enter'], labels: ['Space', 'Enter'], does: 'Show the answer; then: Good', action: 'reveal' },
	{ keys: ['1'], labels: ['1'], does: 'Again: not recalled', action: 'again' },
	{ keys: ['2'], labels: ['2'], does: 'Hard: recalled with effort', action: 'hard' },
	{ keys: ['3'], labels: ['3'], does: 'Good: recalled', action: 'good' },
	{ keys: ['4'], labels: ['4'], does: 'Easy: recalled at once', action: 'easy' },
	{ keys: ['u', 'z'], labels: ['U', 'Ctrl + Z'], does: 'Undo the last thing done', action: 'undo' },
	{ keys: ['h'], labels: ['H'], does: 'Show the hint, where a card has one', action: 'hint' },
	{ keys: ['b'], labels: ['B'], does: 'Bury: hide the card until tomorrow', action: 'bury' },
	{ keys: ['s'], labels: ['S'], does: 'Suspend: set the card aside until you bring it back', action: 'suspend' },
	{ keys: ['f'], labels: ['F'], does: 'Flag the card, with a note', action: 'flag' },
	{ keys: ['e'], labels: ['E'], does: 'Edit: word the card otherwise, once its answer is shown', action: 'edit' },
	{ keys: ['Escape'], labels: ['Esc'], does: 'Leave; everything done so far is kept', action: 'leave' }
];

const PRESSED_BY_KEY = 'button, a, summary, [role="button"], [role="option"], [role="listitem"]';

/** The action a key press asks for, or null: none, or one meant for a field, a dialog or the browser. */
export function studyAction(event: KeyboardEvent): StudyAction | null {
	const target = event.target instanceof HTMLElement ? event.target : null;
	const undo = event.key.toLowerCase() === 'z';
	if (event.altKey || (event.ctrlKey || event.metaKey) !== undo) return null;
	if (target?.closest('dialog, input, textarea, select, [contenteditable]')) return keyOfEmptyField(event, target);
	// Enter and Space on a button press that button; one that is out of use presses nothing.
	const presses = event.key === 'Enter' || event.key === ' ';
	if (presses && target?.closest(`:is(${PRESSED_BY_KEY}):not([aria-disabled="true"])`)) return null;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	return STUDY_KEYS.find((entry) => entry.keys.includes(key))?.action ?? null;
}

/** The field of a typed card holds the focus from the start, so while it is empty it must not shut the keyboard in. */
function keyOfEmptyField(event: KeyboardEvent, field: HTMLElement): StudyAction | null {
	const empty = field instanceof HTMLInputElement && field.value === '' && !event.isComposing;
	if (!empty || field.closest('dialog')) return null;
	if (event.key === 'Enter') return 'reveal';
	return event.key.toLowerCase() === 'z' ? 'undo' : null;
}
