import type { ProjectDocument, ProposedNote, Proposals } from '../../../authoring/project';

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
