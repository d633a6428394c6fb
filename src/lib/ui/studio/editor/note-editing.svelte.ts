import { addNotes, editNote } from '../../../authoring/changes/notes';
import type { NoteDraft } from '../../../authoring/note-draft';
import type { Desk } from '../../../state/studio/desk.svelte';
import type { Note } from '../../../domain/note';

/** What was typed and is not on the disk, by project and note: it outlives the form, not the window. */
let unsaved = $state.raw<ReadonlyMap<string, Note>>(new Map());

/** Ids of a project's notes of which something typed is not on the disk. */
export const unsavedNotes = (project: string): string[] =>
	[...unsaved.keys()].flatMap((key) => (key.startsWith(`${project}/`) ? [key.slice(project.length + 1)] : []));

function keep(key: string, note: Note | null): void {
	const next = new Map(unsaved);
	if (note === null) next.delete(key);
	else next.set(key, note);
	unsaved = next;
}

/** A note that is not in the deck until a word of it has been written. */
export interface NewNote {
	/** Id of the note it is put behind; null for the beginning, absent for where its source stands in the text. */
	readonly after?: string | null;
	/** Called once it is in the deck. */
	readonly oncreated: (id: string) => void;
}

/** What is chosen for a note of any kind rather than typed. */
export type Chosen = Partial<Pick<Note, 'topic' | 'tags' | 'sources' | 'media'>>;

/** One note in the form: what is typed, and what of it is on the disk. */
export class NoteEditing {
	/** Empty until a new note is in the deck. */
	id = $state('');
	/** As typed. */
	draft = $state.raw<Note>(none());
	/** The note could not be written; in plain words. What was typed is still here. */
	trouble = $state<string | null>(null);
	saving = $state(false);
	/** As the draft was begun from. */
	#base = $state.raw<Note>(none());
	#fresh: NewNote | null;
	/** The write that is going on. */
	#writing: Promise<boolean> | null = null;
	readonly #desk: Desk;
	readonly #explain: (error: unknown) => string;

	/** @param explain what went wrong with a write, in plain words */
	constructor(desk: Desk, note: Note, fresh: NewNote | null, explain: (error: unknown) => string) {
		this.#desk = desk;
		this.#explain = explain;
		this.#fresh = fresh;
		this.id = fresh === null ? note.id : '';
		this.#base = note;
		this.draft = unsaved.get(this.#key) ?? note;
	}

	get #key(): string {
		return `${this.#desk.id}/${this.id}`;
	}

	readonly dirty = $derived(!isSame(this.draft, this.#base));
	/** The note as it stands on the disk; undefined once it has been deleted. */
	readonly #stored = $derived.by(() => this.#desk.state.notes.get(this.id)?.note);
	/** Something else has written the note while it was being typed in: another window, or an undo. */
	readonly clash = $derived.by(
		() => this.dirty && this.#stored !== undefined && !isSame(this.#stored, this.#base) && !this.saving
	);

	/** Takes what was written elsewhere, unless something is being typed here. */
	follow(): void {
		const stored = this.#stored;
		if (stored === undefined || this.dirty || this.saving || stored === this.#base) return;
		this.#base = stored;
		this.draft = stored;
	}

	/** Writes what was chosen into the draft. Nothing is on the disk yet. */
	put(chosen: Chosen): void {
		const { media = [], ...rest } = { ...this.draft, ...chosen };
		// Leaving out a field that may be absent keeps the shape.
		this.replace((media.length === 0 ? rest : { ...rest, media }) as Note);
	}

	replace(note: Note): void {
		this.draft = note;
		keep(this.#key, this.dirty ? note : null);
	}

	/** Leaves what was typed, for the note as it is on the disk. */
	discard(): void {
		keep(this.#key, null);
		this.#base = this.#stored ?? this.#base;
		this.draft = this.#base;
		this.trouble = null;
	}

	/** Writes the draft. @returns whether all that was typed is on the disk */
	async save(): Promise<boolean> {
		// What is typed while an earlier draft is being written is written after it.
		if (this.#writing !== null) return (await this.#writing) || (this.trouble === null && this.save());
		if (!this.dirty) return true;
		this.#writing = this.#write();
		try {
			return await this.#writing;
		} finally {
			this.#writing = null;
		}
	}

	async #write(): Promise<boolean> {
		const { draft } = this;
		this.saving = true;
		try {
			if (this.#fresh === null) await this.#desk.commit((state) => editNote(state, draft));
			else await this.#create(draft, this.#fresh);
			this.trouble = null;
		} catch (error) {
			this.trouble = this.#explain(error);
			return false;
		} finally {
			this.saving = false;
		}
		if (this.#fresh === null) this.#base = { ...draft, id: this.id };
		keep(this.#key, this.dirty ? this.draft : null);
		return !this.dirty;
	}

	async #create(draft: Note, fresh: NewNote): Promise<void> {
		let id = '';
		await this.#desk.commit((state) => {
			const change = addNotes(state, [withoutId(draft)], fresh.after);
			id = change.patches.find(({ of }) => of === 'note')?.id ?? '';
			return change;
		});
		keep(this.#key, null);
		this.#fresh = null;
		this.id = id;
		// More may have been typed while it was written.
		this.draft = { ...this.draft, id };
		fresh.oncreated(id);
	}
}

function withoutId(note: Note): NoteDraft {
	const { id: _, ...draft } = note;
	// TypeScript does not keep the union apart when a field is taken off.
	return draft as NoteDraft;
}

function isSame(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With the keys of every object in one order, since fields are put and taken away in any. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, each]) => [key, sorted(each)])
	);
}

/** Before the constructor has put the note there. */
function none(): Note {
	return { kind: 'basic', id: '', topic: '', tags: [], sources: [], front: '', back: '' };
}
