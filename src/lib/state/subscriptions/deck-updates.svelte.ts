import type { DeckId, PackId } from '../../domain/ids';
import type { Checked } from './check-address';
import type { DeckOffer, Shelf } from './deck-offer';

/** What stands at a deck's address: `checkAddress`. */
export type Check = (shelf: Shelf, deck: DeckId) => Promise<Checked>;

/** Apart, because most visits ask nothing. */
const CHECK: Check = async (shelf, deck) => (await import('./check-address')).checkAddress(shelf, deck);

/** A deck that may have an address. */
export interface Subscribed {
	readonly id: DeckId;
	readonly address?: string | null;
}

const desks = new WeakMap<Shelf, DeckUpdates>();

/** The app's one. Not a field of the app, because Study shows its first card without it. */
export function deckUpdatesOf(shelf: Shelf): DeckUpdates {
	const desk = desks.get(shelf) ?? new DeckUpdates(shelf);
	desks.set(shelf, desk);
	return desk;
}

/** Newer versions of decks at addresses: looked for when asked, and once a day where decks are listed. */
export class DeckUpdates {
	/** What was found and waits for a decision. */
	offers = $state.raw<ReadonlyMap<DeckId, DeckOffer>>(new Map());
	/** Decks whose address is being asked. */
	looking = $state.raw<ReadonlySet<DeckId>>(new Set());
	readonly #shelf: Shelf;
	readonly #check: Check;

	constructor(shelf: Shelf, check: Check = CHECK) {
		this.#shelf = shelf;
		this.#check = check;
	}

	/**
	 * Looks whether there is another version of a deck at its address; if so it is among the offers then.
	 * @throws AppError as `checkAddress`
	 */
	async look(deck: DeckId): Promise<'current' | 'update'> {
		this.looking = new Set([...this.looking, deck]);
		try {
			const checked = await this.#check(this.#shelf, deck);
			const offer = checked.is === 'update' ? checked.offer : null;
			this.#put(deck, offer);
			note(deck, { at: Date.now(), found: offer?.id ?? null });
			return checked.is;
		} finally {
			this.looking = new Set([...this.looking].filter((each) => each !== deck));
		}
	}

	/**
	 * Looks at the addresses that were not asked for a day, where there is a network. Says nothing of what goes wrong: the
	 * decks are as good as they were. A version that was declined is not offered again.
	 */
	async lookDaily(decks: readonly Subscribed[], now: number): Promise<void> {
		if (globalThis.navigator?.onLine === false) return;
		for (const { id, address } of decks) {
			if (!address || this.offers.has(id) || this.looking.has(id)) continue;
			const { at = 0, found = null, declined = null } = notes()[id] ?? {};
			if (now - at < DAY && (found === null || found === declined)) continue;
			// Noted first, because an address that does not answer is not to be asked at every visit.
			note(id, { at: now, found: null });
			await this.look(id).catch(() => undefined);
			if (this.offers.get(id)?.id === declined) this.#put(id, null);
		}
	}

	/** Not now: this version is not offered again by itself. */
	decline(deck: DeckId): void {
		const offer = this.offers.get(deck);
		if (offer !== undefined) note(deck, { declined: offer.id });
		this.#put(deck, null);
	}

	/** The offer was taken, or has no meaning any more. */
	drop(deck: DeckId): void {
		note(deck, { found: null });
		this.#put(deck, null);
	}

	#put(deck: DeckId, offer: DeckOffer | null): void {
		const next = new Map(this.offers);
		if (offer === null) next.delete(deck);
		else next.set(deck, offer);
		this.offers = next;
	}
}

const DAY = 86_400_000;
const KEY = 'recite.looked';

/** When an address was asked, what stood there, and what the learner did not want. Of this device, so not in the log. */
interface Looked {
	/** Unix ms. */
	readonly at?: number;
	readonly found?: PackId | null;
	readonly declined?: PackId | null;
}

function notes(): Readonly<Record<string, Looked>> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		return typeof value === 'object' && value !== null ? (value as Record<string, Looked>) : {};
	} catch {
		return {};
	}
}

function note(deck: DeckId, looked: Looked): void {
	const all = notes();
	try {
		localStorage.setItem(KEY, JSON.stringify({ ...all, [deck]: { ...all[deck], ...looked } }));
	} catch {
		// Storage is shut off; the address is asked at each visit then.
	}
}
