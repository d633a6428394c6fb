import type { DeckId } from '../domain/ids';
import type { PlacedNote } from '../domain/library';
import type { Drawing, SourceDocument } from '../domain/pack';
import type { ReciteDatabase } from '../storage/schema';
import { documentOf, drawingOf } from '../storage/reading';

export interface Material {
	/** The documents that the note quotes from, by id. */
	readonly documents: ReadonlyMap<string, SourceDocument>;
	/** Of a diagram note. */
	readonly drawing: Drawing | null;
	/** Addresses of its pictures, by file name. */
	readonly pictures?: ReadonlyMap<string, string>;
}

/** What is shown with a note besides its own fields. Kept once read: few documents serve many notes. */
export class NoteMaterial {
	readonly #db: ReciteDatabase;
	readonly #documents = new Map<string, SourceDocument>();
	readonly #drawings = new Map<string, Drawing>();

	constructor(db: ReciteDatabase) {
		this.#db = db;
	}

	async of({ root, note }: PlacedNote): Promise<Material> {
		const documents = new Map<string, SourceDocument>();
		for (const { document: id } of note.sources) {
			const document = this.#documents.get(`${root}/${id}`) ?? (await this.#readDocument(root, id));
			if (document) documents.set(id, document);
		}
		const drawing = note.kind === 'diagram' ? await this.#drawing(root, note.drawing) : null;
		if (note.media === undefined && drawing === null) return { documents, drawing };
		// Apart, because most cards show none.
		const { shelfPictures } = await import('./note-pictures');
		return { documents, drawing, pictures: await shelfPictures(this.#db, root, note, drawing) };
	}

	async #readDocument(root: DeckId, id: string): Promise<SourceDocument | null> {
		const document = await documentOf(this.#db, root, id);
		if (document) this.#documents.set(`${root}/${id}`, document);
		return document;
	}

	async #drawing(root: DeckId, name: string): Promise<Drawing | null> {
		const key = `${root}/${name}`;
		const drawing = this.#drawings.get(key) ?? (await drawingOf(this.#db, root, name));
		if (drawing) this.#drawings.set(key, drawing);
		return drawing;
	}
}
