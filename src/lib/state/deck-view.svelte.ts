import type { Card } from '../domain/card';
import type { EventBody } from '../domain/event';
import type { CardId, DeckId, NoteId, PresetId } from '../domain/ids';
import type { PlacedNote } from '../domain/library';
import type { Preset } from '../domain/preset';
import type { Recite } from './recite.svelte';
import { rootOf } from '../domain/ids';
import { mark } from '../storage/card-actions';
import { withReconnect } from '../storage/failure';
import { deckOverview } from '../storage/overview';
import { decksUnder } from '../storage/preset-in-force';
import { buriedCards, cardsOfNotes, flaggedCards, notesPage, suspendedCards } from '../storage/queries';
import { documentsOf, notesById, shelf } from '../storage/reading';
import { rewordedNotes } from '../storage/wording';
import { Live } from './live.svelte';

export type CardFilter = 'all' | 'set-aside' | 'flagged' | 'reworded';

export interface NoteWithCards {
	readonly note: PlacedNote;
	readonly cards: readonly Card[];
}

export const PAGE = 50;

/** One deck, or one topic of it, as its page shows it. */
export class DeckView {
	filter = $state<CardFilter>('all');
	/** How many notes are listed so far. */
	shown = $state(PAGE);
	readonly root: DeckId;
	readonly deck: DeckId;
	readonly #recite: Recite;

	constructor(recite: Recite, deck: DeckId) {
		this.#recite = recite;
		this.deck = deck;
		this.root = rootOf(deck);
	}

	readonly #overview = $derived.by(() => {
		const { db, clock, failedReads } = this.#recite;
		const { today, dayEnds } = clock;
		return new Live(() => deckOverview(db, this.root, today, dayEnds), failedReads);
	});

	/** Null when there is no such deck on the shelf; undefined until read. */
	get overview() {
		return this.#overview.current;
	}

	readonly #documents = $derived.by(() => {
		const { db, failedReads } = this.#recite;
		return new Live(() => documentsOf(db, this.root), failedReads);
	});

	get documents() {
		return this.#documents.current;
	}

	readonly #notes = $derived.by(() => {
		const { db, clock, failedReads } = this.#recite;
		const { filter, shown, deck } = this;
		const today = clock.today;
		return new Live(async (): Promise<NoteWithCards[]> => {
			if (filter === 'all') {
				const notes = await notesPage(db, deck, 0, shown);
				return together(
					notes,
					await cardsOfNotes(
						db,
						notes.map((note) => note.id)
					)
				);
			}
			if (filter === 'reworded') {
				const notes = await notesById(db, await rewordedNotes(db, this.root));
				const here = notes.filter((note) => deck === this.root || note.deck === deck).slice(0, shown);
				return together(
					here,
					await cardsOfNotes(
						db,
						here.map((note) => note.id)
					)
				);
			}
			const [summary] = await shelf(db, this.root);
			const decks = deck === this.root && summary ? decksUnder(summary) : [deck];
			const cards =
				filter === 'flagged'
					? await flaggedCards(db, decks)
					: [...(await suspendedCards(db, decks)), ...(await buriedCards(db, decks, today))];
			const ids = [...new Set(cards.map((card) => card.note))].slice(0, shown);
			const notes = await notesById(db, ids);
			return together(notes, cards);
		}, failedReads);
	});

	get notes() {
		return this.#notes.current;
	}

	more(): void {
		this.shown += PAGE;
	}

	/** Brings cards back that were suspended or buried. */
	async bringBack(card: Card): Promise<void> {
		const cards: CardId[] = [card.id];
		if (card.suspended.value) await this.#mark({ kind: 'suspend', cards, suspended: false });
		if (card.buriedUntil.value > this.#recite.clock.today) await this.#mark({ kind: 'bury', cards, until: 0 });
	}

	suspend(card: Card): Promise<void> {
		return this.#mark({ kind: 'suspend', cards: [card.id], suspended: true });
	}

	unflag(card: Card): Promise<void> {
		return this.#mark({ kind: 'flag', card: card.id, flag: null });
	}

	async #mark(body: Extract<EventBody, { kind: 'suspend' | 'bury' | 'flag' }>): Promise<void> {
		const { db, clock, channel } = this.#recite;
		await withReconnect(db, () => mark(db, clock.moment(), body));
		channel.tell();
	}

	/** Writes the preset as the deck's own: each deck has its preset, named after it. */
	async putPreset(values: Preset): Promise<void> {
		const preset = `deck:${this.root}` as PresetId;
		await this.#recite.change({ kind: 'preset.put', preset, values });
		await this.#recite.change({ kind: 'deck.put', deck: this.root, fields: { preset } });
	}
}

function together(notes: readonly PlacedNote[], cards: readonly Card[]): NoteWithCards[] {
	const byNote = new Map<NoteId, Card[]>();
	for (const card of cards) byNote.set(card.note, [...(byNote.get(card.note) ?? []), card]);
	return notes
		.map((note) => ({ note, cards: (byNote.get(note.id) ?? []).sort((a, b) => a.ordinal - b.ordinal) }))
		.sort((a, b) => a.note.position - b.note.position);
}
