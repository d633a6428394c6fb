import { addDocument } from '../../authoring/changes/documents';
import { inOrder } from '../../authoring/changes/order';
import { applied, reverted } from '../../authoring/fold';
import { expectQuotesStand } from '../../authoring/quotes-in-force';
import { expectNew, newDocument } from '../../authoring/imported';
import { lastGiven, nextVersion, type TakenVersions } from '../../authoring/next-version';
import type { ProjectProblem, ProjectProblems } from '../../authoring/problems';
import type {
	Change,
	Edition,
	ProjectDeck,
	ProjectId,
	ProjectNote,
	ProjectState,
	Proposals,
	Publication
} from '../../authoring/project';
import { packId } from '../../deck-format/pack-id';
import { AppError } from '../../domain/app-error';
import type { Note } from '../../domain/note';
import { withReconnect } from '../../storage/failure';
import { commitChange, redoChange, replaceProposals, undoChange, type Written } from '../../storage/project-changes';
import type { Attachments } from '../../storage/project-rows';
import { loadProject, mediaOf, revisionOf, type LoadedProject } from '../../storage/projects';
import { takeVersion } from '../../storage/taken-versions';
import { FailedReads } from '../failed-reads.svelte';
import { keepReading } from '../kept-read';
import type { Recite } from '../recite.svelte';
import type { ShippedDeck } from '../shipped-decks';
import type { DocumentDesk } from './document-desk.svelte';
import { DocumentDesks } from './document-desks.svelte';
import { Checks } from './checks.svelte';
import type { ImportSource } from './document-work';
import { storePicture } from './picture-files';
import { notePublished, publicationOf, publishToShelf } from './publishing';
import { Reading, type ImportProgress } from './reading.svelte';
import { WORKERS, type Workshop } from './workshop';

/** What the Studio uses of the app. */
export interface StudioApp extends Pick<Recite, 'db' | 'shelvePack'>, Partial<Pick<Recite, 'failedReads'>> {
	/** Decks that can be put on the shelf, whose ids are taken. */
	readonly shipped?: readonly Pick<ShippedDeck, 'deck'>[];
}

/** A change, or what makes one of the state as it will be when it is written. */
export type Wanted = Change | ((state: ProjectState) => Change);

/**
 * One project, open. Screens make changes with the functions of `authoring/changes/` and hand them to `commit`:
 *
 *     await desk.commit((state) => rejectCandidates(state, document, [candidate]));
 *
 * Every change is on the disk when `commit` resolves, can be undone without limit, and is seen by other windows.
 */
export class Desk {
	readonly id: ProjectId;
	readonly app: StudioApp;
	/** Every small record, as it stands; a new value after each change, here or in another window. */
	state: ProjectState;
	/** Whether a change is being written. */
	saving = $state(false);
	/** “Accepted 3 candidates”; null when there is nothing to undo. */
	undoLabel = $state<string | null>(null);
	redoLabel = $state<string | null>(null);
	/** True while the project is removed, in this window or another; it may be put back. */
	gone = $state(false);
	readonly checks: Checks;
	readonly reading: Reading;
	readonly #documents: DocumentDesks;
	readonly #unwatch: () => void;
	#done: number;
	#revision: number;
	#taken = $state.raw<TakenVersions>({});
	/** Writes go one after another, because each is made of the state that the one before has left. */
	#last: Promise<unknown> = Promise.resolve();

	/** Use `Studio.open`. */
	constructor(app: StudioApp, { row, ...loaded }: LoadedProject, workshop: Workshop = WORKERS) {
		this.id = row.id;
		this.app = app;
		const { failedReads = new FailedReads(app.db) } = app;
		this.#documents = new DocumentDesks(this, workshop, failedReads);
		this.#done = row.done;
		this.#revision = row.revision;
		this.#taken = row.taken ?? {};
		this.checks = new Checks(workshop);
		this.reading = new Reading(workshop);
		this.state = $state.raw(loaded.state);
		this.#take(loaded);
		const next = (revision: number | null): void => void this.#heard(revision);
		this.#unwatch = keepReading(() => revisionOf(app.db, row.id), next, failedReads);
	}

	get deck(): ProjectDeck {
		return this.state.deck;
	}

