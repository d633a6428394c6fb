import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withPrecacheList } from './scripts/precache.mjs';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * Names the build by what goes into it, so that the same sources give the same build and an unchanged one does not
 * offer itself as an update. `RECITE_VERSION` overrides it (the tests of the update flow need two builds of one source).
 */
function versionName() {
	const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
	const inputs = [
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'scripts/shell-chunks.mjs',
		...filesUnder('src'),
		...filesUnder('static')
	];
	for (const file of inputs.sort())
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(root, file)))
			.update('\0');
	return `${version}+${hash.digest('hex').slice(0, 10)}`;
}

/** @param {string} folder */
function filesUnder(folder) {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** @param {string} text @returns {`sha256-${string}`} */
const sha256 = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Scripts written into app.html; kit knows the hashes of its own only. */
function inlineScripts() {
	const html = readFileSync(join(root, 'src/app.html'), 'utf8');
	return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => sha256(text));
}

/** The style attribute of kit's own route announcer, the one inline style in the app. */
const ANNOUNCER_STYLE =
	'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; ' +
	'white-space: nowrap; width: 1px; height: 1px';

// Left in the environment for the processes in which kit renders pages: were a file saved meanwhile, they would make
// another name of it, and the pages would not start.
process.env.RECITE_VERSION ??= versionName();

const out = process.env.RECITE_OUT;
const pages = out ? join(out, 'site') : 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// `RECITE_OUT` lets the tests build a second version beside the first.
		...(out ? { outDir: join(out, 'kit') } : {}),
		adapter: withPrecacheList(adapter({ fallback: '404.html', pages }), pages),
		// Not relative, because the fallback page is served at any depth.
		paths: { base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? ''), relative: false },
		// Styles come with the page: a dozen small files would each hold up the first paint on a slow network.
		inlineStyleThreshold: 40_000,
		version: { name: process.env.RECITE_VERSION },
		// Registered in src/lib/state/app-update.svelte.ts, which also leads the person through an update.
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', ...inlineScripts()],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', sha256(ANNOUNCER_STYLE)],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'recite-script-url']
			}
		}
	}
};
