import { describe, expect, it } from 'vitest';
import { draftFromSelection } from '../../../src/lib/authoring/drafts/from-selection';
import { WRITABLE_KINDS, withKind } from '../../../src/lib/authoring/drafts/kinds';
import { mergedDraft } from '../../../src/lib/authoring/drafts/merged';
import { asRichText, listed } from '../../../src/lib/authoring/drafts/note-parts';
import { splitDrafts } from '../../../src/lib/authoring/drafts/split';
import { frontOf, freshNoteId } from '../../../src/lib/authoring/note-draft';
import type { Note } from '../../../src/lib/domain/note';
import { toPlainText } from '../../../src/lib/domain/rich-text';
import { canonicalDocument } from '../../../src/lib/generation/canonical';

const QUOTE = 'Salt, sugar and malt change how fast yeast works.';
const about = {
	id: 'x',
	topic: 'dough',
	tags: ['a'],
	sources: [{ document: 'bread', quote: QUOTE, start: 0, end: QUOTE.length }],
	hint: 'In the bag.'
};
const list: Note = {
	...about,
	kind: 'basic',
	front: 'What changes how fast yeast works?',
	back: 'Salt, sugar and malt'
};
const cloze: Note = { ...about, kind: 'cloze', text: '{{c1::Salt::white}}, {{c2::sugar}} and malt change yeast.' };
const choice: Note = {
	...about,
	kind: 'choice',
	front: 'What slows yeast?',
	answer: 'Salt',
	distractors: [
		{ text: 'Malt', why: 'It feeds it.' },
		{ text: 'Honey', why: 'So does it.' }
	]
};
const typed: Note = { ...about, kind: 'typed', front: 'What slows yeast?', answer: 'Salt', accept: ['NaCl'] };
const sequence: Note = { ...about, kind: 'sequence', front: 'Order the steps', steps: ['Mix', 'Knead', 'Bake'] };
const reversed: Note = {
	...about,
	kind: 'reversed',
	front: 'Salt',
	back: 'NaCl',
	reverse: { front: 'NaCl is?', back: 'Salt' }
};
const all = [list, cloze, choice, typed, sequence, reversed];

describe('changing the kind of a note', () => {
	it('keeps id, sources and asides whatever the kinds', () => {
		for (const note of all) {
			for (const kind of WRITABLE_KINDS) {
				const { note: next } = withKind(note, kind);
				expect(next).toMatchObject({
					id: 'x',
					kind,
					topic: 'dough',
					tags: ['a'],
					sources: about.sources,
					hint: about.hint
				});
			}
		}
	});

	it('leaves a note of that kind as it is', () => {
		for (const note of all) expect(withKind(note, note.kind)).toEqual({ note, lost: [] });
	});

	it('hides the answer in the quoted sentence, and tells that the question goes', () => {
		expect(withKind(typed, 'cloze')).toEqual({
			note: { ...about, kind: 'cloze', text: '{{c1::Salt}}, sugar and malt change how fast yeast works.' },
			lost: ['the other answers that count as right', 'the question “What slows yeast?”']
		});
		expect(withKind({ ...typed, answer: 'Nothing here' }, 'cloze').note).toMatchObject({
			text: 'What slows yeast? {{c1::Nothing here}}'
		});
	});

	it('tells what the new kind has no place for', () => {
		expect(withKind(choice, 'basic').lost).toEqual(['the wrong answers, and why they are wrong']);
		expect(withKind(reversed, 'basic').lost[0]).toContain('NaCl is?');
		expect(withKind(cloze, 'basic').lost).toEqual(['the other hole', 'the hint “white” in the hole']);
		expect(withKind(list, 'reversed').lost).toEqual([]);
	});

	it('makes steps of a list and lines of steps', () => {
		expect(withKind(list, 'sequence').note).toMatchObject({ steps: ['Salt', 'sugar', 'malt'] });
		expect(withKind(sequence, 'basic').note).toMatchObject({ back: '1. Mix\n2. Knead\n3. Bake' });
		expect(withKind(withKind(sequence, 'basic').note, 'sequence').note).toEqual(sequence);
	});

	it('asks a cloze as its first hole', () => {
		expect(withKind(cloze, 'typed').note).toMatchObject({
			front: '…, sugar and malt change yeast.',
			answer: 'Salt',
			accept: []
		});
	});
});

describe('splitting a note', () => {
	it('gives each hole of a cloze a note of its own', () => {
		expect(splitDrafts(cloze).map((draft) => (draft.kind === 'cloze' ? draft.text : ''))).toEqual([
			'{{c1::Salt::white}}, sugar and malt change yeast.',
			'Salt, {{c1::sugar}} and malt change yeast.'
		]);
	});

	it('hides the parts of a list one by one in its sentence', () => {
		const parts = splitDrafts(list);
		expect(parts).toHaveLength(3);
		expect(parts[1]).toMatchObject({
			kind: 'cloze',
			text: 'Salt, {{c1::sugar}} and malt change how fast yeast works.'
		});
		const elsewhere = splitDrafts({ ...list, sources: [] });
		expect(elsewhere.map(frontOf)).toEqual(
			['1', '2', '3'].map((n) => `What changes how fast yeast works (${n} of 3)?`)
		);
	});

	it('parts a pair by its directions, and a sequence by its steps', () => {
		expect(splitDrafts(reversed)).toMatchObject([
			{ front: 'Salt', back: 'NaCl' },
			{ front: 'NaCl is?', back: 'Salt' }
		]);
		expect(splitDrafts(sequence)).toMatchObject([
			{ front: 'Order the steps: what comes after “Mix”?', back: 'Knead' },
			{ front: 'Order the steps: what comes after “Knead”?', back: 'Bake' }
		]);
	});

	it('leaves alone what asks one thing', () => {
		expect(splitDrafts(typed)).toEqual([typed]);
		expect(splitDrafts({ ...list, back: 'Salt, which is NaCl' })).toHaveLength(1);
	});
});

