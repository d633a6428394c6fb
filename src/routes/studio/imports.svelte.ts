import { AppError } from '$lib/domain/app-error';
import { editDocument } from '$lib/authoring/changes/documents';
import type { ProjectId } from '$lib/authoring/project';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { ImportSource } from '$lib/state/studio/document-work';
import type { Studio } from '$lib/state/studio/studio.svelte';
import type { ImportJob } from '$lib/ui/studio/import/import-job';
import { failureSentence } from './failure-sentence';

/** A document to be read, with the address of the page it was shared from. */
export interface Bringing {
	readonly source: ImportSource;
	readonly url?: string;
}

/** What came of an import: the project, and its document where there is only one. */
export interface Imported {
	readonly project: ProjectId;
	readonly documents: readonly string[];
}

/** Documents that were brought together become one project, read one after another. */
export class Imports {
	jobs = $state.raw<readonly ImportJob[]>([]);
	/** Of the last import; null when nothing was kept. */
	imported = $state.raw<Imported | null>(null);
	#desk = $state.raw<Desk | null>(null);
	#cancelled = false;
	#next = 0;
	readonly #studio: Studio;

	constructor(studio: Studio) {
		this.#studio = studio;
	}

	readonly running = $derived(this.jobs.some(({ is }) => is === 'waiting' || is === 'reading'));

	/** What is being read now is told by whoever reads it. */
	readonly shown = $derived.by((): readonly ImportJob[] => {
		const progress = this.#desk?.reading.progress ?? this.#studio.importing;
		return this.jobs.map((job) =>
			job.is === 'reading' && progress !== null ? { ...job, stage: progress.stage, share: progress.share } : job
		);
	});

	/**
	 * Reads them all. What cannot be read is told in its job, and the others go on.
	 * @returns what was kept; null when nothing was, because all failed or it was cancelled
	 */
	async run(bringings: readonly Bringing[]): Promise<Imported | null> {
		if (this.running || bringings.length === 0) return null;
		this.#cancelled = false;
		this.imported = null;
		const keys = bringings.map(() => this.#next++);
		this.jobs = bringings.map(({ source }, i) => ({ key: keys[i] ?? 0, name: nameOf(source), is: 'waiting' }));
		let project: ProjectId | null = null;
		try {
			for (const [i, bringing] of bringings.entries()) {
				const key = keys[i] ?? 0;
				this.#put(key, { is: 'reading', stage: 'reading', share: 0 });
				try {
					project = await this.#take(bringing, project);
					this.#put(key, { is: 'done' });
				} catch (error) {
					if (this.#cancelled) break;
					this.#put(key, { is: 'failed', message: failureSentence(error) });
				}
				if (this.#cancelled) break;
			}
			if (this.#cancelled) {
				// Cancelled means that nothing is left of it, the documents already read included.
				if (project !== null) await this.#studio.remove(project);
				this.jobs = [];
				return null;
			}
			const documents = this.#desk?.documents.map(({ id }) => id) ?? [];
			this.imported = project === null ? null : { project, documents };
			return this.imported;
		} finally {
			this.#desk?.close();
			this.#desk = null;
		}
	}

	async #take({ source, url }: Bringing, project: ProjectId | null): Promise<ProjectId> {
		let added: string | undefined;
		let into = project;
		if (into === null) {
			into = await this.#studio.createFrom(source);
			this.#desk = await this.#studio.open(into);
			added = this.#desk.documents[0]?.id;
		} else {
			if (this.#desk === null)
				throw new AppError('project-missing', 'The project has been closed. Import this one again.');
			added = await this.#desk.importDocument(source);
		}
		if (url !== undefined && added !== undefined) {
			const document = added;
			await this.#desk?.commit((state) => editDocument(state, document, { url }));
		}
		return into;
	}

	cancel(): void {
		this.#cancelled = true;
		this.#studio.cancelImport();
		this.#desk?.reading.cancel();
	}

	/** Puts the list of what was read away. */
	clear(): void {
		this.jobs = [];
		this.imported = null;
	}

	#put(key: number, state: Omit<Extract<ImportJob, { is: 'reading' }>, 'key' | 'name'> | Settled): void {
		this.jobs = this.jobs.map((job) => (job.key === key ? { key, name: job.name, ...state } : job));
	}
}

type Settled = { readonly is: 'done' } | { readonly is: 'failed'; readonly message: string };

function nameOf(source: ImportSource): string {
	return source.is === 'file' ? source.file.name : source.name?.trim() || 'Pasted text';
}
