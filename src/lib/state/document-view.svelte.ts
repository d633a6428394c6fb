import type { DeckId } from '../domain/ids';
import type { Recite } from './recite.svelte';
import { citedStatements, coverage } from '../domain/cited-statements';
import { notesCiting } from '../storage/queries';
import { Live } from './live.svelte';

/** One document of a deck with the notes that quote from it. */
export class DocumentView {
	readonly #found;

	constructor({ db }: Recite, root: DeckId, id: string) {
		this.#found = new Live(async () => {
			const row = await db.documents.get([root, id]);
			if (!row) return null;
			const notes = await notesCiting(db, root, id);
			const statements = citedStatements(row.document, notes);
			const quoted = notes.flatMap(({ note }) => note.sources.filter((source) => source.document === id));
			return {
				document: row.document,
				statements,
				quoted,
				coverage: coverage(statements),
				deck: await db.decks.get(root)
			};
		});
	}

	/** Null when there is no such document; undefined until read. */
	get current() {
		return this.#found.current;
	}
}
