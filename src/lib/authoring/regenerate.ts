import type { Note, Source } from '../domain/note';
import type { CanonicalDocument } from '../generation/canonical';
import { align, type Alignment } from './alignment';
import { inOrder } from './changes/order';
import { matchCandidates } from './claim-match';
import { factChanges, type FactChange } from './fact-changes';
import { knownCandidates } from './known-candidates';
import { lostWords } from './lost-words';
import { placeOf, type QuotePlace } from './quote-place';
import {
	decisionKey,
	type Decision,
	type EditionId,
	type ProjectDocument,
	type ProjectNote,
	type ProposedNote,
	type ProjectState
} from './project';

/** What becomes of a note when its document's newer edition is taken. */
export interface NoteItem {
	/** `note/<id>`: names the item in the decisions. */
	readonly key: string;
	/**
	 * same: every quote stands there word for word. reworded: a sentence it rests on says it otherwise, or some of its
	 * quotes are gone. gone: nothing of what it quotes from this document is left.
	 */
	readonly is: 'same' | 'reworded' | 'gone';
	readonly note: ProjectNote;
	/** One for each of the note's quotes from this document, in its order. */
	readonly places: readonly QuotePlace[];
	/** All its sources with the proposed new places; those that are gone left out. May be empty. */
	readonly sources: readonly Source[];
	/** Figures, dates, names, negations and hedges in which the old sentences and the new differ, and lost words of the card. */
	readonly changed: readonly FactChange[];
	/** The candidate that the generator makes of the same claim now. */
	readonly candidate: ProposedNote | null;
	/** The note as it would be in the candidate's words, id, topic, tags and remarks kept; null without a candidate. */
	readonly proposal: Note | null;
}

/** A candidate that no note covers. */
export interface FreshItem {
	/** `candidate/<id>`. */
	readonly key: string;
	readonly is: 'new';
	readonly candidate: ProposedNote;
}

/** What would become of everything, for the author to decide. */
export interface Plan {
	readonly document: string;
	readonly edition: EditionId;
	/** The document as it was when the plan was made; null where it is not there. */
	readonly replaces: Pick<ProjectDocument, 'edition' | 'options' | 'leftOut'> | null;
	readonly options: ProjectDocument['options'];
	/** In the order of the deck: every note that quotes from the document. */
	readonly notes: readonly NoteItem[];
	/** In the order of the text: what was not proposed before, in whatever words. */
	readonly fresh: readonly FreshItem[];
	/** Candidates of the newer text that were proposed before, each with that one: what was decided of it goes on. */
	readonly known: ReadonlyMap<string, string>;
	/** Statements that stay left out, by their words in the newer edition. */
	readonly leftOut: Readonly<Record<string, string>>;
	/** The newer text, to which all proposed places refer. */
	readonly text: string;
}

export interface RegenerationInput {
	readonly state: ProjectState;
	readonly document: string;
	/** The edition in force, and what was proposed from it. */
	readonly before: { readonly canonical: CanonicalDocument; readonly candidates: readonly ProposedNote[] };
	readonly after: {
		readonly edition: EditionId;
		readonly canonical: CanonicalDocument;
		readonly options: ProjectDocument['options'];
		readonly candidates: readonly ProposedNote[];
	};
}

/**
 * Compares a document's newer edition with the one in force. Notes are followed by place, sentence by sentence, and
 * candidates are matched to notes by place and claim, not by wording. Pure; nothing is changed yet.
 */
