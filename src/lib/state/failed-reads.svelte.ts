import { failureOf, reopen } from '../storage/failure';

/** Something a screen shows that could not be read. */
export interface FailedRead {
	readonly error: unknown;
	/** Reads it once more; what fails again puts itself back into the list. */
	retry(): void;
}

/** What the screens now open could not read, for one notice to tell of it and to try again. */
export class FailedReads {
	list = $state.raw<readonly FailedRead[]>([]);
	readonly #db: Parameters<typeof reopen>[0];

	constructor(db: Parameters<typeof reopen>[0]) {
		this.#db = db;
	}

	add(read: FailedRead): void {
		this.list = [...this.list, read];
	}

	drop(read: FailedRead): void {
		if (this.list.includes(read)) this.list = this.list.filter((other) => other !== read);
	}

	async retry(): Promise<void> {
		const failed = this.list;
		this.list = [];
		// Where that fails too, the reads say so.
		if (failed.some(({ error }) => failureOf(error) === 'connection-lost')) await reopen(this.#db).catch(() => {});
		for (const read of failed) read.retry();
	}
}
