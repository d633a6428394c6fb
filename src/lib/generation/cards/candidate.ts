import type { Span } from '../../domain/text/sentences';
import type { Note } from '../../domain/note';
import type { Claim } from '../claims/claim';

/** A proposed note with what it rests on. Nothing of it is scheduled until a person has accepted it. */
export interface Candidate {
	readonly note: Note;
	readonly claim: Claim;
	/**
	 * What is stated, apart from its wording: the claim's type and, for each slot in the order of its role, the stems of
	 * its content words, sorted. A sentence that is put differently with the same slots has the same key; where a number
	 * changes, the key changes in that slot alone. It names neither document nor place, and several candidates may share
	 * it. Made by `claimKey`.
	 */
	readonly key: string;
	/** Where the answer stands in the canonical text; null where the answer is put together from several places. */
	readonly answer: Span | null;
	/** 0 to 1; the order in which candidates are proposed and, of two alike, which is kept. */
	readonly score: number;
	/** Name of the pattern that found it. */
	readonly pattern: string;
}

/** A stable id from what the note states: document, kind of claim and the words of its slots. FNV-1a, 32 bits. */
export function candidateId(document: string, anchor: string, claim: string): string {
	let hash = 0x811c9dc5;
	for (const character of `${document}\n${anchor}\n${claim}`) {
		hash ^= character.codePointAt(0) ?? 0;
		hash = Math.imul(hash, 0x01000193) >>> 0;
	}
	return hash.toString(36).padStart(7, '0');
}
