import type { PresetRef } from '../domain/event';
import type { DeckId } from '../domain/ids';
import type { DeckSummary } from '../domain/library';
import type { Topic } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import type { Daily } from '../domain/daily';
import { deckId } from '../domain/ids';
import { DEFAULT_PRESET, type Preset } from '../domain/preset';
import { admitted, limitsLeft, type Limits } from '../domain/queue/limit';
import { availableCounts, dailyOn, type Counts } from './queries';

export interface PresetInForce {
	readonly values: Preset;
	/** What a review is to name. */
	readonly ref: PresetRef;
}

/** A deck as the lists show it: what there is to do today, within the day's limits. */
export interface DeckOverview {
	readonly summary: DeckSummary;
	readonly preset: PresetInForce;
	readonly today: Daily;
	/** Within the limits that remain today. Siblings to be buried are counted still, so this is "up to". */
	readonly counts: Counts;
	/** All that could be shown today if there were no limits. */
	readonly available: Counts;
	readonly topics: readonly TopicOverview[];
}

export interface TopicOverview {
	readonly topic: Topic;
	readonly deck: DeckId;
	readonly counts: Counts;
	readonly available: Counts;
}

/** @param dayEnds Unix ms at which the learner's day `today` is over */
export async function deckOverviews(db: ReciteDatabase, today: number, dayEnds: number): Promise<DeckOverview[]> {
	const summaries = await db.decks.toArray();
	return Promise.all(summaries.map((summary) => overviewOf(db, summary, today, dayEnds)));
}

export async function deckOverview(
	db: ReciteDatabase,
	root: DeckId,
	today: number,
	dayEnds: number
): Promise<DeckOverview | null> {
	const summary = await db.decks.get(root);
	return summary ? overviewOf(db, summary, today, dayEnds) : null;
}

async function overviewOf(
	db: ReciteDatabase,
	summary: DeckSummary,
	day: number,
	dayEnds: number
): Promise<DeckOverview> {
	const [preset, today, loose, ...perTopic] = await Promise.all([
		presetOf(db, summary),
		dailyOn(db, summary.id, day),
		availableCounts(db, summary.id, day, dayEnds),
		...summary.topics.map((topic) => availableCounts(db, deckId(summary.id, topic.id), day, dayEnds))
	]);
	const left = limitsLeft(preset.values, today);
	const all = perTopic.reduce(addCounts, loose);
	return {
		summary,
		preset,
		today,
		counts: within(all, left),
		available: all,
		topics: summary.topics.map((topic, i) => ({
			topic,
			deck: deckId(summary.id, topic.id),
			counts: within(perTopic[i] ?? NONE, left),
			available: perTopic[i] ?? NONE
		}))
	};
}

/** All subdecks of a deck, itself first: a root deck holds the notes that belong to no topic. */
export function decksUnder(summary: DeckSummary): DeckId[] {
	return [summary.id, ...summary.topics.map((topic) => deckId(summary.id, topic.id))];
}

export async function presetOf(db: ReciteDatabase, summary: Pick<DeckSummary, 'preset'>): Promise<PresetInForce> {
	const stored = summary.preset === null ? undefined : await db.presets.get(summary.preset);
	if (!stored?.values.stamp) return { values: DEFAULT_PRESET, ref: 'default/1' };
	return { values: stored.values.value, ref: stored.values.stamp.id };
}

const NONE: Counts = { new: 0, learning: 0, review: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
	return { new: a.new + b.new, learning: a.learning + b.learning, review: a.review + b.review };
}

function within(counts: Counts, limits: Limits): Counts {
	return { ...admitted(counts, limits), learning: counts.learning };
}
