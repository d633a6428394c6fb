/** The list of files that the service worker keeps, written beside the built app when all of them are there. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const PRECACHE_LIST = 'precache.json';

/** Not needed offline: what only a browser's or shop's install dialogue shows, and what the worker itself is. */
const LEFT_OUT = [
	/^service-worker\.js$/,
	/^precache\.json$/,
	/^screenshots\//,
	/^_app\/version\.json$/,
	/\.map$/,
	/(^|\/)\./
];

/**
 * Kit's own list (`build` of $service-worker) lacks the chunks that workers share, hence one taken from the folder.
 * @param {string} folder
 * @returns {Record<string, string>} path → the first 16 hexadecimal digits of the SHA-256 of its content
 */
export function precached(folder) {
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
		.sort();
	return Object.fromEntries(
		paths.map((path) => [
			path,
			createHash('sha256')
				.update(readFileSync(join(folder, path)))
				.digest('hex')
				.slice(0, 16)
		])
	);
}

/**
 * Wraps an adapter so that the list is written after it.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} folder the one it writes to
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPrecacheList(adapter, folder) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			const list = { version: builder.config.kit.version?.name, files: precached(folder) };
			writeFileSync(join(folder, PRECACHE_LIST), JSON.stringify(list));
		}
	};
}
