import type { Progress } from '../storage/rebuild';
import workerUrl from './rebuild.worker.ts?worker&url';

/** A rebuild in a worker: what is shown of it, and the way to stop it. */
export class Rebuild {
	/** Null when none is running. */
	progress = $state.raw<Progress | null>(null);
	#running: AbortController | null = null;

	/** @throws AppError `cancelled`, `segment-damaged` or `rebuild-failed`; the rows are as they were then */
	async run(): Promise<void> {
		if (this.#running) return;
		this.#running = new AbortController();
		this.progress = { step: 'reading', share: 0 };
		try {
			const { runWorker } = await import('./run-worker');
			await runWorker<void>(workerUrl, {
				onprogress: (progress) => (this.progress = progress),
				signal: this.#running.signal
			});
		} finally {
			this.#running = null;
			this.progress = null;
		}
	}

	cancel(): void {
		this.#running?.abort();
	}
}
