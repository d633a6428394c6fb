import type { Span } from '../../domain/text/sentences';

export type ClaimType =
	'definition' | 'mechanism' | 'timeline' | 'risk' | 'regulatory' | 'comparison' | 'list' | 'fact';

export type SlotRole =
	| 'agent'
	| 'relation'
	| 'object'
	| 'site'
	| 'method'
	| 'reason'
	| 'purpose'
	| 'event'
	| 'time'
	| 'hazard'
	| 'condition'
	| 'population'
	| 'product'
	| 'agency'
	| 'indication'
	| 'term'
	| 'meaning'
	| 'whole'
	| 'members'
	| 'quantity'
	| 'contrast'
	| 'hedge'
	| 'negation';

export interface Slot extends Span {
	readonly role: SlotRole;
}

/** One statement of a sentence, taken apart. Offsets refer to the canonical text. */
export interface Claim {
	readonly type: ClaimType;
	readonly sentence: Span;
	/** In the order of the text. */
	readonly slots: readonly Slot[];
	readonly hedged: boolean;
	readonly negated: boolean;
}
