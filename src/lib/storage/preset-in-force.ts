import type { PresetRef } from '../domain/event';
import type { DeckId } from '../domain/ids';
import type { DeckSummary } from '../domain/library';
import type { ReciteDatabase } from './schema';
import { deckId } from '../domain/ids';
import { DEFAULT_PRESET, type Preset } from '../domain/preset';

export interface PresetInForce {
	readonly values: Preset;
	/** What a review is to name. */
	readonly ref: PresetRef;
}

export async function presetOf(db: ReciteDatabase, summary: Pick<DeckSummary, 'preset'>): Promise<PresetInForce> {
	const stored = summary.preset === null ? undefined : await db.presets.get(summary.preset);
	if (!stored?.values.stamp) return { values: DEFAULT_PRESET, ref: 'default/1' };
	return { values: stored.values.value, ref: stored.values.stamp.id };
}

/** All subdecks of a deck, itself first: a root deck holds the notes that belong to no topic. */
export function decksUnder(summary: DeckSummary): DeckId[] {
	return [summary.id, ...summary.topics.map((topic) => deckId(summary.id, topic.id))];
}
