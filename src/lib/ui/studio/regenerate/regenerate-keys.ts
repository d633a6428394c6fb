/** Every key of taking in a newer version, in one list: the page listens by it and shows it. */
export interface RegenerateKey {
	/** Values of `KeyboardEvent.key`, letters in lower case. */
	readonly keys: readonly string[];
	/** As it is written on the keyboard. */
	readonly labels: readonly string[];
	readonly does: string;
	readonly action: RegenerateAction;
}

export type RegenerateAction =
	'keep' | 'take' | 'changed' | 'remove' | 'later' | 'edit' | 'source' | 'next' | 'previous' | 'open' | 'undo';

export const REGENERATE_KEYS: readonly RegenerateKey[] = [
	{ keys: ['a'], labels: ['A'], does: 'Keep the card as it is; of a new one: add it', action: 'keep' },
	{ keys: ['t'], labels: ['T'], does: 'Take the new wording: the same fact, said otherwise', action: 'take' },
	{ keys: ['f'], labels: ['F'], does: 'This fact changed: a new card in its place', action: 'changed' },
	{ keys: ['r'], labels: ['R'], does: 'Remove the card; of a new one: reject it', action: 'remove' },
	{ keys: ['s'], labels: ['S'], does: 'Of a new one: leave it for later', action: 'later' },
	{ keys: ['e'], labels: ['E'], does: 'Write the new wording', action: 'edit' },
	{ keys: ['q'], labels: ['Q'], does: 'Choose the sentence it rests on', action: 'source' },
	{ keys: ['j', 'ArrowDown', 'n'], labels: ['J', '↓'], does: 'To the next one', action: 'next' },
	{ keys: ['k', 'ArrowUp', 'p'], labels: ['K', '↑'], does: 'To the one before', action: 'previous' },
	{ keys: ['g'], labels: ['G'], does: 'To the next one that must be decided', action: 'open' },
	{ keys: ['z', 'u'], labels: ['Z', 'Ctrl + Z'], does: 'Take the last decision back', action: 'undo' }
];

/** The action a key press asks for, or null: none, or one meant for a field, a dialog or the browser. */
export function regenerateAction(event: KeyboardEvent): RegenerateAction | null {
	const target = event.target instanceof HTMLElement ? event.target : null;
	if (event.altKey || target?.closest('dialog, input, textarea, select, [contenteditable]')) return null;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? 'undo' : null;
	return REGENERATE_KEYS.find(({ keys }) => keys.includes(key))?.action ?? null;
}
