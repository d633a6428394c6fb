import { clozeText, parseCloze } from '../../domain/cloze';
import type { Note, NoteKind } from '../../domain/note';
import type { NoteDraft } from '../note-draft';
import { hiding, listed, sharedOf, withHoles } from './note-parts';

/** Kinds that a note can be made into; a diagram needs a drawing. */
export type WritableKind = Exclude<NoteKind, 'diagram'>;
export const WRITABLE_KINDS = [
	'basic',
	'reversed',
	'cloze',
	'typed',
	'choice',
	'sequence'
] as const satisfies readonly WritableKind[];

export interface Converted {
	readonly note: Note;
	/** What the new kind has no place for, in words to be told before it is saved; empty where nothing is lost. */
	readonly lost: readonly string[];
}

/** The note as one of another kind, its id, sources and asides kept. */
export function withKind(note: Note, kind: WritableKind): Converted {
	if (note.kind === kind) return { note, lost: [] };
	const asked = partsOf(note);
	const made = ofKind(kind, asked, note);
	return { note: { ...made.draft, id: note.id }, lost: [...asked.lost, ...made.lost] };
}

interface Asked {
	readonly front: string;
	readonly back: string;
	readonly items: readonly string[];
	/** A sentence with the answer hidden, where there is one. */
	readonly cloze: string | null;
	readonly accept: readonly string[];
	readonly lost: readonly string[];
}

function partsOf(note: Note): Asked {
	const none = { items: [], cloze: null, accept: [], lost: [] };
	switch (note.kind) {
		case 'basic':
			return { ...none, front: note.front, back: note.back, items: listed(note.back) };
		case 'reversed': {
			const lost = note.reverse === undefined ? [] : [`the wording of the second card (“${note.reverse.front}”)`];
			return { ...none, front: note.front, back: note.back, items: listed(note.back), lost };
		}
		case 'typed':
			return { ...none, front: note.front, back: note.answer, items: listed(note.answer), accept: note.accept };
		case 'choice': {
			const lost = note.distractors.length === 0 ? [] : ['the wrong answers, and why they are wrong'];
			return { ...none, front: note.front, back: note.answer, items: listed(note.answer), lost };
		}
		case 'sequence': {
			const back = note.steps.map((step, i) => `${i + 1}. ${step}`).join('\n');
			return { ...none, front: note.front, back, items: note.steps };
		}
		case 'cloze':
			return partsOfCloze(note.text);
		case 'diagram':
			return {
				...none,
				front: note.front,
				back: note.labels.map(({ answer }) => answer).join('\n'),
				lost: ['the drawing']
			};
	}
}

function partsOfCloze(text: string): Asked {
	const parsed = parseCloze(text);
	const [first = 1, ...others] = parsed.numbers;
	const own = parsed.segments.filter((segment) => segment.kind === 'deletion' && segment.number === first);
	const isOwn = (segment: (typeof parsed.segments)[number]): boolean => own.includes(segment);
	const hints = own.flatMap((segment) => (segment.kind === 'deletion' && segment.hint !== null ? [segment.hint] : []));
	const lost: string[] = [];
	if (others.length > 0) lost.push(others.length === 1 ? 'the other hole' : `the ${others.length} other holes`);
	if (hints.length > 0) lost.push(`the hint “${hints[0] ?? ''}” in the hole`);
	const back = [...new Set(own.map((segment) => segment.text))].join('; ');
	return {
		front: parsed.segments.map((segment) => (isOwn(segment) ? '…' : segment.text)).join(''),
		back,
		items: listed(back),
		cloze: withHoles(parsed, [first]),
		accept: [],
		lost
	};
}

interface Made {
	readonly draft: NoteDraft;
	readonly lost: readonly string[];
}

function ofKind(kind: WritableKind, asked: Asked, from: Note): Made {
	const shared = sharedOf(from);
	const { front, back } = asked;
	const lost = kind === 'typed' || asked.accept.length === 0 ? [] : ['the other answers that count as right'];
	switch (kind) {
		case 'basic':
		case 'reversed':
			return { draft: { ...shared, kind, front, back }, lost };
		case 'typed':
			return { draft: { ...shared, kind, front, answer: back, accept: asked.accept }, lost };
		case 'choice': {
			const distractors = [0, 1].map(() => ({ text: '', why: '' }));
			return { draft: { ...shared, kind, front, answer: back, distractors }, lost };
		}
		case 'sequence':
			return { draft: { ...shared, kind, front, steps: asked.items }, lost };
		case 'cloze': {
			const { text, isAsked } = clozeOf(asked, from);
			return { draft: { ...shared, kind, text }, lost: isAsked ? lost : [...lost, `the question “${front}”`] };
		}
	}
}

/** The quoted sentence with the answer hidden; the question with the answer hidden behind it where it does not stand there. */
function clozeOf({ cloze, front, back, items }: Asked, from: Note): { text: string; isAsked: boolean } {
	if (cloze !== null) return { text: cloze, isAsked: true };
	for (const { quote } of from.sources) {
		const hidden = hiding(quote, back) ?? hidingAll(quote, items);
		if (hidden !== null) return { text: hidden, isAsked: false };
	}
	return { text: `${front} {{c1::${clozeText(back)}}}`, isAsked: true };
}

function hidingAll(quote: string, items: readonly string[]): string | null {
	let text: string | null = items.length > 1 ? quote : null;
	for (const [i, item] of items.entries()) if (text !== null) text = hiding(text, item, i + 1);
	return text;
}
