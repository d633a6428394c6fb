import type { Block } from '../generation/canonical';
import type { Drop } from '../generation/content/blocks';

/** A block of an edition as the Studio shows it. Offsets are UTF-16, into the edition's text. */
export interface ShownBlock extends Block {
	/** Its place among the edition's blocks, as the generation options count them. */
	readonly index: number;
	/** Why it is left out, by rule or by hand; null if it is content. */
	readonly drop: Drop | null;
	/** Whether the author has decided otherwise than the rules. */
	readonly byHand: boolean;
}
