import { watch } from '../storage/watch';
import type { FailedRead, FailedReads } from './failed-reads.svelte';

/** Ms until a query that failed is asked once more by itself: a page back from the background has no more to tell. */
const ONCE_MORE = 400;

/**
 * Runs a query, and again whenever what it read has changed. What fails twice running stands in the list of failed reads
 * until it succeeds or is ended.
 * @returns a function that ends it
 */
export function keepReading<T>(
	query: () => T | Promise<T>,
	next: (value: T) => void,
	failedReads: FailedReads
): () => void {
	let later: ReturnType<typeof setTimeout> | undefined;
	let failed: FailedRead | undefined;
	let stop: () => void;
	const forget = (): void => {
		clearTimeout(later);
		if (failed) failedReads.drop(failed);
		failed = undefined;
	};
	const start = (isRetry: boolean): void => {
		stop = watch(query, {
			next: (value) => {
				forget();
				isRetry = false;
				next(value);
			},
			error: (error) => {
				forget();
				const retry = (): void => {
					stop();
					start(true);
				};
				if (isRetry) failedReads.add((failed = { error, retry }));
				else later = setTimeout(retry, ONCE_MORE);
			}
		});
	};
	start(false);
	return () => {
		stop();
		forget();
	};
}
