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
	'reveal' | 'again' | 'hard' | 'good' | 'easy' | 'undo' | 'suspend' | 'bury' | 'flag' | 'hint' | 'leave';

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
	{ keys: ['Escape'], labels: ['Esc'], does: 'Leave; everything done so far is kept', action: 'leave' }
];

/** The action a key press asks for, or null: none, or one meant for a field, a dialog or the browser. */
export function studyAction(event: KeyboardEvent): StudyAction | null {
	const target = event.target;
	if (target instanceof HTMLElement && target.closest('dialog, input, textarea, select, [contenteditable]'))
		return null;
	const undo = event.key.toLowerCase() === 'z';
	if (event.altKey || (event.ctrlKey || event.metaKey) !== undo) return null;
	// Enter and Space on a button press that button.
	const presses = event.key === 'Enter' || event.key === ' ';
	if (
		presses &&
		target instanceof HTMLElement &&
		target.closest('button, a, summary, [role="option"], [role="listitem"]')
	) {
		return null;
	}
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	return STUDY_KEYS.find((entry) => entry.keys.includes(key))?.action ?? null;
}
