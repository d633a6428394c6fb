import { canonicalJson } from '../deck-format/canonical-json';
import { AppError } from '../domain/app-error';
import type { Note, Source } from '../domain/note';
import { changing, counted, type Editable } from './changes/changing';
import { acceptCandidates } from './changes/decisions';
import { applied } from './fold';
import { freshNoteId, named } from './note-draft';
import {
	decisionKey,
	type Change,
	type Decision,
	type ProjectDocument,
	type ProjectNote,
	type ProjectState
} from './project';
import type { NoteItem, Plan } from './regenerate';

/** What the author says of one item of a plan. */
export type RegenerationDecision =
	/** The note stays as it is, on the proposed quotes or on others that the author has chosen. */
	| { readonly is: 'keep'; readonly sources?: readonly Source[] }
	/** The note is worded anew and stays the same note: its id and everybody's history are kept. */
	| { readonly is: 'take'; readonly note: Note }
	/** What it states has become another fact: a note with an id of its own takes its place, and is begun anew. */
	| { readonly is: 'changed'; readonly note: Note }
	| { readonly is: 'remove' }
	/** Of a new candidate; without a topic into the deck's first. */
	| { readonly is: 'add'; readonly topic?: string }
	| { readonly is: 'reject' }
	/** Of a new candidate: it stays among those to be looked at. */
	| { readonly is: 'later' };

/** By the keys of the plan's items. */
export type RegenerationDecisions = ReadonlyMap<string, RegenerationDecision>;

/**
 * What goes without saying: a note whose words all stand, or whose sentence says the same facts otherwise, is kept; a new
 * candidate waits among the others. Null where only the author can tell.
 */
export function defaultDecision(item: Plan['notes'][number] | Plan['fresh'][number]): RegenerationDecision | null {
	if (item.is === 'new') return { is: 'later' };
	if (item.is === 'same') return { is: 'keep' };
	const isWhole = item.sources.length > 0 && item.places.every(({ is }) => is !== 'gone');
	return item.is === 'reworded' && isWhole && item.changed.length === 0 ? { is: 'keep' } : null;
}

/** The items about which the author must decide and has not. */
export const undecided = (plan: Plan, decisions: RegenerationDecisions): NoteItem[] =>
	plan.notes.filter((item) => !decisions.has(item.key) && defaultDecision(item) === null);

/**
 * The change that puts the newer edition in force. Notes that are kept keep their ids; a note goes only where the author
 * has said so.
 * @throws AppError `undecided`, `quote-missing` when a note would rest on nothing, `quote-moved` when a quote is not in the
 * newer text where it says, `document-missing`, `plan-outdated` when notes on the document have changed since the plan
 */
export function regenerationChange(state: ProjectState, plan: Plan, decisions: RegenerationDecisions): Change {
	const open = undecided(plan, decisions);
	if (open.length > 0) {
		throw new AppError('undecided', `${counted(open.length, 'note')} must be decided upon first. They are marked.`);
	}
	const document = state.documents.get(plan.document);
	if (document === undefined) throw new AppError('document-missing', 'This document is not there any more.');
	expectCurrent(state, plan, document);
	const said = (item: Plan['notes'][number] | Plan['fresh'][number]): RegenerationDecision =>
		decisions.get(item.key) ?? defaultDecision(item) ?? { is: 'keep' };
	const moved = changing(state, '', (now) => {
		const { edition, options, leftOut } = plan;
		now.documents.set(plan.document, { ...document, edition, options, leftOut });
		for (const item of plan.notes) carryOut(now, plan, item, said(item));
		settle(now, plan);
		carryOn(now, plan);
		for (const item of plan.fresh) {
			if (said(item).is !== 'reject') continue;
			now.decisions.set(decisionKey(plan.document, item.candidate.note.id), { is: 'rejected', notes: [] });
		}
	});
	let next = applied(state, moved);
	for (const item of plan.fresh) {
		const decision = said(item);
		if (decision.is !== 'add') continue;
		next = applied(next, acceptCandidates(next, plan.document, [item.candidate], decision.topic));
	}
	return changing(state, `Took in a newer “${document.title}”`, (now) => {
		replace(now.documents, next.documents);
		replace(now.notes, next.notes);
		replace(now.decisions, next.decisions);
	});
}

/** A plan knows nothing of what was done after it, and would undo it. */
function expectCurrent(state: ProjectState, plan: Plan, document: ProjectDocument): void {
	const quoting = [...state.notes.values()].filter(({ note }) =>
		note.sources.some((source) => source.document === plan.document)
	);
	const known = new Map(plan.notes.map(({ note }) => [note.note.id, canonicalJson(note.note)]));
	const isKnown = ({ note }: ProjectNote): boolean => known.get(note.id) === canonicalJson(note);
	if (isAsItWas(document, plan.replaces) && quoting.length === known.size && quoting.every(isKnown)) return;
	throw new AppError(
		'plan-outdated',
		'This document, or notes on it, have changed meanwhile. Take the newer version in again.'
	);
}

