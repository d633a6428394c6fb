import type { Note, NoteKind } from './note';
import { isRecord, listOf, shape, text, whole, type Check } from './value-check';

/** A source's offsets are UTF-16, into a text that fits into memory. */
const offset = whole(0, 1e9);
/** Ordinals are written into card ids. */
const ordinal = whole(0, 1e6);

/** Every field that a note of any kind may have, except its kind. */
const FIELDS: Readonly<Record<string, Check>> = {
	id: text,
	topic: text,
	tags: listOf(text),
	sources: listOf(shape({ document: text, quote: text, start: offset, end: offset })),
	editorNote: shape({ statement: text, citation: text, date: text }, { url: text }),
	asOf: text,
	hint: text,
	explain: text,
	contrast: text,
	media: listOf(shape({ file: text, alt: text })),
	front: text,
	back: text,
	reverse: shape({ front: text, back: text }),
	text,
	answer: text,
	accept: listOf(text),
	distractors: listOf(shape({ text, why: text })),
	steps: listOf(text),
	drawing: text,
	alt: text,
	labels: listOf(shape({ n: ordinal, part: text, answer: text, ask: text }))
};

const OF_EVERY_KIND = ['id', 'topic', 'tags', 'sources'];

/** What a note of a kind must have besides. */
const OF_KIND: Readonly<Record<NoteKind, readonly string[]>> = {
	basic: ['front', 'back'],
	reversed: ['front', 'back'],
	cloze: ['text'],
	typed: ['front', 'answer', 'accept'],
	choice: ['front', 'answer', 'distractors'],
	sequence: ['front', 'steps'],
	diagram: ['front', 'drawing', 'alt', 'labels']
};

/** Whether each field that is known holds what it should. Fields and kinds of a newer version pass. */
export function hasSoundFields(fields: Readonly<Record<string, unknown>>): boolean {
	return Object.entries(fields).every(([name, value]) =>
		name === 'kind' ? text(value) : !Object.hasOwn(FIELDS, name) || FIELDS[name]?.(value)
	);
}

/** Whether a value is a note of a kind known here, with all that its cards need. */
export function isWholeNote(value: unknown): value is Note {
	if (!isRecord(value) || typeof value['kind'] !== 'string' || !isNoteKind(value['kind'])) return false;
	const required = [...OF_EVERY_KIND, ...OF_KIND[value['kind']]];
	return required.every((name) => value[name] !== undefined) && hasSoundFields(value);
}

function isNoteKind(kind: string): kind is NoteKind {
	return Object.hasOwn(OF_KIND, kind);
}
