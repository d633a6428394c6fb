import type { Note } from '../domain/note';
import { deckId } from '../domain/ids';
import type { Evidence, Pack } from '../domain/pack';

/** A topic as other programs read it: its notes and the documents they cite. */
export interface PrintedDeck {
	readonly id: string;
	readonly title: string;
	readonly root: { readonly id: string; readonly title: string };
	/** For each source, `quote` is exactly `text.slice(start, end)` of its document. */
	readonly notes: readonly Note[];
	readonly documents: readonly PrintedDocument[];
}

interface PrintedDocument {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	readonly published: string;
	readonly evidence: readonly Evidence[];
	readonly limits: string;
	readonly sha256: string;
	readonly text: string;
}

/** One printed deck per topic, in the author's order. */
export function printDeck(pack: Pack): PrintedDeck[] {
	return pack.topics.map((topic) => {
		const notes = pack.notes.filter((note) => note.topic === topic.id);
		const cited = new Set(notes.flatMap((note) => note.sources.map((source) => source.document)));
		const documents = pack.documents.filter((document) => cited.has(document.id)).map(printDocument);
		const root = { id: deckId(pack.deck), title: pack.title };
		return { id: deckId(pack.deck, topic.id), title: topic.title, root, notes, documents };
	});
}

function printDocument(document: Pack['documents'][number]): PrintedDocument {
	const { id, title, publisher, published, evidence, limits, sha256, text } = document;
	return { id, title, publisher, published, evidence, limits, sha256, text };
}
