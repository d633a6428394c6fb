import type { Handle } from '@sveltejs/kit';

/**
 * How the prerendered pages begin to load: what can be read comes first, and the scripts that bring it to life give way.
 * There is no server; this runs when the app is built.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => html.replaceAll('rel="modulepreload"', 'rel="modulepreload" fetchpriority="low"')
	});
