import type { NoteDraft } from '../../../authoring/note-draft';

const tidied = (items: readonly string[]): string[] => items.map((item) => item.trim()).filter((item) => item !== '');

/** The draft without the empty items and wrong answers that writing leaves behind. */
export function tidyDraft(draft: NoteDraft): NoteDraft {
	if (draft.kind === 'sequence') return { ...draft, steps: tidied(draft.steps) };
	if (draft.kind === 'typed') return { ...draft, accept: tidied(draft.accept) };
	if (draft.kind !== 'choice') return draft;
	return {
		...draft,
		distractors: draft.distractors.filter(({ text, why }) => text.trim() !== '' || why.trim() !== '')
	};
}
