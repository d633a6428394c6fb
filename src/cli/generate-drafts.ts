import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { freshId } from '../lib/authoring/note-draft';
import { draftDeck } from '../lib/generation/draft-deck';
import { generate, type Generated } from '../lib/generation/generate';
import { checkSize } from '../lib/generation/input/limits';
import { readInput } from '../lib/generation/input/read-input';
import { countOf } from './check-report';
import { evaluationLines } from './generate-report';

export interface GenerateArguments {
	readonly files: readonly string[];
	/** Folder in which the draft decks are written, one folder each; null to print only. */
	readonly out: string | null;
	readonly json: boolean;
	/** Whether to propose what is as likely a bad card as a good one, too. */
	readonly doubtful: boolean;
}

/** Makes candidates from documents: prints them, or writes each document's as a draft deck folder. */
export async function generateDrafts(
	{ files, out, json, doubtful }: GenerateArguments,
	say: (line: string) => void
): Promise<void> {
	const all: Generated[] = [];
	for (const file of files) {
		checkSize(file, (await stat(file)).size);
		const bytes = await readFile(file);
		const generated = generate(documentId(file), await readInput(file, bytes), { doubtful });
		all.push(generated);
		if (out !== null) {
			const folder = join(out, generated.document);
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			for (const [path, content] of draftDeck(generated, sha256)) await write(join(folder, path), content);
			if (!json) say(`${file}: ${countOf(generated.candidates.length, 'candidate')}, ${folder}`);
		} else if (!json) for (const line of evaluationLines(generated)) say(line);
	}
	if (json) say(JSON.stringify({ documents: all }, null, 2));
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content);
}

/** A file's name as an id, as the Studio makes it for a project's first document. */
export const documentId = (file: string): string =>
	freshId(basename(file).replace(/\.[^.]*$/, ''), 'document', () => false);
