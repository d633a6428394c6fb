import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/lib/domain/card';
import { EMPTY_DAILY } from '../../src/lib/domain/daily';
import { blankCard } from '../../src/lib/domain/fold';
import { cardId, deckId, noteId, type DeckId, type EventId, type PresetId } from '../../src/lib/domain/ids';
import type { DeckSummary } from '../../src/lib/domain/library';
import type { Preset } from '../../src/lib/domain/preset';
import type { Review } from '../../src/lib/domain/schedule';
import { counts } from '../../src/lib/domain/queue/queue';
import { readStudyQueue } from '../../src/lib/state/study-queue';
import { writeCards } from '../../src/lib/storage/card-writes';
import { deckOverview, deckOverviews } from '../../src/lib/storage/overview';
import { addCounts, NO_COUNTS } from '../../src/lib/storage/queries';
import type { ReciteDatabase } from '../../src/lib/storage/schema';
import { freshDatabase } from '../support/database';
import { DAY_ENDS, NOON, TODAY } from '../support/example-card';
import { afterReviews, presets, reviewLists } from './arbitrary-card';

const MOMENT = { at: NOON, tz: 'UTC', day: TODAY };
const ROLLOVER = 4;
const TOPICS = ['one', 'two'];

/** A card of a note that is in one of three subdecks; many siblings, some buried by hand, some suspended. */
const cardsOf = (root: string): fc.Arbitrary<Card[]> =>
	fc.uniqueArray(
		fc
			.record({
				note: fc.nat(11),
				ordinal: fc.nat(4),
				list: fc.oneof(
					{ weight: 2, arbitrary: fc.constant<readonly Review[]>([]) },
					{ weight: 3, arbitrary: reviewLists }
				),
				shift: fc.constantFrom(0, 0, 600),
				buried: fc.constantFrom(0, 0, 0, TODAY - 1, TODAY, TODAY + 1),
				suspended: fc.constantFrom(false, false, false, true)
			})
			.map(({ note, ordinal, list, shift, buried, suspended }) => {
				const place = deckId(root, ['', ...TOPICS][note % 3] ?? '');
				const deck = note % 3 === 0 ? deckId(root) : place;
				const blank = blankCard(cardId(noteId(root, `note-${note}`), ordinal), deck, note + ordinal / 1024);
				// Some histories end today, so that siblings have been seen.
				const end = list.at(-1)?.day ?? TODAY;
				const moved = list.map((event) => ({
					...event,
					day: event.day + (shift === 0 ? 0 : TODAY - end),
					at: event.at + (shift === 0 ? 0 : (TODAY - end) * 86_400_000)
				}));
				return {
					...afterReviews(blank, moved),
					buriedUntil: { value: buried, stamp: null },
					suspended: { value: suspended, stamp: null }
				};
			}),
		{ selector: (card) => card.id, maxLength: 40 }
	);

const tight = fc.record({ newPerDay: fc.nat(6), reviewsPerDay: fc.nat(9) });
const decks = fc.constantFrom('bread', 'wine').chain((root) =>
	fc.record({
		root: fc.constant(root),
		cards: cardsOf(root),
		preset: fc.tuple(presets, fc.option(tight, { nil: {} })).map(([any, limits]): Preset => ({ ...any, ...limits })),
		done: fc.record({ introduced: fc.nat(3), reviewed: fc.nat(3) })
	})
);

async function shelved(
	db: ReciteDatabase,
	{ root, cards, preset, done }: typeof decks extends fc.Arbitrary<infer T> ? T : never
) {
	await writeCards(
		db,
		cards.map((after) => ({ before: null, after }))
	);
	const id = root as DeckId;
	const mine = `deck:${root}` as PresetId;
	const stamp = { id: 'preset' as EventId, lamport: 1 };
	await db.presets.put({ id: mine, values: { value: preset, stamp } });
	await db.daily.put({ ...EMPTY_DAILY, ...done, root: id, day: TODAY });
	const topics = TOPICS.map((topic) => ({ id: topic, title: topic, description: '', colour: 'slate' as const }));
	const summary: Partial<DeckSummary> = { id, title: root, topics, preset: mine };
	await db.decks.put(summary as DeckSummary);
}

describe('what Today announces', () => {
	it('is what the queue of all decks, of each deck and of each topic holds', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(decks, { selector: ({ root }) => root, minLength: 1, maxLength: 2 }),
				async (shelf) => {
					const db = freshDatabase();
					for (const deck of shelf) await shelved(db, deck);
					const offered = async (scope: DeckId | 'all') =>
						counts((await readStudyQueue(db, scope, MOMENT, ROLLOVER)).queue);
					const overviews = await deckOverviews(db, TODAY, DAY_ENDS);
					for (const { summary, counts: announced } of overviews) {
						const here = await deckOverview(db, summary.id, TODAY, DAY_ENDS);
						expect([summary.id, announced]).toEqual([summary.id, await offered(summary.id)]);
						expect(here?.counts).toEqual(announced);
						for (const { deck, counts: said } of here?.topics ?? []) {
							expect([deck, said]).toEqual([deck, await offered(deck)]);
						}
						expect(here?.topics).toHaveLength(TOPICS.length);
					}
					const all = overviews.map((overview) => overview.counts).reduce(addCounts, NO_COUNTS);
					expect(all).toEqual(await offered('all'));
					db.close();
				}
			),
			{ numRuns: 200 }
		);
	}, 120_000);
});
