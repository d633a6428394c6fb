import { acceptCandidates, rejectCandidates, reopenCandidates, skipCandidates } from '$lib/authoring/changes/decisions';
import { leaveOut, setOptions } from '$lib/authoring/changes/documents';
import { withBlocks } from '$lib/authoring/kept-text';
import { frontOf } from '$lib/authoring/note-draft';
import type { Change, ProjectState, ProposedNote } from '$lib/authoring/project';
import type { Note } from '$lib/domain/note';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { DocumentDesk, ReviewedCandidate } from '$lib/state/studio/document-desk.svelte';
import type { CandidateState, ReviewFilter } from '$lib/ui/studio/review/candidate-state';
import { failureSentence } from '../../../failure-sentence';
import { ReviewForms } from './review-forms.svelte';
import { keepPlace, readPlace } from './review-place';

const stateOf = ({ decision }: ReviewedCandidate): CandidateState => decision?.is ?? 'open';

/** The review of one document: where one is in it, and what one does there. */
export class Review {
	readonly desk: Desk;
	readonly document: DocumentDesk;
	filter = $state<ReviewFilter>('open');
	currentId = $state<string | null>(null);
	/** Candidates chosen for merging. */
	chosen = $state.raw<ReadonlySet<string>>(new Set());
	/** For the live region: what was decided and what comes next. */
	said = $state('');
	/** Why the last thing done was not written. */
	trouble = $state<string | null>(null);
	busy = $state(false);
	/** Topic of the notes accepted from now on. */
	topic = $state('');
	/** Notes being written. */
	readonly forms: ReviewForms;
	/** Offset of a sentence without a candidate that the page was opened for; null once it has been shown. */
	wanted = $state<number | null>(null);
	/** Where in the text the page was opened; null for where the author was. */
	readonly #opening: number | null;
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

	/** @param opening an offset into the text to begin at; null for where the author was */
	constructor(desk: Desk, document: DocumentDesk, opening: number | null) {
		this.desk = desk;
		this.document = document;
		this.#opening = opening;
		this.topic = desk.deck.topics[0]?.id ?? '';
		this.forms = new ReviewForms(this);
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
			this.forms.reopen();
			if (this.#opening !== null) this.#openAt(this.#opening);
		} else if (this.currentId !== null && this.current === null) {
			const near = candidates.find(({ candidate }) => candidate.claim.sentence.start >= this.#at) ?? candidates.at(-1);
			this.go(near?.id ?? null);
		}
	}

	/** To the candidate of a sentence. Without one the sentence is shown, and what comes after it is gone on with. */
	#openAt(at: number): void {
		const { candidates } = this.document;
		const isOpen = ({ decision }: ReviewedCandidate): boolean => decision === null;
		const here = candidates.filter(({ candidate: { claim } }) => claim.sentence.start <= at && at < claim.sentence.end);
		const found = here.find(isOpen) ?? here[0];
		// What was being written goes on; the sentence is shown beside it.
		const isWriting = this.forms.form !== null;
		if (found === undefined || isWriting) this.wanted = at;
		if (isWriting) return;
		const after = candidates.filter(({ candidate }) => candidate.claim.sentence.start >= at);
		const next = found ?? after.find(isOpen) ?? after[0];
		if (next !== undefined) this.go(next.id);
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
			this.go(this.following([], 1)?.id ?? null);
		else this.go(current.id);
	}

	step(direction: 1 | -1): void {
		const next = this.following(this.currentId === null ? [] : [this.currentId], direction);
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
		if (current?.decision) await this.write((state) => reopenCandidates(state, this.document.id, [current.candidate]));
	}

	async #decide(
		verb: string,
		change: (state: ProjectState, candidates: readonly ProposedNote[]) => Change
	): Promise<void> {
		const { current } = this;
		if (current === null || this.busy) return;
		const next = this.following([current.id], 1);
		if (!(await this.write((state) => change(state, [current.candidate])))) return;
		this.settle(verb, next);
	}

	/** Goes on after a decision, and says so. */
	settle(verb: string, next: ReviewedCandidate | null): void {
		this.chosen = new Set();
		this.go(next?.id ?? null);
		const { all, open } = this.document.progress;
		this.say(
			`${verb}. ${all - open} of ${all} decided. ${next === null ? 'That was the last one.' : this.#named(next)}`
		);
	}

	/** Writes a change; what goes wrong is said. @returns whether it has been written */
	async write(change: (state: ProjectState) => Change): Promise<boolean> {
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

	/** Leaves blocks out of the text, or takes them back in. Candidates follow a moment later. */
	async setBlocks(indices: readonly number[], kept: boolean): Promise<void> {
		const { edition, id } = this.document;
		if (edition === undefined) return;
		const many = indices.length === 1 ? 'a paragraph' : `${indices.length} paragraphs`;
		const label = kept ? `Took ${many} back in` : `Left ${many} out`;
		const done = await this.write((state) => {
			const options = state.documents.get(id)?.options ?? {};
			return setOptions(state, id, withBlocks(edition, options, indices, kept), label);
		});
		if (done) this.say(`${label}.`);
	}

	async leaveOut(sentence: string, reason: string | null): Promise<void> {
		if (await this.write((state) => leaveOut(state, this.document.id, sentence, reason)))
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
	following(without: readonly string[], direction: 1 | -1): ReviewedCandidate | null {
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
		this.forms.stop();
	}
}
