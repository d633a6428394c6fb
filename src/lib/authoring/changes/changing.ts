import { canonicalJson } from '../../deck-format/canonical-json';
import type {
	Change,
	Decision,
	Patch,
	ProjectDeck,
	ProjectDocument,
	ProjectNote,
	ProjectPicture,
	ProjectState
} from '../project';
import type { Drawing } from '../../domain/pack';

/** A project's records, to be edited in place. The values themselves are never changed, only put in each other's stead. */
export interface Editable {
	deck: ProjectDeck;
	readonly documents: Map<string, ProjectDocument>;
	readonly notes: Map<string, ProjectNote>;
	readonly decisions: Map<string, Decision>;
	readonly drawings: Map<string, Drawing>;
	readonly pictures: Map<string, ProjectPicture>;
}

/** The change that makes of a state what `edit` makes of a copy of it. Records that come out equal are no part of it. */
export function changing(state: ProjectState, label: string, edit: (now: Editable) => void): Change {
	const now: Editable = {
		deck: state.deck,
		documents: new Map(state.documents),
		notes: new Map(state.notes),
		decisions: new Map(state.decisions),
		drawings: new Map(state.drawings),
		pictures: new Map(state.pictures)
	};
	edit(now);
	const patches: Patch[] = [];
	if (!isSame(state.deck, now.deck)) patches.push({ of: 'deck', id: 'deck', before: state.deck, after: now.deck });
	for (const each of differences(state.documents, now.documents)) patches.push({ of: 'document', ...each });
	for (const each of differences(state.notes, now.notes)) patches.push({ of: 'note', ...each });
	for (const each of differences(state.decisions, now.decisions)) patches.push({ of: 'decision', ...each });
	for (const each of differences(state.drawings, now.drawings)) patches.push({ of: 'drawing', ...each });
	for (const each of differences(state.pictures, now.pictures)) patches.push({ of: 'picture', ...each });
	return { label, patches };
}

interface Difference<T> {
	readonly id: string;
	readonly before: T | null;
	readonly after: T | null;
}

function differences<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Difference<T>[] {
	const found: Difference<T>[] = [];
	for (const [id, value] of before) {
		if (!after.has(id)) found.push({ id, before: value, after: null });
	}
	for (const [id, value] of after) {
		const old = before.get(id) ?? null;
		if (!isSame(old, value)) found.push({ id, before: old, after: value });
	}
	return found;
}

const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** “a note”, “3 notes”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	count === 1 ? `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}` : `${count} ${many}`;
