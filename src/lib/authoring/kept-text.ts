import type { JudgedBlock } from '../generation/content/blocks';
import type { GenerationOptions } from '../generation/options';
import type { Edition } from './project';

/** A block of an edition as the Studio shows it, with why it is left out, if it is. Offsets are into the edition's text. */
export interface ShownBlock extends JudgedBlock {
	/** Its place among the edition's blocks, as the generation options count them. */
	readonly index: number;
	/** Whether the author has decided otherwise than the rules. */
	readonly byHand: boolean;
}

/** Every block of an edition, as the rules and the author together judge it. */
export function shownBlocks({ canonical, drops }: Edition, options: GenerationOptions): ShownBlock[] {
	const restored = new Set(options.restored);
	const struck = new Set(options.struck);
	return canonical.blocks.map((block, index) => {
		const byRule = drops[index] ?? null;
		const isRestored = byRule !== null && restored.has(index);
		const isStruck = byRule === null && struck.has(index);
		const drop = isStruck ? STRUCK : isRestored ? null : byRule;
		return { ...block, index, drop, byHand: isRestored || isStruck };
	});
}

const STRUCK = { rule: 'struck', because: 'struck out by hand' };

/** The options under which some blocks are kept, or left out; the others stay as they are. */
export function withBlocks(
	{ drops }: Pick<Edition, 'drops'>,
	options: GenerationOptions,
	indices: readonly number[],
	kept: boolean
): GenerationOptions {
	const others = (list: readonly number[] = []): number[] => list.filter((index) => !indices.includes(index));
	const dropped = indices.filter((index) => (drops[index] ?? null) !== null);
	const content = indices.filter((index) => (drops[index] ?? null) === null);
	const restored = sorted([...others(options.restored), ...(kept ? dropped : [])]);
	const struck = sorted([...others(options.struck), ...(kept ? [] : content)]);
	const { restored: _, struck: __, ...rest } = options;
	return { ...rest, ...(restored.length > 0 ? { restored } : {}), ...(struck.length > 0 ? { struck } : {}) };
}

const sorted = (indices: readonly number[]): number[] => [...new Set(indices)].sort((a, b) => a - b);
