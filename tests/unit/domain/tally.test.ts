import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/lib/domain/card';
import { placeOf } from '../../../src/lib/domain/tally';
import { learningCard, newCard, NOON, reviewCard, TODAY } from '../../support/example-card';

const DAY = 86_400_000;
const buried = (card: Card, value: number): Card => ({ ...card, buriedUntil: { value, stamp: null } });
const suspended = (card: Card): Card => ({ ...card, suspended: { value: true, stamp: null } });

describe('the place of a card', () => {
	const cases: [what: string, card: Card, queue: string, day: number][] = [
		['new', newCard(), 'new', 0],
		['new and buried', buried(newCard(), TODAY + 1), 'new', TODAY + 1],
		['due', reviewCard(newCard(), TODAY), 'review', TODAY],
		['due and buried', buried(reviewCard(newCard(), TODAY), TODAY + 1), 'review', TODAY + 1],
		['buried to a day before it is due', buried(reviewCard(newCard(), TODAY + 3), TODAY), 'review', TODAY + 3],
		['on a step of minutes', learningCard(newCard(), NOON + 60_000), 'learning', TODAY],
		['on a step into the night', learningCard(newCard(), NOON + DAY - 1), 'learning', TODAY],
		['on a step of a day', learningCard(newCard(), NOON + DAY), 'learning', TODAY + 1],
		['on a step of two days and a half', learningCard(newCard(), NOON + 2.5 * DAY), 'learning', TODAY + 2],
		['on a step and buried', buried(learningCard(newCard(), NOON + 60_000), TODAY + 1), 'learning', TODAY + 1],
		['suspended', suspended(reviewCard(newCard(), TODAY)), 'suspended', 0]
	];
	it.each(cases)('is known for a card that is %s', (_what, card, queue, day) => {
		expect(placeOf(card)).toEqual({ deck: 'deck', queue, day });
	});
});
