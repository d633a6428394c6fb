/**
 * Branded identifiers. A brand costs nothing at run time and stops a card id from being passed where a note id is
 * wanted. The functions here are the only places where ids are put together or taken apart.
 */

type Brand<Name extends string> = string & { readonly __brand: Name };

/** `ketamine` for the root of a pack, `ketamine/mechanisms` for the subdeck of one topic. */
export type DeckId = Brand<'DeckId'>;
/** `ketamine:nmda-block`: root deck, colon, the id that the deck source gives. Does not depend on the note's text. */
export type NoteId = Brand<'NoteId'>;
/** `ketamine:nmda-block#0`: note id, hash, ordinal. */
export type CardId = Brand<'CardId'>;
/** Lower-case hexadecimal SHA-256 of a pack's canonical JSON. */
export type PackId = Brand<'PackId'>;
/** A ULID: sorts by the millisecond in which it was made. */
export type EventId = Brand<'EventId'>;
/** A ULID made once per database. */
export type DeviceId = Brand<'DeviceId'>;
export type PresetId = Brand<'PresetId'>;

export const deckId = (root: string, topic?: string): DeckId =>
	(topic === undefined ? root : `${root}/${topic}`) as DeckId;

export const noteId = (root: string, local: string): NoteId => `${root}:${local}` as NoteId;

export const cardId = (note: NoteId, ordinal: number): CardId => `${note}#${ordinal}` as CardId;

/** The root deck that a deck, note or card belongs to. */
export function rootOf(id: DeckId | NoteId | CardId): DeckId {
	return id.split(/[:/]/, 1)[0] as DeckId;
}

export const noteOf = (card: CardId): NoteId => card.slice(0, card.lastIndexOf('#')) as NoteId;

export const ordinalOf = (card: CardId): number => Number(card.slice(card.lastIndexOf('#') + 1));

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID (https://github.com/ulid/spec): 10 characters of time, 16 of randomness, both in Crockford's base 32.
 * @param ms Unix time in milliseconds
 * @param random 16 bytes, of which the lower five bits each are used
 */
export function ulid(ms: number, random: Uint8Array): string {
	let time = '';
	for (let rest = Math.floor(ms), i = 0; i < 10; i++) {
		time = CROCKFORD.charAt(rest % 32) + time;
		rest = Math.floor(rest / 32);
	}
	let tail = '';
	for (let i = 0; i < 16; i++) tail += CROCKFORD.charAt((random[i] ?? 0) & 31);
	return time + tail;
}

/** The millisecond that a ULID was made in. Of any other text some number, the same each time. */
export function ulidTime(id: string): number {
	let ms = 0;
	for (const digit of id.slice(0, 10)) ms = ms * 32 + Math.max(0, CROCKFORD.indexOf(digit));
	return ms;
}
