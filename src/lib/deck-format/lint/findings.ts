import type { Note } from '../../domain/note';
import type { Problem } from '../problem';
import type { Draft } from '../read-deck';
import { facesOf } from './faces';
import type { Lint, LintContext } from './lint';

/** What some of the lints say of a deck, whatever its notes waive. */
export function findingsOf(lints: readonly Lint[], draft: Draft): Problem[] {
	const context: LintContext = { ...draft, faces: draft.pack.notes.flatMap(facesOf), evidenceOf };
	return distinct(lints.flatMap((each) => each.check(context)));
}

function evidenceOf(note: Note): string {
	if (note.editorNote === undefined) return note.sources.map((source) => source.quote).join(' ');
	const { statement, citation, date } = note.editorNote;
	return `${statement} ${citation} ${date}`;
}

/** Several cards of one note can show the same mistake. */
function distinct(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
