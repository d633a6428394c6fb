import {
	acceptAs,
	acceptCandidates,
	rejectCandidates,
	reopenCandidates,
	skipCandidates
} from '$lib/authoring/changes/decisions';
import { leaveOut, setOptions } from '$lib/authoring/changes/documents';
import { addNotes } from '$lib/authoring/changes/notes';
import { draftFromSelection } from '$lib/authoring/drafts/from-selection';
import type { WritableKind } from '$lib/authoring/drafts/kinds';
import { mergedDraft } from '$lib/authoring/drafts/merged';
import { splitDrafts } from '$lib/authoring/drafts/split';
import { withBlocks } from '$lib/authoring/kept-text';
import { frontOf, type NoteDraft } from '$lib/authoring/note-draft';
import type { Change, ProjectState, ProposedNote } from '$lib/authoring/project';
import type { Note } from '$lib/domain/note';
import type { Span } from '$lib/domain/text/sentences';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { DocumentDesk, ReviewedCandidate } from '$lib/state/studio/document-desk.svelte';
import type { CandidateState, ReviewFilter } from '$lib/ui/studio/review/candidate-state';
import { DraftForm, type FormOrder } from './draft-form.svelte';
import { failureSentence } from '../../../failure-sentence';
import { keepForm, keepPlace, readForm, readPlace } from './review-place';

const stateOf = ({ decision }: ReviewedCandidate): CandidateState => decision?.is ?? 'open';

/** The review of one document: where one is in it, and what one does there. */
export class Review {
	readonly desk: Desk;
	readonly document: DocumentDesk;
	filter = $state<ReviewFilter>('open');
	currentId = $state<string | null>(null);
	/** Candidates chosen for merging. */
	chosen = $state.raw<ReadonlySet<string>>(new Set());
	form = $state.raw<DraftForm | null>(null);
	/** For the live region: what was decided and what comes next. */
	said = $state('');
	/** Why the last thing done was not written. */
	trouble = $state<string | null>(null);
	busy = $state(false);
	/** Topic of the notes accepted from now on. */
	topic = $state('');
	#begun = false;
	/** Where the current candidate stands, for going on near it when it is gone. */
	#at = 0;

	readonly states = $derived.by(
		(): ReadonlyMap<string, CandidateState> => new Map(this.document.candidates.map((each) => [each.id, stateOf(each)]))
	);
	readonly current = $derived.by(
		(): ReviewedCandidate | null => this.document.candidates.find(({ id }) => id === this.currentId) ?? null
	);
	readonly figure = $derived.by(
		(): number => this.document.candidates.findIndex(({ id }) => id === this.currentId) + 1
	);
	/** The current candidate as it is now: as proposed, or the notes that were made of it. */
	readonly notes = $derived.by((): readonly Note[] => (this.current === null ? [] : this.notesOf(this.current)));

	constructor(desk: Desk, document: DocumentDesk) {
		this.desk = desk;
		this.document = document;
		this.topic = desk.deck.topics[0]?.id ?? '';
	}

