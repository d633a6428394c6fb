import type { Card } from '../card';
import type { Preset } from '../preset';
import { elapsedDays } from '../learner-day';
import { seededFraction } from '../seeded';
import { dueDayOf } from '../tally';

/** New cards in the preset's order. Chance is by day and card, so that a reload gives the same order. */
export function sortNew(cards: readonly Card[], preset: Preset, today: number): Card[] {
	switch (preset.newOrder) {
		case 'deck':
			return sortBy(cards, (card) => [card.position, card.ordinal]);
		case 'random':
			return sortBy(cards, (card) => [chance(card, today)]);
	}
}

/** Review cards in the preset's order; those that the daily limit cuts off are the last of it. */
export function sortReview(cards: readonly Card[], preset: Preset, today: number): Card[] {
	switch (preset.reviewOrder) {
		case 'due':
			return sortBy(cards, (card) => [dueDayOf(card), card.position, card.ordinal]);
		case 'due-random':
			return sortBy(cards, (card) => [dueDayOf(card), chance(card, today)]);
		case 'retrievability-ascending':
			return sortBy(cards, (card) => [-faded(card, today), chance(card, today)]);
		case 'retrievability-descending':
			return sortBy(cards, (card) => [faded(card, today), chance(card, today)]);
		case 'random':
			return sortBy(cards, (card) => [chance(card, today)]);
	}
}

/** The same all day for a card, so that a reload gives the same order. */
export const chance = ({ id }: Pick<Card, 'id'>, today: number): number => seededFraction(`${today}/${id}`);

/**
 * Elapsed days in units of stability. Retrievability falls as this grows, whatever the weights of the curve are, so cards
 * of one preset can be put in its order without them.
 */
function faded({ schedule, lastReview }: Card, today: number): number {
	if (schedule.phase === 'new' || lastReview === null) return 0;
	return elapsedDays(lastReview.day, today) / schedule.memory.stability;
}

/** Sorted by numbers computed once per card; what is left equal goes by id. */
function sortBy(cards: readonly Card[], keysOf: (card: Card) => readonly number[]): Card[] {
	const keyed = cards.map((card) => ({ card, keys: keysOf(card) }));
	keyed.sort((a, b) => {
		for (let i = 0; i < a.keys.length; i++) {
			const difference = (a.keys[i] ?? 0) - (b.keys[i] ?? 0);
			if (difference !== 0) return difference;
		}
		return a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0;
	});
	return keyed.map(({ card }) => card);
}
