import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Note } from '$lib/domain/note';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { NewNote } from '$lib/ui/studio/editor/note-editing.svelte';

/** Stands where the id of a note does, for one that is being begun. */
const NEW = '(new)';

interface Begun {
	/** Of its form, which stays when the note comes into the deck. */
	readonly key: string;
	readonly note: Note;
	readonly fresh: NewNote;
	/** Null until it is in the deck. */
	readonly id: string | null;
}

/** The note in the form. The page's address says which, so that Back closes it and a reload finds it again. */
export class OpenedNote {
	#begun = $state.raw<Begun | null>(null);
	#count = 0;
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Empty for none. */
	readonly id = $derived.by((): string => page.state.note ?? page.url.searchParams.get('note') ?? '');
	/** Undefined for none, and for one that has been deleted. One that has come into the deck is the deck’s. */
	readonly note = $derived.by((): Note | undefined =>
		this.#begun?.id === null && this.id === NEW ? this.#begun.note : this.#desk.state.notes.get(this.id)?.note
	);
	/** The form is made anew for another key. */
	readonly key = $derived.by((): string =>
		this.#begun !== null && (this.id === NEW || this.id === this.#begun.id) ? this.#begun.key : this.id
	);
	/** How the note comes into the deck; null for one that is there. */
	get fresh(): NewNote | null {
		return this.id === NEW ? (this.#begun?.fresh ?? null) : null;
	}

	/** Puts another note into the form; none for an empty id. */
	show(id: string): void {
		if (id !== NEW && id !== this.#begun?.id) this.#begun = null;
		if (this.id === '' && id !== '') this.#address(id, pushState);
		else this.#address(id, replaceState);
	}

	/** Puts a note into the form that is not in the deck yet. @param oncreated called once it is */
	begin(note: Note, oncreated: (id: string) => void): void {
		const key = `new-${this.#count++}`;
		const created = (id: string): void => {
			if (this.#begun?.key !== key) return;
			this.#begun = { ...this.#begun, id };
			this.#address(id, replaceState);
			oncreated(id);
		};
		this.#begun = { key, note, fresh: { oncreated: created }, id: null };
		this.show(NEW);
	}

	/** The page's own address with another note, so there is nothing to be resolved. */
	#address(note: string, go: typeof pushState): void {
		const url = new URL(page.url);
		if (note === '' || note === NEW) url.searchParams.delete('note');
		else url.searchParams.set('note', note);
		go(url, { note });
	}
}
