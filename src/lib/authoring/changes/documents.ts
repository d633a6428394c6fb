import { AppError } from '../../domain/app-error';
import type { Change, ProjectDocument, ProjectState, ReadingOptions } from '../project';
import { changing, counted } from './changing';

/** What of a document is written in a form. */
export type DocumentFields = Pick<ProjectDocument, 'title' | 'publisher' | 'published' | 'evidence' | 'limits' | 'url'>;

/**
 * Adds a document whose edition and proposals are written beside it.
 * @param acronyms that it expands, letters to words; what the deck says of one already stays
 */
export function addDocument(
	state: ProjectState,
	document: ProjectDocument,
	acronyms: Readonly<Record<string, string>> = {}
): Change {
	return changing(state, `Added the document “${document.title}”`, (now) => {
		now.documents.set(document.id, document);
		now.deck = { ...now.deck, acronyms: { ...acronyms, ...now.deck.acronyms } };
	});
}

/** Writes what is said of a document. An address given as undefined or as nothing is taken away. */
export function editDocument(state: ProjectState, id: string, fields: Partial<DocumentFields>): Change {
	const found = documentIn(state, id);
	return changing(state, `Changed what is said of “${fields.title ?? found.title}”`, (now) => {
		const next = { ...found, ...fields };
		if (!next.url) delete next.url;
		now.documents.set(id, next);
	});
}

/** Removes a document, the decisions on its candidates, and the notes that quote nothing else. */
export function removeDocument(state: ProjectState, id: string): Change {
	const { title } = documentIn(state, id);
	const change = changing(state, `Removed the document “${title}”`, (now) => {
		now.documents.delete(id);
		for (const key of now.decisions.keys()) if (key.startsWith(`${id}/`)) now.decisions.delete(key);
		for (const [key, each] of now.notes) {
			const sources = each.note.sources.filter((source) => source.document !== id);
			if (sources.length === each.note.sources.length) continue;
			if (sources.length === 0) now.notes.delete(key);
			else now.notes.set(key, { ...each, note: { ...each.note, sources } });
		}
	});
	const gone = change.patches.filter(({ of, after }) => of === 'note' && after === null).length;
	return gone === 0 ? change : { ...change, label: `${change.label} and ${counted(gone, 'note')}` };
}

/** Says why no card is wanted of a sentence; without a reason a card is wanted again. */
export function leaveOut(state: ProjectState, id: string, sentence: string, reason: string | null): Change {
	const found = documentIn(state, id);
	return changing(state, reason === null ? 'Took a sentence back in' : 'Left a sentence out', (now) => {
		const { [sentence]: _, ...others } = found.leftOut;
		const leftOut = reason === null ? others : { ...others, [sentence]: reason };
		now.documents.set(id, { ...found, leftOut });
	});
}

/** Sets how candidates are found. The candidates themselves are found by `DocumentDesk.setOptions`. */
export function setOptions(state: ProjectState, id: string, options: ReadingOptions, label?: string): Change {
	const found = documentIn(state, id);
	return changing(state, label ?? `Changed how “${found.title}” is read`, (now) => {
		now.documents.set(id, { ...found, options });
	});
}

/** @throws AppError `document-missing`: it was removed in another window, or by an undo */
function documentIn({ documents }: ProjectState, id: string): ProjectDocument {
	const found = documents.get(id);
	if (found === undefined) throw new AppError('document-missing', 'This document is not there any more.');
	return found;
}
