/**
 * Finds a Chromium for the tests, or installs one. In order: `$CHROMIUM_PATH`, an installed Chromium or Chrome,
 * Debian's package, Playwright's download, the one inside the npm package @sparticuz/chromium.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const KNOWN_PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** What Chromium is started with, here and in the tests. */
export const CHROMIUM_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * Whether it really starts: a name on the path may be a stub that asks for another package.
 * @param {string} path
 */
function starts(path) {
	if (!existsSync(path)) return false;
	const { status, stdout } = spawnSync(path, ['--headless', ...CHROMIUM_FLAGS, '--dump-dom', 'about:blank'], {
		encoding: 'utf8',
		timeout: 30_000
	});
	return status === 0 && stdout.includes('<html>');
}

function installed() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const places = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...KNOWN_PLACES];
	return places.find(starts);
}

function fromDebian() {
	if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
	const isRoot = process.getuid?.() === 0;
	const mayBecomeRoot = isRoot || spawnSync('sudo', ['-n', 'true']).status === 0;
	if (!mayBecomeRoot) return undefined;
	console.log("Installing Debian's Chromium with apt-get.");
	const become = isRoot ? [] : ['sudo', '-n'];
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
		const [command = '', ...rest] = [...become, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
		if (run(command, rest).status !== 0) return undefined;
	}
	return installed();
}

async function fromPlaywright() {
	console.log("Downloading Playwright's Chromium.");
	if (run('npx', ['playwright', 'install', 'chromium']).status !== 0) return undefined;
	const { chromium } = await import('playwright-core');
	const path = chromium.executablePath();
	return starts(path) ? path : undefined;
}

async function fromNpmPackage() {
	console.log('Unpacking the Chromium inside the npm package @sparticuz/chromium.');
	const { default: chromium } = await import('@sparticuz/chromium');
	const path = await chromium.executablePath();
	return starts(path) ? path : undefined;
}

/** @returns {Promise<string>} the path of a Chromium that starts; throws an Error that says what to do if there is none */
export async function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (starts(named)) return named;
		console.log(`$CHROMIUM_PATH is ${named}, which does not start; looking for another.`);
	}
	for (const source of [installed, fromDebian, fromPlaywright, fromNpmPackage]) {
		const path = await Promise.resolve(source()).catch(() => undefined);
		if (path) return path;
	}
	throw new Error('No Chromium was found or could be installed. Install Chrome or Chromium, or set CHROMIUM_PATH.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	findBrowser().then(
		(path) => console.log(path),
		(error) => {
			console.error(error.message);
			process.exit(1);
		}
	);
}
