import { canonicalJson } from '../deck-format/canonical-json';
import { noteFaults } from '../deck-format/note-faults';
import type { Note } from '../domain/note';

/** What a learner may word otherwise. Where a note stands, what it quotes and up to when it holds is the author's to say. */
const WORDABLE: readonly string[] =
	'front back reverse text answer accept distractors steps labels alt hint explain contrast'.split(' ');

/** Fields of a note with what they say from now on; null for what the deck says. */
export type Wording = Readonly<Record<string, unknown>>;

/**
 * What is to be written so that a note reads as it was typed: the fields that read otherwise than before. What reads as in
 * the deck is given back to it, so that the deck's updates reach it again.
 * @param deck the note as the deck has it; null for one of the learner's own
 */
export function wordingChange(now: Note, typed: Note, deck: Note | null): Wording {
	const [before, after, its] = [textsOf(now), textsOf(typed), deck && textsOf(deck)];
	return Object.fromEntries(
		WORDABLE.flatMap((field): [string, unknown][] => {
			const value = after[field];
			if (isSame(before[field], value)) return [];
			if (its !== null && isSame(its[field], value)) return [[field, null]];
			return [[field, value ?? takenOut(field, typed)]];
		})
	);
}

/** Gives every field back to the deck. */
export const deckWording = (own: Wording): Wording =>
	Object.fromEntries(Object.keys(own).map((field) => [field, null]));

/** A field that is left out cannot be told from one never written, so it is said what leaving it out means. */
function takenOut(field: string, typed: Note): unknown {
	return field === 'reverse' && typed.kind === 'reversed' ? { front: typed.back, back: typed.front } : '';
}

/** An aside with nothing in it is none. */
const textsOf = (note: Note): Record<string, unknown> =>
	Object.fromEntries(Object.entries(note).filter(([, value]) => value !== undefined && value !== ''));

const isSame = (a: unknown, b: unknown): boolean =>
	(a === undefined) === (b === undefined) && (a === undefined || canonicalJson(a) === canonicalJson(b));

/** What keeps a note from being asked as it was typed, in a plain sentence; null if nothing does. */
export function wordingFault(note: Note): string | null {
	const isEmpty = (text: string): boolean => text.trim() === '';
	if (note.kind === 'cloze') {
		return noteFaults(note, {}).length === 0 ? null : 'The sentence must hide some words: select them and press Hide.';
	}
	if (isEmpty(note.front)) return 'The question is empty. Write what is asked.';
	switch (note.kind) {
		case 'basic':
		case 'reversed':
			return isEmpty(note.back) ? 'The answer is empty. Write what is to be recalled.' : null;
		case 'typed':
			return isEmpty(note.answer) ? 'The answer is empty. Write what is to be typed.' : null;
		case 'choice':
			if (isEmpty(note.answer)) return 'The right answer is empty. Write it.';
			return note.distractors.every(({ text }) => isEmpty(text)) ? 'Write at least one wrong answer.' : null;
		case 'sequence':
			return note.steps.length < 3 || note.steps.length > 9 ? 'Write 3 to 9 steps, first to last.' : null;
		case 'diagram':
			return note.labels.some(({ answer }) => isEmpty(answer))
				? 'A hidden part has no answer. Write what it is.'
				: null;
	}
}
