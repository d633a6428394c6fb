import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { checkDeck, type Checked } from '../lib/deck-format/check-deck';
import { SCHEMAS, schemaText } from '../lib/deck-format/json-schema';
import { printDeck } from '../lib/deck-format/print-deck';
import { AppError } from '../lib/domain/app-error';
import type { Pack } from '../lib/domain/pack';
import { buildPacks } from './build-packs';
import { countOf, coverageLines, problemLine } from './check-report';
import { deckFoldersIn, readFolder } from './deck-folder';
import { generateDrafts } from './generate-drafts';
import { statsLines } from './stats-report';

const USAGE = `Usage: npm run decks -- <command> [folder…]

  check   say what is wrong in the decks, with file, line and column, and which statements no card covers
  build   write the packs that the app reads; --out <folder> (static/packs if it is not given)
  print   write the built decks to standard output as JSON; with npm run -s nothing else is written there
  stats   count notes and cards by topic, kind and document
  generate <file…>   propose cards from documents (text, Markdown); --out <folder> writes them as draft decks,
                     --json prints documents and candidates with their places in the text, --doubtful proposes
                     those too of which a strict reader would turn down every other one
  schema  write the JSON Schemas that editors read to static/schema/

Without a folder, every folder under decks/ that holds a deck.yaml is taken.`;

const COMMANDS = ['check', 'build', 'print', 'stats', 'schema'] as const;
type Command = (typeof COMMANDS)[number];

interface Deck {
	/** From the working directory, for messages. */
	readonly folder: string;
	readonly checked: Checked;
}

/** A mistake in how the command was called: told as one line, without a trace. */
class UsageError extends Error {}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const warn = (line: string): boolean => process.stderr.write(`${line}\n`);

async function run(args: readonly string[]): Promise<number> {
	const [first, ...rest] = args;
	if (first === undefined || first === 'help' || first === '--help') {
		say(USAGE);
		return first === undefined ? 2 : 0;
	}
	if (first === 'generate') return generateFrom(rest);
	const command = COMMANDS.find((each) => each === first);
	if (command === undefined) throw new UsageError(`There is no command “${first}”.\n\n${USAGE}`);
	const { folders, out } = readArguments(command, rest);
	if (command === 'schema') return writeSchemas();
	const decks = await readDecks(folders);
	if (command === 'check') return check(decks);
	const packs = whole(decks);
	if (packs === null) return 1;
	if (command === 'build') return build(packs, out);
	if (command === 'print') return print(packs);
	say(packs.map(({ pack }) => statsLines(pack).join('\n')).join('\n\n'));
	return 0;
}

function readArguments(command: Command, args: readonly string[]): { folders: string[]; out: string } {
	const folders: string[] = [];
	let out = 'static/packs';
	for (let i = 0; i < args.length; i++) {
		const arg = args[i] ?? '';
		if (arg === '--out' && command === 'build') {
			const next = args[++i];
			if (next === undefined) throw new UsageError('--out needs the folder to write to.');
			out = next;
		} else if (arg.startsWith('-')) throw new UsageError(`“${arg}” is not an option of ${command}.\n\n${USAGE}`);
		else folders.push(arg);
	}
	return { folders, out };
}

async function generateFrom(args: readonly string[]): Promise<number> {
	const files = [...args];
	const json = take(files, '--json');
	const doubtful = take(files, '--doubtful');
	const at = files.indexOf('--out');
	const [, out = null] = at === -1 ? [] : files.splice(at, 2);
	if (at !== -1 && out === null) throw new UsageError('--out needs the folder to write to.');
	const odd = files.find((file) => file.startsWith('-'));
	if (odd !== undefined) throw new UsageError(`“${odd}” is not an option of generate.\n\n${USAGE}`);
	if (files.length === 0) throw new UsageError('generate needs at least one document.');
	try {
		await generateDrafts({ files, out, json, doubtful }, say);
		return 0;
	} catch (error) {
		if (error instanceof AppError || isMissingFile(error)) throw new UsageError(error.message);
		throw error;
	}
}

function take(args: string[], option: string): boolean {
	const at = args.indexOf(option);
	if (at !== -1) args.splice(at, 1);
	return at !== -1;
}

const isMissingFile = (error: unknown): error is Error =>
	error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');

async function readDecks(named: readonly string[]): Promise<Deck[]> {
	const folders = named.length > 0 ? named : await deckFoldersIn('decks');
	if (folders.length === 0) throw new UsageError('There is no deck: no folder under decks/ holds a deck.yaml.');
	const decks: Deck[] = [];
	for (const folder of folders) {
		if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new UsageError(`There is no folder ${folder}.`);
		const shown = relative('.', resolve(folder)) || '.';
		decks.push({ folder: shown, checked: await checkDeck(await readFolder(folder)) });
	}
	return decks;
}

function check(decks: readonly Deck[]): number {
	for (const { folder, checked } of decks) {
		for (const problem of checked.problems) say(problemLine(folder, problem));
		if (checked.problems.length > 0) say('');
		for (const line of coverageLines(folder, checked)) say(line);
	}
	const problems = decks.flatMap((deck) => deck.checked.problems);
	const errors = problems.filter((problem) => problem.severity === 'error').length;
	const notes = decks.reduce((sum, deck) => sum + (deck.checked.draft?.pack.notes.length ?? 0), 0);
	const found = `${countOf(errors, 'error')}, ${countOf(problems.length - errors, 'warning')}`;
	say(`\n${countOf(decks.length, 'deck')}, ${countOf(notes, 'note')}: ${found}.`);
	return errors > 0 ? 1 : 0;
}

/** The packs of the decks, or null after saying which errors are in the way. */
function whole(decks: readonly Deck[]): { folder: string; pack: Pack }[] | null {
	const packs = decks.flatMap(({ folder, checked }) =>
		checked.value === null ? [] : [{ folder, pack: checked.value }]
	);
	if (packs.length === decks.length) return packs;
	for (const { folder, checked } of decks) {
		for (const problem of checked.problems) if (problem.severity === 'error') warn(problemLine(folder, problem));
	}
	warn('\nNothing was written: a deck with errors is not built. Mend what is listed above.');
	return null;
}

async function build(packs: readonly { folder: string; pack: Pack }[], out: string): Promise<number> {
	for (const { title, version, notes, bytes, file } of await buildPacks(packs, out)) {
		say(`${title} ${version}: ${countOf(notes, 'note')}, ${Math.ceil(bytes / 1024)} kB, ${out}/${file}`);
	}
	return 0;
}

async function writeSchemas(): Promise<number> {
	const folder = join('static', 'schema');
	await mkdir(folder, { recursive: true });
	for (const [name, schema] of Object.entries(SCHEMAS)) await writeFile(join(folder, name), schemaText(schema));
	say(`${countOf(Object.keys(SCHEMAS).length, 'schema')} in ${folder}`);
	return 0;
}

function print(packs: readonly { pack: Pack }[]): number {
	say(JSON.stringify({ decks: packs.flatMap(({ pack }) => printDeck(pack)) }, null, 2));
	const npm = process.env['npm_lifecycle_event'] !== undefined && process.env['npm_config_loglevel'] !== 'silent';
	if (npm && process.stdout.isTTY !== true) {
		warn('npm writes two lines of its own before the JSON; npm run -s decks -- print leaves them out.');
	}
	return 0;
}

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	warn(error.message);
	process.exitCode = 2;
}
