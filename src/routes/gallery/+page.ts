import { dev } from '$app/environment';
import { error } from '@sveltejs/kit';

/** For those who work on the look: not in the built site. `dev` is a constant, so that the build leaves it all out. */
export const prerender = false;

export async function load() {
	if (!dev) error(404);
	return { Gallery: (await import('./Gallery.svelte')).default };
}
