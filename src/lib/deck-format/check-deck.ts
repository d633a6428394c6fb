import type { Note } from '../domain/note';
import type { Pack } from '../domain/pack';
import { coverageOf, type Coverage } from './coverage';
import { facesOf } from './lint/faces';
import { problem, type LintContext } from './lint/lint';
import { LINTS } from './lint/lints';
import { nearestWord } from './nearest';
import { hasErrors, inOrder, type Problem } from './problem';
import type { DeckFiles } from './deck-files';
import { readDraft, type Draft } from './read-deck';

export interface Checked {
	/** Null if anything is an error. */
	readonly value: Pack | null;
	/** In the order of the files. */
	readonly problems: readonly Problem[];
	readonly coverage: readonly Coverage[];
	/** As far as the deck could be read; for telling where things stand. */
	readonly draft: Draft | null;
}

/** Reads a deck folder and holds it to every rule. */
export async function checkDeck(files: DeckFiles): Promise<Checked> {
	const { draft, problems } = await readDraft(files);
	if (draft === null) return { value: null, problems, coverage: [], draft };
	const all = inOrder([...problems, ...lint(draft)]);
	return { value: hasErrors(all) ? null : draft.pack, problems: all, coverage: coverageOf(draft.pack), draft };
}

/** What the lints say of a deck, less what its notes waive. */
export function lint(draft: Draft): Problem[] {
	const context: LintContext = { ...draft, faces: draft.pack.notes.flatMap(facesOf), evidenceOf };
	const found = distinct(LINTS.flatMap((each) => each.check(context)));
	const isWaived = ({ note, rule }: Problem): boolean =>
		note !== undefined && Object.hasOwn(draft.waived.get(note) ?? {}, rule);
	return [...found.filter((each) => !isWaived(each)), ...idleWaivers(draft, found)];
}

function evidenceOf(note: Note): string {
	if (note.editorNote === undefined) return note.sources.map((source) => source.quote).join(' ');
	const { statement, citation, date } = note.editorNote;
	return `${statement} ${citation} ${date}`;
}

/** A waiver that silences nothing hides the next mistake, so it has to go. */
function idleWaivers(draft: Draft, found: readonly Problem[]): Problem[] {
	const rules = LINTS.flatMap((each) => each.rules);
	return [...draft.waived].flatMap(([note, waivers]) =>
		Object.keys(waivers).flatMap((rule) => {
			const place = draft.placeOf(note, 'waive', rule);
			if (!rules.includes(rule)) {
				const meant = nearestWord(rule, rules);
				const hint = meant === null ? `The rules are: ${rules.join(', ')}.` : `Did you mean “${meant}”?`;
				return [problem('error', 'waive', place, note, `There is no rule “${rule}”. ${hint}`)];
			}
			if (found.some((each) => each.note === note && each.rule === rule)) return [];
			return [problem('warning', 'waive', place, note, `“${rule}” has nothing to say here. Remove the waiver.`)];
		})
	);
}

/** Several cards of one note can show the same mistake. */
function distinct(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
