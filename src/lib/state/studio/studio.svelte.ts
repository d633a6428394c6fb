import { newDocument } from '../../authoring/imported';
import { emptyProject, projectFromPack } from '../../authoring/new-project';
import { freshId } from '../../authoring/note-draft';
import type { ProjectId, ProjectState, ProjectSummary, Release } from '../../authoring/project';
import { AppError } from '../../domain/app-error';
import type { DeckId } from '../../domain/ids';
import type { Pack } from '../../domain/pack';
import { withReconnect } from '../../storage/failure';
import { packOnShelf } from '../../storage/pack-on-shelf';
import type { Attachments } from '../../storage/project-rows';
import { createProject, freshProjectId, listProjects, loadProject } from '../../storage/projects';
import { putBack, removeProject } from '../../storage/removed-project';
import { FailedReads } from '../failed-reads.svelte';
import { Live } from '../live.svelte';
import { Desk, type StudioApp } from './desk.svelte';
import type { ImportSource } from './document-work';
import { Reading, type ImportProgress } from './reading.svelte';
import { expectSecure } from './secure';
import { WORKERS, type Workshop } from './workshop';

export type { ImportProgress };

/** A project taken away, to be put back if that was a mistake. */
export interface RemovedProject {
	readonly title: string;
	putBack(): Promise<void>;
}

const studios = new WeakMap<StudioApp, Studio>();

/** The app's one Studio. Not a field of the app, because Study shows its first card without it. */
export function studioOf(app: StudioApp): Studio {
	const studio = studios.get(app) ?? new Studio(app);
	studios.set(app, studio);
	return studio;
}

/** The author's projects. */
export class Studio {
	readonly #app: StudioApp;
	readonly #workshop: Workshop;
	readonly #reading: Reading;
	readonly #projects;

	constructor(app: StudioApp, workshop: Workshop = WORKERS) {
		this.#app = app;
		this.#workshop = workshop;
		this.#reading = new Reading(workshop);
		this.#projects = new Live(() => listProjects(app.db), app.failedReads ?? new FailedReads(app.db));
	}

	/** The one changed last first; undefined until read. */
	get projects(): readonly ProjectSummary[] | undefined {
		return this.#projects.current;
	}

	/** Of the document that a project is being made from; null when none is. */
	get importing(): ImportProgress | null {
		return this.#reading.progress;
	}

	/** A project without a document. */
	async create(title: string): Promise<ProjectId> {
		return this.#make(await this.#emptyProject(title));
	}

	/**
	 * A project from a document, named after it. Progress is in `importing`.
	 * @throws AppError `cancelled`, or what is wrong with the file in a plain sentence; no project is made then
	 */
	async createFrom(source: ImportSource): Promise<ProjectId> {
		return this.#reading.run(source, [], async ({ edition, title, evidence, acronyms, proposals, original }) => {
			const { deck, ...project } = await this.#emptyProject(title);
			const document = newDocument(edition, title, evidence);
			const state = { ...project, deck: { ...deck, acronyms }, documents: new Map([[document.id, document]]) };
			const media = new Map([[edition.file.sha256, original]]);
			return this.#make(state, { editions: [edition], proposals: [proposals], media });
		});
	}

	/** Stops reading the document. */
	cancelImport(): void {
		this.#reading.cancel();
	}

	/**
	 * A project that goes on from a pack: its notes keep their ids, and so students keep their history.
	 * @param media by the names that the pack calls them
	 * @param releases the versions published so far, newest first, where the pack came with them
	 * @throws AppError `insecure`
	 */
	async createFromPack(
		pack: Pack,
		media: ReadonlyMap<string, Blob> = new Map(),
		releases: readonly Release[] = []
	): Promise<ProjectId> {
		expectSecure('Decks cannot be edited');
		const { state, editions } = await projectFromPack(pack);
		const blobs = [...media].flatMap(([name, blob]) => {
			const sha256 = pack.media[name]?.sha256;
			return sha256 === undefined ? [] : [[sha256, blob] as const];
		});
		return this.#make({ ...state, deck: { ...state.deck, releases } }, { editions, media: new Map(blobs) });
	}

	/**
	 * A project that goes on from a deck on this device's shelf.
	 * @throws AppError `deck-missing` if there is none
	 */
	async createFromShelf(deck: DeckId): Promise<ProjectId> {
		const pack = await packOnShelf(this.#app.db, deck);
		if (pack === null) throw new AppError('deck-missing', 'This deck is not on this device. Choose another one.');
		return this.createFromPack(pack);
	}

	/** Under an id that no other deck has here: whatever is published under another's id takes its place on the shelf. */
	async #emptyProject(title: string): Promise<ProjectState> {
		const { db, shipped = [] } = this.#app;
		const [projects, shelf] = await Promise.all([listProjects(db), db.decks.toCollection().primaryKeys()]);
		const taken = new Set<string>([...projects, ...shipped].map(({ deck }) => deck).concat(shelf));
		const { deck, ...project } = emptyProject(title);
		return { ...project, deck: { ...deck, deck: freshId(deck.deck, 'deck', (id) => taken.has(id)) } };
	}

	async #make(state: ProjectState, attachments: Attachments = {}): Promise<ProjectId> {
		const { db } = this.#app;
		const now = Date.now();
		const id = freshProjectId(now);
		await withReconnect(db, () => createProject(db, id, state, now, attachments));
		return id;
	}

	/** Takes a project away with everything of it. Decks published from it stay. */
	async remove(project: ProjectId): Promise<RemovedProject> {
		const { db } = this.#app;
		const removed = await removeProject(db, project);
		return { title: removed.archive.row.title, putBack: () => withReconnect(db, () => putBack(db, removed)) };
	}

	/**
	 * Opens a project. Close the desk when the screen goes.
	 * @throws AppError `project-missing` if there is none
	 */
	async open(project: ProjectId): Promise<Desk> {
		const { db } = this.#app;
		const loaded = await withReconnect(db, () => loadProject(db, project));
		if (loaded !== null) return new Desk(this.#app, loaded, this.#workshop);
		throw new AppError('project-missing', 'This project is not on this device. Choose one from the list.');
	}
}
