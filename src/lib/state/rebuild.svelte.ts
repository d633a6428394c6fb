import type { RebuildMessage } from './rebuild.worker';
import type { Progress } from '../storage/rebuild';
import { AppError } from '../domain/app-error';
import { scriptUrl } from './script-url';
import workerUrl from './rebuild.worker.ts?worker&url';

/** A rebuild in a worker: what is shown of it, and the way to stop it. */
export class Rebuild {
	/** Null when none is running. */
	progress = $state.raw<Progress | null>(null);
	#stop: (() => void) | null = null;

	/** @throws AppError `cancelled`, `segment-damaged` or `rebuild-failed`; the rows are as they were then */
	async run(): Promise<void> {
		if (this.#stop) return;
		const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
		this.progress = { step: 'reading', share: 0 };
		try {
			await new Promise<void>((resolve, reject) => {
				// A worker that is ended takes its unfinished transaction with it, and the database rolls back.
				this.#stop = () => reject(new AppError('cancelled', 'The rebuild was cancelled. Nothing has changed.'));
				worker.onmessage = ({ data }: MessageEvent<RebuildMessage>) => {
					if (data.kind === 'progress') this.progress = data.progress;
					else if (data.kind === 'done') resolve();
					else reject(new AppError(data.code, data.message));
				};
				worker.onerror = (event) => reject(new AppError('rebuild-failed', event.message || 'The rebuild stopped.'));
			});
		} finally {
			worker.terminate();
			this.#stop = null;
			this.progress = null;
		}
	}

	cancel(): void {
		this.#stop?.();
	}
}
