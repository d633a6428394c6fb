import { describe, expect, it } from 'vitest';
import { readDeck } from '../../../src/lib/deck-format/read-deck';
import { LINES_BEFORE_TEXT, note, smallDeck, TEXT } from './small-deck';

const QUEEN = 'kind: basic\nfront: How many queens has a hive?\nback: One';

/** `file:line:column rule` of every problem, then the messages. */
async function problemsOf(files: Parameters<typeof readDeck>[0]) {
	const { problems, value } = await readDeck(files);
	return {
		value,
		at: problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
		messages: problems.map((problem) => problem.message).join('\n')
	};
}

describe('a sound deck', () => {
	it('becomes a pack with every quote at its offsets', async () => {
		const { value, problems } = await readDeck(smallDeck({ notes: note(QUEEN) }));
		expect(problems).toEqual([]);
		const source = value?.notes[0]?.sources[0];
		expect(source).toEqual({ document: 'guide', quote: 'A hive has one queen.', start: 0, end: 21 });
		expect(value?.documents[0]?.text).toBe(TEXT);
		expect(value?.notes[0]).toMatchObject({ id: 'one', topic: 'hive', tags: [] });
	});

	it('reads the same with a byte order mark and Windows line ends', async () => {
		const unix = smallDeck({ notes: note(QUEEN), text: 'A hive has\none queen.' });
		const windows = new Map([...unix].map(([path, text]) => [path, `\uFEFF${String(text).replace(/\n/g, '\r\n')}`]));
		const bytes = new Map([...windows].map(([path, text]) => [path, new TextEncoder().encode(text)]));
		const expected = await readDeck(unix);
		expect(expected.value).not.toBeNull();
		expect(await readDeck(windows)).toEqual(expected);
		expect(await readDeck(bytes)).toEqual(expected);
	});

	it('reads a quote folded over lines in YAML', async () => {
		const folded = `- id: one
  kind: basic
  front: Who?
  back: Workers
  source:
    - document: guide
      quote: >-
        Workers build
        comb of wax.
`;
		const { value } = await readDeck(smallDeck({ notes: folded }));
		expect(value?.notes[0]?.sources[0]).toMatchObject({ start: 22, end: 48 });
	});

	it('takes unquoted figures as text', async () => {
		const { value } = await readDeck(smallDeck({ notes: note('kind: typed\nfront: How many?\nanswer: 1.10') }));
		expect(value?.notes[0]).toMatchObject({ answer: '1.10', accept: [] });
	});
});

describe('broken YAML', () => {
	it.each([
		['an empty file', '', 'hive.yaml:1:1 yaml', 'nothing here'],
		['only a comment', '# later\n', 'hive.yaml:1:1 yaml', 'nothing here'],
		['a tab as indentation', '- id: one\n\tkind: basic\n', 'hive.yaml:2:2 yaml', 'Use spaces'],
		['a key twice', note(`${QUEEN}\nback: Two`), 'hive.yaml:5:3 yaml', 'twice'],
		['a colon in a text', note('kind: basic\nfront: Which: this?\nback: One'), 'hive.yaml:3:10 yaml', 'quotes'],
		['a map for a list', 'id: one\n', 'hive.yaml:1:1 schema', 'list of notes'],
		['an alias', '- &a one\n- *a\n', 'hive.yaml:2:3 yaml', 'Write the value out']
	])('%s is told at its place', async (_, notes, place, message) => {
		const { value, at, messages } = await problemsOf(smallDeck({ notes }));
		expect(value).toBeNull();
		expect(at).toContain(place);
		expect(messages).toContain(message);
	});
});

