import type { ProjectId, ProjectSummary } from '../../authoring/project';
import type { DeckId } from '../../domain/ids';
import type { Pack } from '../../domain/pack';
import type { Recite } from '../recite.svelte';
import type { Desk } from './desk.svelte';
import type { ImportSource } from './document-work';

/** How far the reading of a document has come. */
export interface ImportProgress {
	/** Name of the file, or “Pasted text”. */
	readonly name: string;
	readonly stage: 'reading' | 'finding' | 'saving';
	/** Of all stages together, 0 to 1. */
	readonly share: number;
}

/** A project taken away, to be put back if that was a mistake. */
export interface RemovedProject {
	readonly title: string;
	putBack(): Promise<void>;
}

const studios = new WeakMap<Recite, Studio>();

/** The app's one Studio. Not a field of the app, because Study shows its first card without it. */
export function studioOf(recite: Recite): Studio {
	const studio = studios.get(recite) ?? new Studio(recite);
	studios.set(recite, studio);
	return studio;
}

/** The author's projects. */
export class Studio {
	/** Of the document that a project is being made from; null when none is. */
	importing = $state.raw<ImportProgress | null>(null);

	constructor(recite: Recite) {
		void recite;
	}

	/** The one changed last first; undefined until read. */
	get projects(): readonly ProjectSummary[] | undefined {
		return notYet();
	}

	/** A project without a document. */
	async create(title: string): Promise<ProjectId> {
		void title;
		return notYet();
	}

	/**
	 * A project from a document, named after it. Progress is in `importing`.
	 * @throws AppError `cancelled`, or what is wrong with the file in a plain sentence; no project is made then
	 */
	async createFrom(source: ImportSource): Promise<ProjectId> {
		void source;
		return notYet();
	}

	/** Stops reading the document. */
	cancelImport(): void {
		notYet();
	}

	/** A project that goes on from a pack: its notes keep their ids, and so students keep their history. */
	async createFromPack(pack: Pack, media?: ReadonlyMap<string, Blob>): Promise<ProjectId> {
		void [pack, media];
		return notYet();
	}

	/**
	 * A project that goes on from a deck on this device's shelf.
	 * @throws AppError `deck-missing` if there is none
	 */
	async createFromShelf(deck: DeckId): Promise<ProjectId> {
		void deck;
		return notYet();
	}

	/** Takes a project away with everything of it. Decks published from it stay. */
	async remove(project: ProjectId): Promise<RemovedProject> {
		void project;
		return notYet();
	}

	/**
	 * Opens a project. Close the desk when the screen goes.
	 * @throws AppError `project-missing` if there is none
	 */
	async open(project: ProjectId): Promise<Desk> {
		void project;
		return notYet();
	}
}

function notYet(): never {
	throw new Error('Not written yet.');
}
