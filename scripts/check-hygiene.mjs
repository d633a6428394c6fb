/**
 * `npm run hygiene`: what no other tool looks after. In the sources: no registry, no path of one computer, no inline
 * style or raw HTML, no test left out. In the built app (`--folder`, by default build/): no outside host, nothing the
 * policy would refuse, every file in the list that is kept offline, and the JavaScript of the study page in its budget.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';
import { PRECACHE_LIST, precached } from './precache.mjs';

/** Bytes of gzipped JavaScript that the study page may load. */
const STUDY_BUDGET = 100_000;
/** Of what finds candidates in documents, with all that it loads. */
const GENERATOR_BUDGET = 170_000;

/** Names in built files that are never requested: XML namespaces, and addresses that error messages point to. */
const NAMED_ONLY = new Set([
	'www.w3.org',
	'svelte.dev',
	'localhost',
	'a',
	// In the words of Dexie's errors.
	'tinyurl.com',
	'bit.ly',
	// In the words that show what an address looks like.
	'example.org'
]);
/**
 * Readers of documents name namespaces and their makers' pages by the dozen. Where they run there is no network: see
 * src/lib/state/no-network.ts.
 */
const READERS = '_app/immutable/workers/chunks/';

/** @type {{ place: string, message: string }[]} */
const faults = [];

/** @param {string} place @param {string} message */
const fault = (place, message) => faults.push({ place, message });

