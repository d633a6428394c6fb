import { ask, startWorker, type WorkerRun } from './run-worker';

/** How long a worker waits for more to do, in ms, before its memory is given back. */
const IDLE = 30_000;

export interface KeptRun<P> extends WorkerRun<P> {
	/** The worker is not kept after it: its memory has grown by it. */
	readonly isHeavy?: boolean;
}

/**
 * A worker that is kept from one piece of work to the next, because starting one costs more than most pieces do. It does
 * one at a time; what comes meanwhile gets a worker of its own. After whatever did not end well the next piece begins
 * with a fresh one, so that none can harm another.
 */
export class KeptWorker {
	readonly #url: string;
	#worker: Worker | null = null;
	#isBusy = false;
	#rest: ReturnType<typeof setTimeout> | undefined;

	/** @param url from an import ending in `?worker&url`; its code must answer each message that it is told */
	constructor(url: string) {
		this.#url = url;
	}

	/** @throws AppError as `runWorker` does */
	async run<Result, P>({ isHeavy = false, ...run }: KeptRun<P>): Promise<Result> {
		const isKept = !this.#isBusy;
		const worker = (isKept ? this.#worker : null) ?? startWorker(this.#url);
		if (isKept) this.#take();
		let isWell = false;
		try {
			const result = await ask<Result, P>(worker, run);
			isWell = !isHeavy;
			return result;
		} finally {
			if (isKept && isWell) this.#keep(worker);
			else worker.terminate();
			if (isKept) this.#isBusy = false;
		}
	}

	#take(): void {
		clearTimeout(this.#rest);
		this.#worker = null;
		this.#isBusy = true;
	}

	#keep(worker: Worker): void {
		this.#worker = worker;
		this.#rest = setTimeout(() => {
			worker.terminate();
			this.#worker = null;
		}, IDLE);
	}
}
