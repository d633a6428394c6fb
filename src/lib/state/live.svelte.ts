import { createSubscriber } from 'svelte/reactivity';
import { watch } from '../storage/watch';

/**
 * A query that runs again whenever what it read has changed, in this window or another. Reading `current` inside an
 * effect or a component keeps it running; it stops by itself when nothing reads it any more.
 *
 *     const due = $derived(new Live(() => dueCounts(db, deck, today)));
 *     {due.current?.review}
 */
export class Live<T> {
	#value = $state.raw<T | undefined>(undefined);
	#error = $state.raw<unknown>(undefined);
	readonly #subscribe: () => void;

	constructor(query: () => T | Promise<T>) {
		this.#subscribe = createSubscriber(() =>
			watch(query, {
				next: (value) => {
					this.#value = value;
					this.#error = undefined;
				},
				error: (error) => {
					this.#error = error;
				}
			})
		);
	}

	/** Undefined until the first answer. A record that is not there should be answered as null. */
	get current(): T | undefined {
		this.#subscribe();
		return this.#value;
	}

	get error(): unknown {
		this.#subscribe();
		return this.#error;
	}
}
