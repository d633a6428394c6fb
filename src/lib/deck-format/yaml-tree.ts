import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	type Document,
	type ErrorCode,
	type Node,
	type YAMLMap,
	type YAMLError
} from 'yaml';
import type { Lines } from './plain-text';
import type { Place, Report } from './problem';
import type { Tree } from './tree';

/**
 * Reads YAML 1.2 into a tree.
 * @param text without byte order mark and with `\n` line ends
 * @param shift where `text` begins in the file that `lines` knows, in UTF-16 units (front matter)
 * @returns null if nothing could be read; the report then says why
 */
export function yamlTree(text: string, lines: Lines, report: Report, shift = 0): Tree | null {
	const document = parseDocument(text, { prettyErrors: false, stringKeys: true, version: '1.2', merge: false });
	const place = (offset: number): Place => lines.placeAt(shift + offset);
	const broken = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY');
	// The first mistake in syntax draws others after it that mean nothing by themselves.
	const told = broken.length > 0 ? broken.slice(0, 1) : document.errors;
	for (const error of told) report.error(place(error.pos[0]), 'yaml', explain(error, text));
	for (const warning of document.warnings) report.warn(place(warning.pos[0]), 'yaml', warning.message);
	if (broken.length > 0) return null;
	if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
		report.error(place(0), 'yaml', 'There is nothing here. Write the content, or remove the file.');
		return null;
	}
	return nodeTree(document.contents, { document, place, report });
}

interface Reading {
	readonly document: Document;
	readonly place: (offset: number) => Place;
	readonly report: Report;
}

function nodeTree(node: Node, reading: Reading): Tree {
	const place = reading.place(node.range?.[0] ?? 0);
	if (isAlias(node)) {
		reading.report.error(place, 'yaml', 'Anchors and aliases are not read. Write the value out.');
		return { kind: 'scalar', place, value: null, written: null };
	}
	if (isMap(node)) return mapTree(node, place, reading);
	if (isSeq(node)) {
		return { kind: 'list', place, items: node.items.map((item) => nodeTree(item as Node, reading)) };
	}
	if (!isScalar(node)) return { kind: 'scalar', place, value: null, written: null };
	const { value, source } = node;
	if (value === null) return { kind: 'scalar', place, value: null, written: null };
	if (typeof value === 'string') return { kind: 'scalar', place, value, written: value };
	const plain = typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
	return { kind: 'scalar', place, value: plain, written: source ?? String(value) };
}

function mapTree(node: YAMLMap, place: Place, reading: Reading): Tree {
	const entries: { key: string; keyPlace: Place; value: Tree }[] = [];
	for (const pair of node.items) {
		const key = pair.key;
		if (!isScalar(key)) continue;
		const keyPlace = reading.place(key.range?.[0] ?? 0);
		const value: Tree =
			pair.value === null
				? { kind: 'scalar', place: keyPlace, value: null, written: null }
				: nodeTree(pair.value as Node, reading);
		const name = String(key.value);
		if (!entries.some((entry) => entry.key === name)) entries.push({ key: name, keyPlace, value });
	}
	return { kind: 'map', place, entries };
}

const ADVICE: Partial<Record<ErrorCode, string>> = {
	TAB_AS_INDENT: 'A tab is used to indent. Use spaces.',
	DUPLICATE_KEY: 'This key is here twice. Keep one of the two.',
	BAD_INDENT: 'The indentation does not fit the lines above. Line the text up, or put it in quotes.',
	BLOCK_AS_IMPLICIT_KEY:
		'A colon followed by a space reads as a key here. Put the whole text in quotes, or begin it with >- on a line of its own.',
	MULTILINE_IMPLICIT_KEY:
		'A line is read as part of a key. Put the text above it in quotes, or check its indentation and the colon.',
	MISSING_CHAR: 'A closing quote, bracket or colon is missing.',
	BAD_SCALAR_START: 'A text cannot begin with this character. Put it in quotes.',
	BAD_ALIAS: 'A text cannot begin with * or & unless it stands in quotes.',
	MULTIPLE_DOCS: 'A second document begins here. Remove the line ---.'
};

function explain(error: YAMLError, text: string): string {
	const line = text.slice(text.lastIndexOf('\n', error.pos[0] - 1) + 1, error.pos[0] + 1);
	// The parser has other names for a tab that stands where a key was wanted.
	const advice = ADVICE[/^ *\t/.test(line) ? 'TAB_AS_INDENT' : error.code];
	if (advice !== undefined) return error.code === 'MISSING_CHAR' ? `${advice} (${error.message})` : advice;
	return `This is not valid YAML: ${error.message}.`;
}
