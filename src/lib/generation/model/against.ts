import type { Note } from '../../domain/note';
import { facesOfNote } from '../cards/assembly';
import type { Candidate } from '../cards/candidate';
import { alike } from '../cards/likeness';
import { lintCandidates } from '../cards/linting';
import type { ModelCandidate } from './candidate';
import type { ModelMaterial } from './material';
import { fault, type Fault } from './refusal';

/** Lints that only warn an author, and that a card nobody wrote must keep nonetheless. */
const MUST_KEEP = new Set([
	'quote-support',
	'quote-lacks-figure',
	'quote-lacks-name',
	'negation-lost',
	'negation-added',
	'hedge-lost',
	'animals-lost',
	'terms-confused',
	'answer-on-front'
]);

/** What the deck's own rules, the author's wishes and the candidates there are say against a sound card. */
export function against(
	made: ModelCandidate,
	others: readonly Candidate[],
	{ document, title, evidence, text, acronyms = {}, barred = [] }: ModelMaterial
): Fault | null {
	const face = facesOfNote(made.note);
	const word = barred.find((each) => face.toLowerCase().includes(each.toLowerCase()));
	if (word !== undefined) return fault('barred', `It holds “${word}”, which is barred.`);
	const problems = lintCandidates([made], { id: document, title, evidence, text }, acronyms).get(made.note.id) ?? [];
	const broken = problems.find(({ severity, rule }) => severity === 'error' || MUST_KEEP.has(rule));
	if (broken !== undefined) return fault('lint', broken.message);
	if (others.some((each) => isSame(each, made)))
		return fault('duplicate', 'A card that asks the same is there already.');
	if (made.note.kind !== 'cloze') return null;
	const ours = others.filter((each) => each.pattern === 'model');
	const clozes = ours.filter(({ note }) => note.kind === 'cloze').length;
	return (clozes + 1) * 4 > ours.length + 1 ? fault('too-many-clozes', 'At most one card in four is a cloze.') : null;
}

/** Asks the same in like words, or for the same words of the same sentence. */
function isSame(a: Candidate, b: Candidate): boolean {
	if (a.note.id === b.note.id) return true;
	const isSameSentence = a.claim.sentence.start === b.claim.sentence.start;
	if (isSameSentence && a.answer !== null && b.answer !== null) {
		if (a.answer.start < b.answer.end && b.answer.start < a.answer.end) return true;
	}
	if (front(a.note) !== null && front(a.note) === front(b.note)) return true;
	return alike(facesOfNote(a.note), facesOfNote(b.note)) >= (isSameSentence ? 0.75 : 0.6);
}

const front = (note: Note): string | null => ('front' in note ? note.front.toLowerCase() : null);
