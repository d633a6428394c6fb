import { align } from './alignment';
import type { Edition, ProjectDocument, ProjectState } from './project';
import { placeOf } from './quote-place';

/**
 * A document's options for its newer edition. Blocks that the author struck out or restored are found again there; a
 * block that the rules would drop now is restored if a note goes on quoting from it.
 */
export function carriedOptions(
	state: ProjectState,
	{ id, options }: ProjectDocument,
	before: Edition,
	after: Edition
): ProjectDocument['options'] {
	const alignment = align(before.canonical, after.canonical);
	const { restored: wasRestored = [], struck: wasStruck = [], ...rest } = options;
	const isDropped = (block: number): boolean => (after.drops[block] ?? null) !== null;
	const now = (blocks: readonly number[]): number[] =>
		blocks.map((block) => alignment.blocks[block] ?? null).filter((block) => block !== null);
	const needed = [...state.notes.values()]
		.flatMap(({ note }) => note.sources.filter((source) => source.document === id))
		.flatMap((source) => {
			const { sentence } = placeOf(source, before.canonical.text, after.canonical.text, alignment);
			if (sentence === null) return [];
			return after.canonical.blocks.flatMap(({ start, end }, i) =>
				start < sentence.end && sentence.start < end ? [i] : []
			);
		});
	const restored = sorted([...now(wasRestored), ...needed].filter(isDropped));
	const struck = sorted(now(wasStruck).filter((block) => !isDropped(block) && !needed.includes(block)));
	return { ...rest, ...(restored.length > 0 ? { restored } : {}), ...(struck.length > 0 ? { struck } : {}) };
}

const sorted = (indices: readonly number[]): number[] => [...new Set(indices)].sort((a, b) => a - b);
