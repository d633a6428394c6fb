import { CARD_LINTS } from '../../deck-format/lint/card-lints';
import { findingsOf } from '../../deck-format/lint/findings';
import { startOf, type Problem } from '../../deck-format/problem';
import type { Draft } from '../../deck-format/read-deck';
import type { Evidence, Pack } from '../../domain/pack';
import type { Candidate } from './candidate';

export interface About {
	readonly id: string;
	readonly title: string;
	readonly evidence: readonly Evidence[];
	readonly text: string;
}

/**
 * What the lints of the deck format say of each candidate, by note id. Those that concern a deck as a whole, or what a
 * generator leaves to the instructor, are not asked.
 */
export function lintCandidates(
	candidates: readonly Candidate[],
	about: About,
	acronyms: Readonly<Record<string, string>>
): Map<string, Problem[]> {
	const pack: Pack = {
		format: 1,
		deck: 'draft',
		title: about.title,
		description: '',
		authors: [],
		licence: '',
		language: 'en',
		version: '0.0.0',
		topics: [{ id: 'draft', title: about.title, description: '', colour: 'slate' }],
		documents: [
			{
				id: about.id,
				title: about.title,
				publisher: '',
				published: 'undated',
				evidence: about.evidence,
				limits: '',
				sha256: '',
				text: about.text,
				blocks: [],
				statements: []
			}
		],
		notes: candidates.map((candidate) => candidate.note),
		drawings: {},
		media: {}
	};
	const place = startOf('draft');
	const draft: Draft = {
		pack,
		acronyms,
		terms: [],
		waived: new Map(),
		placeOf: () => place,
		placeInDocument: () => place
	};
	const found = new Map<string, Problem[]>();
	for (const problem of findingsOf(CARD_LINTS, draft)) {
		if (problem.note === undefined) continue;
		found.set(problem.note, [...(found.get(problem.note) ?? []), problem]);
	}
	return found;
}
