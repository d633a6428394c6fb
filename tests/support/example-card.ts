import type { Card, Schedule } from '../../src/lib/domain/card';
import { blankCard } from '../../src/lib/domain/fold';
import { cardId, deckId, noteId, type EventId } from '../../src/lib/domain/ids';

export const TODAY = 20_000;
/** Noon of `TODAY` in UTC. */
export const NOON = TODAY * 86_400_000 + 43_200_000;
/** The end of `TODAY` with a rollover at 4:00 UTC. */
export const DAY_ENDS = (TODAY + 1) * 86_400_000 + 4 * 3_600_000;

const MEMORY = { stability: 10, difficulty: 5 };

export function newCard(note = 'note', ordinal = 0, position = 0): Card {
	return blankCard(cardId(noteId('deck', note), ordinal), deckId('deck'), position);
}

/** A card in review that was last seen `interval` days before it falls due. */
export function reviewCard(card: Card, dueDay = TODAY, interval = 10, stability = interval): Card {
	const schedule: Schedule = { phase: 'review', memory: { ...MEMORY, stability }, interval, dueDay };
	return { ...card, schedule, reps: 3, lastReview: lastReview(dueDay - interval) };
}

export function learningCard(card: Card, dueAt: number, day = TODAY, at = NOON): Card {
	const schedule: Schedule = { phase: 'learning', memory: MEMORY, step: 0, dueAt };
	return { ...card, schedule, reps: 1, lastReview: { ...lastReview(day), at } };
}

function lastReview(day: number): NonNullable<Card['lastReview']> {
	return { at: day * 86_400_000, day, id: 'earlier' as EventId, lamport: 1 };
}
