import { expect, it } from 'vitest';
import { cardsOf } from '../../../src/lib/domain/cards-of';
import type { Note } from '../../../src/lib/domain/note';

const base = { id: 'note', topic: 'topic', tags: [], sources: [] };
const label = (n: number) => ({ n, part: `part-${n}`, answer: 'a', ask: 'b' });

it.each<[string, Note, number[]]>([
	['a basic note', { ...base, kind: 'basic', front: 'a', back: 'b' }, [0]],
	['a reversed note', { ...base, kind: 'reversed', front: 'a', back: 'b' }, [0, 1]],
	['a cloze by its numbers', { ...base, kind: 'cloze', text: '{{c3::c}} {{c1::a}} {{c1::b}}' }, [0, 2]],
	['a cloze without deletions', { ...base, kind: 'cloze', text: 'nothing' }, []],
	['a typed note', { ...base, kind: 'typed', front: 'a', answer: 'b', accept: [] }, [0]],
	['a choice', { ...base, kind: 'choice', front: 'a', answer: 'b', distractors: [] }, [0]],
	['a sequence', { ...base, kind: 'sequence', front: 'a', steps: ['1', '2', '3'] }, [0]],
	[
		'a diagram by its labels',
		{ ...base, kind: 'diagram', front: 'a', drawing: 'd', alt: 'e', labels: [label(7), label(2)] },
		[2, 7]
	]
])('%s gives a card per ordinal', (_name, note, ordinals) => {
	const cards = cardsOf('deck', note);
	expect(cards.map((card) => card.ordinal)).toEqual(ordinals);
	expect(cards.map((card) => String(card.id))).toEqual(ordinals.map((ordinal) => `deck:note#${ordinal}`));
});
