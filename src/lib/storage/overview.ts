import type { Daily } from '../domain/daily';
import type { DeckId, NoteId } from '../domain/ids';
import type { DeckSummary } from '../domain/library';
import type { Topic } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { admitted, limitsLeft, type Limits } from '../domain/queue/limit';
import { decksUnder, presetOf, type PresetInForce } from './preset-in-force';
import { addCounts, availableOn, dailyOn, NO_COUNTS, notesSeenOn, type Counts } from './queries';
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
	readonly topics: readonly TopicOverview[];
}

export interface TopicOverview {
	readonly topic: Topic;
	readonly deck: DeckId;
	/** What the queue holds when the topic is studied alone. */
	readonly counts: Counts;
	readonly available: Counts;
}

/** @param dayEnds Unix ms at which the learner's day `today` is over */
export async function deckOverviews(db: ReciteDatabase, today: number, dayEnds: number): Promise<DeckOverview[]> {
	return inOneRead(db, async () => {
		const summaries = await db.decks.toArray();
		return Promise.all(summaries.map((summary) => overviewOf(db, summary, today, dayEnds)));
	});
}

export async function deckOverview(
	db: ReciteDatabase,
	root: DeckId,
	today: number,
	dayEnds: number
): Promise<DeckOverview | null> {
	return inOneRead(db, async () => {
		const summary = await db.decks.get(root);
		return summary ? overviewOf(db, summary, today, dayEnds) : null;
	});
}

async function overviewOf(
	db: ReciteDatabase,
	summary: DeckSummary,
	day: number,
	dayEnds: number
): Promise<DeckOverview> {
	const [preset, today] = await Promise.all([presetOf(db, summary), dailyOn(db, summary.id, day)]);
	const left = limitsLeft(preset.values, today);
	const seen = preset.values.burySiblings ? await notesSeenOn(db, day) : null;
	const decks = decksUnder(summary);
	// A note's cards are all in one subdeck, so what siblings bury is counted there and added up.
	const parts = await Promise.all(decks.map((deck) => partOf(db, deck, { day, dayEnds, left, seen })));
	const sum = (which: keyof Part): Counts => parts.map((part) => part[which]).reduce(addCounts, NO_COUNTS);
	return {
		summary,
		preset,
		today,
		counts: within(sum('apart'), left),
		available: sum('available'),
		topics: summary.topics.flatMap((topic, i) => {
			const [deck, part] = [decks[i + 1], parts[i + 1]];
			if (deck === undefined || part === undefined) return [];
			return [{ topic, deck, counts: within(part.apart, left), available: part.available }];
		})
	};
}

interface Part {
	readonly available: Counts;
	/** With siblings buried, as far as the limits let any of them in. */
	readonly apart: Counts;
}

async function partOf(
	db: ReciteDatabase,
	deck: DeckId,
	now: {
		readonly day: number;
		readonly dayEnds: number;
		readonly left: Limits;
		readonly seen: ReadonlySet<NoteId> | null;
	}
): Promise<Part> {
	const { counts: available, learning } = await availableOn(db, deck, now.day, now.dayEnds);
	if (now.seen === null) return { available, apart: available };
	const taken = new Set([...now.seen, ...learning]);
	return { available, apart: await countApart(db, deck, now.day, { available, limits: now.left, taken }) };
}

function within(counts: Counts, limits: Limits): Counts {
	return { ...admitted(counts, limits), learning: counts.learning };
}
