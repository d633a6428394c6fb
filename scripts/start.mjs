/** `npm start`: from a fresh clone to the app in a browser. `npm start -- --host` also serves to the local network. */
import { ensureInstalled, runTool, seconds } from './install.mjs';
import { serveFromCommandLine } from './serve.mjs';

/**
 * @param {string} doing
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {string} help
 */
async function step(doing, tool, args, help) {
	console.log(`${doing} …`);
	const started = Date.now();
	if (!(await runTool(tool, args, 10))) {
		console.error(`${doing}: that failed. ${help}`);
		process.exit(1);
	}
	console.log(`${doing}: done in ${seconds(started)}.`);
}

ensureInstalled();
await step(
	'Building the decks',
	'tsx',
	['src/cli/decks.ts', 'build'],
	'The lines above name the file, line and column to mend.'
);
await step(
	'Building the app',
	'vite',
	['build', '--logLevel', 'warn'],
	'If nothing was changed here, delete node_modules and run the command again.'
);
serveFromCommandLine(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
