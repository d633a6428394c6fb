import type { Drawing, Pack, SourceDocument } from '../domain/pack';
import { canonicalJson } from './canonical-json';
import { about, declared, EVIDENCE, provenance, sha256 } from './deck-shapes';
import { attributeFault, elementFault, mayHoldText, picturesIn } from './drawing-rules';
import { jsonTree } from './json-tree';
import { noteFaults } from './note-faults';
import { id, packNote, waivers, webAddress } from './note-shapes';
import { hasErrors, Report, startOf, type Problem } from './problem';
import { list, number, object, record, text, word, type Shape } from './shape';

const offset = number(0, 1e9);
const format: Shape<1> = {
	read(tree, report) {
		if (tree.kind === 'scalar' && tree.value === 1) return 1;
		report.error(tree.place, 'schema', 'This is not a pack that this version can read. Update the app.');
		return undefined;
	},
	schema: { const: 1 }
};

const block = object(
	{ kind: word(['heading', 'paragraph']), start: offset, end: offset },
	{ locator: text(), evidence: word(EVIDENCE) }
);
const statement = object({ start: offset, end: offset }, { leftOut: text() });
const document = object(
	{ id: id(), ...provenance, text: text(), blocks: list(block, 1), statements: list(statement, 1) },
	{ url: webAddress }
);

/** Drawings nest, so they are read by a function of their own; see `checkDrawing` for what they may hold. */
const drawing: Shape<Drawing> = {
	read(tree, report) {
		return shapeOfDrawing(tree.place.file).read(tree, report);
	},
	schema: { type: 'object' }
};

function shapeOfDrawing(path: string, depth = 0): Shape<Drawing> {
	const child: Shape<Drawing | string> = {
		read(tree, report) {
			if (tree.kind === 'scalar' && typeof tree.value === 'string') return tree.value;
			if (depth > 32) {
				report.error(tree.place, 'drawing', 'The drawing is nested too deeply.');
				return undefined;
			}
			return shapeOfDrawing(path, depth + 1).read(tree, report);
		},
		schema: {}
	};
	return object({ tag: text(), attributes: record(attribute), children: list(child) }, {});
}

const attribute: Shape<string> = {
	read(tree, report) {
		if (tree.kind === 'scalar' && typeof tree.value === 'string') return tree.value;
		report.error(tree.place, 'schema', 'Text is wanted here.');
		return undefined;
	},
	schema: { type: 'string' }
};

const media = object({ sha256, type: text({ pattern: /^image\/[a-z+]+$/ }), bytes: offset }, {});

/** The file of a pack. */
export const packFile = object(
	{
		format,
		deck: id(),
		...about,
		documents: list(document),
		notes: list(packNote),
		drawings: record(drawing),
		media: record(media)
	},
	{ ...declared, waived: record(waivers) }
);

/**
 * Holds a pack of unknown origin to the whole format: shape, ids, offsets, quotes, and what a drawing may hold. The
 * place of a problem is the path of the value (`pack.notes[3].front`).
 */
export function parsePack(json: unknown): { value: Pack | null; problems: Problem[] } {
	const report = new Report();
	const value = packFile.read(jsonTree(json), report);
	if (value !== undefined && !hasErrors(report.problems)) {
		checkDocuments(value.documents, report);
		checkNotes(value, report);
		checkDeclared(value, report);
		for (const [name, root] of Object.entries(value.drawings)) {
			checkDrawing(root, null, `pack.drawings.${name}`, report);
			for (const file of picturesIn(root)) {
				if (Object.hasOwn(value.media, file)) continue;
				report.error(startOf(`pack.drawings.${name}`), 'drawing', `The pack has no picture “${file}”.`);
			}
		}
		if (!hasErrors(report.problems) && canonicalJson(value) !== canonicalJson(json)) {
			report.error(startOf('pack'), 'schema', 'A text begins or ends with a space. Build the pack again.');
		}
	}
	return { value: hasErrors(report.problems) ? null : (value ?? null), problems: report.problems };
}

