import type { Block, CanonicalDocument } from '../canonical';
import { dropReasons } from './drop-rules';

/** Why a block is left out: the rule's name, and words for the instructor. */
export interface Drop {
	readonly rule: string;
	readonly because: string;
}

export interface JudgedBlock extends Block {
	/** Null if the block is content. */
	readonly drop: Drop | null;
}

/** Which blocks are content. Nothing is removed: a dropped block keeps its place and can be restored. */
export function judgeBlocks(document: CanonicalDocument): JudgedBlock[] {
	const drops = dropReasons(document);
	return document.blocks.map((block, i) => ({ ...block, drop: drops[i] ?? null }));
}
