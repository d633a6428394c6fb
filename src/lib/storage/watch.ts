import { liveQuery } from 'dexie';

export interface Watcher<T> {
	readonly next: (value: T) => void;
	readonly error: (error: unknown) => void;
}

/**
 * Runs a query, and again whenever what it read has changed, in this window or another; after a failure too.
 * @returns a function that ends it
 */
export function watch<T>(query: () => T | Promise<T>, watcher: Watcher<T>): () => void {
	// Caught here, because Dexie says nothing of a connection that was closed, and of no failure what came after it.
	const subscription = liveQuery(async () => {
		try {
			const value = await query();
			return () => watcher.next(value);
		} catch (error) {
			return () => watcher.error(error);
		}
	}).subscribe((tell) => tell());
	return () => subscription.unsubscribe();
}
