import { canonicalJson } from '../deck-format/canonical-json';
import { isPackId } from '../deck-format/deck-archive';
import { AppError } from '../domain/app-error';
import type { PackId } from '../domain/ids';
import type { Note } from '../domain/note';
import { hasSoundFields, isWholeNote } from '../domain/note-check';
import type { Pack } from '../domain/pack';
import { isJson, isRecord, pattern, shape, text, whole } from '../domain/value-check';
import { changing } from './changes/changing';
import { noteChanges, type FieldChange } from './pack-diff';
import type { Change, ProjectNote, ProjectState } from './project';

/** What a student sends back about a deck: cards flagged with words, and notes worded otherwise. */
export interface Corrections {
	readonly format: 'recite-corrections';
	readonly version: 1;
	/** Id of the root deck, and the version of it that the student has. */
	readonly deck: string;
	readonly pack: PackId;
	readonly deckVersion: string;
	/** In the deck's order. */
	readonly items: readonly Correction[];
}

export type Correction =
	| { readonly is: 'flag'; readonly note: string; readonly ordinal: number; readonly words: string }
	| {
			readonly is: 'edit';
			readonly note: string;
			/** Values of the note's fields as the pack has them and as the student has; null where there is none. */
			readonly before: Readonly<Record<string, unknown>>;
			readonly after: Readonly<Record<string, unknown>>;
	  };

/** What a student did on a deck, as far as it concerns its author. Notes go by their ids within the deck. */
export interface Remarks {
	readonly flags: readonly { readonly note: string; readonly ordinal: number; readonly words: string }[];
	/** Fields as edited. */
	readonly edits: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Where a note stands, what it is called and what it quotes are for the author alone to say. */
const CORRECTABLE: readonly string[] =
	'front back reverse text answer accept distractors steps labels alt hint explain contrast asOf tags'.split(' ');

/** What the student wrote, and nothing else about them. Remarks on notes of their own are left out. */
export function correctionsOn(pack: Pack, id: PackId, { flags, edits }: Remarks): Corrections {
	const items = pack.notes.flatMap((note): Correction[] => {
		const flagged = flags
			.filter((flag) => flag.note === note.id)
			.sort((a, b) => a.ordinal - b.ordinal)
			.map(({ ordinal, words }): Correction => ({ is: 'flag', note: note.id, ordinal, words }));
		return [...flagged, ...editOf(note, edits.get(note.id) ?? {})];
	});
	const { deck, version: deckVersion } = pack;
	return { format: 'recite-corrections', version: 1, deck, pack: id, deckVersion, items };
}

/** The text of a `.recite-corrections` file. The same corrections give the same text. */
export const writeCorrections = (corrections: Corrections): string => `${canonicalJson(corrections)}\n`;

function editOf(note: Note, fields: Readonly<Record<string, unknown>>): Correction[] {
	const was: Readonly<Record<string, unknown>> = { ...note };
	const changed = Object.keys(fields)
		.filter(
			(field) =>
				CORRECTABLE.includes(field) && canonicalJson(was[field] ?? null) !== canonicalJson(fields[field] ?? null)
		)
		.sort();
	if (changed.length === 0) return [];
	const of = (values: Readonly<Record<string, unknown>>) =>
		Object.fromEntries(changed.map((field) => [field, values[field] ?? null]));
	return [{ is: 'edit', note: note.id, before: of(was), after: of(fields) }];
}

const MOST_BYTES = 8 * 1024 * 1024;
const id = pattern(/^[A-Za-z0-9_-]{1,200}$/);
const flag = shape({ is: (value) => value === 'flag', note: id, ordinal: whole(0, 1e6), words: text });
const fields = (value: unknown): boolean =>
	isRecord(value) &&
	isJson(value) &&
	Object.keys(value).every((field) => CORRECTABLE.includes(field)) &&
	hasSoundFields(Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null)));
const edit = shape({ is: (value) => value === 'edit', note: id, before: fields, after: fields });
const isCorrection = (value: unknown): value is Correction => flag(value) || edit(value);