export function planRegeneration({ state, document, before, after }: RegenerationInput): Plan {
	const alignment = align(before.canonical, after.canonical);
	const { text } = after.canonical;
	const quoting = inOrder(state.notes.values()).filter(({ note }) =>
		note.sources.some((source) => source.document === document)
	);
	const placed = quoting.map((each) => {
		const own = each.note.sources.filter((source) => source.document === document);
		return { each, places: own.map((source) => placeOf(source, before.canonical.text, text, alignment)) };
	});
	const matched = matchCandidates(
		placed.map(({ each, places }) => ({
			note: each.note,
			places: places.flatMap(({ sentence }) => (sentence === null ? [] : [sentence])),
			was: before.candidates.find((candidate) => candidate.note.id === each.candidate) ?? null
		})),
		{ text: before.canonical.text, newText: text, candidates: after.candidates }
	);
	const notes = placed.map(({ each, places }, i): NoteItem => {
		const candidate = matched[i]?.best ?? null;
		const sources = movedSources(each.note.sources, document, places);
		return {
			key: `note/${each.note.id}`,
			is: kindOf(places),
			note: each,
			places,
			sources,
			changed: changesOf(each.note, places),
			candidate,
			proposal: candidate === null ? null : proposalOf(each.note, candidate, sources, document)
		};
	});
	const covered = new Set(matched.flatMap(({ covers }) => covers));
	const known = knownCandidates(before.candidates, after.candidates, alignment);
	const fresh = after.candidates
		.filter(({ note: { id } }) => !covered.has(id) && !known.has(id) && !isSettled(state, document, id))
		.map((candidate): FreshItem => ({ key: `candidate/${candidate.note.id}`, is: 'new', candidate }));
	const { edition, options } = after;
	const leftOut = stillLeftOut(state.documents.get(document), alignment, text);
	const replaces = state.documents.get(document) ?? null;
	return { document, edition, replaces, options, notes, fresh, known, leftOut, text };
}

/** What the sentences state otherwise, and what the card says that they state no more. */
function changesOf(note: Note, places: readonly QuotePlace[]): FactChange[] {
	const stated = places.flatMap((place) => (place.is === 'reworded' ? factChanges(place.before, place.after) : []));
	const isTold = ({ from }: FactChange): boolean =>
		stated.some((each) => from !== null && each.from !== null && each.from.includes(from));
	return [...stated, ...lostWords(note, places).filter((each) => !isTold(each))];
}

function kindOf(places: readonly QuotePlace[]): NoteItem['is'] {
	if (places.every(({ is }) => is === 'gone')) return 'gone';
	return places.every(({ is }) => is === 'same') ? 'same' : 'reworded';
}

/** The note's sources in their order, those of this document where they stand now, each place once. */
function movedSources(sources: readonly Source[], document: string, places: readonly QuotePlace[]): Source[] {
	const rest = [...places];
	const moved = sources.flatMap((source): Source[] => {
		if (source.document !== document) return [source];
		const place = rest.shift();
		return place === undefined || place.is === 'gone' ? [] : [{ document, ...place.proposed }];
	});
	const name = ({ document: of, start, end }: Source): string => `${of} ${start} ${end}`;
	return [...new Map(moved.map((source) => [name(source), source])).values()];
}

/** The candidate's words under the note's id, with what the author has added to the note. */
function proposalOf(note: Note, { note: words }: ProposedNote, sources: readonly Source[], document: string): Note {
	const { tags, topic, id, hint, explain, contrast, asOf, media } = note;
	const others = sources.filter((source) => source.document !== document);
	const remarks = { hint, explain, contrast, asOf, media };
	const kept = Object.fromEntries(Object.entries(remarks).filter(([, value]) => value !== undefined));
	return { ...words, id, topic, tags, ...kept, sources: [...words.sources, ...others] };
}

/** Whether a candidate was decided upon, under the same words, and need not be looked at again. */
function isSettled(state: ProjectState, document: string, candidate: string): boolean {
	const decision: Decision | undefined = state.decisions.get(decisionKey(document, candidate));
	if (decision === undefined) return false;
	return decision.is !== 'accepted' || decision.notes.some((id) => state.notes.has(id));
}

/** Statements left out go on being so where they stand as they were, or say the same in other words. */
function stillLeftOut(document: ProjectDocument | undefined, { before, places }: Alignment, text: string) {
	const reasons = document?.leftOut ?? {};
	const entries = before.flatMap(({ words }, i): [string, string][] => {
		const reason = Object.hasOwn(reasons, words) ? reasons[words] : undefined;
		const place = places[i] ?? null;
		if (reason === undefined || place === null) return [];
		const now = text.slice(place.start, place.end);
		return place.same || factChanges(words, now).length === 0 ? [[now, reason]] : [];
	});
	return Object.fromEntries(entries);
}
