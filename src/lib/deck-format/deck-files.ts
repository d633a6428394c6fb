import { Lines, plainText } from './plain-text';
import { startOf, type Report } from './problem';
import type { Tree } from './tree';
import { yamlTree } from './yaml-tree';

/** A deck folder: path inside it (`deck.yaml`, `documents/x.md`, `media/y.svg`) to content. */
export type DeckFiles = ReadonlyMap<string, string | Uint8Array>;

/** Reads one YAML file of a deck, or reports why it cannot be read. */
export function yamlFile(path: string, files: DeckFiles, report: Report): Tree | null {
	const content = files.get(path);
	if (content === undefined) {
		report.error(startOf(path), 'missing-file', `There is no file ${path}. Add it.`);
		return null;
	}
	const text = plainText(content);
	return yamlTree(text, new Lines(path, text), report);
}
