import type { Note, Source } from '../domain/note';
import type { Drawing } from '../domain/pack';
import { yamlFile, type DeckFiles } from './deck-files';
import type { ReadDocument } from './document-text';
import { picturesIn } from './drawing-rules';
import { readMedia, type MediaFile } from './media-files';
import { nearestWord } from './nearest';
import { noteFaults } from './note-faults';
import { sourceNote, type Quoted, type SourceNote } from './note-shapes';
import { plainText } from './plain-text';
import { startOf, type Place, type Report } from './problem';
import { locateQuote } from './quotes';
import { readDrawing } from './svg';
import { treeAt, type ListTree, type Tree } from './tree';

/** The documents that notes can quote. */
export interface Documents {
	readonly read: ReadonlyMap<string, ReadDocument>;
	/** Those whose file is there but could not be read: quotes from them are not reported on top. */
	readonly broken: ReadonlySet<string>;
}

/** Reads the notes of all topics of a deck, and the drawings and pictures that they name. */
export class NotesReading {
	/** Note id to the note as written. */
	readonly trees = new Map<string, Tree>();
	/** Note id to the lints its author has waived: rule to reason. */
	readonly waived = new Map<string, Readonly<Record<string, string>>>();
	readonly drawings = new Map<string, Drawing>();
	readonly media = new Map<string, MediaFile>();
	readonly #files: DeckFiles;
	readonly #documents: Documents;
	readonly #report: Report;

	constructor(files: DeckFiles, documents: Documents, report: Report) {
		this.#files = files;
		this.#documents = documents;
		this.#report = report;
	}

	/** Whether a note shows this file of media/, or would if the file were not broken. */
	shows(file: string): boolean {
		return this.drawings.has(file) || this.media.has(file) || this.#names(file);
	}

