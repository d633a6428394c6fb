/** Tells the other windows of this app that cards have changed, so that none of them shows what is no longer due. */
export class WindowChannel {
	readonly #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('recite.cards');

	tell(): void {
		this.#channel?.postMessage('changed');
	}

	/** @returns a function that stops listening */
	listen(onchange: () => void): () => void {
		const channel = this.#channel;
		if (channel === null) return () => {};
		channel.addEventListener('message', onchange);
		return () => channel.removeEventListener('message', onchange);
	}
}
