import { liveQuery } from 'dexie';

export interface Watcher<T> {
	readonly next: (value: T) => void;
	readonly error: (error: unknown) => void;
}

/**
 * Runs a query, and again whenever what it read has changed, in this window or another.
 * @returns a function that ends it
 */
export function watch<T>(query: () => T | Promise<T>, watcher: Watcher<T>): () => void {
	const subscription = liveQuery(query).subscribe(watcher);
	return () => subscription.unsubscribe();
}
