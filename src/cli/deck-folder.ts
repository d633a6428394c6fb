import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { DeckFiles } from '../lib/deck-format/deck-files';

/** Every folder right under `root` that holds a deck.yaml, in order of name. */
export async function deckFoldersIn(root: string): Promise<string[]> {
	const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
	const folders: string[] = [];
	for (const entry of entries.filter((each) => each.isDirectory())) {
		const folder = join(root, entry.name);
		const file = await stat(join(folder, 'deck.yaml')).catch(() => null);
		if (file?.isFile()) folders.push(folder);
	}
	return folders.sort();
}

/** The folder's files by their path inside it, with forward slashes. Hidden files are left out. */
export async function readFolder(folder: string): Promise<DeckFiles> {
	const files = new Map<string, Uint8Array>();
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const inside = relative(folder, path).split(sep).join('/');
		if (inside.split('/').some((part) => part.startsWith('.'))) continue;
		files.set(inside, await readFile(path));
	}
	return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