describe('a note that does not fit', () => {
	it.each([
		['an unknown kind', note('kind: basik\nfront: F\nback: B'), 'hive.yaml:2:9 schema', 'Did you mean “basic”?'],
		['an unknown key', note(`${QUEEN}\nexplian: So.`), 'hive.yaml:5:3 schema', 'Did you mean “explain”?'],
		['a missing key', note('kind: basic\nfront: F'), 'hive.yaml:1:3 schema', '“back” is missing'],
		['an empty text', note('kind: basic\nfront: ""\nback: B'), 'hive.yaml:3:10 schema', 'empty'],
		['a bad id', note(QUEEN, undefined, 'Not_Good'), 'hive.yaml:1:7 schema', 'lower-case'],
		['an impossible date', note(`${QUEEN}\nasOf: 2025-13`), 'hive.yaml:5:9 schema', '2025-06'],
		['two steps', note('kind: sequence\nfront: F\nsteps: [a, b]'), 'hive.yaml:4:10 schema', '3 to 9'],
		['a cloze without a hole', note('kind: cloze\ntext: All shown.'), 'hive.yaml:3:9 schema', 'hides nothing'],
		['a cloze without an end', note('kind: cloze\ntext: "{{c1::All"'), 'hive.yaml:3:9 schema', '}}'],
		['no source', '- id: one\n  kind: basic\n  front: F\n  back: B\n', 'hive.yaml:1:3 source', 'no source'],
		[
			'a missing drawing',
			note('kind: diagram\nfront: F\ndrawing: a.svg\nalt: A\nlabels: [{n: 0, part: p, answer: a, ask: q}]'),
			'hive.yaml:4:12 media',
			'media/a.svg'
		],
		[
			'a missing picture',
			note(`${QUEEN}\nmedia: [{ file: a.png, alt: A square. }]`),
			'hive.yaml:5:19 media',
			'media/a.png'
		]
	])('%s is told at its place', async (_, notes, place, message) => {
		const { value, at, messages } = await problemsOf(smallDeck({ notes }));
		expect(value).toBeNull();
		expect(at).toContain(place);
		expect(messages).toContain(message);
	});

	it('does not hide the notes after it', async () => {
		const notes = note('kind: basik') + note('kind: basic\nfront: F', undefined, 'two');
		const { at } = await problemsOf(smallDeck({ notes }));
		expect(at).toEqual(['hive.yaml:2:9 schema', 'hive.yaml:6:3 schema']);
	});

	it('may not take the id of another', async () => {
		const { at, messages } = await problemsOf(smallDeck({ notes: note(QUEEN) + note(QUEEN) }));
		expect(at).toEqual(['hive.yaml:8:7 duplicate-id']);
		expect(messages).toContain('hive.yaml:1');
	});

	it('may not have both a source and an editor’s note', async () => {
		const notes = note(`${QUEEN}\neditorNote: { statement: S, citation: C, date: 2020 }`);
		expect((await problemsOf(smallDeck({ notes }))).at).toEqual(['hive.yaml:7:5 source']);
	});
});

describe('a quote', () => {
	const quoted = (quote: string, text = TEXT) => problemsOf(smallDeck({ notes: note(QUEEN, quote), text }));

	it('that is not in the document is told with the closest sentence', async () => {
		const { at, messages } = await quoted('A hive has a queen.');
		expect(at).toEqual(['hive.yaml:7:14 quote']);
		expect(messages).toContain('The closest sentence is: “A hive has one queen.”');
	});

	it('that stands twice is told to be longer', async () => {
		const { at, messages } = await quoted('one queen', 'A hive has one queen. So one queen lays.');
		expect(at).toEqual(['hive.yaml:7:14 quote']);
		expect(messages).toContain('2 times');
	});

	it('is counted where its occurrences overlap', async () => {
		expect((await quoted('to and to', 'They go to and to and to comb.')).messages).toContain('2 times');
	});

	it('may not run over the end of a paragraph', async () => {
		const { messages } = await quoted('one queen. Workers', 'A hive has one queen.\n\n@ p. 2\nWorkers build comb.');
		expect(messages).toContain('end of a paragraph');
	});

	it('that differs in capitals is told how it reads', async () => {
		expect((await quoted('a hive has one queen')).messages).toContain('“A hive has one queen”');
	});

	it('may not begin inside a word', async () => {
		expect((await quoted('ive has one queen.')).messages).toContain('inside a word');
	});

	it('of an unknown document is told which was meant', async () => {
		const notes = note(QUEEN).replace('document: guide', 'document: giude');
		const { at, messages } = await problemsOf(smallDeck({ notes }));
		expect(at).toEqual(['hive.yaml:6:17 source']);
		expect(messages).toContain('Did you mean “guide”?');
	});
});

