/** How a deck is scheduled and how its queue is put together. All times in milliseconds unless the name says otherwise. */
export interface Preset {
	readonly name: string;
	/** Probability of recall at which a review falls due, 0.7 to 0.99. */
	readonly desiredRetention: number;
	/** In days. */
	readonly maximumInterval: number;
	/** The 21 FSRS-6 parameters, or null for the defaults of ts-fsrs. */
	readonly weights: readonly number[] | null;
	/** Waits between the first showings of a new card; empty: FSRS decides from the first grade on. */
	readonly learningSteps: readonly number[];
	readonly relearningSteps: readonly number[];
	/** Spread due dates a little, so that cards learnt together do not stay together. Seeded, so replay agrees. */
	readonly fuzz: boolean;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	readonly newOrder: 'deck' | 'random';
	readonly reviewOrder: 'due' | 'due-random' | 'retrievability-ascending' | 'retrievability-descending' | 'random';
	/** Where new cards come among the reviews. */
	readonly newMix: 'mixed' | 'first' | 'last';
	/** Show at most one card of a note per day. */
	readonly burySiblings: boolean;
	/** Lapses at which a card is called a leech; 0 for never. */
	readonly leechThreshold: number;
	readonly leechAction: 'suspend' | 'tag';
}

const MINUTE = 60_000;

/**
 * What a deck has until somebody changes it. Reviews name it as `default/1`, so this object is never edited: other
 * defaults would be `default/2`.
 */
export const DEFAULT_PRESET: Preset = {
	name: 'Default',
	desiredRetention: 0.9,
	maximumInterval: 36_500,
	weights: null,
	learningSteps: [MINUTE, 10 * MINUTE],
	relearningSteps: [10 * MINUTE],
	fuzz: true,
	newPerDay: 20,
	reviewsPerDay: 200,
	newOrder: 'deck',
	reviewOrder: 'due-random',
	newMix: 'mixed',
	burySiblings: true,
	leechThreshold: 8,
	leechAction: 'suspend'
};
