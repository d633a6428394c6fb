import type { Rating } from '../../domain/event';
import type { Drawing } from '../../domain/pack';

/** What every card view takes besides its note. */
export interface CardViewProps {
	readonly ordinal: number;
	readonly revealed: boolean;
	/** Everything that looks random follows from it: the same seed gives the same order of options. */
	readonly seed: string;
	readonly drawing?: Drawing | null;
	/** Addresses of the deck's pictures that the note shows, by file name. */
	readonly pictures?: ReadonlyMap<string, string>;
	/** The student has answered in a way that can be judged. Called once at most; the parent then reveals. */
	readonly onanswer?: (suggested: Rating) => void;
}