export interface ReadCorrections {
	readonly corrections: Corrections;
	/** How many items are about notes that the deck does not have any more; they are not among the corrections. */
	readonly unknown: number;
}

/**
 * Reads a `.recite-corrections` file.
 * @param deck the pack, or any version of the deck, that it should be about
 * @throws AppError `not-corrections`, `corrections-newer`, `corrections-other-deck`
 */
export function readCorrections(
	file: string,
	deck: Pick<Pack, 'deck' | 'title'> & { notes: Iterable<{ id: string }> }
): ReadCorrections {
	const value = file.length > MOST_BYTES ? null : parsed(file);
	if (!isRecord(value) || value['format'] !== 'recite-corrections') throw notCorrections();
	if (value['version'] !== 1) {
		throw new AppError('corrections-newer', 'These corrections were saved by a newer Recite. Update Recite first.');
	}
	const { deck: about, pack, deckVersion, items } = value;
	if (!isPackId(pack) || typeof about !== 'string' || typeof deckVersion !== 'string') throw notCorrections();
	if (!Array.isArray(items) || items.length > 100_000 || !items.every(isCorrection)) throw notCorrections();
	if (about !== deck.deck) {
		throw new AppError(
			'corrections-other-deck',
			`These corrections are about the deck “${about}”, not “${deck.title}”.`
		);
	}
	const known = new Set([...deck.notes].map((note) => note.id));
	const kept = items.filter(({ note }) => known.has(note));
	const corrections: Corrections = {
		format: 'recite-corrections',
		version: 1,
		deck: about,
		pack,
		deckVersion,
		items: kept
	};
	return { corrections, unknown: items.length - kept.length };
}

function parsed(file: string): unknown {
	try {
		return JSON.parse(file);
	} catch (cause) {
		throw notCorrections(cause);
	}
}

const notCorrections = (cause?: unknown): AppError =>
	new AppError('not-corrections', 'This file holds no corrections. Choose one that ends in .recite-corrections.', {
		cause
	});

/** A correction beside the note as the project has it. */
export interface CorrectionItem {
	/** Names the item in a list. */
	readonly key: string;
	readonly correction: Correction;
	/** Null when the project has no such note any more. */
	readonly note: ProjectNote | null;
	/** What would change in the note as it is now; empty for a flag, or when it says so already. */
	readonly fields: readonly FieldChange[];
	/** The author has changed the same fields since the version that the student has. */
	readonly outdated: boolean;
	/** Takes the student's wording; null when there is none to take. */
	readonly apply: Change | null;
	/** Changes nothing, and can be undone like any other decision. */
	readonly dismiss: Change;
}

/** What an author goes through, one by one. */
export function correctionItems({ items }: Corrections, state: ProjectState): CorrectionItem[] {
	return items.map((correction, i): CorrectionItem => {
		const note = state.notes.get(correction.note) ?? null;
		const dismiss: Change = { label: 'Dismissed a correction', patches: [] };
		const base = { key: `${i}/${correction.note}`, correction, note, dismiss };
		if (note === null || correction.is === 'flag') return { ...base, fields: [], outdated: false, apply: null };
		const is: Readonly<Record<string, unknown>> = { ...note.note };
		const outdated = Object.entries(correction.before).some(
			([field, value]) => canonicalJson(is[field] ?? null) !== canonicalJson(value)
		);
		const corrected = withFields(note.note, correction.after);
		const changes = corrected === null ? [] : noteChanges(note.note, corrected);
		if (corrected === null || changes.length === 0) return { ...base, fields: [], outdated, apply: null };
		const apply = changing(state, 'Took over a correction', (now) => {
			now.notes.set(corrected.id, { ...note, note: corrected });
		});
		return { ...base, fields: changes, outdated, apply };
	});
}

/** The note with these fields, those that are null taken away; null if it would be no whole note then. */
function withFields(note: Note, changed: Readonly<Record<string, unknown>>): Note | null {
	const all = Object.entries({ ...note, ...changed }).filter(([, value]) => value !== null);
	const corrected: unknown = Object.fromEntries(all);
	return isWholeNote(corrected) ? corrected : null;
}
