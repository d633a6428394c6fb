import { createSubscriber } from 'svelte/reactivity';
import type { FailedReads } from './failed-reads.svelte';
import { keepReading } from './kept-read';

/**
 * A query that runs again whenever what it read has changed, in this window or another. Reading `current` inside an
 * effect or a component keeps it running; it stops by itself when nothing reads it any more. When it fails, the notice of
 * failed reads says so, and `current` stays what was read last.
 *
 *     const due = $derived(new Live(() => dueCounts(db, deck, today), recite.failedReads));
 *     {due.current?.review}
 */
export class Live<T> {
	#value = $state.raw<T | undefined>(undefined);
	readonly #subscribe: () => void;

	constructor(query: () => T | Promise<T>, failedReads: FailedReads) {
		this.#subscribe = createSubscriber(() => keepReading(query, (value) => (this.#value = value), failedReads));
	}

	/** Undefined until the first answer. A record that is not there should be answered as null. */
	get current(): T | undefined {
		this.#subscribe();
		return this.#value;
	}
}
