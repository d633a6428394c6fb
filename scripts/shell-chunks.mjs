/**
 * Puts code that is loaded together into one file, because some thirty small ones hardly compress: what every page loads
 * (packages apart from the app's own code, which changes more often), and what Study shares with any other page.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROUTES = join(import.meta.dirname, '../src/routes');
/** What the root layout imports, every page needs. */
const LAYOUT = join(ROUTES, '+layout.svelte');
const PAGES = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('+page.svelte'))
	.map((path) => join(ROUTES, path));
const STUDY = join(ROUTES, 'study/[...deck]/+page.svelte');

/** @returns {import('vite').Plugin} */
export function shellChunks() {
	return {
		name: 'recite-shell-chunks',
		apply: 'build',
		outputOptions(options) {
			if (this.environment?.config.consumer !== 'client') return null;
			/** @type {Map<string, string> | undefined} */
			let files;
			return {
				...options,
				codeSplitting: {
					groups: [
						{
							debugName: 'shell',
							name(id, context) {
								files ??= fileOf((module) => context.getModuleInfo(module)?.importedIds ?? []);
								return files.get(id) ?? null;
							}
						}
					]
				}
			};
		}
	};
}

/** @typedef {(id: string) => readonly string[]} ImportsOf */

/**
 * Which file each module goes to; the bundler decides about those not named.
 * @param {ImportsOf} importsOf
 */
function fileOf(importsOf) {
	const others = PAGES.filter((page) => page !== STUDY).map((page) => staticImports(page, importsOf));
	/** @type {Map<string, string>} */
	const files = new Map();
	for (const id of staticImports(STUDY, importsOf)) {
		if (others.some((modules) => modules.has(id))) files.set(id, 'shared');
	}
	for (const id of staticImports(LAYOUT, importsOf)) {
		files.set(id, id.includes('/node_modules/') ? 'packages' : 'shell');
	}
	return files;
}

/**
 * A module and all that it imports, directly or not, without what is loaded on demand.
 * @param {string} entry
 * @param {ImportsOf} importsOf
 */
function staticImports(entry, importsOf) {
	const found = new Set([entry]);
	for (const id of found) for (const imported of importsOf(id)) found.add(imported);
	return found;
}
