import { error } from '@sveltejs/kit';

/** For those who work on the look: not in the built site. */
export const prerender = false;

export async function load() {
	// The build writes `false` here and leaves the import out; the same test the other way round would keep it.
	if (import.meta.env.DEV) return { Gallery: (await import('./Gallery.svelte')).default };
	error(404);
}
