import fc from 'fast-check';
import type { Card } from '../../src/lib/domain/card';
import type { Rating } from '../../src/lib/domain/event';
import type { EventId } from '../../src/lib/domain/ids';
import { DEFAULT_PRESET, type Preset } from '../../src/lib/domain/preset';
import { review, type Review } from '../../src/lib/domain/schedule';
import histories from '../fixtures/fsrs/histories.json';
import { newCard, TODAY } from '../support/example-card';

const MINUTE = 60_000;
const DAY = 86_400_000;

export const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);

const steps = fc.array(
	fc.integer({ min: 1, max: 2_000 }).map((minutes) => minutes * MINUTE),
	{ maxLength: 4 }
);
const weights = fc.constantFrom<Preset['weights']>(null, ...Object.values(histories.weights));

export const presets: fc.Arbitrary<Preset> = fc.record({
	name: fc.constant('Any'),
	desiredRetention: fc.integer({ min: 70, max: 99 }).map((percent) => percent / 100),
	maximumInterval: fc.constantFrom(1, 2, 30, 365, 36_500),
	weights,
	learningSteps: steps,
	relearningSteps: steps,
	fuzz: fc.boolean(),
	newPerDay: fc.integer({ min: 0, max: 30 }),
	reviewsPerDay: fc.integer({ min: 0, max: 60 }),
	newOrder: fc.constantFrom('deck', 'random'),
	reviewOrder: fc.constantFrom('due', 'due-random', 'retrievability-ascending', 'retrievability-descending', 'random'),
	newMix: fc.constantFrom('mixed', 'first', 'last'),
	burySiblings: fc.boolean(),
	leechThreshold: fc.integer({ min: 0, max: 4 }),
	leechAction: fc.constantFrom('suspend', 'tag')
});

/** Reviews of one card, oldest first; days may stand still or, after a flight west, go back by one. */
export const reviewLists: fc.Arbitrary<readonly Review[]> = fc
	.array(fc.record({ rating: ratings, days: fc.constantFrom(-1, 0, 0, 0, 1, 2, 5, 20, 100) }), { maxLength: 12 })
	.map((list) => {
		let day = TODAY - 600;
		let at = day * DAY;
		return list.map(({ rating, days }, i) => {
			day += days;
			at += Math.max(days * DAY, 10 * MINUTE);
			return { rating, day, at, id: `review-${String(i).padStart(2, '0')}` as EventId, lamport: i + 1 };
		});
	});

export function afterReviews(card: Card, list: readonly Review[], preset: Preset = DEFAULT_PRESET): Card {
	return list.reduce((current, event) => review(current, event, preset), card);
}

/** A card of one of twelve notes with a history of its own; learning cards included. */
export const cards: fc.Arbitrary<Card> = fc
	.record({
		note: fc.nat(11),
		ordinal: fc.nat(3),
		list: reviewLists,
		buried: fc.constantFrom(0, 0, 0, TODAY, TODAY + 1)
	})
	.map(({ note, ordinal, list, buried }) => {
		const card = afterReviews(newCard(`note-${note}`, ordinal, note + ordinal / 1024), list);
		return { ...card, buriedUntil: { value: buried, stamp: null } };
	});

/** Cards with ids of their own. */
export const collections: fc.Arbitrary<Card[]> = fc.uniqueArray(cards, {
	selector: (card) => card.id,
	maxLength: 40
});
