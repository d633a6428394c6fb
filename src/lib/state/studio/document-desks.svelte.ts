import type { Edition, ProjectId, ProjectState } from '../../authoring/project';
import type { ReciteDatabase } from '../../storage/schema';
import { documentMaterial } from '../../storage/projects';
import type { FailedReads } from '../failed-reads.svelte';
import { keepReading } from '../kept-read';
import { DocumentDesk, type OpenProject } from './document-desk.svelte';
import type { Workshop } from './workshop';

/** The documents of an open project, each with its text and candidates as the database holds them. */
export class DocumentDesks {
	readonly #project: OpenProject;
	readonly #workshop: Workshop;
	readonly #failedReads: FailedReads;
	/** Those of removed documents stay, because an undo may bring them back. */
	readonly #desks = new Map<string, DocumentDesk>();
	readonly #ends: (() => void)[] = [];

	constructor(project: OpenProject, workshop: Workshop, failedReads: FailedReads) {
		this.#failedReads = failedReads;
		this.#project = project;
		this.#workshop = workshop;
	}

	/** In the order of their ids, as in a pack. */
	readonly all = $derived.by((): readonly DocumentDesk[] =>
		[...this.#project.state.documents.keys()].sort().flatMap((id) => this.#desks.get(id) ?? [])
	);

	/** The texts in force, by document, as far as they have been read. */
	readonly editions = $derived.by(
		(): ReadonlyMap<string, Edition> =>
			new Map(this.all.flatMap(({ id, edition }) => (edition === undefined ? [] : [[id, edition] as const])))
	);

	/** Ids of all documents that there are or were since the project was opened. */
	get known(): string[] {
		return [...this.#desks.keys()];
	}

	/** Sees to it that every document of a state has a desk. @param onread called whenever one has read what there is */
	follow({ documents }: ProjectState, db: ReciteDatabase, project: ProjectId, onread: () => void): void {
		for (const [id, document] of documents) {
			if (this.#desks.has(id)) continue;
			const desk = new DocumentDesk(this.#project, this.#workshop, document);
			this.#desks.set(id, desk);
			const next = (found: Awaited<ReturnType<typeof documentMaterial>>): void => {
				if (found === null) return;
				desk.take(found);
				onread();
			};
			this.#ends.push(keepReading(() => documentMaterial(db, project, id), next, this.#failedReads));
		}
	}

	close(): void {
		for (const end of this.#ends.splice(0)) end();
		for (const desk of this.#desks.values()) desk.cancelRegenerating();
	}
}
