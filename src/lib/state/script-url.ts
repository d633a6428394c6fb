/** The part of Trusted Types used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

declare global {
	interface Window {
		readonly trustedTypes?: TrustedTypes;
	}
}

let policy: { createScriptURL(url: string): string } | undefined;

/** Throws unless the address is of this site. */
function ownScript(url: string): string {
	const { origin, href } = new URL(url, location.href);
	if (origin !== location.origin) throw new TypeError(`A script of another site was asked for: ${origin}`);
	return href;
}

/**
 * Makes an address that workers and the service worker may be started from under the site's policy, which refuses plain
 * strings. With a worker: `import url from './name.worker.ts?worker&url'`, then `new Worker(scriptUrl(url), …)`.
 */
export function scriptUrl(url: string): string {
	// A policy's name can be taken only once per page.
	policy ??= window.trustedTypes?.createPolicy('recite-script-url', { createScriptURL: ownScript }) ?? {
		createScriptURL: ownScript
	};
	return policy.createScriptURL(url);
}
