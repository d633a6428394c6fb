import type { Candidate } from './candidate';
import { featuresOf, type Surroundings } from './card-features';
import { BASE, WEIGHTS } from './score-weights';

/**
 * Below this a candidate is proposed only where doubtful ones are asked for. Of cards scored from 0.5 to 0.6 in documents that
 * the weights had not seen, strict readers passed 21 of 42; of 270 above, 198.
 */
export const DOUBTFUL = 0.6;

/** Weights are kept as whole numbers of this part, so that their sum is the same on every machine. */
const PART = 100;

/**
 * How likely a strict reader is to call a card good, 0 to 1, in hundredths: a logistic model over what can be seen of the
 * card (`featuresOf`), its weights estimated from cards that were judged one by one (scripts/train-card-score.ts).
 */
export function scoreOf(candidate: Candidate, around: Surroundings): number {
	let sum = BASE;
	for (const feature of featuresOf(candidate, around)) sum += WEIGHTS[feature] ?? 0;
	return Math.round(100 / (1 + Math.exp(-sum / PART))) / 100;
}
