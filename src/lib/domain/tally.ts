import type { Card } from './card';
import type { DeckId } from './ids';
import { stepDay } from './steps';

/** Where a card is counted and looked for. Suspended cards are in a queue of their own that nothing gathers. */
export type QueueName = 'new' | 'learning' | 'review' | 'suspended';

export interface Place {
	readonly deck: DeckId;
	readonly queue: QueueName;
	/**
	 * The learner's day from which the card can be shown. Burying only moves this day, so a count of what is due needs
	 * no second look at the cards: it is the sum over all days up to today.
	 */
	readonly day: number;
}

export function placeOf(card: Card): Place {
	if (card.suspended.value) return { deck: card.deck, queue: 'suspended', day: 0 };
	const buried = card.buriedUntil.value;
	switch (card.schedule.phase) {
		case 'new':
			return { deck: card.deck, queue: 'new', day: buried };
		case 'learning':
		case 'relearning':
			return {
				deck: card.deck,
				queue: 'learning',
				day: Math.max(buried, stepDay(card.schedule.dueAt, card.lastReview))
			};
		case 'review':
			return { deck: card.deck, queue: 'review', day: Math.max(buried, card.schedule.dueDay) };
	}
}

export const samePlace = (a: Place, b: Place): boolean => a.deck === b.deck && a.queue === b.queue && a.day === b.day;

/** One string per place, to count by. */
export const placeKey = ({ deck, queue, day }: Place): string => `${deck} ${queue} ${day}`;

/** Of a card in review the day on which it falls due; any other owes nothing yet. */
export const dueDayOf = (card: Card): number => (card.schedule.phase === 'review' ? card.schedule.dueDay : 0);
