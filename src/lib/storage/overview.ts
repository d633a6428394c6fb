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

/** @param dayEnds Unix ms at which the learner's day `today` is over */
export async function deckOverviews(db: ReciteDatabase, today: number, dayEnds: number): Promise<DeckOverview[]> {
	return inOneRead(db, async () => {
		const summaries = await db.decks.toArray();
		return Promise.all(
			summaries.map(async (summary) => {
				const stock = await stockOf(db, summary, today, dayEnds);
				return { ...stock.overview, counts: await countsOf(db, stock, [...stock.available.keys()]) };
			})
		);
	});
}

export async function deckOverview(
	db: ReciteDatabase,
	root: DeckId,
	today: number,
	dayEnds: number
): Promise<DeckInFull | null> {
	return inOneRead(db, async () => {
		const summary = await db.decks.get(root);
		if (summary === undefined) return null;
		const stock = await stockOf(db, summary, today, dayEnds);
		const [counts, ...perTopic] = await Promise.all([
			countsOf(db, stock, [...stock.available.keys()]),
			...stock.overview.topics.map(({ deck }) => countsOf(db, stock, [deck]))
		]);
		const topics = stock.overview.topics.map((topic, i) => ({ ...topic, counts: perTopic[i] ?? NO_COUNTS }));
		return { ...stock.overview, counts, topics };
	});
}

/** What there is in a deck, and what today's queue lets in of it. */
interface Stock {
	readonly overview: Omit<DeckOverview, 'counts'>;
	readonly day: number;
	readonly left: Limits;
	readonly available: ReadonlyMap<DeckId, Available>;
}

async function stockOf(db: ReciteDatabase, summary: DeckSummary, day: number, dayEnds: number): Promise<Stock> {
	const decks = decksUnder(summary);
	const [preset, today, ...found] = await Promise.all([
		presetOf(db, summary),
		dailyOn(db, summary.id, day),
		...decks.map((deck) => availableOn(db, deck, day, dayEnds))
	]);
	const available = new Map(found.map((each) => [each.deck, each]));
	const [, ...topicDecks] = decks;
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
async function countsOf(
	db: ReciteDatabase,
	{ overview, day, left, available }: Stock,
	decks: readonly DeckId[]
): Promise<Counts> {
	const parts = decks.flatMap((deck) => available.get(deck) ?? []);
	const all = parts.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS);
	if (!overview.preset.values.burySiblings || all.new + all.review === 0) return within(all, left);
	const taken = new Set<NoteId>(await notesSeenOn(db, day));
	for (const { learning } of parts) for (const note of learning) taken.add(note);
	return within({ ...all, ...(await countApart(db, parts, day, left, taken)) }, left);
}

function within(counts: Counts, limits: Limits): Counts {
	return { ...admitted(counts, limits), learning: counts.learning };
}
