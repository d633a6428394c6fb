import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { editDeck } from '$lib/authoring/changes/deck';
import { editNote, waive } from '$lib/authoring/changes/notes';
import type { ProjectProblem } from '$lib/authoring/problems';
import type { Note } from '$lib/domain/note';
import type { Fixing, QuickFix } from '$lib/ui/studio/note-fields/quick-fixes';
import type { DraftForm } from './draft-form.svelte';
import type { Review } from './review.svelte';

/** How long a candidate must be looked at before the checks run on it, ms. */
const PAUSE = 300;

/** What is wrong with the candidate in hand, known before it is accepted, and the ways to mend it there and then. */
export class Mending {
	readonly #review: Review;
	/** A candidate not accepted yet, with what the checks would say of it. */
	#ahead = $state.raw<{ readonly note: Note; readonly problems: readonly ProjectProblem[] } | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(review: Review) {
		this.#review = review;
	}

	problemsOf(note: Note): readonly ProjectProblem[] {
		if (this.#isAccepted(note)) return this.#review.desk.problemsOf(note.id);
		return this.#ahead?.note === note ? this.#ahead.problems : [];
	}

	/** Puts the candidate in hand to the checks, if it is not a note yet. To be called when it or the deck is another. */
	look(): void {
		clearTimeout(this.#timer);
		const { desk, notes, current, topic, forms } = this.#review;
		const [note] = notes;
		void desk.state;
		if (current === null || forms.form !== null || note === undefined || this.#isAccepted(note)) return;
		if (current.decision?.is === 'rejected' || desk.documents.some(({ isRead }) => !isRead)) return;
		this.#timer = setTimeout(() => {
			void desk.problemsOfDraft({ ...note, topic: topic === '' ? note.topic : topic }).then((problems) => {
				if (problems !== null) this.#ahead = { note, problems };
			});
		}, PAUSE);
	}

	fixingOf(note: Note): Fixing {
		const accepted = this.#isAccepted(note);
		return {
			...this.#about(note),
			// A candidate has one sentence, and stands beside it; it can be compared once it is a note.
			without: accepted ? [] : ['quote', 'compare'],
			run: ({ fix }) => this.#run(note, fix, accepted),
			waive: accepted
				? (rule, reason) => void this.#review.write((state) => waive(state, note.id, rule, reason))
				: undefined
		};
	}

	/** For a note being written: what is mended is written when the form is saved. */
	fixingOfDraft(form: DraftForm, index: number): Fixing | undefined {
		const draft = form.drafts[index];
		if (draft === undefined) return undefined;
		return {
			...this.#about({ ...draft, id: '' }),
			without: ['split', 'quote', 'compare'],
			run: ({ fix }) => {
				if (fix.is === 'write') form.put(index, fix.note);
			}
		};
	}

	#about(note: Note): Pick<Fixing, 'note' | 'today' | 'published' | 'spellOut'> {
		const { desk } = this.#review;
		return {
			note,
			today: new Date().toISOString().slice(0, 10),
			published: desk.state.documents.get(note.sources[0]?.document ?? '')?.published ?? null,
			spellOut: (letters, words) =>
				void this.#review.write((state) => editDeck(state, { acronyms: { ...state.deck.acronyms, [letters]: words } }))
		};
	}

	#run(note: Note, fix: QuickFix['fix'], accepted: boolean): void {
		const { forms, notes, desk } = this.#review;
		if (fix.is === 'write' && accepted) void this.#review.write((state) => editNote(state, fix.note));
		else if (fix.is === 'write') forms.mend(fix.note);
		else if (fix.is === 'split' && notes.length === 1) forms.split();
		else {
			const path = resolve('/studio/[project]/notes', { project: desk.id });
			// eslint-disable-next-line svelte/no-navigation-without-resolve
			void goto(`${path}?${new URLSearchParams({ note: note.id }).toString()}`);
		}
	}

	#isAccepted = ({ id }: Note): boolean => this.#review.desk.state.notes.has(id);

	stop(): void {
		clearTimeout(this.#timer);
	}
}