	/** In the order of the deck. */
	readonly notes = $derived.by((): readonly ProjectNote[] => inOrder(this.state.notes.values()));

	/** In the order of their ids, as in a pack. Their texts and candidates come a moment later. */
	get documents(): readonly DocumentDesk[] {
		return this.#documents.all;
	}

	/** Undefined if there is none of that id. */
	document(id: string): DocumentDesk | undefined {
		return this.documents.find((each) => each.id === id);
	}

	/** The texts in force, by document, as far as they have been read. */
	get editions(): ReadonlyMap<string, Edition> {
		return this.#documents.editions;
	}

	/** What the lints say; of the state a moment ago while `checking`. */
	get problems(): ProjectProblems {
		return this.checks.problems;
	}

	/** How many notes have an error, which keeps the deck from being published. */
	readonly toMend = $derived.by(
		() => [...this.problems.notes.values()].filter(([worst]) => worst?.severity === 'error').length
	);

	get checking(): boolean {
		return this.checks.running;
	}

	/** The problems of one note, errors first. */
	problemsOf(note: string): readonly ProjectProblem[] {
		return this.problems.notes.get(note) ?? [];
	}

	/** What the lints would say of a note if it read so, for a form; null if it was asked anew meanwhile. */
	async problemsOfDraft(note: Note): Promise<readonly ProjectProblem[] | null> {
		return this.checks.ofDraft(this.state, this.editions, note);
	}

