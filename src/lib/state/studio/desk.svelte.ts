import type { Change, ProjectDeck, ProjectId, ProjectNote, ProjectState, Publication } from '../../authoring/project';
import type { ProjectProblem, ProjectProblems } from '../../authoring/problems';
import type { Recite } from '../recite.svelte';
import type { DocumentDesk } from './document-desk.svelte';
import type { ImportSource } from './document-work';
import type { ImportProgress } from './studio.svelte';

/**
 * One project, open. Screens make changes with the functions of `authoring/changes/` and hand them to `commit`:
 *
 *     await desk.commit(rejectCandidates(desk.state, document, [candidate]));
 *
 * Every change is on the disk when `commit` resolves, can be undone without limit, and is seen by other windows.
 */
export class Desk {
	readonly id: ProjectId;
	/** Every small record, as it stands; a new value after each change. Here and from other windows. */
	state = $state.raw<ProjectState>(notYet());
	/** Whether a change is being written. */
	saving = $state(false);
	/** “Accepted 3 candidates”; null when there is nothing to undo. */
	undoLabel = $state<string | null>(null);
	redoLabel = $state<string | null>(null);
	/** What the lints say; of the state a moment ago while `checking`. */
	problems = $state.raw<ProjectProblems>(notYet());
	checking = $state(false);
	/** Of the document being read; null when none is. */
	importing = $state.raw<ImportProgress | null>(null);
	/** True once the project has been removed, in this window or another. */
	gone = $state(false);

	/** Use `Studio.open`. */
	constructor(recite: Recite, id: ProjectId) {
		void recite;
		this.id = id;
	}

	get deck(): ProjectDeck {
		return this.state.deck;
	}

	/** In the order of the deck. */
	readonly notes = $derived.by((): readonly ProjectNote[] => notYet());
	/** In the order of their ids, as in a pack. Their text and candidates are read when first asked for. */
	readonly documents = $derived.by((): readonly DocumentDesk[] => notYet());

	/** The document, to be reviewed; undefined if there is none of that id. */
	document(id: string): DocumentDesk | undefined {
		return this.documents.find((each) => each.id === id);
	}

	/** The problems of one note, errors first. */
	problemsOf(note: string): readonly ProjectProblem[] {
		return this.problems.notes.get(note) ?? [];
	}

	/**
	 * Writes one change. What was typed stays with the screen until this resolves.
	 * @throws AppError `changed-elsewhere` when another window has changed the same; `state` is then up to date, and the
	 * screen can offer what was typed anew
	 * @throws Error of the database, for `failureOf` and `FAILURE_TEXT`
	 */
	async commit(change: Change): Promise<void> {
		void change;
		notYet();
	}

	/** Takes back the last change; does nothing when there is none. Throws as `commit` does. */
	async undo(): Promise<void> {
		notYet();
	}

	async redo(): Promise<void> {
		notYet();
	}

	/**
	 * Reads a document, finds its candidates and adds it, all in one step that can be undone. Progress is in `importing`.
	 * @returns the document's id
	 * @throws AppError `cancelled`, `unreadable` or what else is wrong with the file, in a plain sentence; nothing is added
	 */
	async importDocument(source: ImportSource): Promise<string> {
		void source;
		return notYet();
	}

	/** Stops reading a document. */
	cancelImport(): void {
		notYet();
	}

	/**
	 * Puts a picture among the deck's; notes then show it by the name given back.
	 * @throws AppError `picture-unsuitable` for a file of no kind that decks can hold, or one that is too large
	 */
	async addPicture(picture: Blob, name: string): Promise<string> {
		void [picture, name];
		return notYet();
	}

	/** The bytes of a picture of the deck; null if they are not on this device. */
	async picture(file: string): Promise<Blob | null> {
		void file;
		return notYet();
	}

	/** The version that comes after: the middle number one more. */
	get nextVersion(): string {
		return notYet();
	}

	/**
	 * The deck as it would be published, with what changes for students in words. Nothing is written.
	 * @throws AppError `deck-unfinished` while a lint or the format says that something is an error
	 */
	async publication(notes: string, version?: string): Promise<Publication> {
		void [notes, version];
		return notYet();
	}

	/** Notes in the project that this is the published state; to be called when the publication has been handed out. */
	async published(publication: Publication): Promise<void> {
		void publication;
		notYet();
	}

	/** Publishes the deck to this device: its cards come up for study here. Throws as `publication` does. */
	async publishHere(notes: string, version?: string): Promise<Publication> {
		void [notes, version];
		return notYet();
	}

	/** To be called when the screen goes. Nothing is lost by it: whatever was committed is on the disk. */
	close(): void {
		notYet();
	}
}

function notYet(): never {
	throw new Error('Not written yet.');
}
