import type { Card, Register } from './card';
import type { EventOf, LogEvent, PresetRef, Stamp } from './event';
import type { CardId, DeckId } from './ids';
import type { Preset } from './preset';
import { unset } from './card';
import { byStamp, byTime } from './event';
import { noteOf, ordinalOf } from './ids';
import { review } from './schedule';
import { addDaily, dailyOf, type Daily } from './daily';

/** Events that change cards. */
export type CardEvent = EventOf<'review' | 'suspend' | 'bury' | 'flag'>;

export function isCardEvent(event: LogEvent): event is CardEvent {
	return event.kind === 'review' || event.kind === 'suspend' || event.kind === 'bury' || event.kind === 'flag';
}

export function cardsOfEvent(event: CardEvent): readonly CardId[] {
	return event.kind === 'suspend' || event.kind === 'bury' ? event.cards : [event.card];
}

export type PresetLookup = (ref: PresetRef) => Preset;

/** A card of which the log says nothing yet. */
export function blankCard(id: CardId, deck: DeckId, position: number): Card {
	return {
		id,
		note: noteOf(id),
		deck,
		ordinal: ordinalOf(id),
		position,
		schedule: { phase: 'new' },
		lastReview: null,
		reps: 0,
		lapses: 0,
		leech: false,
		suspended: unset(false),
		buriedUntil: unset(0),
		flag: unset(null)
	};
}

/** The same learning state on another place in a deck. */
export function placeCard(card: Card, deck: DeckId, position: number): Card {
	return card.deck === deck && card.position === position ? card : { ...card, deck, position };
}

/**
 * One event on one card. Reviews must come in `byTime` order (`comesAfter` tells); the other kinds are last-writer-wins
 * registers and may come in any order.
 */
export function step(card: Card, event: CardEvent, presetOf: PresetLookup): Card {
	switch (event.kind) {
		case 'review':
			return review(card, event, presetOf(event.preset));
		case 'suspend':
			return { ...card, suspended: later(card.suspended, event.suspended, event) };
		case 'bury':
			return { ...card, buriedUntil: later(card.buriedUntil, event.until, event) };
		case 'flag':
			return { ...card, flag: later(card.flag, event.flag, event) };
	}
}

/** Whether a review may be folded onto the card as it stands, or the card must be folded anew from its events. */
export function comesAfter(event: EventOf<'review'>, card: Card): boolean {
	return card.lastReview === null || byTime(event, card.lastReview) > 0;
}

export function later<T>(register: Register<T>, value: T, by: Stamp): Register<T> {
	if (register.stamp !== null && byStamp(by, register.stamp) <= 0) return register;
	return { value, stamp: { lamport: by.lamport, id: by.id } };
}

export interface FoldedCard {
	readonly card: Card;
	/** What the card's reviews add to each learner's day. */
	readonly days: ReadonlyMap<number, Daily>;
}

/**
 * A card from all its events: the definition that every faster path must agree with.
 * @param blank the card without history
 * @param events its events in any order, none of them undone
 */
export function foldCard(blank: Card, events: readonly CardEvent[], presetOf: PresetLookup): FoldedCard {
	let card = blank;
	const days = new Map<number, Daily>();
	for (const event of [...events].sort(byTime)) {
		if (event.kind === 'review') {
			days.set(event.day, addDaily(days.get(event.day), dailyOf(card, event)));
		}
		card = step(card, event, presetOf);
	}
	return { card, days };
}
