import type { CardId, DeckId, DeviceId, EventId, NoteId, PackId, PresetId } from './ids';
import type { Preset } from './preset';

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;

/** Names the preset a review was scheduled under: the built-in one, or the `preset.put` event that wrote it. */
export type PresetRef = 'default/1' | EventId;

/**
 * One thing a person did. Events are never changed and never removed; an undo is an event that names another.
 */
export type EventBody =
	| {
			readonly kind: 'review';
			readonly card: CardId;
			readonly rating: Rating;
			/**
			 * The learner's day (see `learner-day.ts`) on which it happened, by the zone and rollover hour then in force.
			 * Kept as a fact, so that replay does not depend on zone data or on later settings.
			 */
			readonly day: number;
			/** Time from showing the card to grading it, in ms, capped at 60 s. */
			readonly took: number;
			readonly preset: PresetRef;
	  }
	| { readonly kind: 'undo'; readonly event: EventId }
	| { readonly kind: 'suspend'; readonly cards: readonly CardId[]; readonly suspended: boolean }
	/** Hidden until the learner's day `until` begins; `until: 0` brings the cards back. */
	| { readonly kind: 'bury'; readonly cards: readonly CardId[]; readonly until: number }
	/** A mark for the author or oneself, with words; `flag: null` takes it off. */
	| { readonly kind: 'flag'; readonly card: CardId; readonly flag: { readonly note: string } | null }
	/**
	 * An own note, or a personal edit of a pack's note: a map from field name to its new value; null for what its pack says.
	 */
	| { readonly kind: 'note.put'; readonly note: NoteId; readonly fields: Readonly<Record<string, unknown>> }
	| { readonly kind: 'note.delete'; readonly note: NoteId; readonly deleted: boolean }
	/** What a learner sets on a deck. A field that is absent stays as it was. */
	| {
			readonly kind: 'deck.put';
			readonly deck: DeckId;
			readonly fields: {
				readonly title?: string;
				readonly preset?: PresetId | null;
				/** Where newer versions are looked for; null for nowhere. */
				readonly address?: string | null;
			};
	  }
	/** From now on the deck shows this pack's content; null: the deck is taken off the shelf, its history stays. */
	| { readonly kind: 'deck.subscribe'; readonly deck: DeckId; readonly pack: PackId | null }
	/** Always the whole preset, so that a review can name the event and nothing else is needed to replay it. */
	| { readonly kind: 'preset.put'; readonly preset: PresetId; readonly values: Preset }
	| { readonly kind: 'setting.put'; readonly name: string; readonly value: unknown };

export interface EventHead {
	/** Version of the event format. */
	readonly v: 1;
	readonly id: EventId;
	readonly device: DeviceId;
	/** Lamport clock: greater than that of every event known to the device when it was written. */
	readonly lamport: number;
	/** Unix time in ms, as the device's clock had it. */
	readonly at: number;
	/** IANA zone of the device then. */
	readonly tz: string;
}

export type LogEvent = EventHead & EventBody;
export type EventKind = EventBody['kind'];
export type EventOf<K extends EventKind> = EventHead & Extract<EventBody, { kind: K }>;

/** Order in which reviews are replayed: by the clock; within a millisecond by Lamport clock, then by id. */
export function byTime(
	a: Pick<EventHead, 'at' | 'lamport' | 'id'>,
	b: Pick<EventHead, 'at' | 'lamport' | 'id'>
): number {
	return a.at - b.at || byStamp(a, b);
}

/** When a value was written, for last-writer-wins: by Lamport clock, ties by id. */
export interface Stamp {
	readonly lamport: number;
	readonly id: EventId;
}

export function byStamp(a: Stamp, b: Stamp): number {
	return a.lamport - b.lamport || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
