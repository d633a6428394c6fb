import type { Change, Patch, ProjectState } from './project';

/** The state after a change. Whether the change fits is not asked: that is for whoever keeps the state. */
export const applied = (state: ProjectState, { patches }: Change): ProjectState => patched(state, patches, 'after');

/** The state before a change. */
export const reverted = (state: ProjectState, { patches }: Change): ProjectState => patched(state, patches, 'before');

function patched(state: ProjectState, patches: readonly Patch[], side: 'before' | 'after'): ProjectState {
	const next = {
		deck: state.deck,
		documents: copyIf(patches, 'document', state.documents),
		notes: copyIf(patches, 'note', state.notes),
		decisions: copyIf(patches, 'decision', state.decisions),
		drawings: copyIf(patches, 'drawing', state.drawings),
		pictures: copyIf(patches, 'picture', state.pictures)
	};
	for (const patch of patches) {
		switch (patch.of) {
			case 'deck':
				next.deck = patch[side] ?? next.deck;
				break;
			case 'document':
				put(next.documents, patch.id, patch[side]);
				break;
			case 'note':
				put(next.notes, patch.id, patch[side]);
				break;
			case 'decision':
				put(next.decisions, patch.id, patch[side]);
				break;
			case 'drawing':
				put(next.drawings, patch.id, patch[side]);
				break;
			case 'picture':
				put(next.pictures, patch.id, patch[side]);
		}
	}
	return next;
}

/** Maps that do not change stay the same object, so that what follows from them need not be worked out again. */
function copyIf<T>(patches: readonly Patch[], kind: Patch['of'], map: ReadonlyMap<string, T>): Map<string, T> {
	// Only a copy is ever written to.
	return patches.some(({ of }) => of === kind) ? new Map(map) : (map as Map<string, T>);
}

function put<T>(map: Map<string, T>, id: string, value: T | null): void {
	if (value === null) map.delete(id);
	else map.set(id, value);
}
