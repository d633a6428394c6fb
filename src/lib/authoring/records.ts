import { canonicalJson } from '../deck-format/canonical-json';
import { candidateId } from '../generation/cards/candidate';
import type { Patch, ProjectDeck, ProjectState } from './project';
import { changing } from './changes/changing';

/** Whether two values are the same to the last field, whatever the order of their keys. */
export const isSameValue = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** A short name that follows from a value, to tell it from others. */
export const valueKey = (value: unknown): string => candidateId('', '', canonicalJson(value));

/** One small record, as it is kept. */
export type ProjectRecord = {
	[Kind in Patch['of']]: {
		readonly of: Kind;
		readonly id: string;
		readonly value: NonNullable<Extract<Patch, { of: Kind }>['after']>;
	};
}[Patch['of']];

/** The state that records make up; null where the record of the deck is missing. */
export function stateOf(records: Iterable<ProjectRecord>): ProjectState | null {
	let deck: ProjectDeck | null = null;
	const maps = {
		documents: new Map(),
		notes: new Map(),
		decisions: new Map(),
		drawings: new Map(),
		pictures: new Map()
	} satisfies { [Name in keyof Omit<ProjectState, 'deck'>]: unknown };
	for (const record of records) {
		if (record.of === 'deck') deck = record.value;
		else if (record.of === 'document') maps.documents.set(record.id, record.value);
		else if (record.of === 'note') maps.notes.set(record.id, record.value);
		else if (record.of === 'decision') maps.decisions.set(record.id, record.value);
		else if (record.of === 'drawing') maps.drawings.set(record.id, record.value);
		else maps.pictures.set(record.id, record.value);
	}
	return deck === null ? null : { deck, ...maps };
}

/** Every record of a state, the deck first. */
export function recordsOf(state: ProjectState): ProjectRecord[] {
	const nothing: ProjectState = {
		deck: state.deck,
		documents: new Map(),
		notes: new Map(),
		decisions: new Map(),
		drawings: new Map(),
		pictures: new Map()
	};
	const rest = changing(nothing, '', (now) => {
		for (const [id, value] of state.documents) now.documents.set(id, value);
		for (const [id, value] of state.notes) now.notes.set(id, value);
		for (const [id, value] of state.decisions) now.decisions.set(id, value);
		for (const [id, value] of state.drawings) now.drawings.set(id, value);
		for (const [id, value] of state.pictures) now.pictures.set(id, value);
	});
	return [{ of: 'deck', id: 'deck', value: state.deck }, ...rest.patches.flatMap((patch) => recordAfter(patch) ?? [])];
}

/** The record that a patch leaves; null where it takes it away. */
export const recordAfter = (patch: Patch): ProjectRecord | null => recordOn(patch, 'after');
/** The record that a patch found; null where there was none. */
export const recordBefore = (patch: Patch): ProjectRecord | null => recordOn(patch, 'before');

function recordOn(patch: Patch, side: 'before' | 'after'): ProjectRecord | null {
	const value = patch[side];
	// `of` and value come from one patch, which pairs them; the compiler does not follow that through the copy.
	return value === null ? null : ({ of: patch.of, id: patch.id, value } as ProjectRecord);
}
