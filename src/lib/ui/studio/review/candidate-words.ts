import type { ProjectDocument, ProposedNote, Proposals } from '../../../authoring/project';
import type { NoteKind } from '../../../domain/note';

export const KIND_LABELS: Readonly<Record<NoteKind, string>> = {
	basic: 'Card',
	reversed: 'Reversed',
	cloze: 'Cloze',
	typed: 'Typed',
	choice: 'Choice',
	sequence: 'Sequence',
	diagram: 'Diagram'
};

/** What each kind asks of a student, for whoever chooses one. */
export const KIND_HINTS: Readonly<Record<Exclude<NoteKind, 'diagram'>, string>> = {
	basic: 'A question and its answer',
	reversed: 'Two cards: asked both ways',
	cloze: 'The sentence with words hidden',
	typed: 'The student types the answer',
	choice: 'One right answer among wrong ones',
	sequence: 'Steps to put in order'
};

const CLAIM_LABELS: Readonly<Record<ProposedNote['claim']['type'], string>> = {
	definition: 'Definition',
	mechanism: 'Mechanism',
	timeline: 'Timeline',
	risk: 'Risk',
	regulatory: 'Regulatory',
	comparison: 'Comparison',
	list: 'List',
	fact: 'Fact'
};
export const claimLabel = (candidate: ProposedNote): string => CLAIM_LABELS[candidate.claim.type];

/** `passive-question` as “passive question”. */
export const patternText = (pattern: string): string => pattern.replaceAll(/[-_/]+/g, ' ').trim();

/** 0.823 as “82”; of how many, the reader knows from the words beside it. */
export const scoreText = (score: number): string => String(Math.round(Math.max(0, Math.min(1, score)) * 100));

/** The words by which a statement is hedged or negated, as they stand in the text. */
export function qualifiersOf({ claim }: ProposedNote, text: string): { hedges: string[]; negations: string[] } {
	const words = (role: 'hedge' | 'negation'): string[] => [
		...new Set(claim.slots.filter((slot) => slot.role === role).map(({ start, end }) => text.slice(start, end)))
	];
	return { hedges: words('hedge'), negations: words('negation') };
}

export type Profile = Proposals['profile'];
export type ReadingOptions = ProjectDocument['options'];

export const PROFILE_LABELS: Readonly<Record<Profile, string>> = {
	prose: 'Prose',
	abstract: 'Abstract',
	label: 'Drug label',
	textbook: 'Textbook'
};

/** What speaks for each kind of text. */
export const PROFILE_REASONS: Readonly<Record<Profile, string>> = {
	prose: 'it has neither the headings of a label or a textbook nor the parts of an abstract',
	abstract: 'it is short and has parts such as Background, Methods, Results',
	label: 'it has the headings of a prescribing label, such as Contraindications',
	textbook: 'it has a textbook’s headings, or defines many terms'
};
