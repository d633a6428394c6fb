import { AppError } from '../../domain/app-error';
import { parseCloze } from '../../domain/cloze';
import type { Note } from '../../domain/note';
import { TEXT_FIELDS, textsOf, withTexts, type TextField } from '../note-texts';
import type { Change, ProjectNote, ProjectState } from '../project';
import { changing, counted } from './changing';
import { inOrder } from './order';

export interface Search {
	readonly words: string;
	readonly caseSensitive: boolean;
	readonly wholeWords: boolean;
	/** Where to look; everywhere if it is not said. */
	readonly fields?: readonly TextField[];
}

export interface Found {
	readonly note: ProjectNote;
	/** How often the words stand in it. */
	readonly times: number;
}

/** The notes in whose texts the words stand, in the order of the deck. */
export function findInNotes(state: Pick<ProjectState, 'notes'>, search: Search): Found[] {
	const pattern = patternOf(search);
	if (pattern === null) return [];
	return inOrder(state.notes.values()).flatMap((note) => {
		let times = 0;
		for (const { text, field } of textsOf(note.note)) {
			if (!isSearched(search, field)) continue;
			inWords(text, note.note, field, (words) => {
				times += words.match(pattern)?.length ?? 0;
				return words;
			});
		}
		return times === 0 ? [] : [{ note, times }];
	});
}

/**
 * Puts other words in the place of some, in all notes or in those named. Marks of clozes stay, and quotes are never
 * touched, because they are the document's words.
 * @throws AppError `replacement-unsuitable` for one with marks of a cloze in it
 */
export function replaceInNotes(
	state: ProjectState,
	search: Search,
	replacement: string,
	ids?: readonly string[]
): Change {
	const pattern = patternOf(search);
	const change = changing(state, '', (now) => {
		for (const [id, each] of now.notes) {
			if (pattern === null || (ids !== undefined && !ids.includes(id))) continue;
			const note = withTexts(each.note, (text, field) =>
				isSearched(search, field)
					? inWords(text, each.note, field, (words) => words.replace(pattern, () => replacement))
					: text
			);
			now.notes.set(id, { ...each, note });
		}
	});
	if (change.patches.some(({ of }) => of === 'note') && /\{\{|\}\}|::/.test(replacement)) {
		const message = 'The words to put in hold marks of a cloze ({{, }} or ::). Set holes in the note itself.';
		throw new AppError('replacement-unsuitable', message);
	}
	return { ...change, label: `Replaced “${search.words}” in ${counted(change.patches.length, 'note')}` };
}

const isSearched = ({ fields = TEXT_FIELDS }: Search, field: TextField): boolean => fields.includes(field);

function patternOf({ words, caseSensitive, wholeWords }: Search): RegExp | null {
	if (words === '') return null;
	const plain = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const bounded = wholeWords ? `(?<![\\p{L}\\p{M}\\p{N}_])${plain}(?![\\p{L}\\p{M}\\p{N}_])` : plain;
	return new RegExp(bounded, caseSensitive ? 'gu' : 'giu');
}

/** Puts the words of a text through a function; of a cloze the stretches between its marks, one by one. */
function inWords(text: string, note: Note, field: TextField, map: (words: string) => string): string {
	if (note.kind !== 'cloze' || field !== 'text') return map(text);
	return parseCloze(text)
		.segments.map((segment) => {
			if (segment.kind === 'text') return map(segment.text);
			const words = map(segment.text);
			const hint = segment.hint === null ? null : map(segment.hint);
			if (words === segment.text && hint === segment.hint) return text.slice(segment.start, segment.end);
			return `{{c${segment.number}::${words}${hint === null ? '' : `::${hint}`}}}`;
		})
		.join('');
}
