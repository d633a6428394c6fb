import type { Alignment } from './alignment';
import { factChanges } from './fact-changes';
import type { ProposedNote } from './project';

/**
 * Which candidates of a newer text were proposed from the older one: those of the same id, and those that state the same
 * claim by the same pattern where the older one's sentence stands now, with the same figures, names and hedges.
 * @returns ids of the older ones by ids of the newer; each of either once
 */
export function knownCandidates(
	older: readonly ProposedNote[],
	newer: readonly ProposedNote[],
	alignment: Alignment
): Map<string, string> {
	const ids = new Set(newer.map(({ note }) => note.id));
	const known = new Map(older.flatMap(({ note: { id } }) => (ids.has(id) ? [[id, id] as const] : [])));
	for (const was of older) {
		if (known.has(was.note.id)) continue;
		const twin = newer.find(
			(now) => !known.has(now.note.id) && isSameClaim(was, now) && saysTheSame(was, now, alignment)
		);
		if (twin !== undefined) known.set(twin.note.id, was.note.id);
	}
	return known;
}

const isSameClaim = (was: ProposedNote, now: ProposedNote): boolean =>
	was.key !== '' && was.key === now.key && was.pattern === now.pattern && was.note.kind === now.note.kind;

/** The newer one stands where the sentence of the older one stands now, and that says no other fact. */
function saysTheSame(was: ProposedNote, now: ProposedNote, { before, after, places }: Alignment): boolean {
	return before.some(({ start, end, words }, i) => {
		const place = places[i] ?? null;
		if (place === null || start >= was.claim.sentence.end || was.claim.sentence.start >= end) return false;
		if (place.start >= now.claim.sentence.end || now.claim.sentence.start >= place.end) return false;
		const said = after.filter((sentence) => sentence.start < place.end && place.start < sentence.end);
		return factChanges(words, said.map((sentence) => sentence.words).join(' ')).length === 0;
	});
}
