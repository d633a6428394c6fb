import { version } from '$app/environment';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { noteVersion } from '$lib/state/device-version';
import type { ToastList } from '$lib/state/toasts.svelte';

/** Says once, after an update, that there was one. */
export function tellOfUpdate(toasts: ToastList): void {
	if (!noteVersion(version)) return;
	const action = { label: 'What is new', run: () => void goto(resolve('/help')) };
	toasts.say('Recite has been updated.', { action });
}
