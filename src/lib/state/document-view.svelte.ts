import type { DeckId } from '../domain/ids';
import type { Recite } from './recite.svelte';
import { citedStatements, coverage } from '../domain/cited-statements';
import { notesCiting } from '../storage/queries';
import { documentOf, shelf } from '../storage/reading';
import { Live } from './live.svelte';

/** One document of a deck with the notes that quote from it. */
export class DocumentView {
	readonly #found;

	constructor({ db, failedReads }: Recite, root: DeckId, id: string) {
		this.#found = new Live(async () => {
			const document = await documentOf(db, root, id);
			if (document === null) return null;
			const notes = await notesCiting(db, root, id);
			const statements = citedStatements(document, notes);
			const quoted = notes.flatMap(({ note }) => note.sources.filter((source) => source.document === id));
			return {
				document,
				statements,
				quoted,
				coverage: coverage(document, quoted),
				deck: (await shelf(db, root))[0]
			};
		}, failedReads);
	}

	/** Null when there is no such document; undefined until read. */
	get current() {
		return this.#found.current;
	}
}
