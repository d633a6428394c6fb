/** Installs the dependencies if they are missing or older than the lock file. Uses nothing but Node and npm itself. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

const STOPPING = /** @type {const} */ (['SIGINT', 'SIGTERM']);

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

/**
 * Runs a tool that the project has installed. It ends with this process, or after `minutes`.
 * @param {string} tool its name in node_modules/.bin, or `node`
 * @param {readonly string[]} args
 * @param {number} minutes
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runTool(tool, args, minutes) {
	const command = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool);
	return new Promise((done) => {
		const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
		const stop = () => child.kill('SIGTERM');
		const late = setTimeout(() => {
			console.error(`${tool} took more than ${minutes} minutes and is stopped.`);
			stop();
		}, minutes * 60_000);
		for (const signal of STOPPING) process.once(signal, stop);
		/** @param {boolean} ok */
		const end = (ok) => {
			clearTimeout(late);
			for (const signal of STOPPING) process.off(signal, stop);
			done(ok);
		};
		child.on('error', (error) => {
			console.error(`${tool} cannot be started: ${error.message}`);
			end(false);
		});
		child.on('close', (code, signal) => {
			end(code === 0);
			if (signal === 'SIGINT') process.exit(130);
		});
	});
}

/**
 * Calls `stop` on Ctrl+C, on a request to end, and when npm is gone: npm passes such a request on to a shell, and the
 * shell ends without passing it on further.
 * @param {() => void} stop
 */
export function onStop(stop) {
	for (const signal of STOPPING) process.on(signal, stop);
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 500);
	watch.unref();
}

/** @param {number} since Unix ms */
export function seconds(since) {
	return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
