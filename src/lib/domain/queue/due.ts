import type { Card } from '../card';
import { isStepDay } from '../steps';

/**
 * Whether the card may be shown now. Says nothing of suspension or burying.
 * A learning step of a day or more is over when its day begins, not at the minute.
 * @param now Unix ms
 * @param today the learner's day
 */
export function isDue(card: Card, now: number, today: number): boolean {
	switch (card.schedule.phase) {
		case 'new':
			return true;
		case 'review':
			return card.schedule.dueDay <= today;
		case 'learning':
		case 'relearning':
			return card.schedule.dueAt <= now || isStepDay(today, card.schedule.dueAt, card.lastReview);
	}
}
