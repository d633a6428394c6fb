import type { Candidate } from '../../../src/lib/generation/cards/candidate';
import type { Generated } from '../../../src/lib/generation/generate';
import { goldCard } from '../../../src/cli/gold-card';
import type { Defect, Fact, GoldDocument, Judgement } from '../../../src/cli/gold-set';

export const TEXT = 'Bees dance in the dark. A queen lays up to 2,000 eggs a day. Drones die in autumn.';

/** A basic candidate over a sentence of the text, whose answer is copied from it. */
export function candidate(sentence: string, front: string, answer: string, score = 0.5): Candidate {
	const start = TEXT.indexOf(sentence);
	const from = TEXT.indexOf(answer, start);
	return {
		note: {
			kind: 'basic',
			id: `n-${front.length}-${start}`,
			topic: 'draft',
			tags: [],
			sources: [{ document: 'bees', quote: sentence, start, end: start + sentence.length }],
			front,
			back: answer.charAt(0).toUpperCase() + answer.slice(1)
		},
		claim: {
			type: 'fact',
			sentence: { start, end: start + sentence.length },
			slots: [{ role: 'object', start: from, end: from + answer.length }],
			hedged: false,
			negated: false
		},
		key: '',
		answer: { start: from, end: from + answer.length },
		score,
		pattern: 'object'
	};
}

export const EGGS = candidate(
	'A queen lays up to 2,000 eggs a day.',
	'How many eggs does a queen lay a day?',
	'up to 2,000',
	0.9
);
export const DANCE = candidate('Bees dance in the dark.', 'Where do bees dance?', 'in the dark', 0.7);
export const DRONES = candidate('Drones die in autumn.', 'When do drones die?', 'in autumn', 0.4);

export const FACTS: readonly Fact[] = [
	fact('eggs', 'A queen lays up to 2,000 eggs', ['queen', 'eggs'], ['2,000']),
	fact('dance', 'Bees dance in the dark', ['bees', 'dance'], ['dark']),
	fact('drones', 'Drones die in autumn', ['drone'], ['autumn', 'die'])
];

export function fact(id: string, sentence: string, about: string[], answer: string[]): Fact {
	return { id, type: 'fact', sentence, also: [], says: sentence, about, answer };
}

export function judged({ note }: Candidate, ...defects: Defect[]): Judgement {
	return { ...goldCard(note), options: [], verdict: defects.length === 0 ? 'good' : 'bad', defects };
}

export function gold(...judgements: Judgement[]): GoldDocument {
	return {
		name: 'bees',
		file: 'bees.txt',
		set: 'dev',
		facts: FACTS,
		judgements: new Map(judgements.map((each) => [each.card, each]))
	};
}

export const generated = (...candidates: Candidate[]): Generated => ({
	document: 'bees',
	title: 'Bees',
	profile: 'prose',
	text: TEXT,
	blocks: [],
	statements: [],
	candidates,
	acronyms: {},
	refused: []
});
