import { parseCloze } from '../../domain/cloze';
import type { Note } from '../../domain/note';
import type { NoteDraft } from '../note-draft';
import { hiding, listed, sharedOf, withHoles } from './note-parts';

/**
 * One note as several that each ask one thing, to be gone over by the author: a cloze by its holes, a pair by its
 * directions, a list by its parts, a sequence by its steps.
 * @returns the note alone where there is nothing to split
 */
export function splitDrafts(note: Note): readonly NoteDraft[] {
	const shared = sharedOf(note);
	switch (note.kind) {
		case 'cloze': {
			const parsed = parseCloze(note.text);
			if (parsed.numbers.length < 2) return [note];
			return parsed.numbers.map((number) => ({ ...shared, kind: 'cloze', text: withHoles(parsed, [number]) }));
		}
		case 'reversed': {
			const { front, back } = note.reverse ?? { front: note.back, back: note.front };
			return [
				{ ...shared, kind: 'basic', front: note.front, back: note.back },
				{ ...shared, kind: 'basic', front, back }
			];
		}
		case 'basic':
			return byItems(note, note.front, listed(note.back));
		case 'typed':
			return byItems(note, note.front, listed(note.answer));
		case 'choice':
			return byItems(note, note.front, listed(note.answer));
		case 'sequence':
			return note.steps.slice(1).map((step, i) => ({
				...shared,
				kind: 'basic',
				front: `${note.front.replace(/[.:]$/, '')}: what comes after “${note.steps[i] ?? ''}”?`,
				back: step
			}));
		case 'diagram':
			return [note];
	}
}

/** Where the quoted sentence holds every part, each is hidden there; else the question says which part it asks for. */
function byItems(note: Note, front: string, items: readonly string[]): readonly NoteDraft[] {
	if (items.length < 2) return [note];
	const shared = sharedOf(note);
	for (const { quote } of note.sources) {
		const clozes = items.flatMap((item) => hiding(quote, item) ?? []);
		if (clozes.length === items.length) return clozes.map((text) => ({ ...shared, kind: 'cloze', text }));
	}
	return items.map((back, i) => {
		const part = `(${i + 1} of ${items.length})`;
		return {
			...shared,
			kind: 'basic',
			front: /\?$/.test(front) ? `${front.slice(0, -1)} ${part}?` : `${front} ${part}`,
			back
		};
	});
}
