import { facesOfNote } from './assembly';
import type { Candidate } from './candidate';
import { LIST_ITEMS } from './list-notes';
import { HALF } from './long-lists';
import { alike } from './likeness';

const MOST_CLOZES = 0.25;
const MOST_ACRONYMS = 0.1;
const MOST_PER_SENTENCE = 3;

/** The best of the candidates: no two alike, and few of one sentence. */
export function distinct(candidates: readonly Candidate[]): Candidate[] {
	const kept: Candidate[] = [];
	for (const candidate of ranked(candidates)) {
		const sameSentence = kept.filter((each) => each.claim.sentence.start === candidate.claim.sentence.start);
		if (sameSentence.length >= MOST_PER_SENTENCE || sameSentence.some((each) => overlaps(each, candidate))) continue;
		if (kept.some((each) => isAlike(each, candidate))) continue;
		kept.push(candidate);
	}
	return kept;
}

/** The best of the candidates, so that few are clozes and few are acronyms. In the order of the text. */
export function mixed(candidates: readonly Candidate[]): Candidate[] {
	const limited = limit(
		limit(ranked(candidates), (each) => each.pattern === 'acronym', MOST_ACRONYMS),
		(each) => each.note.kind === 'cloze',
		MOST_CLOZES
	);
	return limited.sort((a, b) => startOf(a) - startOf(b) || (a.answer?.start ?? 0) - (b.answer?.start ?? 0));
}

const ranked = (candidates: readonly Candidate[]): Candidate[] =>
	[...candidates].sort((a, b) => b.score - a.score || startOf(a) - startOf(b) || (a.note.id < b.note.id ? -1 : 1));

const startOf = (candidate: Candidate): number => candidate.claim.sentence.start;

const overlaps = (a: Candidate, b: Candidate): boolean =>
	a.answer !== null && b.answer !== null && a.answer.start < b.answer.end && b.answer.start < a.answer.end;

function isAlike(a: Candidate, b: Candidate): boolean {
	// The halves of one list give each other's answers away on purpose.
	if ([HALF, LIST_ITEMS].some((pattern) => a.pattern === pattern && b.pattern === pattern)) return false;
	// “When did five workers die …?”, “How many died in October 1924?”: two facts in nearly the same words.
	if (startOf(a) === startOf(b) && sortOf(a) !== sortOf(b)) return false;
	if (alike(facesOfNote(a.note), facesOfNote(b.note)) >= 0.6) return true;
	if (a.note.kind !== 'basic' || b.note.kind !== 'basic') return false;
	if (a.note.front.toLowerCase() === b.note.front.toLowerCase()) return true;
	return alike(a.note.front, b.note.front) >= 0.75 && alike(a.note.back, b.note.back) >= 0.4;
}

/** Whether a time, a figure or something else is asked for. */
const sortOf = ({ pattern }: Candidate): string =>
	/^(time|quantity|share|how-many)/.exec(pattern)?.[1]?.replace(/share|how-many/, 'quantity') ?? 'thing';

/** Keeps the best of those that `is` picks, so that they are at most `share` of what remains. */
function limit(ranked: readonly Candidate[], is: (candidate: Candidate) => boolean, share: number): Candidate[] {
	const others = ranked.filter((each) => !is(each)).length;
	let left = Math.floor((others * share) / (1 - share));
	return ranked.filter((each) => !is(each) || left-- > 0);
}