	/** To be called when the candidates have been read, and whenever they have changed. */
	follow(): void {
		const { candidates } = this.document;
		if (!this.#begun) {
			this.#begun = true;
			const place = readPlace(this.desk.id, this.document.id);
			this.filter = place?.filter ?? 'open';
			const there = candidates.some(({ id }) => id === place?.candidate);
			this.go(there ? (place?.candidate ?? null) : (this.document.nextOpen(null)?.id ?? null));
			this.#reopenForm();
		} else if (this.currentId !== null && this.current === null) {
			const near = candidates.find(({ candidate }) => candidate.claim.sentence.start >= this.#at) ?? candidates.at(-1);
			this.go(near?.id ?? null);
		}
	}

	notesOf({ candidate, decision }: ReviewedCandidate): readonly Note[] {
		const made = (decision?.notes ?? []).flatMap((id) => this.desk.state.notes.get(id)?.note ?? []);
		return made.length > 0 ? made : [candidate.note];
	}

	go(id: string | null): void {
		this.currentId = id;
		this.#at = this.current?.candidate.claim.sentence.start ?? this.#at;
		keepPlace(this.desk.id, this.document.id, { candidate: id, filter: this.filter });
	}

	setFilter(filter: ReviewFilter): void {
		this.filter = filter;
		const current = this.current;
		if (current === null || (filter !== 'all' && stateOf(current) !== filter))
			this.go(this.#following([], 1)?.id ?? null);
		else this.go(current.id);
	}

	step(direction: 1 | -1): void {
		const next = this.#following(this.currentId === null ? [] : [this.currentId], direction);
		if (next === null) this.say(direction === 1 ? 'There is no next one.' : 'There is none before.');
		else {
			this.go(next.id);
			this.say(this.#named(next));
		}
	}

	accept(): Promise<void> {
		return this.#decide('Accepted', (state, each) => acceptCandidates(state, this.document.id, each, this.topic));
	}
	reject(): Promise<void> {
		return this.#decide('Rejected', (state, each) => rejectCandidates(state, this.document.id, each));
	}
	skip(): Promise<void> {
		return this.#decide('Skipped', (state, each) => skipCandidates(state, this.document.id, each));
	}
	async reopen(): Promise<void> {
		const { current } = this;
		if (current?.decision) await this.#write((state) => reopenCandidates(state, this.document.id, [current.candidate]));
	}

	async #decide(
		verb: string,
		change: (state: ProjectState, candidates: readonly ProposedNote[]) => Change
	): Promise<void> {
		const { current } = this;
		if (current === null || this.busy) return;
		const next = this.#following([current.id], 1);
		if (!(await this.#write((state) => change(state, [current.candidate])))) return;
		this.#settle(verb, next);
	}

	#settle(verb: string, next: ReviewedCandidate | null): void {
		this.chosen = new Set();
		this.go(next?.id ?? null);
		const { all, open } = this.document.progress;
		this.say(
			`${verb}. ${all - open} of ${all} decided. ${next === null ? 'That was the last one.' : this.#named(next)}`
		);
	}

	async #write(change: (state: ProjectState) => Change): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.trouble = null;
		try {
			await this.desk.commit(change);
			return true;
		} catch (error) {
			this.trouble = failureSentence(error);
			return false;
		} finally {
			this.busy = false;
		}
	}

	async undo(): Promise<void> {
		await this.#timeTravel('Undone', this.desk.undoLabel, () => this.desk.undo());
	}
	async redo(): Promise<void> {
		await this.#timeTravel('Redone', this.desk.redoLabel, () => this.desk.redo());
	}

	/** Undo and redo lead to the candidate they concern. */
	async #timeTravel(verb: string, label: string | null, travel: () => Promise<void>): Promise<void> {
		if (label === null || this.busy) return;
		this.busy = true;
		const before = this.states;
		try {
			await travel();
			const concerned = this.document.candidates.find((each) => stateOf(each) !== before.get(each.id));
			if (concerned) this.go(concerned.id);
			this.say(`${verb}: ${label}.`);
		} catch (error) {
			this.trouble = failureSentence(error);
		} finally {
			this.busy = false;
		}
	}

	choose(): void {
		if (this.currentId === null) return;
		const chosen = new Set(this.chosen);
		if (!chosen.delete(this.currentId)) chosen.add(this.currentId);
		this.chosen = chosen;
		this.say(chosen.has(this.currentId) ? `Chosen, ${chosen.size} in all.` : 'Not chosen any more.');
	}

	edit(kindFirst = false): void {
		const { current } = this;
		if (current === null) return;
		const title = kindFirst ? 'Change the kind' : 'Edit';
		this.#open(title, [current], this.notes, kindFirst);
	}

	split(): void {
		const { current } = this;
		const [note] = this.notes;
		if (current === null || note === undefined) return;
		const parts = splitDrafts(note);
		if (parts.length < 2) this.say('It asks one thing only: there is nothing to split.', true);
		else this.#open(`Split in ${parts.length}`, [current], parts);
	}

	merge(): void {
		const { candidates } = this.document;
		const wanted = new Set(this.chosen);
		if (this.currentId !== null) wanted.add(this.currentId);
		if (wanted.size < 2) {
			const after = candidates.slice(this.figure).find(({ decision }) => decision === null);
			if (after) wanted.add(after.id);
		}
		const merged = candidates.filter(({ id }) => wanted.has(id));
		if (merged.length < 2) this.say('There is no other candidate to merge it with. Choose some with V.', true);
		else this.#open(`Merge ${merged.length}`, merged, [mergedDraft(merged.flatMap((each) => this.notesOf(each)))]);
	}

	#open(
		title: string,
		candidates: readonly ReviewedCandidate[],
		drafts: readonly NoteDraft[],
		kindFirst = false
	): void {
		const proposed = candidates.map(({ candidate }) => candidate);
		// A note that was accepted before has a topic that the author gave it.
		const topic = candidates.some(({ decision }) => decision?.is === 'accepted') ? undefined : this.topic;
		this.#show({
			title,
			candidates: proposed,
			drafts,
			kindFirst,
			change: (state, now) => acceptAs(state, this.document.id, proposed, now, topic)
		});
	}

	/** Begins a note from words selected in the text. */
	make(kind: WritableKind, spans: readonly Span[]): void {
		const { edition } = this.document;
		if (edition === undefined || spans.length === 0) return;
		const draft = draftFromSelection(kind, edition, spans, this.topic);
		this.#show({ title: 'New note', candidates: [], drafts: [draft], change: addNotes });
	}

	#show(order: Omit<FormOrder, 'onkeep'>): void {
		const candidates = order.candidates.map(({ note }) => note.id);
		this.form?.stop();
		this.form = new DraftForm(this.desk, {
			...order,
			onkeep: (drafts) => keepForm(this.desk.id, this.document.id, drafts && { title: order.title, candidates, drafts })
		});
	}

	/** What was being typed when the page was left. */
	#reopenForm(): void {
		const kept = readForm(this.desk.id, this.document.id);
		if (kept === null) return;
		const candidates = this.document.candidates.filter(({ id }) => kept.candidates.includes(id));
		if (candidates.length !== kept.candidates.length) return;
		if (candidates.length > 0) {
			this.go(candidates[0]?.id ?? null);
			this.#open(kept.title, candidates, kept.drafts);
		} else this.#show({ title: kept.title, candidates: [], drafts: kept.drafts, change: addNotes });
	}

	async saveForm(): Promise<boolean> {
		const { form } = this;
		if (form === null) return false;
		const made = form.order.candidates.map(({ note }) => note.id);
		const next = made.length === 0 ? this.current : this.#following(made, 1);
		if (!(await form.save())) return false;
		this.form = null;
		if (made.length > 0) this.#settle('Saved and accepted', next);
		else this.say('Note added to the deck.', true);
		return true;
	}

	cancelForm(): void {
		this.form?.close();
		this.form = null;
	}

	/** Leaves blocks out of the text, or takes them back in. Candidates follow a moment later. */
	async setBlocks(indices: readonly number[], kept: boolean): Promise<void> {
		const { edition, id } = this.document;
		if (edition === undefined) return;
		const many = indices.length === 1 ? 'a paragraph' : `${indices.length} paragraphs`;
		const label = kept ? `Took ${many} back in` : `Left ${many} out`;
		const done = await this.#write((state) => {
			const options = state.documents.get(id)?.options ?? {};
			return setOptions(state, id, withBlocks(edition, options, indices, kept), label);
		});
		if (done) this.say(`${label}.`);
	}

	async leaveOut(sentence: string, reason: string | null): Promise<void> {
		if (await this.#write((state) => leaveOut(state, this.document.id, sentence, reason)))
			this.say(reason === null ? 'A card is wanted of it again.' : 'Left out, with the reason.');
	}

	/** Says it aloud; `shown` by a message, which is read out too, where nothing on the screen shows it. */
	say(words: string, shown = false): void {
		if (shown && this.ontell !== null) this.ontell(words);
		else this.said = words;
	}
	ontell: ((words: string) => void) | null = null;

	#named = ({ candidate }: ReviewedCandidate): string => `Next: ${frontOf(candidate.note)}`;

	/** The next one of what the filter lets through, leaving out some; from the end, what was passed over before. */
	#following(without: readonly string[], direction: 1 | -1): ReviewedCandidate | null {
		const { candidates } = this.document;
		const here = candidates.findIndex(({ id }) => id === this.currentId);
		const fits = (each: ReviewedCandidate): boolean =>
			!without.includes(each.id) && (this.filter === 'all' || stateOf(each) === this.filter);
		const after = candidates.slice(here + 1);
		const before = candidates.slice(0, Math.max(0, here));
		if (direction === -1) return before.findLast(fits) ?? null;
		return after.find(fits) ?? (this.filter === 'all' ? null : (before.find(fits) ?? null));
	}

	stop(): void {
		this.form?.stop();
	}
}
