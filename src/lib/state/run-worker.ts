import { AppError } from '../domain/app-error';
import type { Progress } from '../storage/rebuild';
import { scriptUrl } from './script-url';
import type { WorkerMessage } from './worker-messages';

export interface WorkerRun<P = Progress> {
	/** Said to the worker once it has started. */
	readonly input?: unknown;
	readonly onprogress: (progress: P) => void;
	/** Ends the worker, which takes its unfinished transaction with it: the database is as it was. */
	readonly signal: AbortSignal;
}

/**
 * Runs a worker to its end.
 * @param url from an import ending in `?worker&url`
 * @throws AppError `cancelled`, or with the code that the worker gives, or `worker-failed` when it could not run
 */
export async function runWorker<Result, P = Progress>(
	url: string,
	{ input, onprogress, signal }: WorkerRun<P>
): Promise<Result> {
	const worker = new Worker(scriptUrl(url), { type: 'module' });
	try {
		return await new Promise<Result>((resolve, reject) => {
			const cancelled = (): void => reject(new AppError('cancelled', 'Cancelled. Nothing has changed.'));
			signal.addEventListener('abort', cancelled, { once: true });
			worker.onmessage = ({ data }: MessageEvent<WorkerMessage<Result, P>>) => {
				if (data.kind === 'progress') onprogress(data.progress);
				else if (data.kind === 'done') resolve(data.result);
				else reject(new AppError(data.code, data.message));
			};
			worker.onerror = (event) =>
				reject(new AppError('worker-failed', event.message || 'The work could not be finished. Nothing has changed.'));
			if (input !== undefined) worker.postMessage(input);
		});
	} finally {
		worker.terminate();
	}
}
