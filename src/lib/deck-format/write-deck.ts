import type { Note } from '../domain/note';
import type { Pack } from '../domain/pack';
import { AppError } from '../domain/app-error';
import { declaredIn } from './declared';
import { picturesIn } from './drawing-rules';
import { svgText } from './svg-text';
import { writeDocument, type WrittenDocument } from './write-document';
import { yamlText } from './yaml-text';

/** A deck folder: path inside it to text, or to the bytes of a picture. */
export type DeckFolder = Map<string, string | Uint8Array<ArrayBuffer>>;

/**
 * A pack as the files of a deck folder. Read again they give the pack that `asFolderHolds` makes of it, spans and all.
 * @param media bytes of the pictures by SHA-256
 * @throws AppError `picture-missing`
 */
export function writeDeck(pack: Pack, media: ReadonlyMap<string, Uint8Array>): DeckFolder {
	const files: DeckFolder = new Map();
	const { deck: id, title, version, description, authors, licence, language, topics, preset, acronyms, terms } = pack;
	const { waived } = declaredIn(pack);
	const about = { id, title, version, description, authors, licence, language, topics, preset, acronyms, terms };
	files.set('deck.yaml', yamlText(about));
	const documents = new Map(pack.documents.map((document) => [document.id, writeDocument(document)]));
	for (const [document, { file }] of documents) files.set(`documents/${document}.md`, file);
	for (const topic of topics) {
		const notes = pack.notes.filter((note) => note.topic === topic.id);
		files.set(`${topic.id}.yaml`, yamlText(notes.map((note) => written(note, documents, waived.get(note.id)))));
	}
	const shown = asFolderHolds(pack);
	for (const [name, drawing] of Object.entries(shown.drawings)) files.set(`media/${name}`, svgText(drawing));
	for (const [name, { sha256 }] of Object.entries(shown.media)) {
		const bytes = media.get(sha256);
		if (bytes === undefined) {
			throw new AppError('picture-missing', `The picture “${name}” is not on this device. Add it again, or remove it.`);
		}
		files.set(`media/${name}`, Uint8Array.from(bytes));
	}
	return files;
}

/**
 * The pack as a folder can hold it: documents in the order of their file names, notes topic by topic, and neither
 * drawings nor pictures that no note shows.
 */
export function asFolderHolds(pack: Pack): Pack {
	const file = ({ id }: { id: string }): string => `documents/${id}.md`;
	const drawings = new Set(pack.notes.flatMap((note) => (note.kind === 'diagram' ? [note.drawing] : [])));
	const only = <T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
		Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
	const shownDrawings = only(pack.drawings, drawings);
	const pictures = new Set([
		...pack.notes.flatMap((note) => (note.media ?? []).map((picture) => picture.file)),
		...Object.values(shownDrawings).flatMap(picturesIn)
	]);
	return {
		...pack,
		documents: [...pack.documents].sort((a, b) => (file(a) < file(b) ? -1 : 1)),
		notes: pack.topics.flatMap((topic) => pack.notes.filter((note) => note.topic === topic.id)),
		drawings: shownDrawings,
		media: only(pack.media, pictures)
	};
}

/** A note with its keys in the order in which people write them. */
function written(
	note: Note,
	documents: ReadonlyMap<string, WrittenDocument>,
	waive: Readonly<Record<string, string>> | undefined
): unknown {
	const { id, kind, topic: _, tags, sources, editorNote, asOf, hint, explain, contrast, media, ...own } = note;
	const source = sources.map(({ document, quote, start }) => ({
		document,
		...(documents.get(document)?.quoteAt(quote, start) ?? { quote })
	}));
	return {
		id,
		kind,
		...own,
		...('accept' in own && own.accept.length === 0 ? { accept: undefined } : {}),
		...(source.length === 0 ? {} : { source }),
		...(tags.length === 0 ? {} : { tags }),
		hint,
		explain,
		contrast,
		asOf,
		editorNote,
		media,
		waive
	};
}
