import { describe, expect, it } from 'vitest';
import { deckWording, wordingChange, wordingFault } from '../../../src/lib/authoring/wording';
import type { ChoiceNote, Note, ReversedNote } from '../../../src/lib/domain/note';

const plain = { id: 'a', topic: 't', tags: [], sources: [] };
const deck: Note = { ...plain, kind: 'basic', front: 'Q', back: 'A', hint: 'H' };

describe('what a learner words otherwise', () => {
	it('is the fields that read otherwise, and nothing that is the author’s to say', () => {
		expect(wordingChange(deck, { ...deck, back: 'Mine', topic: 'other', asOf: '2025' }, deck)).toEqual({
			back: 'Mine'
		});
		expect(wordingChange(deck, { ...deck }, deck)).toEqual({});
	});

	it('is given back to the deck where it reads as there', () => {
		const now: Note = { ...deck, back: 'Mine', explain: 'Because' };
		expect(wordingChange(now, { ...now, back: 'A' }, deck)).toEqual({ back: null });
		const { explain: _, ...without } = now;
		expect(wordingChange(now, without, deck)).toEqual({ explain: null });
		expect(deckWording({ back: 'Mine', explain: 'Because' })).toEqual({ back: null, explain: null });
	});

	it('says of an aside taken out that it is empty, and of a turn taken out that it is plain', () => {
		const { hint: _, ...without } = deck;
		expect(wordingChange(deck, without, deck)).toEqual({ hint: '' });
		const both: ReversedNote = {
			...plain,
			kind: 'reversed',
			front: 'Q',
			back: 'A',
			reverse: { front: 'R', back: 'S' }
		};
		const { reverse: __, ...plainly } = both;
		expect(wordingChange(both, plainly, both)).toEqual({ reverse: { front: 'A', back: 'Q' } });
	});

	it('is not kept while it cannot be asked', () => {
		const choice: ChoiceNote = {
			...plain,
			kind: 'choice',
			front: 'Q',
			answer: 'A',
			distractors: [{ text: 'B', why: '' }]
		};
		expect(wordingFault(choice)).toBeNull();
		expect(wordingFault({ ...choice, distractors: [] })).toContain('wrong answer');
		expect(wordingFault({ ...deck, front: ' ' })).toContain('question is empty');
		expect(wordingFault({ ...plain, kind: 'cloze', text: 'No hole' })).toContain('hide some words');
		expect(wordingFault({ ...plain, kind: 'cloze', text: 'A {{c1::hole}}' })).toBeNull();
		expect(wordingFault({ ...plain, kind: 'sequence', front: 'Q', steps: ['1', '2'] })).toContain('3 to 9');
	});
});
