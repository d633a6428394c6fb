import type { Note } from '../../domain/note';
import type { Place, Problem } from '../problem';
import type { Draft } from '../read-deck';
import type { Face } from './faces';

/** A rule that good cards keep. Its name is what a note's `waive` takes. */
export interface Lint {
	/** Every name under which it reports. */
	readonly rules: readonly string[];
	check(context: LintContext): Problem[];
}

export interface LintContext extends Draft {
	/** What each note asks and answers, one face per card, in the pack's order. */
	readonly faces: readonly Face[];
	/** The quotes of a note, or its editor's statement: what its cards must rest on. */
	readonly evidenceOf: (note: Note) => string;
}

/** A problem at a place, the fields in the order in which they are told. */
export function problem(
	severity: Problem['severity'],
	rule: string,
	place: Place,
	note: string | undefined,
	message: string
): Problem {
	const { file, line, column } = place;
	return { file, line, column, rule, severity, message, ...(note === undefined ? {} : { note }) };
}