/** What is said of a document does not matter to a plan; its text and how it is read do. */
function isAsItWas({ edition, options, leftOut }: ProjectDocument, was: Plan['replaces']): boolean {
	if (was === null || edition !== was.edition) return false;
	return canonicalJson({ options, leftOut }) === canonicalJson({ options: was.options, leftOut: was.leftOut });
}

function carryOut(now: Editable, plan: Plan, item: NoteItem, decision: RegenerationDecision): void {
	const { candidate } = item;
	const each = now.notes.get(item.note.note.id) ?? item.note;
	const old = each.note.id;
	if (decision.is === 'remove') {
		now.notes.delete(old);
		// Whoever wants no card of it is not asked again, unless another note states the same.
		const key = candidate === null ? null : decisionKey(plan.document, candidate.note.id);
		if (key !== null && !now.decisions.has(key)) now.decisions.set(key, { is: 'rejected', notes: [] });
		return;
	}
	const note = decidedNote(now, plan, item, decision);
	held(note, plan);
	if (note.id !== old) {
		now.notes.delete(old);
		renameIn(now, old, note.id);
	}
	now.notes.set(note.id, { ...each, note, candidate: candidate?.note.id ?? each.candidate });
	if (candidate === null) return;
	const key = decisionKey(plan.document, candidate.note.id);
	const before = each.candidate === null ? key : decisionKey(plan.document, each.candidate);
	if (before !== key) forget(now, before, note.id);
	const shared = now.decisions.get(key)?.notes ?? [];
	now.decisions.set(key, { is: 'accepted', notes: [...new Set([...shared, note.id])] });
}

function decidedNote(
	now: Editable,
	plan: Plan,
	{ note: each, sources }: NoteItem,
	decision: RegenerationDecision
): Note {
	switch (decision.is) {
		case 'keep':
			return { ...each.note, sources: decision.sources ?? sources };
		case 'take':
			return named(decision.note, each.note.id);
		case 'changed': {
			const seed = `${plan.document}/${plan.edition}/${each.note.id}`;
			return named(
				decision.note,
				freshNoteId(decision.note, seed, (id) => now.notes.has(id))
			);
		}
		default:
			throw new AppError('decision-unknown', 'A note can be kept, reworded, begun anew or removed.');
	}
}

/** A candidate that is no longer proposed keeps no note. */
function forget({ decisions }: Editable, key: string, note: string): void {
	const decision = decisions.get(key);
	if (decision === undefined) return;
	const notes = decision.notes.filter((id) => id !== note);
	if (notes.length === 0) decisions.delete(key);
	else decisions.set(key, { ...decision, notes });
}

/** No note without a quote, and no quote that does not stand where it says. */
function held(note: Note, { document, text }: Plan): void {
	if (note.sources.length === 0 && note.editorNote === undefined) {
		throw new AppError('quote-missing', 'A note would be left without a source. Select its sentence, or remove it.');
	}
	for (const source of note.sources) {
		if (source.document !== document || text.slice(source.start, source.end) === source.quote) continue;
		throw new AppError('quote-moved', 'A quote does not stand in the newer text where it says. Select it again.');
	}
}

function renameIn({ decisions }: Editable, from: string, to: string): void {
	for (const [key, decision] of decisions) {
		if (!decision.notes.includes(from)) continue;
		decisions.set(key, { ...decision, notes: decision.notes.map((id) => (id === from ? to : id)) });
	}
}

/** Decisions by which notes were made that are there no more are none any more. */
function settle(now: Editable, { document }: Plan): void {
	for (const [key, decision] of now.decisions) {
		if (!key.startsWith(`${document}/`) || decision.is !== 'accepted') continue;
		const notes = decision.notes.filter((id) => now.notes.has(id));
		const next: Decision = { is: 'accepted', notes };
		if (notes.length === 0) now.decisions.set(key, { is: 'rejected', notes: [] });
		else if (notes.length < decision.notes.length) now.decisions.set(key, next);
	}
}

/** A candidate that says what another said before is decided as that one was. */
function carryOn({ decisions }: Editable, { document, known }: Plan): void {
	for (const [id, before] of known) {
		const decision = decisions.get(decisionKey(document, before));
		const key = decisionKey(document, id);
		if (decision !== undefined && !decisions.has(key)) decisions.set(key, decision);
	}
}

function replace<T>(map: Map<string, T>, by: ReadonlyMap<string, T>): void {
	map.clear();
	for (const [key, value] of by) map.set(key, value);
}