	/**
	 * Writes one change, with texts, candidates and files that belong to it. A change without effect is passed over.
	 * What was typed stays with the screen until this resolves.
	 * @throws AppError `changed-elsewhere` when another window has changed the same; `state` is then up to date, and the
	 * screen can offer what was typed anew; `quote-moved`, `project-missing`
	 * @throws Error of the database, for `failureOf` and `FAILURE_TEXT`
	 */
	async commit(wanted: Wanted, attachments: Attachments = {}): Promise<void> {
		await this.#write(async () => {
			const change = typeof wanted === 'function' ? wanted(this.state) : wanted;
			// A form that was open while a newer text was taken knows only the places of the old one.
			expectQuotesStand(change, this.state, [...this.editions.values(), ...(attachments.editions ?? [])]);
			if (change.patches.length === 0 && attachments.editions === undefined) return null;
			const at = Date.now();
			const { db } = this.app;
			const written = await withReconnect(db, () => commitChange(db, this.id, change, at, attachments));
			return { ...written, next: applied };
		});
	}

	/** Takes back the last change; does nothing when there is none. Throws as `commit` does. */
	async undo(): Promise<void> {
		await this.#write(() => this.#step(undoChange, this.#done, reverted));
	}

	async redo(): Promise<void> {
		await this.#write(() => this.#step(redoChange, this.#done + 1, applied));
	}

	async #step(step: typeof undoChange, seq: number, next: Fold): Promise<Outcome | null> {
		const { db } = this.app;
		const written = await withReconnect(db, () => step(db, this.id, seq, Date.now()));
		return written === null ? null : { ...written, next };
	}

	/** Of the document being read; null when none is. */
	get importing(): ImportProgress | null {
		return this.reading.progress;
	}

	/**
	 * Reads a document, finds its candidates and adds it, all in one step that can be undone. Progress is in `importing`.
	 * @returns the document's id
	 * @throws AppError `cancelled`, `document-known`, or what is wrong with the file, in a plain sentence; nothing is added
	 */
	async importDocument(source: ImportSource): Promise<string> {
		return this.reading.run(source, this.#documents.known, async (read) => {
			const { edition, title, evidence, acronyms, proposals, original } = read;
			expectNew(
				edition,
				this.documents.flatMap((each) => (each.edition ? [[each.edition, each.document] as const] : []))
			);
			const document = newDocument(edition, title, evidence);
			const media = new Map([[edition.file.sha256, original]]);
			const attachments = { editions: [edition], proposals: [proposals], media };
			await this.commit((state) => addDocument(state, document, acronyms), attachments);
			return document.id;
		});
	}

	/** Stops reading a document. */
	cancelImport(): void {
		this.reading.cancel();
	}

	/** Puts a picture among the deck's: see `storePicture`. @returns the name by which notes show it */
	async addPicture(picture: Blob, name: string): Promise<string> {
		return storePicture(this, picture, name);
	}

	/** The bytes of a picture of the deck; null if they are not on this device. */
	async picture(file: string): Promise<Blob | null> {
		const found = this.state.pictures.get(file);
		return found === undefined ? null : mediaOf(this.app.db, found.sha256);
	}

	/** The latest version that has gone out; later than the one in force where its publication was undone. */
	get lastGiven(): string {
		return lastGiven(this.deck, this.#taken);
	}

	/** The version that comes after. */
	get nextVersion(): string {
		return nextVersion(this.deck, this.#taken);
	}

	/** The deck as it would be published: see `publicationOf`. Nothing is written. */
	async publication(notes: string, version?: string): Promise<Publication> {
		return publicationOf(this, notes, version);
	}

	/**
	 * Takes a publication's version for it, for good; to be called before it is handed out.
	 * @throws AppError `version-taken`: see `expectFree`
	 */
	async takeVersion({ pack }: Publication): Promise<void> {
		const { db } = this.app;
		const id = await packId(pack);
		const row = await withReconnect(db, () => takeVersion(db, this.id, pack.version, id));
		if (row.revision === this.#revision + 1) this.#revision = row.revision;
		this.#taken = row.taken ?? {};
	}

	/** Notes in the project that this is the published state; to be called when the publication has been handed out. */
	async published(publication: Publication): Promise<void> {
		await notePublished(this, publication);
	}

	/** Publishes the deck to this device: its cards come up for study here. Throws as `publicationOf` does. */
	async publishHere(notes: string, version?: string): Promise<Publication> {
		return publishToShelf(this, notes, version);
	}

	/** Keeps candidates found anew. No change of the author's, so nothing to undo. */
	async keepProposals(proposals: Proposals): Promise<void> {
		const { db } = this.app;
		const row = await withReconnect(db, () => replaceProposals(db, this.id, proposals));
		if (row.revision === this.#revision + 1) this.#revision = row.revision;
	}

	async #write(work: () => Promise<Outcome | null>): Promise<void> {
		const turn = this.#last.then(async () => {
			this.saving = true;
			try {
				const outcome = await work();
				if (outcome !== null) await this.#settle(outcome);
			} catch (error) {
				if (error instanceof AppError) await this.#reload();
				throw error;
			} finally {
				this.saving = false;
			}
		});
		this.#last = turn.catch(() => {});
		return turn;
	}

	async #settle({ row, change, undoLabel, redoLabel, next }: Outcome): Promise<void> {
		// Somebody else has written between, so what follows from this change alone is not all there is.
		if (row.revision !== this.#revision + 1) return this.#reload();
		this.#done = row.done;
		this.#revision = row.revision;
		this.#taken = row.taken ?? {};
		this.#take({ state: next(this.state, change), undoLabel, redoLabel });
	}

	async #heard(revision: number | null): Promise<void> {
		// What this window is writing itself is no news once it is written.
		await this.#last;
		if (revision === null) this.gone = true;
		else if (this.gone || revision > this.#revision)
			await this.#write(() => this.#reload().then(() => null)).catch(() => {});
	}

	async #reload(): Promise<void> {
		const loaded = await loadProject(this.app.db, this.id);
		if (loaded === null) {
			this.gone = true;
			return;
		}
		this.gone = false;
		this.#done = loaded.row.done;
		this.#revision = loaded.row.revision;
		this.#taken = loaded.row.taken ?? {};
		this.#take(loaded);
	}

	#take({ state, undoLabel, redoLabel }: Omit<LoadedProject, 'row'>): void {
		this.#documents.follow(state, this.app.db, this.id, () => this.#check());
		this.state = state;
		this.undoLabel = undoLabel;
		this.redoLabel = redoLabel;
		this.#check();
	}

	/** Not before every text has been read, because quotes from those that are missing would all be faults. */
	#check(): void {
		if (this.documents.every(({ isRead }) => isRead)) this.checks.look(this.state, this.editions);
	}

	/** To be called when the screen goes. Nothing is lost by it: whatever was committed is on the disk. */
	close(): void {
		this.#unwatch();
		this.#documents.close();
		this.reading.cancel();
		this.checks.stop();
	}
}

type Fold = (state: ProjectState, change: Change) => ProjectState;
interface Outcome extends Written {
	readonly next: Fold;
}
