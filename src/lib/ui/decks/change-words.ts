import type { PackDiff } from '../../authoring/pack-diff';
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

/** A field's words without the marks of a cloze: what is hidden stands in brackets. */
export const readable = (text: string): string =>
	text.replace(/\{\{c\d+::([^]*?)(?:::[^]*?)?\}\}/g, (_, hidden: string) => `[${hidden}]`);

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
