import type { Place } from './problem';

/** Structured input with the place of every value: what YAML, front matter and JSON are all read into. */
export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree {
	readonly kind: 'map';
	readonly place: Place;
	readonly entries: readonly { readonly key: string; readonly keyPlace: Place; readonly value: Tree }[];
}

export interface ListTree {
	readonly kind: 'list';
	readonly place: Place;
	readonly items: readonly Tree[];
}

export interface ScalarTree {
	readonly kind: 'scalar';
	readonly place: Place;
	readonly value: string | number | boolean | null;
	/** The value as it was written, where unquoted words and figures count as text (YAML); null where they do not. */
	readonly written: string | null;
}

/** The value at a path of keys and indices, or the nearest one above it. */
export function treeAt(tree: Tree, path: readonly (string | number)[]): Tree {
	let here = tree;
	for (const step of path) {
		const next =
			here.kind === 'map'
				? here.entries.find((entry) => entry.key === step)?.value
				: here.kind === 'list' && typeof step === 'number'
					? here.items[step]
					: undefined;
		if (next === undefined) return here;
		here = next;
	}
	return here;
}
