import { Dexie, type PromiseExtended } from 'dexie';
import type { Daily } from '../domain/daily';
import type { DeckId, NoteId } from '../domain/ids';
import type { DeckSummary } from '../domain/library';
import type { Topic } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { admitted, limitsLeft, type Limits } from '../domain/queue/limit';
import { decksUnder, presetOf, type PresetInForce } from './preset-in-force';
import { addCounts, availableOn, dailyOn, NO_COUNTS, notesSeenOn, type Available, type Counts } from './queries';
import { inOneRead } from './reading';
import { countApart } from './siblings-apart';

/** A deck as the lists show it: what there is to do today, within the day's limits. */
export interface DeckOverview {
	readonly summary: DeckSummary;
	readonly preset: PresetInForce;
	readonly today: Daily;
	/** What the queue holds: within the limits that remain today, siblings buried. */
	readonly counts: Counts;
	/** All that could be shown today if there were no limits and no siblings. */
	readonly available: Counts;
	readonly topics: readonly TopicStock[];
}

export interface TopicStock {
	readonly topic: Topic;
	readonly deck: DeckId;
	readonly available: Counts;
}

/** A deck as its own page shows it. */
export interface DeckInFull extends DeckOverview {
	readonly topics: readonly TopicOverview[];
}

export interface TopicOverview extends TopicStock {
	/** What the queue holds when the topic is studied alone. */
	readonly counts: Counts;
}

// Step after step is chained on Dexie's own promises. It tells by them that what is asked next belongs to the transaction,
// and to what a live query watches; after an await of several functions at once it may not know any more.

/** @param dayEnds Unix ms at which the learner's day `today` is over */
export async function deckOverviews(db: ReciteDatabase, today: number, dayEnds: number): Promise<DeckOverview[]> {
	return inOneRead(db, () =>
		db.decks
			.toArray()
			.then((summaries) => Dexie.Promise.all(summaries.map((summary) => stockOf(db, summary, today, dayEnds))))
			.then((stocks) =>
				Dexie.Promise.all(
					stocks.map((stock) =>
						countsOf(db, stock, [...stock.available.keys()]).then((counts) => ({ ...stock.overview, counts }))
					)
				)
			)
	);
}

export async function deckOverview(
	db: ReciteDatabase,
	root: DeckId,
	today: number,
	dayEnds: number
): Promise<DeckInFull | null> {
	return inOneRead(db, () =>
		db.decks.get(root).then((summary) => (summary === undefined ? null : inFull(db, summary, today, dayEnds)))
	);
}

function inFull(db: ReciteDatabase, summary: DeckSummary, today: number, dayEnds: number): PromiseExtended<DeckInFull> {
	return stockOf(db, summary, today, dayEnds).then((stock) => {
		const { topics: stocks } = stock.overview;
		const wanted = [[...stock.available.keys()], ...stocks.map(({ deck }) => [deck])];
		return Dexie.Promise.all(wanted.map((decks) => countsOf(db, stock, decks))).then(([counts, ...perTopic]) => ({
			...stock.overview,
			counts: counts ?? NO_COUNTS,
			topics: stocks.map((topic, i) => ({ ...topic, counts: perTopic[i] ?? NO_COUNTS }))
		}));
	});
}

/** What there is in a deck, and what today's queue lets in of it. */
interface Stock {
	readonly overview: Omit<DeckOverview, 'counts'>;
	readonly day: number;
	readonly left: Limits;
	readonly available: ReadonlyMap<DeckId, Available>;
}

function stockOf(db: ReciteDatabase, summary: DeckSummary, day: number, dayEnds: number): PromiseExtended<Stock> {
	const decks = decksUnder(summary);
	const found = Dexie.Promise.all(decks.map((deck) => availableOn(db, deck, day, dayEnds)));
	return Dexie.Promise.all([presetOf(db, summary), dailyOn(db, summary.id, day), found]).then(([preset, today, all]) =>
		stockFrom(summary, day, preset, today, all)
	);
}

function stockFrom(
	summary: DeckSummary,
	day: number,
	preset: PresetInForce,
	today: Daily,
	found: readonly Available[]
): Stock {
	const available = new Map(found.map((each) => [each.deck, each]));
	const [, ...topicDecks] = decksUnder(summary);
	return {
		overview: {
			summary,
			preset,
			today,
			available: found.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS),
			topics: summary.topics.flatMap((topic, i) => {
				const of = available.get(topicDecks[i] ?? summary.id);
				return of === undefined ? [] : [{ topic, deck: of.deck, available: of.counts }];
			})
		},
		day,
		left: limitsLeft(preset.values, today),
		available
	};
}

/** What a queue of these subdecks holds. */
function countsOf(
	db: ReciteDatabase,
	{ overview, day, left, available }: Stock,
	decks: readonly DeckId[]
): PromiseExtended<Counts> {
	const parts = decks.flatMap((deck) => available.get(deck) ?? []);
	const all = parts.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS);
	if (!overview.preset.values.burySiblings || all.new + all.review === 0)
		return Dexie.Promise.resolve(within(all, left));
	return notesSeenOn(db, day)
		.then((seen) => {
			const taken = new Set<NoteId>(seen);
			for (const { learning } of parts) for (const note of learning) taken.add(note);
			return countApart(db, parts, day, left, taken);
		})
		.then((apart) => within({ ...all, ...apart }, left));
}

function within(counts: Counts, limits: Limits): Counts {
	return { ...admitted(counts, limits), learning: counts.learning };
}
