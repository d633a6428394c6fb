import type { ProjectProblem } from '../../../authoring/problems';
import type { Desk } from '../../../state/studio/desk.svelte';
import type { NoteEditing } from './note-editing.svelte';

/** How long nothing must be typed before the checks look, ms. */
const PAUSE = 400;

/** What the checks say of a note while it is being typed. Made while a component is: it holds an effect. */
export class DraftProblems {
	/** Of the draft as it was looked at last; null until then. */
	#live = $state.raw<readonly ProjectProblem[] | null>(null);
	readonly #desk: Desk;
	readonly #editing: NoteEditing;

	constructor(desk: Desk, editing: NoteEditing) {
		this.#desk = desk;
		this.#editing = editing;
		$effect(() => {
			const { draft, dirty } = editing;
			if (!dirty) return;
			const timer = setTimeout(async () => {
				// A new note gets its id with its first words.
				const found = await desk.problemsOfDraft({ ...draft, id: draft.id || 'new-note' }).catch(() => null);
				if (found !== null) this.#live = found;
			}, PAUSE);
			return () => clearTimeout(timer);
		});
	}

	/** Of the note as it is stored, unless something is being typed. */
	get all(): readonly ProjectProblem[] {
		return this.#live !== null && this.#editing.dirty ? this.#live : this.#desk.problemsOf(this.#editing.id);
	}
}
