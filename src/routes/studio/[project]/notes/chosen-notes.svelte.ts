import { replaceInNotes, type Search } from '$lib/authoring/changes/find-replace';
import {
	deleteNotes,
	duplicateNotes,
	editNote,
	mergeNotes,
	moveToTopic,
	placeNotes,
	splitNote,
	tagNotes,
	untagNotes
} from '$lib/authoring/changes/notes';
import { mergedDraft } from '$lib/authoring/drafts/merged';
import { splitDrafts } from '$lib/authoring/drafts/split';
import type { Desk, Wanted } from '$lib/state/studio/desk.svelte';
import { tagsOf } from '$lib/ui/studio/editor/note-rows';
import type { NoteSelection } from '$lib/ui/studio/editor/note-selection.svelte';
import type { QuickFix } from '$lib/ui/studio/note-fields/quick-fixes';
import { plural } from '$lib/ui/text/duration-text';
import type { DeskSteps } from '../desk-steps.svelte';

/** What is done to the notes that are chosen in the list, or else to the one that the author is at. */
export class ChosenNotes {
	readonly #desk: Desk;
	readonly #selection: NoteSelection;
	readonly #steps: DeskSteps;
	/** Puts the focus back into the list. */
	readonly #ondone: () => void;

	constructor(desk: Desk, selection: NoteSelection, steps: DeskSteps, ondone: () => void) {
		this.#desk = desk;
		this.#selection = selection;
		this.#steps = steps;
		this.#ondone = ondone;
	}

	readonly #notes = $derived.by(() => this.#selection.targets.flatMap((id) => this.#desk.state.notes.get(id) ?? []));
	readonly #tags = $derived.by(() => tagsOf(this.#notes));
	/** Tags that all of them have, and those that only some have. */
	readonly tags = $derived.by(() => {
		const common = this.#tags.filter((tag) => this.#notes.every(({ note }) => note.tags.includes(tag)));
		return { common, some: this.#tags.filter((tag) => !common.includes(tag)) };
	});
	get count(): number {
		return this.#selection.targets.length;
	}

	delete = (): Promise<void> =>
		this.#act((ids) => (state) => deleteNotes(state, ids), `${plural(this.count, 'note')} deleted.`);
	duplicate = (): Promise<void> =>
		this.#act((ids) => (state) => duplicateNotes(state, ids), `${plural(this.count, 'note')} duplicated.`);
	move = (topic: string): Promise<void> => this.#act((ids) => (state) => moveToTopic(state, ids, topic));

	async tag(added: readonly string[], removed: readonly string[]): Promise<void> {
		const ids = this.#selection.targets;
		if (added.length > 0) await this.#steps.commit((state) => tagNotes(state, ids, added));
		if (removed.length > 0) await this.#steps.commit((state) => untagNotes(state, ids, removed));
		this.#ondone();
	}

	/** @returns id of the note that they have become; null if they stay */
	async merge(ids: readonly string[]): Promise<string | null> {
		const notes = ids.flatMap((id) => this.#desk.state.notes.get(id)?.note ?? []);
		const [first] = notes;
		if (first === undefined || notes.length < 2) return null;
		const said = `${ids.length} notes merged. Go over the result.`;
		if (!(await this.#steps.commit((state) => mergeNotes(state, ids, mergedDraft(notes)), said))) return null;
		this.#selection.clear();
		return first.id;
	}

	/** @param after id of the note they are put behind; null for the beginning */
	place(ids: readonly string[], after: string | null): Promise<boolean> {
		return this.#steps.commit((state) => placeNotes(state, ids, after));
	}

	/** Earlier or later in the deck, past the note shown next. @param shown ids in the order shown */
	async shift(by: -1 | 1, shown: readonly string[]): Promise<void> {
		const ids = this.#selection.targets;
		const at = shown.flatMap((id, i) => (ids.includes(id) ? [i] : []));
		const edge = by === -1 ? at[0] : at.at(-1);
		if (edge === undefined || (by === -1 ? edge === 0 : edge === shown.length - 1)) return;
		await this.place(ids, shown[by === 1 ? edge + 1 : edge - 2] ?? null);
		this.#ondone();
	}

	/** Does what can be done at once about what is wrong with a note. */
	async mend(id: string, { label, fix }: QuickFix): Promise<void> {
		const said = `Mended: ${label}.`;
		if (fix.is === 'write') await this.#steps.commit((state) => editNote(state, fix.note), said);
		else if (fix.is === 'split') {
			const note = this.#desk.state.notes.get(id)?.note;
			if (note !== undefined) await this.#steps.commit((state) => splitNote(state, id, splitDrafts(note)), said);
		}
		this.#ondone();
	}

	/** @returns whether it is on the disk */
	replace(search: Search, replacement: string, ids: readonly string[]): Promise<boolean> {
		const said = `Replaced in ${plural(ids.length, 'note')}.`;
		return this.#steps.commit((state) => replaceInNotes(state, search, replacement, ids), said);
	}

	async #act(change: (ids: readonly string[]) => Wanted, said?: string): Promise<void> {
		const ids = this.#selection.targets;
		if (ids.length === 0) return;
		await this.#steps.commit(change(ids), said);
		this.#ondone();
	}
}