function checkDocuments(documents: readonly SourceDocument[], report: Report): void {
	reportTwice(documents, 'pack.documents', report);
	for (const [i, { text: whole, blocks, statements }] of documents.entries()) {
		const path = `pack.documents[${i}]`;
		const [last] = [...blocks].reverse();
		if (blocks[0]?.start !== 0 || last?.end !== whole.length) {
			report.error(startOf(path), 'offsets', 'The blocks do not cover the text. Build the pack again.');
		}
		checkSpans(blocks, whole.length, `${path}.blocks`, report);
		checkSpans(statements, whole.length, `${path}.statements`, report);
		for (const [j, { start, end }] of statements.entries()) {
			if (blocks.some((each) => each.kind === 'paragraph' && each.start <= start && end <= each.end)) continue;
			report.error(startOf(`${path}.statements[${j}]`), 'offsets', 'The statement stands in no paragraph.');
		}
	}
}

function checkSpans(
	spans: readonly { start: number; end: number }[],
	length: number,
	path: string,
	report: Report
): void {
	let from = 0;
	for (const [i, { start, end }] of spans.entries()) {
		if (start < from || end <= start || end > length) {
			report.error(startOf(`${path}[${i}]`), 'offsets', 'These offsets overlap others or leave the text.');
		}
		from = end;
	}
}

function checkNotes({ notes, documents, topics, drawings, media: files }: Pack, report: Report): void {
	reportTwice(topics, 'pack.topics', report);
	reportTwice(notes, 'pack.notes', report);
	for (const [i, note] of notes.entries()) {
		const path = `pack.notes[${i}]`;
		const fault = (message: string): void => report.error(startOf(path), 'schema', message, note.id);
		if (!topics.some((topic) => topic.id === note.topic)) fault(`There is no topic “${note.topic}”.`);
		if (note.sources.length === 0 && note.editorNote === undefined)
			report.error(startOf(path), 'source', 'The note has no source.', note.id);
		if (note.sources.length > 0 && note.editorNote !== undefined)
			report.error(startOf(path), 'source', 'An editor’s note has no sources.', note.id);
		for (const [j, { document: of, quote, start, end }] of note.sources.entries()) {
			const found = documents.find((each) => each.id === of);
			if (found?.text.slice(start, end) === quote) continue;
			const message = found === undefined ? `There is no document “${of}”.` : 'The quote is not at its offsets.';
			report.error(startOf(`${path}.sources[${j}]`), 'quote', message, note.id);
		}
		for (const { file } of note.media ?? []) {
			if (!Object.hasOwn(files, file)) fault(`The pack has no picture “${file}”.`);
		}
		for (const { message } of noteFaults(note, drawings)) fault(message);
	}
}

function checkDeclared({ acronyms, waived, notes }: Pack, report: Report): void {
	const empty = [acronyms, waived, ...Object.values(waived ?? {})].some(
		(each) => each !== undefined && Object.keys(each).length === 0
	);
	// One deck has one spelling, because its id follows from it.
	if (empty) report.error(startOf('pack'), 'schema', 'What is empty is left out. Build the pack again.');
	for (const id of Object.keys(waived ?? {})) {
		if (notes.some((note) => note.id === id)) continue;
		report.error(startOf(`pack.waived.${id}`), 'waive', `There is no note “${id}”.`);
	}
}

function checkDrawing(node: Drawing, parent: string | null, path: string, report: Report): void {
	const faults = [
		elementFault(node.tag, parent),
		...Object.entries(node.attributes).map(([name, value]) => attributeFault(node.tag, name, value))
	];
	for (const fault of faults) if (fault !== null) report.error(startOf(path), 'drawing', fault);
	for (const [i, child] of node.children.entries()) {
		if (typeof child !== 'string') checkDrawing(child, node.tag, `${path}.children[${i}]`, report);
		else if (!mayHoldText(node.tag)) report.error(startOf(path), 'drawing', 'Text stands outside <text>.');
	}
}

function reportTwice(items: readonly { readonly id: string }[], path: string, report: Report): void {
	const seen = new Set<string>();
	for (const [i, item] of items.entries()) {
		if (seen.has(item.id)) report.error(startOf(`${path}[${i}]`), 'duplicate-id', `“${item.id}” is there twice.`);
		seen.add(item.id);
	}
}
