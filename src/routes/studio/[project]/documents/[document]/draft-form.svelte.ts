import { applied } from '$lib/authoring/fold';
import type { NoteDraft } from '$lib/authoring/note-draft';
import type { ProjectProblem } from '$lib/authoring/problems';
import type { Change, ProjectState, ProposedNote } from '$lib/authoring/project';
import { onTextsInForce } from '$lib/authoring/quotes-in-force';
import type { Desk } from '$lib/state/studio/desk.svelte';
import { WORKERS } from '$lib/state/studio/workshop';
import { tidyDraft } from '$lib/ui/studio/note-fields/tidy-draft';
import { failureSentence } from '../../../failure-sentence';

/** How long nothing must be typed before the checks run, ms. */
const PAUSE = 350;

export interface FormOrder {
	/** “Edit”, “Split in 3”. */
	readonly title: string;
	/** What the notes are made of; none for notes begun from a selection. */
	readonly candidates: readonly ProposedNote[];
	readonly drafts: readonly NoteDraft[];
	/** The form begins at the kind, not at the first text. */
	readonly kindFirst?: boolean;
	/** What saving writes. */
	readonly change: (state: ProjectState, drafts: readonly NoteDraft[]) => Change;
	/** Called with what is typed, for it to be kept; null when it has been saved or given up. */
	readonly onkeep: (drafts: readonly NoteDraft[] | null) => void;
}

/** Notes being written: nothing of them is lost until they are saved or given up. */
export class DraftForm {
	readonly order: FormOrder;
	drafts: readonly NoteDraft[];
	/** Of each draft, what the lints say; of a moment ago while typing. */
	problems = $state.raw<readonly (readonly ProjectProblem[])[]>([]);
	/** Why the last try to save failed; the form is as it was. */
	error = $state<string | null>(null);
	saving = $state(false);
	readonly #desk: Desk;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#checking: AbortController | null = null;

	constructor(desk: Desk, order: FormOrder) {
		this.#desk = desk;
		this.order = order;
		this.drafts = $state.raw(order.drafts);
		this.#later();
	}

	/** Whether anything was typed that is not saved. */
	get isChanged(): boolean {
		return this.drafts !== this.order.drafts;
	}

	put(index: number, draft: NoteDraft): void {
		this.drafts = this.drafts.map((each, i) => (i === index ? draft : each));
		this.#changed();
	}

	/** One of several is not wanted. */
	drop(index: number): void {
		this.drafts = this.drafts.filter((_, i) => i !== index);
		this.#changed();
	}

	/** @returns whether it has been written */
	async save(): Promise<boolean> {
		if (this.saving) return false;
		this.saving = true;
		this.error = null;
		try {
			await this.#desk.commit((state) => this.order.change(state, this.#whole()));
			this.close();
			return true;
		} catch (error) {
			this.error = failureSentence(error);
			return false;
		} finally {
			this.saving = false;
		}
	}

	/** Saved or given up. */
	close(): void {
		this.order.onkeep(null);
		this.stop();
	}

	/** The screen goes; what was typed stays kept. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#checking?.abort();
	}

	/** The drafts as they are to be written: tidied, and resting on the texts in force, which may be newer than they are. */
	#whole(): readonly NoteDraft[] {
		return this.drafts.map((draft) => onTextsInForce(tidyDraft(draft), this.#desk.editions));
	}

	#changed(): void {
		this.order.onkeep(this.drafts);
		this.#later();
	}

	#later(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#check(), PAUSE);
	}

	/** The deck as it would be with these notes, put to the lints. */
	async #check(): Promise<void> {
		this.#checking?.abort();
		const checking = (this.#checking = new AbortController());
		const { state, editions } = this.#desk;
		try {
			const change = this.order.change(state, this.#whole());
			const written = change.patches.flatMap(({ of, after, id }) => (of === 'note' && after !== null ? [id] : []));
			const found = await WORKERS.check(applied(state, change), editions, checking.signal);
			if (!checking.signal.aborted) this.problems = written.map((id) => found.notes.get(id) ?? []);
		} catch {
			// The checks say nothing then; they run again when the deck is published.
		}
	}
}
