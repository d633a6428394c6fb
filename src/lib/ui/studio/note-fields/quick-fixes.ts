import { splitDrafts } from '../../../authoring/drafts/split';
import type { ProjectProblem } from '../../../authoring/problems';
import type { Note } from '../../../domain/note';
import { parseRichText } from '../../../domain/rich-text';

/** What can be done about a problem at the press of a button. */
export interface QuickFix {
	readonly label: string;
	readonly fix:
		| { readonly is: 'write'; readonly note: Note }
		| { readonly is: 'split' }
		/** What it stands for is asked first. */
		| { readonly is: 'acronym'; readonly letters: string }
		| { readonly is: 'compare'; readonly other: string }
		| { readonly is: 'quote'; readonly source: number | null };
}

/** What a form gives its fields, so that problems beneath them can be acted on. */
export interface Fixing {
	readonly note: Note;
	/** ISO date. */
	readonly today: string;
	/** ISO date of the document first quoted, or `undated`. */
	readonly published: string | null;
	/** Ways that the form has no place for. */
	readonly without?: readonly QuickFix['fix']['is'][];
	run(fix: QuickFix): void;
	/** Absent where there is no note yet that a check could be waived for. */
	waive?: ((rule: string, reason: string) => void) | undefined;
	spellOut(letters: string, words: string): void;
}

export function quickFixes(
	problem: ProjectProblem,
	{ note, today, published, without = [] }: Omit<Fixing, 'run' | 'waive' | 'spellOut'>
): QuickFix[] {
	const fixes: QuickFix[] = [];
	switch (problem.rule) {
		case 'as-of': {
			const date = published !== null && /^\d{4}/.test(published) ? published : today;
			fixes.push({ label: `Add “as of ${date}”`, fix: { is: 'write', note: { ...note, asOf: date } } });
			break;
		}
		case 'back-too-long':
		case 'back-long':
		case 'more-than-one-fact':
		case 'list-too-long': {
			const shorter = restToExplain(note);
			if (shorter !== null)
				fixes.push({ label: 'Move all but the first sentence to “Why”', fix: { is: 'write', note: shorter } });
			if (splitDrafts(note).length > 1)
				fixes.push({ label: `Split into ${splitDrafts(note).length} notes`, fix: { is: 'split' } });
			break;
		}
		case 'acronym': {
			const letters = problem.words;
			if (letters !== null) {
				fixes.push({ label: `Say what ${letters} stands for`, fix: { is: 'acronym', letters } });
			}
			break;
		}
		case 'duplicate':
		case 'near-duplicate':
		case 'same-front':
			if (problem.other !== null)
				fixes.push({ label: 'Compare the two', fix: { is: 'compare', other: problem.other } });
			break;
		case 'quote':
		case 'source':
		case 'quote-support':
		case 'quote-lacks-figure':
		case 'quote-lacks-name': {
			const source = /^sources\/(\d+)/.exec(problem.field ?? '')?.[1];
			if (note.editorNote === undefined) {
				fixes.push({
					label: 'Choose the sentence',
					fix: { is: 'quote', source: source === undefined ? null : Number(source) }
				});
			}
			break;
		}
	}
	const whole = trimmed(note);
	if (problem.rule === 'schema' && whole !== null) {
		fixes.push({ label: 'Take the spaces off', fix: { is: 'write', note: whole } });
	}
	return fixes.filter(({ fix }) => !without.includes(fix.is));
}

/** The first sentence of the answer, the others put before what is explained; null where there is but one. */
function restToExplain(note: Note): Note | null {
	const answer = note.kind === 'basic' || note.kind === 'reversed' ? note.back : null;
	if (answer === null || parseRichText(answer).length === 0) return null;
	const [, first, rest] = /^([^]*?[.!?])\s+([^]+)$/.exec(answer.trim()) ?? [];
	if (first === undefined || rest === undefined) return null;
	return {
		...note,
		back: first,
		explain: [rest, note.explain ?? ''].filter((text) => text !== '').join('\n\n')
	} as Note;
}

/** The note without spaces around its texts; null where there are none. */
function trimmed(note: Note): Note | null {
	let isChanged = false;
	const next = Object.fromEntries(
		Object.entries(note).map(([name, value]: [string, unknown]) => {
			if (typeof value !== 'string' || value === value.trim()) return [name, value];
			isChanged = true;
			return [name, value.trim()];
		})
	);
	// Texts stay texts, so the shape is that of the note.
	return isChanged ? (next as unknown as Note) : null;
}
