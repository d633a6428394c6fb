import { acceptAs } from '$lib/authoring/changes/decisions';
import { addNotes } from '$lib/authoring/changes/notes';
import { draftFromSelection } from '$lib/authoring/drafts/from-selection';
import type { WritableKind } from '$lib/authoring/drafts/kinds';
import { mergedDraft } from '$lib/authoring/drafts/merged';
import { splitDrafts } from '$lib/authoring/drafts/split';
import type { NoteDraft } from '$lib/authoring/note-draft';
import type { Note } from '$lib/domain/note';
import type { Span } from '$lib/domain/text/sentences';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { DocumentDesk, ReviewedCandidate } from '$lib/state/studio/document-desk.svelte';
import { DraftForm, type FormOrder } from './draft-form.svelte';
import { keepForm, readForm } from './review-place';

/** What the forms need of the review they stand in. */
interface Surroundings {
	readonly desk: Desk;
	readonly document: DocumentDesk;
	readonly current: ReviewedCandidate | null;
	readonly currentId: string | null;
	readonly notes: readonly Note[];
	readonly figure: number;
	readonly chosen: ReadonlySet<string>;
	readonly topic: string;
	notesOf(candidate: ReviewedCandidate): readonly Note[];
	go(id: string | null): void;
	say(words: string, shown?: boolean): void;
	settle(verb: string, next: ReviewedCandidate | null): void;
	following(without: readonly string[], direction: 1 | -1): ReviewedCandidate | null;
}

const NEW_NOTE = 'New note';

/** Candidates taken over in other words, and notes begun from the text: one form at a time. */
export class ReviewForms {
	/** Null while none is open. */
	form = $state.raw<DraftForm | null>(null);
	readonly #review: Surroundings;

	constructor(review: Surroundings) {
		this.#review = review;
	}

	edit(kindFirst = false): void {
		const { current } = this.#review;
		if (current === null) return;
		const title = kindFirst ? 'Change the kind' : 'Edit';
		this.#open(title, [current], this.#review.notes, kindFirst);
	}

	/** The candidate with what was wrong put right, for the author to look over. */
	mend(note: Note): void {
		const { current } = this.#review;
		if (current !== null) this.#open('Edit', [current], [note]);
	}

	split(): void {
		const { current } = this.#review;
		const [note] = this.#review.notes;
		if (current === null || note === undefined) return;
		const parts = splitDrafts(note);
		if (parts.length < 2) this.#review.say('It asks one thing only: there is nothing to split.', true);
		else this.#open(`Split in ${parts.length}`, [current], parts);
	}

	merge(): void {
		const { candidates } = this.#review.document;
		const wanted = new Set(this.#review.chosen);
		if (this.#review.currentId !== null) wanted.add(this.#review.currentId);
		if (wanted.size < 2) {
			const after = candidates.slice(this.#review.figure).find(({ decision }) => decision === null);
			if (after) wanted.add(after.id);
		}
		const merged = candidates.filter(({ id }) => wanted.has(id));
		if (merged.length < 2) this.#review.say('There is no other candidate to merge it with. Choose some with V.', true);
		else
			this.#open(`Merge ${merged.length}`, merged, [mergedDraft(merged.flatMap((each) => this.#review.notesOf(each)))]);
	}

	#open(
		title: string,
		candidates: readonly ReviewedCandidate[],
		drafts: readonly NoteDraft[],
		kindFirst = false
	): void {
		const proposed = candidates.map(({ candidate }) => candidate);
		// A note that was accepted before has a topic that the author gave it.
		const topic = candidates.some(({ decision }) => decision?.is === 'accepted') ? undefined : this.#review.topic;
		this.#show({
			title,
			candidates: proposed,
			drafts,
			kindFirst,
			change: (state, now) => acceptAs(state, this.#review.document.id, proposed, now, topic)
		});
	}

	/** Begins a note from words selected in the text. */
	make(kind: WritableKind, spans: readonly Span[]): void {
		const { edition } = this.#review.document;
		if (edition === undefined || spans.length === 0) return;
		const draft = draftFromSelection(kind, edition, spans, this.#review.topic);
		this.#show({ title: NEW_NOTE, candidates: [], drafts: [draft], change: addNotes });
	}

	#show(order: Omit<FormOrder, 'onkeep'>): void {
		const candidates = order.candidates.map(({ note }) => note.id);
		this.form?.stop();
		this.form = new DraftForm(this.#review.desk, {
			...order,
			onkeep: (drafts) =>
				keepForm(this.#review.desk.id, this.#review.document.id, drafts && { title: order.title, candidates, drafts })
		});
	}

	/** Opens what was being typed when the page was left. */
	reopen(): void {
		const kept = readForm(this.#review.desk.id, this.#review.document.id);
		if (kept === null) return;
		const candidates = this.#review.document.candidates.filter(({ id }) => kept.candidates.includes(id));
		if (candidates.length > 0 && candidates.length === kept.candidates.length) {
			this.#review.go(candidates[0]?.id ?? null);
			this.#open(kept.title, candidates, kept.drafts);
			return;
		}
		// What was typed is not lost with a candidate that is not proposed any more.
		const title = kept.candidates.length > 0 ? NEW_NOTE : kept.title;
		this.#show({ title, candidates: [], drafts: kept.drafts, change: addNotes });
	}

	async save(): Promise<boolean> {
		const { form } = this;
		if (form === null) return false;
		const made = form.order.candidates.map(({ note }) => note.id);
		const next = made.length === 0 ? this.#review.current : this.#review.following(made, 1);
		if (!(await form.save())) return false;
		this.form = null;
		if (made.length > 0) this.#review.settle('Saved and accepted', next);
		else this.#review.say('Note added to the deck.', true);
		return true;
	}

	cancel(): void {
		this.form?.close();
		this.form = null;
	}

	stop(): void {
		this.form?.stop();
	}
}