/** @typedef {{ pattern: RegExp, in: RegExp, message: string }} Rule */
/** @type {readonly Rule[]} */
const SOURCE_RULES = [
	{
		pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|https?:\/\/[^\s"'<>]*(artifactory|verdaccio)/i,
		in: /./,
		message: 'names a package registry; which one is used is each computer’s own setting'
	},
	{
		pattern: /(^|[\s"'`(=:])\/(work|tmp|root|home|Users)\/|\.\.\/shared\b/,
		in: /./,
		message: 'names a path of one computer'
	},
	{ pattern: /\{@html\b/, in: /\.svelte$/, message: 'puts raw HTML into the page; build it from elements' },
	{
		pattern: /\sstyle\s*=\s*["'{]/,
		in: /\.(svelte|html)$/,
		message: 'has an inline style, which the policy refuses; use a class or style:name'
	},
	{
		pattern: /\b(it|test|describe)\.(skip|only|todo|fixme|fails)\b/,
		in: /^tests\/.*\.ts$/,
		message: 'leaves tests out; mend or remove the test'
	}
];

function sources() {
	const { stdout, status } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 1 << 26
	});
	if (status !== 0) return filesUnder(root, /^(node_modules|build|\.svelte-kit|\.cache|\.git|static\/packs)\//);
	return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** @param {string} folder @param {RegExp} [except] */
function filesUnder(folder, except = /^$/) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => posix.relative(folder, posix.join(entry.parentPath, entry.name)))
		.filter((path) => !except.test(path));
}

const TEXT = new Set([
	'.css',
	'.html',
	'.js',
	'.json',
	'.md',
	'.mjs',
	'.svelte',
	'.svg',
	'.ts',
	'.txt',
	'.webmanifest',
	'.yaml',
	'.yml',
	''
]);

function checkSources() {
	const paths = sources().filter((path) => TEXT.has(extname(path)));
	for (const path of paths) {
		const lines = readFileSync(join(root, path), 'utf8').split('\n');
		for (const { pattern, in: where, message } of SOURCE_RULES) {
			if (!where.test(path)) continue;
			lines.forEach((line, index) => {
				if (pattern.test(line)) fault(`${path}:${index + 1}`, message);
			});
		}
	}
	return paths.length;
}

function checkLock() {
	const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
	if (/"resolved": "https?:/.test(lock)) {
		fault('package-lock.json', 'names where packages came from; run npm install with this project’s .npmrc');
	}
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
		if (!/^\d/.test(version)) fault('package.json', `${name} is asked for as "${version}"; name one version`);
	}
}

/** @param {string} folder */
function checkBuilt(folder) {
	const paths = filesUnder(folder);
	for (const path of paths) {
		if (path.endsWith('.map')) fault(path, 'a source map is published');
		// Packs cite their sources by address.
		if (path.startsWith('packs/') || !['.css', '.html', '.js', '.json', '.svg', '.webmanifest'].includes(extname(path)))
			continue;
		const text = readFileSync(join(folder, path), 'utf8');
		const named = path.startsWith(READERS) ? [] : text.matchAll(/https?:\/\/([a-z0-9][a-z0-9.-]*)/gi);
		for (const [address, host = ''] of named) {
			if (!NAMED_ONLY.has(host)) fault(path, `names another host: ${address}`);
		}
		if (extname(path) === '.html') checkPage(path, text);
	}
	const list = JSON.parse(readFileSync(join(folder, PRECACHE_LIST), 'utf8'));
	if (JSON.stringify(list.files) !== JSON.stringify(precached(folder))) {
		fault(PRECACHE_LIST, 'is not the list of the files that are there; build again');
	}
	if (!readFileSync(join(folder, 'service-worker.js'), 'utf8').includes(list.version)) {
		fault('service-worker.js', `is not of version ${list.version}`);
	}
}

/** @param {string} path @param {string} html */
function checkPage(path, html) {
	const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
	if (!policy) fault(path, 'has no content security policy');
	else if (/unsafe-inline|unsafe-eval/.test(policy)) fault(path, 'its policy allows unsafe-inline or unsafe-eval');
	if (/<[^>]+\son[a-z]+\s*=/i.test(html)) fault(path, 'has an inline event handler');
	const body = html.slice(html.indexOf('<body'));
	const styled = /<[^>]+\sstyle="[^"]*"/i.exec(body)?.[0];
	if (styled) fault(path, `has an inline style: ${styled}`);
}

/**
 * Gzipped bytes of the JavaScript that a page loads before it is asked for anything: what the page names, and what
 * that imports statically.
 * @param {string} folder
 * @param {string} page
 */
function scriptBytes(folder, page) {
	const html = readFileSync(join(folder, page), 'utf8');
	const base = /\sbase: "([^"]*)"/.exec(html)?.[1] ?? '';
	const named = [...html.matchAll(/(?:modulepreload"? href|href|src|import\()[=(]?"([^"]+\.js)"/g)].map(
		([, url = '']) => url.slice(base.length + 1)
	);
	return sum(weights(folder, named));
}

/**
 * Gzipped bytes of some scripts and of each that they import statically, those named first.
 * @param {string} folder
 * @param {readonly string[]} named
 */
function weights(folder, named) {
	const loaded = new Set(named);
	const bytes = [];
	for (const path of loaded) {
		const code = readFileSync(join(folder, path));
		bytes.push(gzipSync(code, { level: 9 }).length);
		for (const [, from = ''] of code
			.toString()
			.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}$,\s]+from\s*)?[`"'](\.[^`"']+\.js)[`"']/g)) {
			loaded.add(posix.join(dirname(path), from));
		}
	}
	return bytes;
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Generated cards must be worth their way through a poor network, too. @param {string} folder */
function checkGenerator(folder) {
	const worker = filesUnder(folder).find((path) => /\/workers\/document\.worker-[^/]+\.js$/.test(path));
	if (!worker) return fault('document.worker', 'is not among the built files, so the generator cannot be weighed');
	const all = sum(weights(folder, [worker]));
	console.log(`Finding candidates: ${(all / 1000).toFixed(1)} kB gzipped`);
	if (all > GENERATOR_BUDGET)
		fault(worker, `it loads more than ${GENERATOR_BUDGET / 1000} kB; load what finds no candidates later`);
}

/** @param {string} folder */
function checkBudget(folder) {
	const pages = filesUnder(folder)
		.filter((path) => path.endsWith('.html'))
		.sort();
	for (const page of pages)
		console.log(`JavaScript of ${page}: ${(scriptBytes(folder, page) / 1000).toFixed(1)} kB gzipped`);
	const study = pages.find((page) => page === 'study.html' || page === 'study/index.html');
	if (!study) fault('study.html', 'is not among the built pages, so its JavaScript cannot be weighed');
	else if (scriptBytes(folder, study) > STUDY_BUDGET) {
		fault(study, `loads more than ${STUDY_BUDGET / 1000} kB of JavaScript; load what is not needed for a card later`);
	}
	const list = JSON.parse(readFileSync(join(folder, PRECACHE_LIST), 'utf8'));
	const kept = Object.keys(list.files);
	const bytes = kept.reduce((total, path) => total + gzipSync(readFileSync(join(folder, path))).length, 0);
	console.log(`Kept offline: ${kept.length} files, ${(bytes / 1000).toFixed(0)} kB gzipped`);
}

const folder = process.argv.includes('--folder')
	? (process.argv[process.argv.indexOf('--folder') + 1] ?? '')
	: join(root, 'build');
const count = checkSources();
console.log(`${count} source files read`);
checkLock();
if (existsSync(join(folder, PRECACHE_LIST))) {
	checkBuilt(folder);
	checkBudget(folder);
	checkGenerator(folder);
} else fault(folder, 'holds no built app; run `npm run build` first');
for (const { place, message } of faults) console.error(`${place}: ${message}`);
console.log(faults.length === 0 ? 'Nothing to mend.' : `${faults.length} to mend.`);
process.exit(faults.length === 0 ? 0 : 1);
