/**
 * `npm test`: installs what is missing, runs every check, goes on after a failure, and ends with `N passed, N failed`.
 * `npm test -- unit e2e` runs only the steps named.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, onStop, root, runTool, seconds } from './install.mjs';

/**
 * `notes` are told again at the very end: each failed test with the first lines of what it said.
 * @typedef {{ passed: number, failed: number, skipped?: number, notes?: string[] }} Count
 */
/**
 * `count` reads a runner's report; a step without it counts as one.
 * @typedef {{ name: string, what: string, commands: string[][], count?: () => Count }} Step
 */

const LAYERS = 'tests/unit/layers.test.ts';
const reports = join(root, '.cache/test');

/** @param {string} name @param {string[]} args @returns {string[]} */
const vitest = (name, args) => [
	'vitest',
	'run',
	...args,
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${join(reports, `${name}.json`)}`
];

/** @type {readonly Step[]} */
const STEPS = [
	{ name: 'format', what: 'Prettier', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
	{ name: 'lint', what: 'ESLint', commands: [['eslint', '--max-warnings', '0', '.']] },
	{
		name: 'types',
		what: 'svelte-check and tsc',
		commands: [
			['svelte-kit', 'sync'],
			['svelte-check', '--fail-on-warnings', '--output', 'human'],
			['tsc', '-p', 'tsconfig.node.json'],
			['tsc', '-p', 'tsconfig.worker.json']
		]
	},
	{
		name: 'layers',
		what: 'who may import whom',
		commands: [vitest('layers', [LAYERS])],
		count: () => vitestCount('layers')
	},
	{
		name: 'decks',
		what: 'every deck checked and built',
		commands: [
			['tsx', 'src/cli/decks.ts', 'check'],
			['tsx', 'src/cli/decks.ts', 'build']
		]
	},
	{
		name: 'generation',
		what: 'the generator against the judged documents',
		commands: [['tsx', 'src/cli/evaluate-generation.ts', '--gold']]
	},
	{
		name: 'unit',
		what: 'unit and property tests',
		commands: [vitest('unit', ['--exclude', LAYERS])],
		count: () => vitestCount('unit')
	},
	{ name: 'build', what: 'the app as static files', commands: [['vite', 'build', '--logLevel', 'warn']] },
	{ name: 'hygiene', what: 'sources, lock file and built files', commands: [['node', 'scripts/check-hygiene.mjs']] },
	{ name: 'e2e', what: 'the built app in Chromium', commands: [['playwright', 'test']], count: playwrightCount }
];

/** Browser tests that may pass at their second try only; with more of them the machine is not to blame. */
const SECOND_TRIES = 2;

/** @param {string} name @returns {Count} */
function vitestCount(name) {
	const report = JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8'));
	/** @type {{ status: string, message?: string, name: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[]} */
	const files = report.testResults;
	const failed = files.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
	// A file that cannot be loaded has no tests to fail, so it counts as one itself.
	const broken = files.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests,
		notes: [
			...failed.map(({ fullName, failureMessages = [] }) => note('failed', fullName, failureMessages.join('\n'))),
			...broken.map((file) => note('failed', file.name, file.message ?? ''))
		]
	};
}

/** @returns {Count} */
function playwrightCount() {
	const { stats, errors, suites } = JSON.parse(readFileSync(join(reports, 'e2e.json'), 'utf8'));
	const specs = specsOf(suites);
	const tooMany = stats.flaky > SECOND_TRIES ? stats.flaky : 0;
	const failed = stats.unexpected + tooMany;
	return {
		passed: stats.expected + stats.flaky - tooMany,
		failed: failed || (errors.length > 0 ? 1 : 0),
		skipped: stats.skipped,
		notes: specs.flatMap(({ title, tests }) =>
			tests
				.filter(({ status }) => status === 'unexpected' || status === 'flaky')
				.map(({ status, results }) =>
					note(
						status === 'flaky' ? 'passed at its second try' : 'failed',
						title,
						results.flatMap(({ errors: said }) => said.map(({ message }) => message ?? '')).join('\n')
					)
				)
		)
	};
}

/**
 * @typedef {{ title: string, tests: { status: string, results: { errors: { message?: string }[] }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {Suite[]} suites
 * @returns {Spec[]}
 */
const specsOf = (suites) => suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);

/** @param {string} how @param {string} name @param {string} said @returns {string} */
const note = (how, name, said) =>
	[`${how}: ${name}`, ...said.split('\n').slice(0, 12)]
		.map((line) => line.replace(/\u001b\[[\d;]*m/g, '').slice(0, 300))
		.join('\n    ');

/** @param {Step} step @returns {Promise<{ name: string, time: string, ok: boolean } & Count>} */
async function perform({ name, what, commands, count }) {
	console.log(`\n── ${name}: ${what}`);
	const started = Date.now();
	let ok = true;
	for (const [tool = '', ...args] of commands) ok = ok && (await runTool(tool, args, 30));
	/** @type {Count} */
	let counted = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
	if (count) {
		try {
			counted = count();
			if (!ok && counted.failed === 0) counted.failed = 1;
			if (ok && counted.passed === 0) counted.failed += 1;
		} catch {
			console.log(`${name} left no report: it broke off before its tests began.`);
			counted = { passed: 0, failed: 1 };
		}
	}
	const time = seconds(started);
	console.log(`── ${name}: ${counted.failed === 0 ? 'passed' : 'FAILED'} in ${time}`);
	return { name, time, ok: counted.failed === 0, ...counted };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(`No step is called ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`);
	process.exit(1);
}
const chosen = asked.length === 0 ? STEPS : STEPS.filter(({ name }) => asked.includes(name));

ensureInstalled();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (chosen.some(({ name }) => name === 'e2e')) {
	const { findBrowser } = await import('./browser.mjs');
	try {
		process.env.CHROMIUM_PATH = await findBrowser();
		console.log(`Browser for the tests: ${process.env.CHROMIUM_PATH}`);
	} catch (error) {
		// The other steps are worth running all the same; e2e then fails with its own words.
		console.error(error instanceof Error ? error.message : String(error));
	}
}

let stopped = false;
onStop(() => (stopped = true));
const started = Date.now();
/** @type {Awaited<ReturnType<typeof perform>>[]} */
const results = [];
for (const step of chosen) {
	if (!stopped) results.push(await perform(step));
}
if (stopped) {
	console.error('Stopped.');
	process.exit(130);
}
console.log('');
for (const { name, time, ok, passed, failed, skipped } of results) {
	const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
	console.log(`${ok ? ' ok ' : 'FAIL'}  ${name.padEnd(8)} ${time.padStart(8)}  ${counts}`);
}
for (const { name, notes = [] } of results) for (const said of notes) console.log(`\n${name}: ${said}`);
console.log(`All in ${seconds(started)}.`);
const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
