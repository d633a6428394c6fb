import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../lib/domain/app-error';
import { formatOf } from '../lib/generation/input/formats';
import { readInput } from '../lib/generation/input/read-input';
import { generate, type Generated } from '../lib/generation/generate';
import { countOf } from './check-report';
import { evaluationLines } from './generate-report';
import { breaches, readFloors } from './gold-floors';
import { goldLines, missedLines } from './gold-report';
import { score } from './gold-score';
import { readGoldSet } from './gold-set';
import { recordSheet, sheetOf } from './gold-sheet';

const USAGE = `Usage: npm run eval:generation -- <folder or file…>
       npm run eval:generation -- --gold [folder] [--missed | --sheet | --record <sheet>]
`;
const GOLD = join('tests', 'gold');

async function run(named: readonly string[]): Promise<number> {
	if (named[0] === '--gold') return await againstGold(named.slice(1));
	if (named.length === 0 || named.some((each) => each.startsWith('-'))) {
		process.stderr.write(USAGE);
		return 2;
	}
	for (const file of (await Promise.all(named.map(documentsIn))).flat()) {
		const { generated, took } = await generateFrom(file);
		const speed = `${countOf(generated.text.length, 'character')} in ${took} ms`;
		say([...evaluationLines(generated), `  ${speed}`, '']);
	}
	return 0;
}

/** Measures against the gold set, lists what is still to be judged, or takes verdicts over. */
async function againstGold(rest: readonly string[]): Promise<number> {
	const folder = rest[0] === undefined || rest[0].startsWith('--') ? GOLD : rest[0];
	const [wish, sheet, ...more] = rest[0] === folder ? rest.slice(1) : rest;
	const known = wish === undefined || wish === '--missed' || wish === '--sheet' || wish === '--record';
	if (!known || more.length > 0 || (wish === '--record') !== (sheet !== undefined)) {
		process.stderr.write(USAGE);
		return 2;
	}
	const documents = await readGoldSet(folder);
	if (sheet !== undefined) {
		say([`${countOf(await recordSheet(folder, documents, sheet), 'verdict')} taken over.`]);
		return 0;
	}
	const begun = performance.now();
	const scored = [];
	const texts = new Map<string, string>();
	for (const document of documents) {
		const { generated } = await generateFrom(document.file);
		texts.set(document.name, generated.text);
		scored.push(score(document, generated));
	}
	if (wish === '--sheet') {
		process.stdout.write(sheetOf(scored, (name) => texts.get(name) ?? ''));
		return 0;
	}
	if (wish === '--missed') {
		say(missedLines(scored));
		return 0;
	}
	const worse = breaches(scored, await readFloors(folder));
	const seconds = ((performance.now() - begun) / 1000).toFixed(1);
	say([...goldLines(scored), '', `${countOf(documents.length, 'document')} in ${seconds} s`]);
	for (const each of worse) process.stderr.write(`Worse than it may be: ${each}.\n`);
	return worse.length === 0 ? 0 : 1;
}

async function generateFrom(file: string): Promise<{ readonly generated: Generated; readonly took: number }> {
	const begun = performance.now();
	const document = await readInput(file, await readFile(file));
	const generated = generate(basename(file).replace(/\.[^.]+$/, ''), document);
	return { generated, took: Math.round(performance.now() - begun) };
}

async function documentsIn(path: string): Promise<string[]> {
	if ((await stat(path)).isFile()) return [path];
	const names = (await readdir(path)).filter((name) => formatOf(name) !== null);
	return names.sort().map((name) => join(path, name));
}

const say = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	// What a person can mend is told in its own words; anything else is a fault of the program and keeps its trace.
	if (!(error instanceof AppError || error instanceof RangeError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
