import type { Evidence, Pack } from '../../domain/pack';
import type { Problem } from '../problem';
import type { Face } from './faces';
import { problem, type Lint } from './lint';
import { contentWords } from './words';

/** What a source may be called, with the kinds of evidence that go by that name. */
const CALLED: Readonly<Record<string, readonly Evidence[]>> = {
	study: ['trial'],
	trial: ['trial'],
	review: ['review'],
	abstract: ['abstract'],
	podcast: ['podcast'],
	episode: ['podcast'],
	talk: ['conference-talk'],
	article: ['web-page', 'clinic-page', 'news'],
	page: ['web-page', 'clinic-page'],
	label: ['label'],
	textbook: ['textbook'],
	paper: [],
	text: [],
	document: [],
	author: [],
	passage: [],
	report: [],
	experiment: []
};

/** “the study” with nothing after it that says which one. */
const UNNAMED = new RegExp(
	`\\b(?:the|this|these|those) (?:same )?(${Object.keys(CALLED).join('|')})(?<plural>s|ies)?\\b(?!\\s+(?:of|on|that|which|who|whose|about|by|from|in|with|at|named|called|presented|published|titled)\\b)`,
	'iu'
);
const FIRST = /^(?:it|its|this|these|those|they|their|he|she|his|her|the former|the latter)\b/i;
const LATER = /\b(?:it|its|they|them|their|this|these|those)\b/i;
/** “How long does it take”, “What is it called when”: this “it” points to nothing. */
const EMPTY =
	/^it(?: is| was)? (?:take|takes|took|called|that|to|when|if|possible|important|said|thought|known|mean)\b/i;

/** Months later a card comes alone: what it points to must be on it. */
export const dangling: Lint = {
	rules: ['dangling'],
	check: ({ faces, pack, placeOf }) =>
		faces.flatMap((face): Problem[] => {
			const found = unnamedSource(face, pack) ?? pointer(face);
			if (found === null) return [];
			const message = `“${found}” points to something that is not on the card. Name it.`;
			return [problem('error', 'dangling', placeOf(face.note.id, ...face.frontPath), face.note.id, message)];
		})
};

function unnamedSource({ front, note }: Face, { documents }: Pack): string | null {
	const found = UNNAMED.exec(front);
	if (found === null) return null;
	const noun = (found[1] ?? '').toLowerCase();
	// “The documents” are those of the deck.
	if (noun === 'document' && found.groups?.['plural'] !== undefined) return null;
	// Where the deck has one podcast, “the podcast” is its name.
	const kinds = CALLED[noun] ?? [];
	if (documents.filter(({ evidence }) => evidence.some((kind) => kinds.includes(kind))).length === 1) return null;
	const before = (note.kind === 'diagram' ? `${note.front} ` : '') + front.slice(0, found.index);
	return new RegExp(`\\b${noun}`, 'iu').test(before) ? null : found[0];
}

function pointer({ front, note, isQuestion }: Face): string | null {
	// Options and marks stand beside the question, so “these” and “this” can point to them.
	const seen = note.kind === 'choice' ? /^(these|those)$/i : note.kind === 'diagram' ? /^(this|it|its)$/i : null;
	const pattern = isQuestion ? LATER : FIRST;
	const found = pattern.exec(front);
	if (found === null || seen?.test(found[0]) || EMPTY.test(front.slice(found.index))) return null;
	return contentWords(front.slice(0, found.index)).length === 0 ? found[0] : null;
}
