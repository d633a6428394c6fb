import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/lib/domain/card';
import { deckId } from '../../src/lib/domain/ids';
import { buildQueue } from '../../src/lib/domain/queue/build';
import { limitsLeft } from '../../src/lib/domain/queue/limit';
import { writeCards } from '../../src/lib/storage/card-writes';
import { gather } from '../../src/lib/storage/gather';
import { freshDatabase } from '../support/database';
import { DAY_ENDS, NOON, TODAY } from '../support/example-card';
import { collections, presets } from './arbitrary-card';

const DECKS = [deckId('deck'), deckId('deck', 'one'), deckId('deck', 'two')];

/** Notes over three subdecks. A review buried by hand stands in the index on the day it came back, so it is left out. */
const spread = (cards: readonly Card[]): Card[] =>
	cards.map((card) => ({
		...card,
		deck: DECKS[Math.floor(card.position) % DECKS.length] ?? deckId('deck'),
		buriedUntil: card.schedule.phase === 'review' ? { value: 0, stamp: null } : card.buriedUntil
	}));

describe('gathering', () => {
	it('gives the same queue as the whole deck would', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					cards: collections.map(spread),
					preset: presets,
					tight: fc.boolean(),
					introduced: fc.nat(3),
					reviewed: fc.nat(3)
				}),
				async ({ cards, preset: any, tight, introduced, reviewed }) => {
					const preset = tight ? { ...any, newPerDay: any.newPerDay % 6, reviewsPerDay: any.reviewsPerDay % 12 } : any;
					const db = freshDatabase();
					await writeCards(
						db,
						cards.map((after) => ({ before: null, after }))
					);
					const left = limitsLeft(preset, { introduced, reviewed });
					const gathered = await gather(db, DECKS, { today: TODAY, dayEnds: DAY_ENDS }, preset, left);
					const seen = cards.filter((card) => card.lastReview?.day === TODAY).map((card) => card.note);
					const queueOf = (from: readonly Card[]) =>
						buildQueue({
							cards: from,
							preset,
							today: TODAY,
							now: NOON,
							dayEnds: DAY_ENDS,
							introducedToday: introduced,
							reviewedToday: reviewed,
							notesSeenToday: gathered.notesSeen
						});
					expect(gathered.notesSeen).toEqual(new Set(seen));
					expect(queueOf(gathered.cards)).toEqual(queueOf(cards));
					db.close();
				}
			),
			{ numRuns: 150 }
		);
	}, 60_000);
});
