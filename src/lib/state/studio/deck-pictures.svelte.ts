import { addressOf } from '../note-pictures';
import type { Desk } from './desk.svelte';

/** Addresses at which a page can show the pictures of a project. */
export class DeckPictures {
	/** By file name; without those that are not on this device. */
	addresses = $state.raw<ReadonlyMap<string, string>>(new Map());
	readonly #desk: Desk;
	readonly #asked = new Set<string>();

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Finds the addresses of some pictures, if they are not known yet. */
	async want(files: readonly string[]): Promise<void> {
		const { pictures } = this.#desk.state;
		const fresh = files.filter((file) => pictures.has(file) && !this.#asked.has(file));
		for (const file of fresh) this.#asked.add(file);
		for (const file of fresh) {
			const picture = pictures.get(file);
			const address =
				picture === undefined ? null : await addressOf(picture, () => this.#desk.picture(file)).catch(() => null);
			if (address === null) this.#asked.delete(file);
			else this.addresses = new Map(this.addresses).set(file, address);
		}
	}
}
