import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatOf } from '../lib/generation/input/formats';
import { readInput } from '../lib/generation/input/read-input';
import { generate } from '../lib/generation/generate';
import { evaluationLines } from './generate-report';

/** Prints, for every document given or in the folders given, what the generator makes of it. */
async function run(named: readonly string[]): Promise<number> {
	if (named.length === 0) {
		process.stderr.write('Usage: npm run eval:generation -- <folder or file…>\n');
		return 2;
	}
	const files = (await Promise.all(named.map(documentsIn))).flat();
	for (const file of files) {
		const begun = performance.now();
		const document = await readInput(file, await readFile(file));
		const generated = generate(basename(file).replace(/\.[^.]+$/, ''), document);
		const took = Math.round(performance.now() - begun);
		process.stdout.write(
			`${evaluationLines(generated).join('\n')}\n  ${document.text.length} characters in ${took} ms\n\n`
		);
	}
	return 0;
}

async function documentsIn(path: string): Promise<string[]> {
	if ((await stat(path)).isFile()) return [path];
	const names = (await readdir(path)).filter((name) => formatOf(name) !== null);
	return names.sort().map((name) => join(path, name));
}

process.exitCode = await run(process.argv.slice(2));
