import type { Register } from './card';
import type { EventOf, LogEvent } from './event';
import type { CardId, DeckId, NoteId, PackId, PresetId } from './ids';
import type { Note } from './note';
import type { Drawing, Pack, SourceDocument, Topic } from './pack';
import type { Preset } from './preset';
import { cardsOf } from './cards-of';
import { later } from './fold';
import { deckId, noteId, rootOf } from './ids';

/** What a person wrote into a note, field by field, on top of what its pack says. */
export interface NoteEdits {
	readonly id: NoteId;
	readonly fields: Readonly<Record<string, Register<unknown>>>;
	readonly deleted: Register<boolean>;
}

/** What a person set on a root deck. */
export interface DeckRegisters {
	readonly id: DeckId;
	readonly pack: Register<PackId | null>;
	readonly title: Register<string | null>;
	readonly preset: Register<PresetId | null>;
}

export interface StoredPreset {
	readonly id: PresetId;
	readonly values: Register<Preset>;
}

export interface StoredSetting {
	readonly name: string;
	readonly value: Register<unknown>;
}

/** Events that change what there is to learn and how, not how well it is known. */
export type LibraryEvent = EventOf<
	'note.put' | 'note.delete' | 'deck.put' | 'deck.subscribe' | 'preset.put' | 'setting.put'
>;

export function isLibraryEvent(event: LogEvent): event is LibraryEvent {
	return (
		!(event.kind === 'undo' || event.kind === 'review' || event.kind === 'suspend') &&
		!(event.kind === 'bury' || event.kind === 'flag')
	);
}

const unset = <T>(value: T): Register<T> => ({ value, stamp: null });

export function foldDeck(
	before: DeckRegisters | undefined,
	event: EventOf<'deck.put' | 'deck.subscribe'>
): DeckRegisters {
	const deck = before ?? { id: rootOf(event.deck), pack: unset(null), title: unset(null), preset: unset(null) };
	if (event.kind === 'deck.subscribe') return { ...deck, pack: later(deck.pack, event.pack, event) };
	const { title, preset } = event.fields;
	return {
		...deck,
		title: title === undefined ? deck.title : later(deck.title, title, event),
		preset: preset === undefined ? deck.preset : later(deck.preset, preset, event)
	};
}

export function foldNoteEdits(before: NoteEdits | undefined, event: EventOf<'note.put' | 'note.delete'>): NoteEdits {
	const edits = before ?? { id: event.note, fields: {}, deleted: unset(false) };
	if (event.kind === 'note.delete') return { ...edits, deleted: later(edits.deleted, event.deleted, event) };
	const fields: Record<string, Register<unknown>> = { ...edits.fields };
	for (const [name, value] of Object.entries(event.fields)) {
		fields[name] = later(fields[name] ?? unset<unknown>(undefined), value, event);
	}
	return { ...edits, fields };
}

export function foldPreset(before: StoredPreset | undefined, event: EventOf<'preset.put'>): StoredPreset {
	return { id: event.preset, values: later(before?.values ?? unset(event.values), event.values, event) };
}

export function foldSetting(before: StoredSetting | undefined, event: EventOf<'setting.put'>): StoredSetting {
	return { name: event.name, value: later(before?.value ?? unset<unknown>(undefined), event.value, event) };
}

/** A note as the learner has it, and where it stands. */
export interface PlacedNote {
	readonly id: NoteId;
	readonly root: DeckId;
	readonly deck: DeckId;
	/** Place in the author's order; a note of one's own comes after all of the pack's, oldest first. */
	readonly position: number;
	readonly note: Note;
	readonly edited: boolean;
}

export interface PlacedCard {
	readonly id: CardId;
	readonly deck: DeckId;
	readonly position: number;
}

/** All cards of a note, each at its place in the order in which new cards come. */
export function placedCards(placed: PlacedNote): PlacedCard[] {
	const [root, local] = splitNoteId(placed.id);
	return cardsOf(root, { ...placed.note, id: local }).map(({ id, ordinal }) => ({
		id,
		deck: placed.deck,
		position: placed.position + ordinal / 1024
	}));
}

/** A root deck with everything it shows at present. */
export interface Shelf {
	readonly registers: DeckRegisters;
	readonly pack: Pack | null;
}

/**
 * The notes of one root deck: those of its pack in order, with personal edits laid over them, then the learner's own.
 * @param edits of this root deck only
 */
export function placeNotes(root: DeckId, pack: Pack | null, edits: ReadonlyMap<NoteId, NoteEdits>): PlacedNote[] {
	const placed: PlacedNote[] = [];
	const topics = new Set(pack?.topics.map((topic) => topic.id));
	const place = (id: NoteId, position: number, base: Note | null): void => {
		const own = edits.get(id);
		if (own?.deleted.value) return;
		const note = applyEdits(base, own);
		if (note === null) return;
		const deck = topics.has(note.topic) ? deckId(root, note.topic) : root;
		placed.push({ id, root, deck, position, note, edited: own !== undefined });
	};
	const shipped = new Set<NoteId>();
	pack?.notes.forEach((note, index) => {
		const id = noteId(root, note.id);
		shipped.add(id);
		place(id, index, note);
	});
	const own = [...edits.keys()].filter((id) => !shipped.has(id)).sort();
	own.forEach((id) => place(id, OWN_NOTES + ulidTime(splitNoteId(id)[1]), null));
	return placed;
}

/** Beyond the number of notes any pack may have, so that own notes sort last. */
const OWN_NOTES = 1e7;

function applyEdits(base: Note | null, edits: NoteEdits | undefined): Note | null {
	if (edits === undefined) return base;
	const fields = Object.fromEntries(
		Object.entries(edits.fields)
			.filter(([, register]) => register.value !== undefined)
			.map(([name, register]) => [name, register.value])
	);
	const note: unknown = { tags: [], sources: [], ...base, ...fields };
	return isWhole(note) ? note : null;
}

/**
 * Edits of a note that its pack no longer holds may lack the rest of it. Such a note is not shown; the edits stay in the
 * log and count again if the note comes back.
 */
function isWhole(note: unknown): note is Note {
	if (typeof note !== 'object' || note === null) return false;
	return 'kind' in note && 'topic' in note && ('front' in note || 'text' in note);
}

function splitNoteId(id: NoteId): [root: string, local: string] {
	const colon = id.indexOf(':');
	return [id.slice(0, colon), id.slice(colon + 1)];
}

const ULID_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The millisecond a ULID was made in, scaled to stay a safe number with fractions of cards added. */
function ulidTime(id: string): number {
	let ms = 0;
	for (const digit of id.slice(0, 10)) ms = ms * 32 + Math.max(0, ULID_DIGITS.indexOf(digit));
	return ms;
}

/** What the screens show of a root deck without reading its notes. */
export interface DeckSummary {
	readonly id: DeckId;
	readonly pack: PackId;
	readonly title: string;
	readonly description: string;
	readonly version: string;
	readonly language: string;
	readonly topics: readonly Topic[];
	readonly preset: PresetId | null;
	readonly notes: number;
}

export function summarise(registers: DeckRegisters, pack: Pack, id: PackId, notes: number): DeckSummary {
	return {
		id: registers.id,
		pack: id,
		title: registers.title.value ?? pack.title,
		description: pack.description,
		version: pack.version,
		language: pack.language,
		topics: pack.topics,
		preset: registers.preset.value,
		notes
	};
}

export interface PlacedDrawing {
	readonly root: DeckId;
	readonly name: string;
	readonly drawing: Drawing;
}

export interface PlacedDocument {
	readonly root: DeckId;
	readonly id: string;
	readonly document: SourceDocument;
}
