import type { FieldChange, PackDiff } from '../../authoring/pack-diff';
import { toPlainText } from '../../domain/rich-text';
import { plural } from '../text/duration-text';

/** Fields of notes and decks as they are called to people. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
	front: 'Question',
	back: 'Answer',
	reverse: 'The other way round',
	text: 'Text',
	answer: 'Answer',
	accept: 'Also right',
	distractors: 'Wrong answers',
	steps: 'Steps',
	labels: 'Labels',
	alt: 'Described as',
	drawing: 'Drawing',
	hint: 'Hint',
	explain: 'Why',
	contrast: 'Not to be confused',
	asOf: 'Holds as of',
	tags: 'Tags',
	topic: 'Topic',
	kind: 'Kind of card',
	sources: 'Source',
	editorNote: 'Editor’s note',
	media: 'Pictures',
	title: 'Title',
	description: 'Description',
	authors: 'Authors',
	licence: 'Licence',
	language: 'Language',
	topics: 'Topics',
	preset: 'Proposed schedule'
};

export const fieldName = (field: string): string => FIELD_NAMES[field] ?? field;

/**
 * A field before and after as people read it: without the signs of emphasis, what a cloze hides in brackets. Where only
 * the signs differ, they are left in.
 */
export function readable({ before, after }: FieldChange): readonly [string, string] {
	const [was, is] = [inBrackets(before ?? ''), inBrackets(after ?? '')];
	const [plainWas, plainIs] = [plain(was), plain(is)];
	return plainWas === plainIs ? [was, is] : [plainWas, plainIs];
}

const inBrackets = (text: string): string =>
	text.replace(/\{\{c\d+::([^]*?)(?:::[^]*?)?\}\}/g, (_, hidden: string) => `[${hidden}]`);
/** Line by line, because the items of a list are parted by line ends. */
const plain = (text: string): string => text.split('\n').map(toPlainText).join('\n');

/** “2 new notes, 1 changed, 1 gone”; empty for none. */
export function changesText({ added, changed, removed, documents, about }: PackDiff): string {
	const parts: string[] = [];
	const say = (many: number, word: string): void => {
		if (many > 0) parts.push(parts.length === 0 ? `${plural(many, `${word} note`)}` : `${many} ${word}`);
	};
	say(added.length, 'new');
	say(changed.length, 'changed');
	say(removed.length, 'removed');
	if (documents.length > 0) parts.push(`${plural(documents.length, 'document')} changed`);
	if (parts.length === 0 && about.length > 0) return 'What is said of the deck';
	return parts.join(', ');
}
