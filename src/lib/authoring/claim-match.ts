import type { Note } from '../domain/note';
import type { Span } from '../domain/text/sentences';
import { backOf, frontOf } from './note-draft';
import type { ProposedNote } from './project';
import { likeness, wordCounts } from './text-likeness';

/** A note with the sentences of the newer text that it rests on, and the candidate it was made from, if that is known. */
export interface Claimed {
	readonly note: Note;
	readonly places: readonly Span[];
	readonly was: ProposedNote | null;
}

export interface Match {
	/** The candidate that makes the same claim now. */
	readonly best: ProposedNote | null;
	/** Ids of all candidates that need not be proposed beside the note. */
	readonly covers: readonly string[];
}

interface Texts {
	/** The older text, to which the spans of the notes' own candidates refer. */
	readonly text: string;
	readonly newText: string;
	readonly candidates: readonly ProposedNote[];
}

/** Enough of a claim's type, slots and pattern are the same. */
const SAME_CLAIM = 0.55;
/** Asks and answers nearly the same: no second card of it is wanted. */
const SAME_CARD = 0.75;

/**
 * For each note the candidate of the newer text that stands at the same place and makes the same claim: of the same type,
 * with the same slots filled alike. Wording counts only for notes that were not made from a candidate. A candidate is
 * matched to one note.
 */
export function matchCandidates(notes: readonly Claimed[], texts: Texts): Match[] {
	const near = notes.map(({ places }) => texts.candidates.filter((each) => isAt(each, places)));
	const pairs = notes.flatMap((each, i) =>
		(near[i] ?? []).map((candidate) => ({ i, candidate, score: claimLikeness(each, candidate, texts) }))
	);
	pairs.sort((a, b) => b.score - a.score || a.i - b.i);
	const best: (ProposedNote | null)[] = notes.map(() => null);
	const taken = new Set<string>();
	for (const { i, candidate, score } of pairs) {
		if (score < SAME_CLAIM || best[i] !== null || taken.has(candidate.note.id)) continue;
		best[i] = candidate;
		taken.add(candidate.note.id);
	}
	return notes.map(({ note }, i) => {
		const own = best[i] ?? null;
		const same = (near[i] ?? []).filter((each) => cardLikeness(note, each.note) >= SAME_CARD);
		return { best: own, covers: [...new Set([...(own === null ? [] : [own]), ...same].map((each) => each.note.id))] };
	});
}

const isAt = ({ claim }: ProposedNote, places: readonly Span[]): boolean =>
	places.some(({ start, end }) => claim.sentence.start < end && start < claim.sentence.end);

function claimLikeness({ note, was }: Claimed, candidate: ProposedNote, { text, newText }: Texts): number {
	if (was === null) return cardLikeness(note, candidate.note);
	if (was.note.id === candidate.note.id) return 2;
	const type = was.claim.type === candidate.claim.type ? 0.2 : 0;
	const pattern = was.pattern === candidate.pattern ? 0.25 : 0;
	const kind = was.note.kind === candidate.note.kind ? 0.1 : 0;
	return type + pattern + kind + 0.45 * slotLikeness(was, text, candidate, newText);
}

/** Mean over all roles that either claim fills: half for the role, the rest for its words. */
function slotLikeness(was: ProposedNote, text: string, now: ProposedNote, newText: string): number {
	const old = slotTexts(was, text);
	const fresh = slotTexts(now, newText);
	const roles = new Set([...old.keys(), ...fresh.keys()]);
	if (roles.size === 0) return 1;
	let sum = 0;
	for (const role of roles) {
		const [a, b] = [old.get(role), fresh.get(role)];
		if (a !== undefined && b !== undefined) sum += 0.5 + 0.5 * likeness(wordCounts(a), wordCounts(b));
	}
	return sum / roles.size;
}

function slotTexts({ claim }: ProposedNote, text: string): Map<string, string> {
	const texts = new Map<string, string>();
	for (const { role, start, end } of claim.slots) {
		texts.set(role, `${texts.get(role) ?? ''} ${text.slice(start, end)}`.trim());
	}
	return texts;
}

/** How alike two notes are in what they ask and answer, 0 to 1. */
function cardLikeness(a: Note, b: Note): number {
	const asked = likeness(wordCounts(frontOf(a)), wordCounts(frontOf(b)));
	const [backA, backB] = [backOf(a), backOf(b)];
	if (backA === '' && backB === '') return asked;
	return 0.5 * asked + 0.5 * likeness(wordCounts(backA), wordCounts(backB));
}
