/** Something in a deck's files that is wrong or doubtful. Input from people is never answered with an exception. */
export interface Problem extends Place {
	/** Name of the rule; a lint's name is what `waive` takes. */
	readonly rule: string;
	/** Errors stop a build; warnings are listed. */
	readonly severity: 'error' | 'warning';
	/** Plain sentence: what is wrong and what to do next. */
	readonly message: string;
	/** Id of the note it concerns, if it concerns one. */
	readonly note?: string;
	/** The words it concerns, where a way to mend it needs them: the letters of an acronym. */
	readonly words?: string;
}

/** Line and column count from 1; the column counts UTF-16 units. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

export const startOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** Takes problems while files are read, so that one mistake does not hide the next. */
export class Report {
	readonly problems: Problem[] = [];

	error(place: Place, rule: string, message: string, note?: string): void {
		this.#add('error', place, rule, message, note);
	}

	warn(place: Place, rule: string, message: string, note?: string): void {
		this.#add('warning', place, rule, message, note);
	}

	#add(severity: Problem['severity'], place: Place, rule: string, message: string, note?: string): void {
		const { file, line, column } = place;
		this.problems.push({ file, line, column, rule, severity, message, ...(note === undefined ? {} : { note }) });
	}
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
	problems.some((problem) => problem.severity === 'error');

/** In the order of the files, then of the lines. Stable, so that the same deck gives the same list. */
export function inOrder(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column
	);
}
