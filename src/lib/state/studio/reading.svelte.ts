import { AppError } from '../../domain/app-error';
import type { ImportSource, ReadDocument } from './document-work';
import { fileOf, type Workshop } from './workshop';

/** How far the reading of a document has come. */
export interface ImportProgress {
	/** Name of the file, or “Pasted text”. */
	readonly name: string;
	readonly stage: 'reading' | 'finding' | 'saving';
	/** Of all stages together, 0 to 1. */
	readonly share: number;
}

/** A document with the bytes it was read from. */
export interface ReadFile extends ReadDocument {
	readonly original: Blob;
}

/** Reads one document at a time, with progress to be shown and a way to stop. */
export class Reading {
	/** Null when nothing is being read. */
	progress = $state.raw<ImportProgress | null>(null);
	readonly #workshop: Workshop;
	#stop: AbortController | null = null;

	constructor(workshop: Workshop) {
		this.#workshop = workshop;
	}

	/**
	 * Reads a document and keeps it by `save`, which must be one step.
	 * @param taken ids that other documents have
	 * @throws AppError `busy` while another one is being read, `cancelled`, or what is wrong with the file
	 */
	async run<T>(source: ImportSource, taken: readonly string[], save: (read: ReadFile) => Promise<T>): Promise<T> {
		if (this.#stop !== null) throw new AppError('busy', 'Another document is being read. Wait for it, or cancel it.');
		const { blob, name } = fileOf(source);
		const stop = (this.#stop = new AbortController());
		this.progress = { name, stage: 'reading', share: 0 };
		try {
			const read = await this.#workshop.read(blob, name, taken, {
				onprogress: ({ stage, share }) => (this.progress = { name, stage, share: share * 0.95 }),
				signal: stop.signal
			});
			if (stop.signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
			this.progress = { name, stage: 'saving', share: 0.95 };
			return await save({ ...read, original: blob });
		} finally {
			this.#stop = null;
			this.progress = null;
		}
	}

	cancel(): void {
		this.#stop?.abort();
	}
}