describe('merging notes', () => {
	it('puts the holes of one sentence together', () => {
		const [first, second] = splitDrafts(cloze);
		const merged = mergedDraft([{ ...first, id: 'a' } as Note, { ...second, id: 'b' } as Note]);
		expect(merged).toMatchObject({ kind: 'cloze', text: '{{c1::Salt::white}}, {{c2::sugar}} and malt change yeast.' });
	});

	it('puts answers one below another, and each source, tag and aside once', () => {
		const other: Note = { ...typed, tags: ['b'], hint: 'Another hint.' };
		expect(mergedDraft([list, other])).toMatchObject({
			kind: 'basic',
			front: 'What changes how fast yeast works?\nWhat slows yeast?',
			back: 'Salt, sugar and malt\nSalt',
			tags: ['a', 'b'],
			sources: about.sources,
			hint: 'In the bag.\n\nAnother hint.'
		});
	});

	it('puts sequences end to end', () => {
		expect(mergedDraft([sequence, { ...sequence, steps: ['Bake', 'Cool'] }])).toMatchObject({
			kind: 'sequence',
			front: 'Order the steps',
			steps: ['Mix', 'Knead', 'Bake', 'Cool']
		});
	});
});

describe('a note from a selection', () => {
	const canonical = canonicalDocument([
		{ kind: 'heading', text: 'Bread' },
		{ kind: 'paragraph', text: 'Gluten holds the gas. Salt slows yeast, which is why it is added late.' },
		{ kind: 'item', text: 'Mix the flour.' },
		{ kind: 'item', text: 'Knead the dough.' },
		{ kind: 'item', text: 'Bake it.' }
	]);
	const edition = { document: 'bread', canonical };
	const spanOf = (words: string) => {
		const start = canonical.text.indexOf(words);
		return { start, end: start + words.length };
	};
	const draft = (kind: Parameters<typeof draftFromSelection>[0], ...words: string[]) =>
		draftFromSelection(kind, edition, words.map(spanOf), 'dough');

	it('quotes the whole sentence, to the letter, and answers with the selected words', () => {
		const made = draft('basic', 'alt slow');
		expect(made).toMatchObject({ kind: 'basic', front: '', back: 'Salt slows', topic: 'dough' });
		const [source] = made.sources;
		expect(source?.quote).toBe('Salt slows yeast, which is why it is added late.');
		expect(canonical.text.slice(source?.start, source?.end)).toBe(source?.quote);
	});

	it('hides the selection in its sentence', () => {
		expect(draft('cloze', ' yeast')).toMatchObject({
			text: 'Salt slows {{c1::yeast}}, which is why it is added late.'
		});
		expect(draft('cloze', 'Salt', 'added late')).toMatchObject({
			text: '{{c1::Salt}} slows yeast, which is why it is {{c2::added late}}.'
		});
		expect(draft('cloze', 'Gluten holds the gas.')).toMatchObject({ text: 'Gluten holds the gas.' });
	});

	it('makes steps of several selections, or of the lines of one', () => {
		expect(draft('sequence', 'Bake it', 'Mix the flour')).toMatchObject({ steps: ['Bake it', 'Mix the flour'] });
		const run = draft('sequence', canonical.text.slice(canonical.text.indexOf('Mix')));
		expect(run).toMatchObject({ steps: ['Mix the flour', 'Knead the dough', 'Bake it'] });
		expect(run.sources.map(({ quote }) => quote)).toEqual(['Mix the flour.', 'Knead the dough.', 'Bake it.']);
	});

	it('fills the answer of every other kind', () => {
		expect(draft('typed', 'Gluten')).toMatchObject({ answer: 'Gluten', accept: [] });
		expect(draft('reversed', 'Gluten')).toMatchObject({ back: 'Gluten' });
		expect(draft('choice', 'Gluten')).toMatchObject({ answer: 'Gluten', distractors: [{ text: '' }, { text: '' }] });
		expect(draft('basic')).toMatchObject({ back: '', sources: [] });
	});
});

describe('words of a document', () => {
	it('read the same in a field where signs have a meaning', () => {
		for (const words of ['2*3*4', '*p* < 0.05', 'a^2^ and ~5 mg', 'C:\\temp', 'plain']) {
			expect(toPlainText(asRichText(words))).toBe(words);
		}
	});

	it('are a list only where something says so', () => {
		expect(listed('a; b; and c.')).toEqual(['a', 'b', 'c']);
		expect(listed('- one\n- two')).toEqual(['one', 'two']);
		expect(listed('salt and pepper')).toEqual(['salt', 'pepper']);
		expect(listed('In 1997, in Wales')).toEqual(['In 1997, in Wales']);
	});
});

describe('a note’s id', () => {
	it('is read from its front and never given twice', () => {
		const first = freshNoteId(list, 'seed', () => false);
		expect(first).toMatch(/^what-changes-how-fast-yeast-works-[a-z0-9]{4}$/);
		expect(freshNoteId(list, 'seed', () => false)).toBe(first);
		expect(freshNoteId(list, 'seed', (id) => id === first)).not.toBe(first);
		expect(freshNoteId({ ...list, front: '为什么？' }, 'seed', () => false)).toMatch(/^basic-[a-z0-9]{4}$/);
	});
});
