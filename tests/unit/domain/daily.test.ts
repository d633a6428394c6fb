import { describe, expect, it } from 'vitest';
import type { EventOf, Rating } from '../../../src/lib/domain/event';
import type { CardId, DeviceId, EventId } from '../../../src/lib/domain/ids';
import { addDaily, dailyOf, EMPTY_DAILY } from '../../../src/lib/domain/daily';
import { learningCard, newCard, NOON, reviewCard, TODAY } from '../../support/example-card';

const graded = (rating: Rating): EventOf<'review'> => ({
	v: 1,
	id: 'event' as EventId,
	device: 'device' as DeviceId,
	lamport: 2,
	at: NOON,
	tz: 'UTC',
	kind: 'review',
	card: 'deck:note#0' as CardId,
	rating,
	day: TODAY,
	took: 900,
	preset: 'default/1'
});

describe('a review adds to its day', () => {
	it('as recalled when a card in review was not graded Again', () => {
		const of = (rating: Rating) => dailyOf(reviewCard(newCard()), graded(rating));
		expect(of(1)).toEqual({ ...EMPTY_DAILY, reviews: 1, again: 1, reviewed: 1, recalled: 0, took: 900 });
		expect(of(2)).toEqual({ ...EMPTY_DAILY, reviews: 1, hard: 1, reviewed: 1, recalled: 1, took: 900 });
		expect(of(4)).toEqual({ ...EMPTY_DAILY, reviews: 1, easy: 1, reviewed: 1, recalled: 1, took: 900 });
	});

	it('as introduced when the card was new, and as neither when it was among its steps', () => {
		expect(dailyOf(newCard(), graded(3))).toEqual({ ...EMPTY_DAILY, reviews: 1, good: 1, introduced: 1, took: 900 });
		expect(dailyOf(learningCard(newCard(), NOON), graded(3))).toEqual({
			...EMPTY_DAILY,
			reviews: 1,
			good: 1,
			took: 900
		});
	});

	it('and an undo takes it away again', () => {
		const one = dailyOf(newCard(), graded(3));
		const two = addDaily(one, dailyOf(reviewCard(newCard()), graded(1)));
		expect(addDaily(two, one, -1)).toEqual(dailyOf(reviewCard(newCard()), graded(1)));
	});
});
