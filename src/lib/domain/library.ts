import type { Register } from './card';
import type { EventOf, LogEvent } from './event';
import type { CardId, DeckId, NoteId, PackId, PresetId } from './ids';
import type { Note } from './note';
import type { Drawing, Pack, SourceDocument, Topic } from './pack';
import type { Preset } from './preset';
import { unset } from './card';
import { cardsOf } from './cards-of';
import { later } from './fold';
import { deckId, noteId, rootOf, ulidTime } from './ids';
import { isWholeNote } from './note-check';

/** What a person wrote into a note, field by field, on top of what its pack says. */
export interface NoteEdits {
	readonly id: NoteId;
	readonly fields: Readonly<Record<string, Register<unknown>>>;
	readonly deleted: Register<boolean>;
}

/** The fields of a note that read as a person wrote them; one set to null reads as its pack has it. */
export const ownFields = ({ fields }: NoteEdits): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([name, { value }]) =>
			value === undefined || value === null ? [] : [[name, value]]
		)
	);

/** What a person set on a root deck. */
export interface DeckRegisters {
	readonly id: DeckId;
	readonly pack: Register<PackId | null>;
	readonly title: Register<string | null>;
	readonly preset: Register<PresetId | null>;
	/** Absent until it was first set. */
	readonly address?: Register<string | null>;
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

/** Listed, because the log may hold kinds that only a newer version knows. */
const LIBRARY_KINDS: readonly string[] = [
	'note.put',
	'note.delete',
	'deck.put',
	'deck.subscribe',
	'preset.put',
	'setting.put'
] satisfies LibraryEvent['kind'][];

export function isLibraryEvent(event: LogEvent): event is LibraryEvent {
	return LIBRARY_KINDS.includes(event.kind);
}

export function foldDeck(
	before: DeckRegisters | undefined,
	event: EventOf<'deck.put' | 'deck.subscribe'>
): DeckRegisters {
	const deck = before ?? { id: rootOf(event.deck), pack: unset(null), title: unset(null), preset: unset(null) };
	if (event.kind === 'deck.subscribe') return { ...deck, pack: later(deck.pack, event.pack, event) };
	const { title, preset, address } = event.fields;
	return {
		...deck,
		title: title === undefined ? deck.title : later(deck.title, title, event),
		preset: preset === undefined ? deck.preset : later(deck.preset, preset, event),
		...(address === undefined ? {} : { address: later(deck.address ?? unset(null), address, event) })
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

/**
 * The notes of one root deck: those of its pack in order, with personal edits laid over them, then the learner's own.
 * @param edits of this root deck only
 */
export function placeNotes(root: DeckId, pack: Pack | null, edits: ReadonlyMap<NoteId, NoteEdits>): PlacedNote[] {
	const topics = topicsOf(pack);
	const shipped = new Set<NoteId>();
	const placed = (pack?.notes ?? []).map((note, index) => {
		const id = noteId(root, note.id);
		shipped.add(id);
		return place(root, topics, id, edits.get(id), { note, index });
	});
	const own = [...edits.keys()].filter((id) => !shipped.has(id)).sort();
	placed.push(...own.map((id) => place(root, topics, id, edits.get(id), null)));
	return placed.filter((note) => note !== null);
}

/** One of the notes that `placeNotes` gives, or null when it gives none of that id. */
export function placeNote(pack: Pack | null, id: NoteId, edits: NoteEdits | undefined): PlacedNote | null {
	const [root, local] = splitNoteId(id);
	const index = pack?.notes.findIndex((note) => note.id === local) ?? -1;
	const note = pack?.notes[index];
	return place(deckId(root), topicsOf(pack), id, edits, note ? { note, index } : null);
}

const topicsOf = (pack: Pack | null): ReadonlySet<string> => new Set(pack?.topics.map((topic) => topic.id));

function place(
	root: DeckId,
	topics: ReadonlySet<string>,
	id: NoteId,
	edits: NoteEdits | undefined,
	shipped: { readonly note: Note; readonly index: number } | null
): PlacedNote | null {
	if (edits?.deleted.value) return null;
	const note = applyEdits(splitNoteId(id)[1], shipped?.note ?? null, edits);
	if (note === null) return null;
	const deck = topics.has(note.topic) ? deckId(root, note.topic) : root;
	const position = shipped?.index ?? OWN_NOTES + ulidTime(splitNoteId(id)[1]);
	return { id, root, deck, position, note, edited: edits !== undefined && Object.keys(ownFields(edits)).length > 0 };
}

/** Beyond the number of notes any pack may have, so that own notes sort last. */
const OWN_NOTES = 1e7;

/**
 * Edits of a note that its pack no longer holds may lack the rest of it. Such a note is not shown; the edits stay in the
 * log and count again if the note comes back. A field set to null is as the pack has it. A pack's note that edits would break is shown as the pack has it.
 */
function applyEdits(id: string, base: Note | null, edits: NoteEdits | undefined): Note | null {
	if (edits === undefined) return base;
	const fields = Object.fromEntries(
		Object.entries(edits.fields)
			.filter(([, { value }]) => value !== undefined && (value !== null || base === null))
			.map(([name, register]) => [name, register.value])
	);
	const note: unknown = { tags: [], sources: [], ...base, ...fields, id };
	return isWholeNote(note) ? note : base;
}

function splitNoteId(id: NoteId): [root: string, local: string] {
	const colon = id.indexOf(':');
	return [id.slice(0, colon), id.slice(colon + 1)];
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
	/** Where newer versions are looked for; absent until it was first set. */
	readonly address?: string | null;
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
		notes,
		...(registers.address && { address: registers.address.value })
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
