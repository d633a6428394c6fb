import { tick } from 'svelte';

/** Gives the focus to the first field within, once the dialog around it has taken its own. */
export function focusField(element: HTMLElement): void {
	void tick().then(() => element.querySelector<HTMLElement>('input, textarea')?.focus());
}
