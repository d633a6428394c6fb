import type { Decision } from '../../../authoring/project';

/** How a candidate stands in the review. */
export type CandidateState = 'open' | Decision['is'];
export const CANDIDATE_STATES = ['open', 'accepted', 'rejected', 'skipped'] as const satisfies CandidateState[];

export const STATE_LABELS: Readonly<Record<CandidateState, string>> = {
	open: 'Open',
	accepted: 'Accepted',
	rejected: 'Rejected',
	skipped: 'Skipped'
};

/** What the review goes through: the candidates of one state, or all. */
export type ReviewFilter = CandidateState | 'all';
