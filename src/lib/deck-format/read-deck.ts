import type { Note } from '../domain/note';
import type { Pack } from '../domain/pack';
import { yamlFile, type DeckFiles } from './deck-files';
import { declaredFields, type Declared } from './declared';
import { deckFile } from './deck-shapes';
import { readDocument, type ReadDocument } from './document-text';
import { nearestWord } from './nearest';
import { ID } from './note-shapes';
import { plainText } from './plain-text';
import { hasErrors, inOrder, Report, startOf, type Place, type Problem } from './problem';
import { NotesReading } from './read-notes';
import { treeAt, type Tree } from './tree';

/** A deck as far as it could be read, with where its files say what. Lints work on this. */
export interface Draft extends Declared {
	/** Lacks whatever has been reported as an error. */
	readonly pack: Pack;
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
	readonly #documents = new Map<string, ReadDocument>();
	/** Documents whose file is there but could not be read: quotes from them are not reported on top. */
	readonly #broken = new Set<string>();

	constructor(files: DeckFiles, report: Report) {
		this.#files = files;
		this.#report = report;
	}

	async read(): Promise<Draft | null> {
		const tree = yamlFile('deck.yaml', this.#files, this.#report);
		if (tree === null) return null;
		const about = deckFile.read(tree, this.#report);
		if (about === undefined) return null;
		this.#readDocuments();
		const topics = this.#uniqueTopics(about.topics, tree);
		const reading = new NotesReading(this.#files, { read: this.#documents, broken: this.#broken }, this.#report);
		const notes: Note[] = [];
		for (const [i, topic] of topics.entries()) {
			notes.push(...(await reading.readTopic(topic.id, treeAt(tree, ['topics', i, 'id']).place)));
		}
		this.#reportStrays(
			topics.map((topic) => topic.id),
			reading
		);
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
		const declared: Declared = { acronyms, terms, waived: reading.waived };
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
			...declaredFields(declared),
			documents: [...this.#documents.values()].map((each) => each.document),
			notes,
			drawings: Object.fromEntries(reading.drawings),
			media: Object.fromEntries(reading.media)
		};
		return {
			pack,
			...declared,
			placeOf: (note, ...path) => {
				const here = reading.trees.get(note);
				return here === undefined ? startOf('deck.yaml') : treeAt(here, path).place;
			},
			placeInDocument: (document, offset) =>
				this.#documents.get(document)?.placeAt(offset) ?? startOf(`documents/${document}.md`)
		};
	}

	#readDocuments(): void {
		for (const [path, content] of [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1))) {
			const id = /^documents\/(.+)\.md$/.exec(path)?.[1];
			if (id === undefined) continue;
			if (!ID.test(id)) {
				const message = 'A document’s file name is its id: lower-case letters, digits and hyphens. Rename the file.';
				this.#report.error(startOf(path), 'document', message);
				continue;
			}
			const read = readDocument(id, path, plainText(content), this.#report);
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

	/** Files that nothing refers to: a topic left out of the deck, a picture no note shows. */
	#reportStrays(topics: readonly string[], notes: NotesReading): void {
		for (const path of this.#files.keys()) {
			const topic = /^([^/]+)\.ya?ml$/.exec(path)?.[1];
			if (topic !== undefined && path !== 'deck.yaml' && !topics.includes(topic)) {
				const meant = nearestWord(topic, topics);
				const hint =
					meant === null ? 'Add it to “topics” in deck.yaml, or remove the file.' : `Did you mean ${meant}.yaml?`;
				this.#report.error(startOf(path), 'stray-file', `deck.yaml has no topic “${topic}”. ${hint}`);
			}
			const media = /^media\/(.+)$/.exec(path)?.[1];
			if (media !== undefined && !notes.shows(media)) {
				this.#report.warn(startOf(path), 'stray-file', 'No note shows this file. Use it, or remove it.');
			}
		}
	}
}
