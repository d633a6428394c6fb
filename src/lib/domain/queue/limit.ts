import type { Daily } from '../daily';
import type { Preset } from '../preset';

export interface Limits {
	/** New cards still to come today, before what the reviews leave room for. */
	readonly new: number;
	readonly review: number;
}

/** What a preset still allows today, given what has been done. New cards done count towards the reviews, see `admitted`. */
export function limitsLeft(
	preset: Pick<Preset, 'newPerDay' | 'reviewsPerDay'>,
	done: Pick<Daily, 'introduced' | 'reviewed'>
): Limits {
	return {
		new: Math.max(0, preset.newPerDay - done.introduced),
		review: Math.max(0, preset.reviewsPerDay - done.reviewed - done.introduced)
	};
}

/**
 * How many of the cards at hand the limits let in. As in Anki, new cards take only the room that reviews leave below the
 * review limit: whoever is behind with reviews gets no new cards, because every new card means more reviews.
 */
export function admitted(available: Limits, left: Limits): Limits {
	const review = Math.min(available.review, left.review);
	return { review, new: Math.min(available.new, left.new, left.review - review) };
}
