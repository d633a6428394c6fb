import type { Note, Source } from '../domain/note';
import type { Drawing, Pack, SourceDocument } from '../domain/pack';
import { deckFile } from './deck-shapes';
import { readDocument } from './document-text';
import { readMedia, type MediaFile } from './media-files';
import { nearestWord } from './nearest';
import { noteFaults } from './note-faults';
import { sourceNote, type SourceNote } from './note-shapes';
import { Lines, plainText } from './plain-text';
import { hasErrors, inOrder, Report, startOf, type Place, type Problem } from './problem';
import { locateQuote } from './quotes';
import { readDrawing } from './svg';
import { treeAt, type ListTree, type Tree } from './tree';
import { yamlTree } from './yaml-tree';

/** A deck folder: path inside it (`deck.yaml`, `documents/x.md`, `media/y.svg`) to content. */
export type DeckFiles = ReadonlyMap<string, string | Uint8Array>;

/** A deck as far as it could be read, with what its files say beyond the pack. Lints work on this. */
export interface Draft {
	/** Lacks whatever has been reported as an error. */
	readonly pack: Pack;
	readonly acronyms: Readonly<Record<string, string>>;
	/** Groups of terms that must not stand for each other. */
	readonly terms: readonly (readonly string[])[];
	/** Note id to the lints its author has waived: rule to reason. */
	readonly waived: ReadonlyMap<string, Readonly<Record<string, string>>>;
	/** Where a field of a note was written; the note's own place if there is no such field. */
	readonly placeOf: (note: string, ...path: readonly (string | number)[]) => Place;
	/** Where a UTF-16 offset of a document's canonical text was written. */
	readonly placeInDocument: (document: string, offset: number) => Place;
}

/** Reads a deck folder into a pack. `value` is null if anything in it is an error. Lints are not run: see `checkDeck`. */
export async function readDeck(files: DeckFiles): Promise<{ value: Pack | null; problems: Problem[] }> {
	const { draft, problems } = await readDraft(files);
	return { value: hasErrors(problems) ? null : (draft?.pack ?? null), problems };
}

/** Reads as much of a deck folder as can be read, so that one mistake does not hide the next. */
export async function readDraft(files: DeckFiles): Promise<{ draft: Draft | null; problems: Problem[] }> {
	const report = new Report();
	const draft = await new DeckReading(files, report).read();
	return { draft, problems: inOrder(report.problems) };
}

class DeckReading {
	readonly #files: DeckFiles;
	readonly #report: Report;
	readonly #documents = new Map<string, { document: SourceDocument; placeAt: (offset: number) => Place }>();
	/** Documents whose file is there but could not be read: quotes from them are not reported on top. */
	readonly #broken = new Set<string>();
	readonly #trees = new Map<string, Tree>();
	readonly #waived = new Map<string, Readonly<Record<string, string>>>();
	readonly #drawings = new Map<string, Drawing>();
	readonly #media = new Map<string, MediaFile>();

	constructor(files: DeckFiles, report: Report) {
		this.#files = files;
		this.#report = report;
	}

