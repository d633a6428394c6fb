import { AppError } from '../domain/app-error';
import type { Progress } from '../storage/rebuild';

/** What a worker says to the page that started it. */
export type WorkerMessage<Result, P = Progress> =
	| { readonly kind: 'progress'; readonly progress: P }
	| { readonly kind: 'done'; readonly result: Result }
	| { readonly kind: 'failed'; readonly code: string; readonly message: string };

/**
 * Does a worker's work and says how it goes.
 * @param code of a failure that has none of its own
 */
export function answer<Result, P = Progress>(
	code: string,
	work: (onprogress: (progress: P) => void) => Promise<Result>
): void {
	const post = (message: WorkerMessage<Result, P>): void => postMessage(message);
	work((progress) => post({ kind: 'progress', progress })).then(
		(result) => post({ kind: 'done', result }),
		(error: unknown) =>
			post({
				kind: 'failed',
				code: error instanceof AppError ? error.code : code,
				message: error instanceof Error ? error.message : String(error)
			})
	);
}
