/** Installs the dependencies if they are missing or older than the lock file. Uses nothing but Node and npm itself. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

const OLDEST_NODE = [20, 19];

/** Ends the process with a sentence that helps, if this Node is too old. */
export function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [wantMajor = 0, wantMinor = 0] = OLDEST_NODE;
	if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
	console.error(
		`Recite needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. ` +
			'Install a current release from nodejs.org, then run the command again.'
	);
	process.exit(1);
}

/** What npm last installed, against what the lock file asks for. */
function installed() {
	const lock = join(root, 'package-lock.json');
	const record = join(root, 'node_modules/.package-lock.json');
	if (!existsSync(record)) return false;
	if (!existsSync(lock)) return true;
	if (statSync(record).mtimeMs >= statSync(lock).mtimeMs) return true;
	// A fresh checkout touches the lock file without changing it, hence the second look.
	/** @type {Record<string, { version?: string, optional?: boolean }>} */
	const want = JSON.parse(readFileSync(lock, 'utf8')).packages;
	/** @type {Record<string, { version?: string }>} */
	const have = JSON.parse(readFileSync(record, 'utf8')).packages;
	return Object.entries(want).every(
		([path, { version, optional }]) => path === '' || optional || have[path]?.version === version
	);
}

/** Installs if needed and says so. Ends the process if npm cannot. */
export function ensureInstalled() {
	checkNode();
	if (installed()) return;
	const command = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
	console.log(`Installing the dependencies (npm ${command}). This takes a minute or two the first time.`);
	const started = Date.now();
	const { status } = run('npm', [command, '--no-audit', '--no-fund', '--loglevel=error']);
	if (status !== 0) {
		console.error(
			`npm ${command} failed (see above). Check that this computer reaches the package registry, ` +
				'then run the command again.'
		);
		process.exit(1);
	}
	console.log(`Installed in ${seconds(started)}.`);
}

/**
 * Runs a command in the project's folder, its output shown.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
	// npm is a script on Windows, which only a shell can start.
	return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** @param {number} since Unix ms */
export function seconds(since) {
	return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
