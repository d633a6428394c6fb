import type { Note } from '../../src/lib/domain/note';
import { sentences, type Span } from '../../src/lib/domain/text/sentences';
import { canonicalDocument, type CanonicalDocument } from '../../src/lib/generation/canonical';
import { planRegeneration, type Plan } from '../../src/lib/authoring/regenerate';
import type {
	EditionId,
	ProjectDocument,
	ProjectNote,
	ProjectState,
	ProposedNote
} from '../../src/lib/authoring/project';

export const GUIDE = 'guide';

/** A canonical text of paragraphs as they stand. */
export const textOf = (paragraphs: readonly string[]): CanonicalDocument =>
	canonicalDocument(paragraphs.map((text) => ({ kind: 'paragraph', text })));

/** A note on a span of a text. */
export function noteOn(id: string, text: string, ...spans: readonly Span[]): ProjectNote {
	const note: Note = {
		kind: 'basic',
		id,
		topic: 'cards',
		tags: [],
		sources: spans.map(({ start, end }) => ({ document: GUIDE, quote: text.slice(start, end), start, end })),
		front: `What does ${id} say?`,
		back: `What ${id} says`
	};
	return { note, position: 0, candidate: null, waived: {} };
}

/** A note on the words of a text that stand there first. */
export function noteOnWords(id: string, { text }: CanonicalDocument, words: string): ProjectNote {
	const start = text.indexOf(words);
	if (start === -1) throw new Error(`“${words}” is not in the text`);
	return noteOn(id, text, { start, end: start + words.length });
}

export function stateWith(notes: readonly ProjectNote[], document: Partial<ProjectDocument> = {}): ProjectState {
	const guide: ProjectDocument = {
		id: GUIDE,
		title: 'A guide',
		publisher: 'Nobody',
		published: '2026',
		evidence: ['textbook'],
		limits: 'Made up.',
		edition: 'old' as EditionId,
		options: {},
		leftOut: {},
		...document
	};
	return {
		deck: {
			deck: 'bees',
			title: 'Bees',
			description: 'For tests.',
			authors: ['Nobody'],
			licence: 'CC0-1.0',
			language: 'en',
			version: '1.0.0',
			topics: [{ id: 'cards', title: 'Cards', description: 'All.', colour: 'moss' }],
			acronyms: {},
			terms: [],
			releases: []
		},
		documents: new Map([[GUIDE, guide]]),
		notes: new Map(notes.map((each, i) => [each.note.id, { ...each, position: i }])),
		decisions: new Map(),
		drawings: new Map(),
		pictures: new Map()
	};
}

/** The candidate of a sentence that a pattern of this name would make, with these slots. */
export function candidateOn(
	{ text }: CanonicalDocument,
	sentence: string,
	front: string,
	back: string,
	pattern = 'pattern'
): ProposedNote {
	const start = text.indexOf(sentence);
	if (start === -1) throw new Error(`“${sentence}” is not in the text`);
	const span = sentences(text, start, start + sentence.length)[0] ?? { start, end: start };
	const { note } = noteOn(`${pattern}-${start}-${sentence.length}`, text, span);
	const at = text.toLowerCase().indexOf(back.toLowerCase(), span.start);
	const slots = [{ role: 'object', start: at, end: at + back.length }];
	const claim = { type: 'fact', sentence: span, slots, hedged: false, negated: false };
	return { note: { ...note, front, back } as Note, claim, key: '', answer: null, score: 0.8, pattern } as ProposedNote;
}

export interface Editions {
	readonly before: CanonicalDocument;
	readonly after: CanonicalDocument;
	readonly old?: readonly ProposedNote[];
	readonly fresh?: readonly ProposedNote[];
}

export const planOf = (state: ProjectState, { before, after, old = [], fresh = [] }: Editions): Plan =>
	planRegeneration({
		state,
		document: GUIDE,
		before: { canonical: before, candidates: old },
		after: { edition: 'new' as EditionId, canonical: after, options: {}, candidates: fresh }
	});