	async read(): Promise<Draft | null> {
		const tree = this.#yaml('deck.yaml');
		if (tree === null) return null;
		const about = deckFile.read(tree, this.#report);
		if (about === undefined) return null;
		this.#readDocuments();
		const topics = this.#uniqueTopics(about.topics, tree);
		const notes: Note[] = [];
		for (const [i, topic] of topics.entries()) {
			notes.push(...(await this.#readTopic(topic.id, treeAt(tree, ['topics', i, 'id']).place)));
		}
		this.#reportStrays(topics.map((topic) => topic.id));
		const {
			id: deck,
			preset,
			acronyms = {},
			terms = [],
			title,
			description,
			authors,
			licence,
			language,
			version
		} = about;
		const pack: Pack = {
			format: 1,
			deck,
			title,
			description,
			authors,
			licence,
			language,
			version,
			topics,
			...(preset === undefined ? {} : { preset }),
			documents: [...this.#documents.values()].map((each) => each.document),
			notes,
			drawings: Object.fromEntries(this.#drawings),
			media: Object.fromEntries(this.#media)
		};
		return {
			pack,
			acronyms,
			terms,
			waived: this.#waived,
			placeOf: (note, ...path) => {
				const here = this.#trees.get(note);
				return here === undefined ? startOf('deck.yaml') : treeAt(here, path).place;
			},
			placeInDocument: (document, offset) =>
				this.#documents.get(document)?.placeAt(offset) ?? startOf(`documents/${document}.md`)
		};
	}

	#text(path: string): string | null {
		const content = this.#files.get(path);
		return content === undefined ? null : plainText(content);
	}

	#yaml(path: string): Tree | null {
		const text = this.#text(path);
		if (text === null) {
			this.#report.error(startOf(path), 'missing-file', `There is no file ${path}. Add it.`);
			return null;
		}
		return yamlTree(text, new Lines(path, text), this.#report);
	}

	#readDocuments(): void {
		for (const path of [...this.#files.keys()].sort()) {
			const id = /^documents\/(.+)\.md$/.exec(path)?.[1];
			if (id === undefined) continue;
			if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
				const message = 'A document’s file name is its id: lower-case letters, digits and hyphens. Rename the file.';
				this.#report.error(startOf(path), 'document', message);
				continue;
			}
			const read = readDocument(id, path, this.#text(path) ?? '', this.#report);
			if (read === null) this.#broken.add(id);
			else this.#documents.set(id, read);
		}
		if (this.#documents.size + this.#broken.size === 0) {
			this.#report.error(
				startOf('documents'),
				'missing-file',
				'There is no document. Add documents/<id>.md for each source.'
			);
		}
	}

	#uniqueTopics<T extends { readonly id: string }>(topics: readonly T[], tree: Tree): readonly T[] {
		for (const [i, topic] of topics.entries()) {
			if (topics.findIndex((each) => each.id === topic.id) === i) continue;
			const place = treeAt(tree, ['topics', i, 'id']).place;
			this.#report.error(place, 'duplicate-id', `There are two topics “${topic.id}”. Give one another id.`);
		}
		return topics.filter((topic, i) => topics.findIndex((each) => each.id === topic.id) === i);
	}

	async #readTopic(topic: string, named: Place): Promise<Note[]> {
		const path = `${topic}.yaml`;
		if (!this.#files.has(path)) {
			this.#report.error(named, 'missing-file', `The topic “${topic}” has no file. Add ${path}.`);
			return [];
		}
		const tree = this.#yaml(path);
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
			const first = this.#trees.get(source.id);
			if (first !== undefined) {
				const where = `${first.place.file}:${first.place.line}`;
				const message = `The id “${source.id}” is taken by the note at ${where}. Give this one another.`;
				this.#report.error(treeAt(item, ['id']).place, 'duplicate-id', message, source.id);
				continue;
			}
			this.#trees.set(source.id, item);
			if (source.waive !== undefined) this.#waived.set(source.id, source.waive);
			const sources = this.#locate(source, item);
			const isWhole = await this.#readFiles(source, item);
			if (sources === null || !isWhole) continue;
			const note = packed(source, topic, sources);
			const faults = noteFaults(note, Object.fromEntries(this.#drawings));
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
		const found = note.source.map(({ document, quote }, i) => this.#locateOne(note.id, document, quote, tree, i));
		const whole = found.filter((each) => each !== null);
		return whole.length === found.length ? whole : null;
	}

	#locateOne(note: string, id: string, quote: string, tree: Tree, i: number): Source | null {
		const read = this.#documents.get(id);
		if (read !== undefined) {
			return locateQuote(read.document, quote, treeAt(tree, ['source', i, 'quote']).place, note, this.#report);
		}
		if (!this.#broken.has(id)) {
			const ids = [...this.#documents.keys()];
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
		if (note.kind === 'diagram') isWhole = this.#readDrawing(note.drawing, treeAt(tree, ['drawing']).place, note.id);
		for (const [i, { file }] of (note.media ?? []).entries()) {
			if (this.#media.has(file)) continue;
			const path = `media/${file}`;
			const content = this.#files.get(path);
			const place = treeAt(tree, ['media', i, 'file']).place;
			const media =
				content === undefined
					? this.#reportMissing(file, place, note.id)
					: await readMedia(path, file, content, this.#report);
			if (media === null) isWhole = false;
			else this.#media.set(file, media);
		}
		return isWhole;
	}

	#readDrawing(file: string, place: Place, note: string): boolean {
		if (this.#drawings.has(file)) return true;
		const text = this.#text(`media/${file}`);
		const drawing =
			text === null ? this.#reportMissing(file, place, note) : readDrawing(`media/${file}`, text, this.#report);
		if (drawing === null) return false;
		this.#drawings.set(file, drawing);
		return true;
	}

	#reportMissing(file: string, place: Place, note: string): null {
		const there = [...this.#files.keys()].filter((path) => path.startsWith('media/')).map((path) => path.slice(6));
		const meant = nearestWord(file, there);
		const hint = meant === null ? 'Add it, or remove the name.' : `Did you mean “${meant}”?`;
		this.#report.error(place, 'media', `There is no file media/${file}. ${hint}`, note);
		return null;
	}

	/** Files that nothing refers to: a topic left out of the deck, a picture no note shows. */
	#reportStrays(topics: readonly string[]): void {
		for (const path of this.#files.keys()) {
			const topic = /^([^/]+)\.ya?ml$/.exec(path)?.[1];
			if (topic !== undefined && path !== 'deck.yaml' && !topics.includes(topic)) {
				const meant = nearestWord(topic, topics);
				const hint =
					meant === null ? 'Add it to “topics” in deck.yaml, or remove the file.' : `Did you mean ${meant}.yaml?`;
				this.#report.error(startOf(path), 'stray-file', `deck.yaml has no topic “${topic}”. ${hint}`);
			}
			const media = /^media\/(.+)$/.exec(path)?.[1];
			if (media !== undefined && !this.#drawings.has(media) && !this.#media.has(media) && !this.#isNamed(media)) {
				this.#report.warn(startOf(path), 'stray-file', 'No note shows this file. Use it, or remove it.');
			}
		}
	}

	#isNamed(file: string): boolean {
		return [...this.#trees.values()].some((tree) => {
			const drawing = treeAt(tree, ['drawing']);
			return drawing.kind === 'scalar' && drawing.written === file;
		});
	}
}

function packed(source: SourceNote, topic: string, sources: readonly Source[]): Note {
	const { source: _source, waive: _waive, tags = [], ...fields } = source;
	if (fields.kind === 'typed') return { ...fields, accept: fields.accept ?? [], topic, tags, sources };
	return { ...fields, topic, tags, sources };
}
