import type { Note, Source } from '../../domain/note';
import { parseCloze, type ParsedCloze } from '../../domain/cloze';
import { toPlainText } from '../../domain/rich-text';
import type { NoteDraft } from '../note-draft';

type Shared = Pick<NoteDraft, 'topic' | 'tags' | 'sources'> &
	Pick<Note, 'editorNote' | 'asOf' | 'hint' | 'explain' | 'contrast' | 'media'>;

const SHARED = ['topic', 'tags', 'sources', 'editorNote', 'asOf', 'hint', 'explain', 'contrast', 'media'] as const;

/** What notes of all kinds have. */
export function sharedOf(note: NoteDraft): Shared {
	const { topic, tags, sources } = note;
	const found: Record<string, unknown> = {};
	for (const name of SHARED) if (note[name] !== undefined) found[name] = note[name];
	return { ...found, topic, tags, sources };
}

/** Words as they stand in a document, for a field where stars and the like have a meaning. */
export function asRichText(words: string): string {
	return toPlainText(words) === words ? words : words.replace(/[\\*`^~]/g, '\\$&');
}

/** Each source once, in the order in which they come. */
export function distinctSources(sources: readonly Source[]): Source[] {
	return [...new Map(sources.map((each) => [`${each.document}#${each.start}-${each.end}`, each])).values()];
}

/** A cloze with some of its holes filled in and the others numbered from 1. */
export function withHoles({ segments }: ParsedCloze, numbers: readonly number[]): string {
	return segments
		.map((segment) => {
			if (segment.kind === 'text') return segment.text;
			const number = numbers.indexOf(segment.number) + 1;
			if (number === 0) return segment.text;
			return `{{c${number}::${segment.text}${segment.hint === null ? '' : `::${segment.hint}`}}}`;
		})
		.join('');
}

/** The parts of an answer that lists several: by lines, by semicolons, or by commas with a last “and”. */
export function listed(answer: string): string[] {
	const clean = (parts: readonly string[]): string[] =>
		parts.map((part) => part.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim()).filter((part) => part !== '');
	const lines = clean(answer.split('\n'));
	if (lines.length > 1) return lines;
	const clauses = clean(answer.replace(/\.$/, '').split(/\s*;\s*(?:and |or )?/));
	if (clauses.length > 1) return clauses;
	// Commas part a list only where an “and” or “or” ends it; a comma alone may part anything.
	const list = /^(.+?)(?:,? (?:and|or) )([^,]+)$/.exec(answer.replace(/\.$/, ''));
	if (list === null) return [answer];
	const first = clean((list[1] ?? '').split(/,\s+/));
	return first.length + 1 >= 2 && !/ (?:and|or) /.test(list[1] ?? '') ? [...first, (list[2] ?? '').trim()] : [answer];
}

/** A text with the first occurrence of some words made a hole; null where they do not stand in it as whole words. */
export function hiding(text: string, words: string, number = 1): string | null {
	const at = wordsAt(text, words);
	if (at === -1 || parseCloze(text).problems.length > 0) return null;
	return `${text.slice(0, at)}{{c${number}::${text.slice(at, at + words.length)}}}${text.slice(at + words.length)}`;
}

function wordsAt(text: string, words: string): number {
	if (words.trim() === '') return -1;
	const [whole, wanted] = [text.toLowerCase(), words.toLowerCase()];
	// Letters whose lower case is longer would put every offset behind them out of place.
	if (whole.length !== text.length || wanted.length !== words.length) return -1;
	for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
		if (!isWord(text.charAt(at - 1)) && !isWord(text.charAt(at + words.length))) return at;
	}
	return -1;
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
