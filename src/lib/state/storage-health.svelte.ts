/** What the browser says about keeping our data: asked for on a click, since some browsers show a question then. */
export class StorageHealth {
	/** Null until known, or where the browser does not tell (WebKitGTK has no `navigator.storage`). */
	persisted = $state<boolean | null>(null);
	/** In bytes. */
	usage = $state<number | null>(null);
	quota = $state<number | null>(null);
	readonly supported = typeof navigator !== 'undefined' && navigator.storage?.persist !== undefined;

	async read(): Promise<void> {
		if (typeof navigator === 'undefined' || navigator.storage === undefined) return;
		this.persisted = (await navigator.storage.persisted?.()) ?? null;
		const estimate = await navigator.storage.estimate?.();
		this.usage = estimate?.usage ?? null;
		this.quota = estimate?.quota ?? null;
	}

	/** @returns the browser's answer */
	async ask(): Promise<boolean> {
		if (!this.supported) return false;
		this.persisted = await navigator.storage.persist();
		await this.read();
		return this.persisted;
	}
}
