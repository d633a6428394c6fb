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
export async function runWorker<Result, P = Progress>(url: string, run: WorkerRun<P>): Promise<Result> {
	const worker = startWorker(url);
	try {
		return await ask<Result, P>(worker, run);
	} finally {
		worker.terminate();
	}
}

/** @param url from an import ending in `?worker&url` */
export const startWorker = (url: string): Worker => new Worker(scriptUrl(url), { type: 'module' });

/**
 * Has a worker that is doing nothing do one piece of work. The caller ends it when this throws, because it may not have
 * stopped.
 * @throws AppError as `runWorker`
 */
export async function ask<Result, P = Progress>(
	worker: Worker,
	{ input, onprogress, signal }: WorkerRun<P>
): Promise<Result> {
	return new Promise<Result>((resolve, reject) => {
		const cancelled = (): void => reject(new AppError('cancelled', 'Cancelled. Nothing has changed.'));
		if (signal.aborted) return cancelled();
		signal.addEventListener('abort', cancelled, { once: true });
		worker.onmessage = ({ data }: MessageEvent<WorkerMessage<Result, P>>) => {
			if (data.kind === 'progress') return onprogress(data.progress);
			signal.removeEventListener('abort', cancelled);
			if (data.kind === 'done') resolve(data.result);
			else reject(new AppError(data.code, data.message));
		};
		worker.onerror = (event) =>
			reject(new AppError('worker-failed', event.message || 'The work could not be finished. Nothing has changed.'));
		if (input !== undefined) worker.postMessage(input);
	});
}