describe('the folder', () => {
	it('needs deck.yaml', async () => {
		expect((await problemsOf(new Map())).at).toEqual(['deck.yaml:1:1 missing-file']);
	});

	it('needs a file for each topic, told where deck.yaml names it', async () => {
		const files = new Map(smallDeck({ notes: note(QUEEN) }));
		files.delete('hive.yaml');
		expect((await problemsOf(files)).at).toEqual(['deck.yaml:9:11 missing-file']);
	});

	it('may not hold notes of a topic that deck.yaml does not name', async () => {
		const { at, messages } = await problemsOf(smallDeck({ notes: note(QUEEN), files: { 'hivr.yaml': note(QUEEN) } }));
		expect(at).toEqual(['hivr.yaml:1:1 stray-file']);
		expect(messages).toContain('hive.yaml');
	});

	it('warns of a picture that no note shows, and is still a deck', async () => {
		const { value, at } = await problemsOf(smallDeck({ notes: note(QUEEN), files: { 'media/a.svg': '<svg/>' } }));
		expect(at).toEqual(['media/a.svg:1:1 stray-file']);
		expect(value).not.toBeNull();
	});

	it('does not blame quotes for a document that cannot be read', async () => {
		const files = new Map(smallDeck({ notes: note(QUEEN) }));
		files.set('documents/guide.md', '');
		expect((await problemsOf(files)).at).toEqual(['documents/guide.md:1:1 document']);
	});

	it('refuses a picture that is not what its name says', async () => {
		const notes = note(`${QUEEN}\nmedia: [{ file: a.png, alt: A square. }]`);
		const { at } = await problemsOf(smallDeck({ notes, files: { 'media/a.png': new Uint8Array([1, 2, 3, 4]) } }));
		expect(at).toEqual(['media/a.png:1:1 media']);
	});
});

describe('a document', () => {
	it('tells a locator without paragraph, an unknown kind of evidence, and what it does not read', async () => {
		const text = 'A hive has one queen.\n\n@ p. 2 [trail]\nDrones.\n\n- a list\n\n@ p. 3';
		const { at, messages } = await problemsOf(smallDeck({ notes: note(QUEEN), text }));
		const line = (n: number) => `documents/guide.md:${LINES_BEFORE_TEXT + n}:1`;
		expect(at).toEqual([`${line(3)} locator`, `${line(6)} document`, `${line(6)} locator`, `${line(8)} locator`]);
		expect(messages).toContain('Did you mean “trial”?');
	});

	it('keeps headings, locators and evidence as blocks of its text', async () => {
		const text = 'One line\nand another.\n\n## Drones\n\n@ p. 2 [trial]\nDrones fly. They return.';
		const { value } = await readDeck(smallDeck({ notes: note(QUEEN, 'Drones fly.'), text }));
		const document = value?.documents[0];
		expect(document?.text).toBe('One line and another.\n\nDrones\n\nDrones fly. They return.');
		expect(document?.blocks).toEqual([
			{ kind: 'paragraph', start: 0, end: 21, locator: 'p. 1' },
			{ kind: 'heading', start: 23, end: 29 },
			{ kind: 'paragraph', start: 31, end: 55, locator: 'p. 2', evidence: 'trial' }
		]);
		expect(document?.statements.map(({ start, end }) => document.text.slice(start, end))).toEqual([
			'One line and another.',
			'Drones fly.',
			'They return.'
		]);
	});

	it('holds its left-out statements to the text', async () => {
		const leave = (quote: string) => {
			const files = new Map(smallDeck({ notes: note(QUEEN) }));
			const text = String(files.get('documents/guide.md'));
			files.set(
				'documents/guide.md',
				text.replace('sha256', `leftOut: [{ quote: ${quote}, reason: Trivial. }]\nsha256`)
			);
			return problemsOf(files);
		};
		expect((await leave('Workers build comb of wax.')).value?.documents[0]?.statements[1]?.leftOut).toBe('Trivial.');
		expect((await leave('Workers build wax.')).messages).toContain('closest is: “Workers build comb of wax.”');
		expect((await leave('Workers build comb')).messages).toContain('whole of it');
		expect((await leave('Workers build comb')).at).toEqual(['documents/guide.md:7:20 left-out']);
	});
});
