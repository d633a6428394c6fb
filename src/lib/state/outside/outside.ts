import { AppError } from '../../domain/app-error';
import { runWorker } from '../run-worker';
import type { OutsideRequest, OutsideResponse } from './request';
import workerUrl from './outside.worker.ts?worker&url';

/**
 * The one door to other hosts. A page's policy allows it to ask none but its own; a worker that is loaded from the
 * site's own address has the policy of its response instead, so this worker can, and nothing else in the app.
 *
 * Called only for what a person has just asked for: a language model, a deck at an address.
 * @throws AppError `outside-address`, `outside-header`, `outside-unreachable`, `outside-timeout`, `outside-too-large`, `outside-cut-off`,
 * `outside-redirected` (only GET without headers follows redirects), `cancelled`, or `worker-failed`
 */
export async function fetchOutside(request: OutsideRequest, signal?: AbortSignal): Promise<OutsideResponse> {
	if (signal?.aborted === true) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
	return runWorker<OutsideResponse>(workerUrl, {
		input: request,
		onprogress: () => undefined,
		signal: signal ?? new AbortController().signal
	});
}
