import { Dexie, type Table } from 'dexie';
import type { Card } from '../domain/card';
import type { Daily } from '../domain/daily';
import type { LogEvent } from '../domain/event';
import type { CardId, DeckId, DeviceId, EventId, NoteId, PackId, PresetId } from '../domain/ids';
import type {
	DeckRegisters,
	DeckSummary,
	NoteEdits,
	PlacedDocument,
	PlacedDrawing,
	PlacedNote,
	StoredPreset,
	StoredSetting
} from '../domain/library';
import type { Pack } from '../domain/pack';
import type { Place } from '../domain/tally';
import type { TakenVersions } from '../authoring/next-version';
import type { Change, Edition, Patch, ProjectId, Proposals } from '../authoring/project';

/** An event not sealed yet. */
export interface TailRow {
	readonly id: EventId;
	readonly event: LogEvent;
	/**
	 * The cards as they stood before, for a quick undo. Absent once something happened that this picture does not know
	 * of; undo then folds the card anew from the log.
	 */
	readonly before?: readonly Card[];
}

/** Some 500 events, compressed, never touched again. */
export interface SegmentRow {
	/** Id of the first event in it; something after that in a segment set aside, whose place another may take. */
	readonly id: EventId;
	readonly count: number;
	/** See `segment.ts`. */
	readonly bytes: Uint8Array;
	/** It could not be read when a backup was restored. The log goes on without it, until a version comes that can. */
	readonly aside?: true;
}

export interface PackRow {
	readonly id: PackId;
	readonly pack: Pack;
}

export interface MediaRow {
	readonly sha256: string;
	readonly blob: Blob;
}

/** A card with the columns it is looked up by. */
export interface CardRow extends Card, Pick<Place, 'queue' | 'day'> {
	/** Day of the last review; absent for a card never reviewed, which keeps it out of that index. */
	readonly lastDay?: number;
	/** Present on flagged cards only. */
	readonly flagged?: 1;
}

export interface NoteRow extends PlacedNote {
	/** `root/document#start-end` for every quote. */
	readonly cites: readonly string[];
}

export interface TallyRow extends Place {
	readonly count: number;
}

export interface DailyRow extends Daily {
	readonly root: DeckId;
	readonly day: number;
}

/** One row: who this device is, how far its clock has come, what the derived tables were made by. */
export interface ClockRow {
	readonly id: 'clock';
	readonly device: DeviceId;
	readonly lamport: number;
	/** `DERIVED_VERSION` of the code that last rebuilt the derived tables. */
	readonly derived: number;
}

/** An author's project: what a list shows of it, and how far its changes have come. */
export interface ProjectRow {
	readonly id: ProjectId;
	readonly deck: string;
	readonly title: string;
	readonly notes: number;
	readonly documents: number;
	/** Candidates without a decision. */
	readonly open: number;
	/** Unix ms. */
	readonly changed: number;
	/** Number of the last change that counts; those after it were undone and can be redone. */
	readonly done: number;
	/** Counts every write, so that a window can tell whether it has seen the last one. */
	readonly revision: number;
	/** Ids of the candidates proposed from each document, to count those that are open. */
	readonly candidates: Readonly<Record<string, readonly string[]>>;
	/** When the backup was made that this copy was restored from, Unix ms. */
	readonly restoredFrom?: number;
	/** Versions that have gone out; absent before the first. Undo does not give them back. */
	readonly taken?: TakenVersions;
}

/** One small record of a project. */
export type RecordRow = {
	[Kind in Patch['of']]: {
		readonly project: ProjectId;
		readonly of: Kind;
		readonly id: string;
		readonly value: NonNullable<Extract<Patch, { of: Kind }>['after']>;
	};
}[Patch['of']];

/** One thing the author did. */
export interface ChangeRow {
	readonly project: ProjectId;
	/** Counted from 1. */
	readonly seq: number;
	/** Unix ms. */
	readonly at: number;
	readonly change: Change;
}

export interface EditionRow extends Edition {
	readonly project: ProjectId;
}