	/** The notes of one topic. `named` is where deck.yaml names it. */
	async readTopic(topic: string, named: Place): Promise<Note[]> {
		const path = `${topic}.yaml`;
		if (!this.#files.has(path)) {
			this.#report.error(named, 'missing-file', `The topic “${topic}” has no file. Add ${path}.`);
			return [];
		}
		const tree = yamlFile(path, this.#files, this.#report);
		if (tree === null) return [];
		if (tree.kind !== 'list') {
			this.#report.error(tree.place, 'schema', 'A topic’s file is a list of notes. Begin each note with “- id: …”.');
			return [];
		}
		return this.#readNotes(tree, topic);
	}

	async #readNotes(tree: ListTree, topic: string): Promise<Note[]> {
		const notes: Note[] = [];
		for (const item of tree.items) {
			const source = sourceNote.read(item, this.#report);
			if (source === undefined) continue;
			const first = this.trees.get(source.id);
			if (first !== undefined) {
				const where = `${first.place.file}:${first.place.line}`;
				const message = `The id “${source.id}” is taken by the note at ${where}. Give this one another.`;
				this.#report.error(treeAt(item, ['id']).place, 'duplicate-id', message, source.id);
				continue;
			}
			this.trees.set(source.id, item);
			if (source.waive !== undefined) this.waived.set(source.id, source.waive);
			const sources = this.#locate(source, item);
			const isWhole = await this.#readFiles(source, item);
			if (sources === null || !isWhole) continue;
			const note = packed(source, topic, sources);
			const faults = noteFaults(note, Object.fromEntries(this.drawings));
			for (const { path, message } of faults) this.#report.error(treeAt(item, path).place, 'schema', message, note.id);
			if (faults.length === 0) notes.push(note);
		}
		return notes;
	}

	#locate(note: SourceNote, tree: Tree): Source[] | null {
		if (note.editorNote !== undefined && note.source !== undefined) {
			const place = treeAt(tree, ['source']).place;
			this.#report.error(
				place,
				'source',
				'An editor’s note has no source in the documents. Remove one of the two.',
				note.id
			);
			return null;
		}
		if (note.editorNote !== undefined) return [];
		if (note.source === undefined) {
			this.#report.error(
				tree.place,
				'source',
				'The note has no source. Add “source:” with a document and a quote.',
				note.id
			);
			return null;
		}
		const found = note.source.map((source, i) => this.#locateOne(note.id, source, tree, i));
		const whole = found.filter((each) => each !== null);
		return whole.length === found.length ? whole : null;
	}

	#locateOne(note: string, { document: id, quote, nth }: Quoted, tree: Tree, i: number): Source | null {
		const read = this.#documents.read.get(id);
		if (read !== undefined) {
			return locateQuote(read.document, quote, nth, treeAt(tree, ['source', i, 'quote']).place, note, this.#report);
		}
		if (!this.#documents.broken.has(id)) {
			const ids = [...this.#documents.read.keys()];
			const meant = nearestWord(id, ids);
			const hint = meant === null ? `The documents are: ${ids.join(', ')}.` : `Did you mean “${meant}”?`;
			const place = treeAt(tree, ['source', i, 'document']).place;
			this.#report.error(place, 'source', `There is no document “${id}”. ${hint}`, note);
		}
		return null;
	}

	/** Reads the drawing and the pictures that a note names. False if one is missing or broken. */
	async #readFiles(note: SourceNote, tree: Tree): Promise<boolean> {
		let isWhole = true;
		if (note.kind === 'diagram') {
			const place = treeAt(tree, ['drawing']).place;
			isWhole = this.#readDrawing(note.drawing, place, note.id);
			const drawing = this.drawings.get(note.drawing);
			for (const file of drawing === undefined ? [] : picturesIn(drawing)) {
				isWhole = (await this.#readPicture(file, startOf(`media/${note.drawing}`), note.id)) && isWhole;
			}
		}
		for (const [i, { file }] of (note.media ?? []).entries()) {
			isWhole = (await this.#readPicture(file, treeAt(tree, ['media', i, 'file']).place, note.id)) && isWhole;
		}
		return isWhole;
	}

	async #readPicture(file: string, place: Place, note: string): Promise<boolean> {
		if (this.media.has(file)) return true;
		const path = `media/${file}`;
		const content = this.#files.get(path);
		const media =
			content === undefined
				? this.#reportMissing(file, place, note)
				: await readMedia(path, file, content, this.#report);
		if (media !== null) this.media.set(file, media);
		return media !== null;
	}

	#readDrawing(file: string, place: Place, note: string): boolean {
		if (this.drawings.has(file)) return true;
		const content = this.#files.get(`media/${file}`);
		const drawing =
			content === undefined
				? this.#reportMissing(file, place, note)
				: readDrawing(`media/${file}`, plainText(content), this.#report);
		if (drawing === null) return false;
		this.drawings.set(file, drawing);
		return true;
	}

	#reportMissing(file: string, place: Place, note: string): null {
		const there = [...this.#files.keys()].filter((path) => path.startsWith('media/')).map((path) => path.slice(6));
		const meant = nearestWord(file, there);
		const hint = meant === null ? 'Add it, or remove the name.' : `Did you mean “${meant}”?`;
		this.#report.error(place, 'media', `There is no file media/${file}. ${hint}`, note);
		return null;
	}

	/** Whether some note names this file, broken or not. */
	#names(file: string): boolean {
		const isFile = (tree: Tree): boolean => tree.kind === 'scalar' && tree.written === file;
		return [...this.trees.values()].some((tree) => {
			const media = treeAt(tree, ['media']);
			const items = media.kind === 'list' ? media.items : [];
			return isFile(treeAt(tree, ['drawing'])) || items.some((item) => isFile(treeAt(item, ['file'])));
		});
	}
}

function packed(source: SourceNote, topic: string, sources: readonly Source[]): Note {
	const { source: _source, waive: _waive, tags = [], ...fields } = source;
	if (fields.kind === 'typed') return { ...fields, accept: fields.accept ?? [], topic, tags, sources };
	return { ...fields, topic, tags, sources };
}
