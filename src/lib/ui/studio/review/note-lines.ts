import type { NoteDraft } from '../../../authoring/note-draft';
import { parseCloze } from '../../../domain/cloze';

/** Steps or answers written one a line. */
export const toLines = (items: readonly string[]): string => items.join('\n');

/** Empty lines are kept while writing, so that the next line can be begun; `tidied` takes them out. */
export const fromLines = (text: string): string[] => text.split('\n');

const tidied = (items: readonly string[]): string[] => items.map((item) => item.trim()).filter((item) => item !== '');

/** The draft without the empty lines and wrong answers that writing leaves behind. */
export function tidyDraft(draft: NoteDraft): NoteDraft {
	if (draft.kind === 'sequence') return { ...draft, steps: tidied(draft.steps) };
	if (draft.kind === 'typed') return { ...draft, accept: tidied(draft.accept) };
	if (draft.kind !== 'choice') return draft;
	return {
		...draft,
		distractors: draft.distractors.filter(({ text, why }) => text.trim() !== '' || why.trim() !== '')
	};
}

/** A cloze with the words between two places hidden, as a card of their own. */
export function withHole(text: string, start: number, end: number): string {
	const words = text.slice(start, end);
	const inner = words.trim();
	if (inner === '' || /\{\{|\}\}/.test(words)) return text;
	const from = start + words.indexOf(inner);
	const number = Math.max(0, ...parseCloze(text).numbers) + 1;
	return `${text.slice(0, from)}{{c${number}::${inner}}}${text.slice(from + inner.length)}`;
}
