/** `npm start`: from a fresh clone to the app in a browser. `npm start -- --host` also serves to the local network. */
import { ensureInstalled, run, seconds } from './install.mjs';
import { serveFromCommandLine } from './serve.mjs';

/**
 * @param {string} doing
 * @param {readonly string[]} npmArgs
 * @param {string} help
 */
function step(doing, npmArgs, help) {
	console.log(`${doing} …`);
	const started = Date.now();
	if (run('npm', npmArgs).status !== 0) {
		console.error(`${doing}: that failed. ${help}`);
		process.exit(1);
	}
	console.log(`${doing}: done in ${seconds(started)}.`);
}

ensureInstalled();
step(
	'Building the decks',
	['run', '--silent', 'decks', '--', 'build'],
	'The lines above name the file, line and column to mend.'
);
step(
	'Building the app',
	['exec', '--', 'vite', 'build', '--logLevel', 'warn'],
	'If this is a clean clone, delete node_modules and try again.'
);
serveFromCommandLine(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