export interface ProposalsRow extends Proposals {
	readonly project: ProjectId;
}

/**
 * Version of the rules by which rows are derived. Raise it when `replay` gives something else for the same log: the
 * next start then rebuilds.
 */
export const DERIVED_VERSION = 1;

export const DATABASE_NAME = 'recite';

/** The highest version below. */
const SCHEMA_VERSION = 2;
/** Dexie counts in tenths, and in ones when it mends a schema. */
const NATIVE_PER_VERSION = 10;

/** What authors write: their working copies, with all that can be undone. */
export const AUTHORED = ['projects', 'records', 'changes', 'editions', 'proposals'] as const;
/** What people did, what they learn from and what they write: lost if lost. */
export const KEPT = ['events', 'segments', 'packs', 'media', 'clock', ...AUTHORED] as const;
/** What follows from it: can be made again at any time. */
export const DERIVED = [
	'cards',
	'tallies',
	'daily',
	'notes',
	'documents',
	'drawings',
	'decks',
	'registers',
	'edits',
	'presets',
	'settings'
] as const;

export class ReciteDatabase extends Dexie {
	declare readonly events: Table<TailRow, EventId>;
	declare readonly segments: Table<SegmentRow, EventId>;
	declare readonly packs: Table<PackRow, PackId>;
	declare readonly media: Table<MediaRow, string>;
	declare readonly clock: Table<ClockRow, 'clock'>;

	declare readonly projects: Table<ProjectRow, ProjectId>;
	declare readonly records: Table<RecordRow, [ProjectId, string, string]>;
	declare readonly changes: Table<ChangeRow, [ProjectId, number]>;
	declare readonly editions: Table<EditionRow, [ProjectId, string]>;
	declare readonly proposals: Table<ProposalsRow, [ProjectId, string]>;

	declare readonly cards: Table<CardRow, CardId>;
	declare readonly tallies: Table<TallyRow, [DeckId, string, number]>;
	declare readonly daily: Table<DailyRow, [DeckId, number]>;
	declare readonly notes: Table<NoteRow, NoteId>;
	declare readonly documents: Table<PlacedDocument, [DeckId, string]>;
	declare readonly drawings: Table<PlacedDrawing, [DeckId, string]>;
	declare readonly decks: Table<DeckSummary, DeckId>;
	declare readonly registers: Table<DeckRegisters, DeckId>;
	declare readonly edits: Table<NoteEdits, NoteId>;
	declare readonly presets: Table<StoredPreset, PresetId>;
	declare readonly settings: Table<StoredSetting, string>;

	constructor(
		name: string = DATABASE_NAME,
		options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}
	) {
		// Strict: a transaction counts as done when the disk has it, not when the browser has taken note of it.
		super(name, { ...options, chromeTransactionDurability: 'strict' });
		// A released version is never edited; a change is a new version with its upgrade in `upgrades/`.
		this.version(1).stores({
			events: 'id',
			segments: 'id',
			packs: 'id',
			media: 'sha256',
			clock: 'id',
			cards: 'id, note, lastDay, flagged, [deck+queue+day+position]',
			tallies: '[deck+queue+day]',
			daily: '[root+day]',
			notes: 'id, [root+position], *cites',
			documents: '[root+id]',
			drawings: '[root+name]',
			decks: 'id',
			registers: 'id',
			edits: 'id',
			presets: 'id',
			settings: 'name'
		});
		this.version(2).stores({
			projects: 'id',
			records: '[project+of+id]',
			changes: '[project+seq]',
			editions: '[project+id]',
			proposals: '[project+document]'
		});
		// At every opening, because Dexie opens what a newer version has left as if it were its own.
		const refuseNewer = (): void => {
			if (Math.floor(this.backendDB().version / NATIVE_PER_VERSION) <= SCHEMA_VERSION) return;
			throw new DOMException('The database was written by a newer version.', 'VersionError');
		};
		this.on('ready', refuseNewer, true);
	}
}
