import type { NoteDraft } from '$lib/authoring/note-draft';
import type { ReviewFilter } from '$lib/ui/studio/review/candidate-state';

/** Where the author was in a document: for coming back to it, on this device. */
export interface ReviewPlace {
	readonly candidate: string | null;
	readonly filter: ReviewFilter;
}

/** The offset into the text that an address asks for: `?at=1204`. */
export function openingOf(search: URLSearchParams): number | null {
	const at = search.get('at') ?? '';
	return /^\d+$/.test(at) ? Number(at) : null;
}

/** A form that was open, with what had been typed. */
export interface KeptForm {
	readonly candidates: readonly string[];
	readonly drafts: readonly NoteDraft[];
	readonly title: string;
}

const key = (what: 'place' | 'form', project: string, document: string): string =>
	`recite.review.${what}.${project}/${document}`;

/** Null where the author has not been before, or where storage is shut off. */
export const readPlace = (project: string, document: string): ReviewPlace | null =>
	read<ReviewPlace>(key('place', project, document));
export const keepPlace = (project: string, document: string, place: ReviewPlace): void =>
	write(key('place', project, document), place);

export const readForm = (project: string, document: string): KeptForm | null =>
	read<KeptForm>(key('form', project, document));
/** @param form null once it has been saved or given up */
export const keepForm = (project: string, document: string, form: KeptForm | null): void =>
	write(key('form', project, document), form);

// Not in the database: a place is of this device alone, and must not make a project look changed.
function read<T>(name: string): T | null {
	try {
		const text = localStorage.getItem(name);
		return text === null ? null : (JSON.parse(text) as T);
	} catch {
		return null;
	}
}

function write(name: string, value: unknown): void {
	try {
		if (value === null) localStorage.removeItem(name);
		else localStorage.setItem(name, JSON.stringify(value));
	} catch {
		// Storage is full or shut off; the review begins at the first open candidate then.
	}
}
