import type { Block, CanonicalDocument, Drop } from '../canonical';
import { dropReasons } from './drop-rules';

export type { Drop };

export interface JudgedBlock extends Omit<Block, 'drop'> {
	/** Null if the block is content. */
	readonly drop: Drop | null;
}

/** Which blocks are content. Nothing is removed: a dropped block keeps its place and can be restored. */
export function judgeBlocks(document: CanonicalDocument): JudgedBlock[] {
	// What extraction left out stands between no two others, so that a running head cuts no paragraph.
	const read = document.blocks.filter((block) => block.drop === undefined);
	const drops = dropReasons({ text: document.text, blocks: read });
	const judged = new Map(read.map((block, i) => [block, drops[i] ?? null]));
	return document.blocks.map((block) => ({ ...block, drop: block.drop ?? judged.get(block) ?? null }));
}
