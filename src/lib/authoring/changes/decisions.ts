import type { Note } from '../../domain/note';
import type { Candidate } from '../../generation/cards/candidate';
import { freshNoteId, named, type NoteDraft } from '../note-draft';
import { decisionKey, type Change, type Decision, type ProjectState } from '../project';
import { changing, counted, type Editable } from './changing';
import { afterInText, positionsAfter } from './order';

/** Takes candidates over as notes, in the order of the text. Those accepted already stay as they are. */
export function acceptCandidates(
	state: ProjectState,
	document: string,
	candidates: readonly Candidate[],
	topic?: string
): Change {
	const fresh = candidates.filter(({ note }) => decisionOf(state, document, note.id)?.is !== 'accepted');
	return changing(state, `Accepted ${counted(fresh.length, 'candidate')}`, (now) => {
		for (const candidate of fresh) accept(now, document, [candidate], [candidate.note], topic);
	});
}

/**
 * Takes candidates over in other words than proposed: one edited, one split into several notes, or several merged into
 * one. Notes that were made of them before are replaced and keep their ids.
 */
export function acceptAs(
	state: ProjectState,
	document: string,
	candidates: readonly Candidate[],
	drafts: readonly NoteDraft[],
	topic?: string
): Change {
	return changing(state, labelOf(candidates.length, drafts.length), (now) =>
		accept(now, document, candidates, drafts, topic)
	);
}

function labelOf(candidates: number, drafts: number): string {
	if (candidates > 1) return `Merged ${candidates} candidates`;
	return drafts > 1 ? `Split a candidate into ${drafts} notes` : 'Edited and accepted a candidate';
}

function accept(
	now: Editable,
	document: string,
	candidates: readonly Candidate[],
	drafts: readonly NoteDraft[],
	topic: string | undefined
): void {
	const [first] = candidates;
	if (first === undefined) return;
	const old = [...new Set(candidates.flatMap(({ note }) => decisionOf(now, document, note.id)?.notes ?? []))];
	const kept = old.filter((id) => now.notes.has(id));
	const start = first.note.sources.find((source) => source.document === document)?.start ?? 0;
	const [firstKept] = kept;
	const positions = positionsAfter(now, firstKept ?? afterInText(now, document, start), drafts.length);
	const notes = drafts.map((draft, i): Note => {
		const seed = `${document}/${first.note.id}/${i}`;
		const id = kept[i] ?? freshNoteId(draft, seed, (each) => now.notes.has(each));
		const note = named({ ...draft, topic: topicFor(now, draft.topic, topic) }, id);
		const before = now.notes.get(id);
		const position = before?.position ?? positions[i] ?? 0;
		now.notes.set(id, { note, position, candidate: first.note.id, waived: before?.waived ?? {} });
		return note;
	});
	for (const id of kept.slice(drafts.length)) now.notes.delete(id);
	for (const { note } of candidates) {
		now.decisions.set(decisionKey(document, note.id), { is: 'accepted', notes: notes.map(({ id }) => id) });
	}
}

/** The topic asked for; else the draft's own if the deck has it; else the deck's first. */
function topicFor({ deck }: Editable, own: string, wanted: string | undefined): string {
	const has = (id: string | undefined): id is string => deck.topics.some((topic) => topic.id === id);
	if (has(wanted)) return wanted;
	return has(own) ? own : (deck.topics[0]?.id ?? own);
}

/** Says that no card is wanted of candidates. Notes made of them go, unless another candidate's note is the same. */
export function rejectCandidates(state: ProjectState, document: string, candidates: readonly Candidate[]): Change {
	return deciding(state, document, candidates, 'Rejected', { is: 'rejected', notes: [] });
}

/** Leaves candidates for later. */
export function skipCandidates(state: ProjectState, document: string, candidates: readonly Candidate[]): Change {
	return deciding(state, document, candidates, 'Skipped', { is: 'skipped', notes: [] });
}

/** Takes decisions back, with the notes made by them. */
export function reopenCandidates(state: ProjectState, document: string, candidates: readonly Candidate[]): Change {
	return deciding(state, document, candidates, 'Reopened', null);
}

function deciding(
	state: ProjectState,
	document: string,
	candidates: readonly Candidate[],
	verb: string,
	decision: Decision | null
): Change {
	const change = changing(state, `${verb} ${counted(candidates.length, 'candidate')}`, (now) => {
		for (const { note } of candidates) {
			const key = decisionKey(document, note.id);
			const made = now.decisions.get(key)?.notes ?? [];
			if (decision === null) now.decisions.delete(key);
			else now.decisions.set(key, decision);
			for (const id of made) if (!isShared(now, id)) now.notes.delete(id);
		}
	});
	const gone = change.patches.filter(({ of, after }) => of === 'note' && after === null).length;
	return gone === 0 ? change : { ...change, label: `${change.label}, and deleted ${counted(gone, 'note')}` };
}

const isShared = ({ decisions }: Editable, note: string): boolean =>
	[...decisions.values()].some(({ notes }) => notes.includes(note));

const decisionOf = (
	{ decisions }: Pick<ProjectState, 'decisions'>,
	document: string,
	candidate: string
): Decision | undefined => decisions.get(decisionKey(document, candidate));
