import type { Card } from './card';
import type { LogEvent, PresetRef } from './event';
import type { CardId, DeckId, EventId, NoteId, PackId, PresetId } from './ids';
import type { Pack } from './pack';
import type { Daily } from './daily';
import type {
	DeckRegisters,
	DeckSummary,
	NoteEdits,
	PlacedDocument,
	PlacedDrawing,
	PlacedNote,
	StoredPreset,
	StoredSetting
} from './library';
import { addDaily } from './daily';
import { blankCard, cardsOfEvent, foldCard, isCardEvent, type CardEvent, type PresetLookup } from './fold';
import { deckId, rootOf } from './ids';
import { foldDeck, foldNoteEdits, foldPreset, foldSetting, placedCards, placeNotes, summarise } from './library';
import { DEFAULT_PRESET, type Preset } from './preset';
import { undoneIds } from './undone';

/** Everything that follows from packs and log. */
export interface Collection {
	readonly decks: ReadonlyMap<DeckId, DeckRegisters>;
	readonly summaries: ReadonlyMap<DeckId, DeckSummary>;
	readonly edits: ReadonlyMap<NoteId, NoteEdits>;
	readonly presets: ReadonlyMap<PresetId, StoredPreset>;
	readonly settings: ReadonlyMap<string, StoredSetting>;
	readonly notes: readonly PlacedNote[];
	readonly documents: readonly PlacedDocument[];
	readonly drawings: readonly PlacedDrawing[];
	readonly cards: readonly Card[];
	/** Root deck → learner's day → what was done. */
	readonly daily: ReadonlyMap<DeckId, ReadonlyMap<number, Daily>>;
}

/**
 * The collection from nothing: the definition that all incremental writing must agree with, row by row.
 * @param events in any order; the same event may come twice (two devices' segments overlap)
 * @param packs every pack that a deck is subscribed to; one that is missing gives a deck without notes
 */
export function replay(events: Iterable<LogEvent>, packs: ReadonlyMap<PackId, Pack>): Collection {
	const log = new LogIndex(events);
	const library = foldLibrary(log.standing);
	const notes: PlacedNote[] = [];
	const documents: PlacedDocument[] = [];
	const drawings: PlacedDrawing[] = [];
	const summaries = new Map<DeckId, DeckSummary>();
	for (const [root, registers] of library.decks) {
		const packId = registers.pack.value;
		if (packId === null) continue;
		const pack = packs.get(packId) ?? null;
		const placed = placeNotes(root, pack, editsOf(root, library.edits));
		// One by one, because a worker's stack does not hold 100,000 arguments.
		for (const note of placed) notes.push(note);
		if (pack === null) continue;
		summaries.set(root, summarise(registers, pack, packId, placed.length));
		for (const document of pack.documents) documents.push({ root, id: document.id, document });
		for (const [name, drawing] of Object.entries(pack.drawings)) drawings.push({ root, name, drawing });
	}
	const cards: Card[] = [];
	const daily = new Map<DeckId, Map<number, Daily>>();
	const unplaced = new Set(log.cardIds());
	const fold = (blank: Card): Card => {
		const { card, days } = foldCard(blank, log.eventsOf(blank.id), log.presetOf);
		if (days.size > 0) addDays(daily, rootOf(card.id), days);
		return card;
	};
	for (const note of notes) {
		for (const { id, deck, position } of placedCards(note)) {
			unplaced.delete(id);
			cards.push(fold(blankCard(id, deck, position)));
		}
	}
	// Cards that no pack holds any more: their reviews were done all the same, and the days remember them.
	for (const id of unplaced) fold(blankCard(id, deckId(rootOf(id)), 0));
	return { ...library, summaries, notes, documents, drawings, cards, daily };
}

export function editsOf(root: DeckId, edits: ReadonlyMap<NoteId, NoteEdits>): Map<NoteId, NoteEdits> {
	return new Map([...edits].filter(([id]) => rootOf(id) === root));
}

function addDays(daily: Map<DeckId, Map<number, Daily>>, root: DeckId, days: ReadonlyMap<number, Daily>): void {
	let ofRoot = daily.get(root);
	if (!ofRoot) daily.set(root, (ofRoot = new Map()));
	for (const [day, done] of days) ofRoot.set(day, addDaily(ofRoot.get(day), done));
}

function foldLibrary(standing: Iterable<LogEvent>): Pick<Collection, 'decks' | 'edits' | 'presets' | 'settings'> {
	const decks = new Map<DeckId, DeckRegisters>();
	const edits = new Map<NoteId, NoteEdits>();
	const presets = new Map<PresetId, StoredPreset>();
	const settings = new Map<string, StoredSetting>();
	for (const event of standing) {
		switch (event.kind) {
			case 'deck.put':
			case 'deck.subscribe': {
				const root = rootOf(event.deck);
				decks.set(root, foldDeck(decks.get(root), event));
				break;
			}
			case 'note.put':
			case 'note.delete':
				edits.set(event.note, foldNoteEdits(edits.get(event.note), event));
				break;
			case 'preset.put':
				presets.set(event.preset, foldPreset(presets.get(event.preset), event));
				break;
			case 'setting.put':
				settings.set(event.name, foldSetting(settings.get(event.name), event));
				break;
		}
	}
	return { decks, edits, presets, settings };
}

/** A log read once: duplicates dropped, undone events set aside, card events grouped by card. */
export class LogIndex {
	/** Every event that is not undone, undos themselves left out. */
	readonly standing: readonly LogEvent[];
	readonly undone: ReadonlySet<EventId>;
	readonly #byCard = new Map<CardId, CardEvent[]>();
	readonly #presets = new Map<EventId, Preset>();

	/** @param only keep card events of these cards alone; all when absent */
	constructor(events: Iterable<LogEvent>, only?: ReadonlySet<CardId>) {
		const unique = new Map<EventId, LogEvent>();
		for (const event of events) unique.set(event.id, event);
		this.undone = undoneIds(unique.values());
		const standing: LogEvent[] = [];
		for (const event of unique.values()) {
			// A review may name a preset whose writing was undone later: it was scheduled under it all the same.
			if (event.kind === 'preset.put') this.#presets.set(event.id, event.values);
			if (event.kind === 'undo' || this.undone.has(event.id)) continue;
			standing.push(event);
			if (isCardEvent(event)) this.#group(event, only);
		}
		this.standing = standing;
	}

	#group(event: CardEvent, only: ReadonlySet<CardId> | undefined): void {
		for (const card of cardsOfEvent(event)) {
			if (only && !only.has(card)) continue;
			const group = this.#byCard.get(card);
			if (group) group.push(event);
			else this.#byCard.set(card, [event]);
		}
	}

	cardIds(): Iterable<CardId> {
		return this.#byCard.keys();
	}

	eventsOf(card: CardId): readonly CardEvent[] {
		return this.#byCard.get(card) ?? [];
	}

	/**
	 * A log merged from a part of another device's may name a preset that has not arrived yet. The default stands in for
	 * it, because a collection that cannot be opened would be the greater loss; the next rebuild sets it right.
	 */
	presetOf: PresetLookup = (ref: PresetRef) =>
		ref === 'default/1' ? DEFAULT_PRESET : (this.#presets.get(ref) ?? DEFAULT_PRESET);
}
