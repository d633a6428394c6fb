import type { Span } from '../../domain/text/sentences';
import type { Note } from '../../domain/note';
import type { Claim } from '../claims/claim';

/** A proposed note with what it rests on. Nothing of it is scheduled until a person has accepted it. */
export interface Candidate {
	readonly note: Note;
	readonly claim: Claim;
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
