import { describe, expect, it } from 'vitest';
import { checkDeck } from '../../../src/lib/deck-format/check-deck';
import { LINTS } from '../../../src/lib/deck-format/lint/lints';
import { note, smallDeck, type Parts } from './small-deck';

/** `severity rule` of all that the lints say of a deck; what only concerns how much of the text is covered is left out. */
async function lintsOf(parts: Parts): Promise<string[]> {
	const { problems } = await checkDeck(smallDeck(parts));
	return problems.filter(({ rule }) => rule !== 'coverage').map(({ severity, rule }) => `${severity} ${rule}`);
}

const basic = (front: string, back: string, more = ''): string =>
	`kind: basic\nfront: ${JSON.stringify(front)}\nback: ${JSON.stringify(back)}${more && `\n${more}`}`;

/** What the lints say of one card that rests on this sentence. */
const card = (front: string, back: string, text: string, more = '', deck = ''): Promise<string[]> =>
	lintsOf({ notes: note(basic(front, back, more), text), text, deck });

const words = (count: number): string =>
	Array.from({ length: count }, (_, i) => `word${String.fromCharCode(97 + i)}`).join(' ');

/** Cards that the lint must let pass (null) or tell: front, back, quote, and more of the note or of deck.yaml. */
type Example = readonly [
	expected: string | null,
	front: string,
	back: string,
	quote: string,
	more?: string,
	deck?: string
];

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
	length: [
		[null, `${words(14)} what?`, 'Wax', 'Comb is made of wax.'],
		['warning front-long', `${words(16)} what?`, 'Wax', 'Comb is made of wax.'],
		['error front-too-long', `${words(26)} what?`, 'Wax', 'Comb is made of wax.'],
		['error front-too-long', `${'W'.repeat(201)}?`, 'Wax', 'Comb is made of wax.'],
		[null, 'What?s', words(15), `${words(15)}.`],
		['warning back-long', 'Which words?', words(16), `${words(16)}.`],
		['error back-too-long', 'Which words?', words(31), `${words(31)}.`]
	],
	'one fact': [
		[null, 'What is comb made of?', 'Wax, resin and dust', 'Comb is made of wax, resin and dust.'],
		['error more-than-one-fact', 'What is comb made of and who makes it?', 'Wax', 'Comb is made of wax.'],
		['error more-than-one-fact', 'What is comb made of? Who makes it?', 'Wax', 'Comb is made of wax.'],
		['warning more-than-one-fact', 'What is comb?', 'Wax. Workers make it.', 'Workers make wax.'],
		[null, 'Which two things is comb?', 'Wax; a store', 'Comb is wax and a store.'],
		[
			'error list-too-long',
			'What do bees carry?',
			'Wax, resin, pollen, nectar and water',
			'Bees carry wax, resin, pollen, nectar and water.'
		],
		['error list-too-long', 'Which five things do bees carry?', 'Wax', 'Bees carry wax.'],
		[
			null,
			'What happens?',
			'If bees swarm, they look for a hole, which takes hours, and settle',
			'If bees swarm, they look for a hole, which takes hours, and settle.'
		]
	],
	'yes or no': [
		['error yes-no', 'Do drones sting?', 'They do', 'Drones sting.'],
		['error yes-no', 'In summer, do drones sting?', 'They do', 'Drones sting.'],
		['error yes-no', 'Drones sting: right or wrong?', 'No, drones lack a sting', 'No drones sting.'],
		[null, 'Is comb made of wax or of paper?', 'Wax', 'Comb is made of wax.'],
		[null, 'What do drones do?', 'Sting', 'Drones sting.']
	],
	'vague ask': [
		['error vague-ask', 'What about drones?', 'Sting', 'Drones sting.'],
		['error vague-ask', 'Describe the queen.', 'Large', 'A queen is large.'],
		[null, 'What size is a queen?', 'Large', 'A queen is large.']
	],
	dangling: [
		['error dangling', 'What does it do?', 'Sting', 'Drones sting.'],
		['error dangling', 'This bee does what?', 'Sting', 'Drones sting.'],
		['error dangling', 'What did the study find?', 'Wax', 'A study found wax.'],
		[null, 'What did the study of comb find?', 'Wax', 'A study of comb found wax.'],
		[null, 'What does a drone do when it flies?', 'Sting', 'Drones sting.'],
		[null, 'How long does it take to build comb?', 'Days', 'Comb takes days.'],
		[null, 'What does the textbook say of comb?', 'Wax', 'Comb is wax.'],
		[null, 'On what do the documents agree?', 'Wax', 'Comb is wax.']
	],
	'answer on front': [
		['error answer-on-front', 'Which wax is comb wax?', 'Wax', 'Comb is wax.'],
		['error answer-on-front', 'Of what waxes is comb made?', 'Wax', 'Comb is wax.'],
		[
			'warning answer-on-front',
			'Who builds comb from wax?',
			'Young workers build comb from wax',
			'Young workers build comb from wax.'
		],
		[null, 'Is comb wax or paper?', 'Wax', 'Comb is wax.'],
		[null, 'Which dance is it called when bees dance?', 'The waggle dance', 'Bees dance the waggle dance.']
	],
	'quote support': [
		[null, 'What is comb?', 'A store of honey', 'Comb stores honey.'],
		['warning quote-support', 'What is comb?', 'A building by insects', 'Comb stores honey.'],
		['error quote-lacks-figure', 'How many eggs a day?', '1,500 eggs', 'A queen lays 2,000 eggs a day.'],
		[null, 'How many queens?', 'Three queens', 'There were 3 queens.'],
		['error quote-lacks-figure', 'How long?', '3 weeks', 'It takes 3 days, said workers.'],
		[null, 'How long?', 'Thrice weekly', 'Thrice every week.'],
		['error quote-lacks-figure', 'How much?', '5 mg', 'Bees got 5 µg.'],
		[null, 'How much?', '50 %', 'Half, 50 percent, flew.'],
		['warning quote-lacks-figure', 'What did bees do in 2020?', 'They flew', 'They flew in 2021.'],
		[null, 'What did bees do, says the guide of 2019?', 'They flew', 'They flew.'],
		['error quote-lacks-figure', 'When?', 'In June 2019', 'They flew in July 2019.'],
		['error quote-lacks-name', 'Which acid?', 'The acid RNA', 'Bees hold the acid DNA.'],
		['error quote-lacks-name', 'Which drug?', 'The drug diazepam', 'Bees got the drug morphine.'],
		[null, 'Which hormone?', 'JH', 'Juvenile hormone rises.', '', 'acronyms: { JH: juvenile hormone }'],
		[null, 'Which hormone?', 'Juvenile hormone', 'JH rises.', '', 'acronyms: { JH: juvenile hormone }']
	],
	negation: [
		['error negation-lost', 'What do drones do to keepers?', 'Sting keepers', 'Drones do not sting keepers.'],
		[
			'warning negation-lost',
			'What are drones and queens?',
			'Bees that sting',
			'Drones and queens are bees. They do not sting.'
		],
		[null, 'What do drones never do?', 'Sting', 'Drones do not sting.'],
		[null, 'What do drones do?', 'Mate', 'Drones mate, but do not sting.'],
		['warning negation-added', 'What do drones do?', 'Not sting', 'Drones sting.']
	],
	hedge: [
		['error hedge-lost', 'What do drones sense?', 'Heat', 'Drones may sense heat.'],
		['error hedge-lost', 'What do drones sense?', 'Heat', 'Studies suggest that drones sense heat.'],
		[null, 'What may drones sense?', 'Heat', 'Drones are thought to sense heat.'],
		['warning hedge-lost', 'What do drones sense, as experts say?', 'Heat', 'Drones may sense heat.'],
		[null, 'What do drones do?', 'Fly', 'Drones fly. Drones may sense heat.'],
		[null, 'When do drones fly?', 'On 1 May', 'Drones fly on 1 May.'],
		['error animals-lost', 'What does smoke lower?', 'Fear', 'Smoke lowers fear in mice.'],
		[null, 'What does smoke lower in mice?', 'Fear', 'Smoke lowers fear in mice.']
	],
	'as of': [
		['error as-of', 'Which smoke is approved?', 'Pine smoke', 'Pine smoke is approved.'],
		['error as-of', 'Which smoke is currently sold?', 'Pine smoke', 'Pine smoke is currently sold.'],
		[null, 'Which smoke is approved?', 'Pine smoke', 'Pine smoke is approved.', 'asOf: 2025-06']
	],
	terms: [
		[
			'error terms-confused',
			'What does spray smoke given nasally to the nasal cavity do?',
			'Calms',
			'Smoke given orally calms.'
		],
		[
			'error terms-confused',
			'How are drones called?',
			'Males of wasps',
			'Drones are males of bees.',
			'',
			'terms: [[bees], [wasps]]'
		],
		[null, 'How are drones called?', 'Males of bees', 'Drones are males of bees.', '', 'terms: [[bees], [wasps]]'],
		[
			null,
			'What makes royal jelly?',
			'Nurse bees',
			'Nurse bees make royal jelly.',
			'',
			'terms: [[jelly], [royal jelly]]'
		],
		[
			'error terms-confused',
			'Which use of smoke is licensed?',
			'Calming',
			'Calming is an off-label use of smoke.',
			'asOf: 2025'
		]
	],
	acronyms: [
		['error acronym', 'What does QMP calm?', 'Workers', 'QMP calms workers.'],
		[null, 'What does QMP calm?', 'Workers', 'QMP calms workers.', '', 'acronyms: { QMP: queen mandibular pheromone }'],
		[null, 'What does QMP calm?', 'Workers', 'Queen mandibular pheromone (QMP) calms workers.']
	]
};

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
	for (const [expected, front, back, quote, more, deck] of examples) {
		it(`${expected ?? 'passes'}: ${front} — ${back}`, async () => {
			const found = await card(front, back, quote, more, deck);
			if (expected === null) expect(found).toEqual([]);
			else expect(found).toContain(expected);
		});
	}
});

describe('cloze', () => {
	const cloze = (text: string, quote: string) =>
		lintsOf({ notes: note(`kind: cloze\ntext: ${JSON.stringify(text)}`, quote), text: quote });

	it('hides at most 40 % of its words', async () => {
		expect(await cloze('Comb is {{c1::made of wax}}.', 'Comb is made of wax.')).toContain('error cloze-hides-too-much');
		expect(await cloze('Comb is made of {{c1::wax}}.', 'Comb is made of wax.')).toEqual([]);
	});

	it('hides no stop word', async () => {
		expect(await cloze('Comb {{c1::is}} made of wax.', 'Comb is made of wax.')).toContain(
			'error cloze-hides-stop-word'
		);
	});

	it('does not show elsewhere what it hides', async () => {
		const quote = 'Wax comb is made of wax by bees.';
		expect(await cloze('Wax comb is made of {{c1::wax}} by bees.', quote)).toContain('error answer-on-front');
	});
});

describe('notes side by side', () => {
	const text = 'Workers build comb of wax. A hive has one queen in summer.';
	const two = (first: string, second: string) =>
		lintsOf({
			text,
			notes: note(first, 'Workers build comb of wax.') + note(second, 'Workers build comb of wax.', 'two')
		});

	it('are not the same card twice', async () => {
		const twice = basic('What do workers build?', 'Comb');
		expect(await two(twice, basic('what do *workers* build', 'comb.'))).toEqual(['error duplicate']);
	});

	it('do not ask the same and answer differently', async () => {
		expect(await two(basic('What do workers build?', 'Comb'), basic('What do workers build?', 'Wax'))).toEqual([
			'error same-front'
		]);
	});

	it('are not almost the same', async () => {
		const first = basic('Of what stuff do the workers of a hive build comb?', 'Wax');
		expect(await two(first, basic('Of what stuff do workers of a hive build comb?', 'Wax'))).toEqual([
			'warning near-duplicate'
		]);
		expect(await two(first, basic('Who builds comb?', 'Workers'))).toEqual([]);
	});

	it('may be the two cards of one reversed note', async () => {
		const notes = note('kind: reversed\nfront: Comb\nback: Wax', 'Workers build comb of wax.');
		expect(await lintsOf({ text, notes })).toEqual([]);
	});
});

describe('sequence', () => {
	const steps = (list: string) => `kind: sequence\nfront: Order the tasks of a worker.\nsteps: [${list}]`;
	const text = 'A worker cleans, feeds, builds, guards, then forages.';

	it('may be longer than a list, and each step must be in the quote', async () => {
		expect(await lintsOf({ text, notes: note(steps('Cleans, Feeds, Builds, Guards, Forages'), text) })).toEqual([]);
		expect(await lintsOf({ text, notes: note(steps('Cleans, Feeds, Sleeps'), text) })).toEqual([
			'warning quote-support'
		]);
	});
});

describe('diagram', () => {
	const label = (part: string, words: string, box = '<rect class="box" width="80" height="30"/>') =>
		`<g data-label="${part}">${box}<text>${words}</text></g>`;
	const diagram = async (
		inner: string,
		alt = 'A box that stands for the bee that lays.',
		answer = 'Queen',
		size = '360 90'
	) =>
		lintsOf({
			notes: note(
				`kind: diagram\nfront: Who lays\ndrawing: a.svg\nalt: ${alt}\nlabels: [{ n: 0, part: q, answer: ${answer}, ask: Who lays eggs? }]`
			),
			files: { 'media/a.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}">${inner}</svg>` }
		});

	it('in good form passes', async () => {
		expect(await diagram(label('q', 'Queen'))).toEqual([]);
	});

	it.each([
		['has an alt text of one word', label('q', 'Queen'), 'Picture', 'error alt-text'],
		[
			'gives its label away in the alt text',
			label('q', 'Queen'),
			'A box with the word queen in it.',
			'warning alt-gives-away'
		],
		[
			'shows the answer in another label',
			label('q', 'Queen') + label('r', 'Queen bee'),
			undefined,
			'warning label-shown-twice'
		],
		['labels with other words than it asks', label('q', 'Drone'), undefined, 'warning label-differs'],
		[
			'has a class the app does not know',
			`${label('q', 'Queen')}<path class="arow"/>`,
			undefined,
			'warning drawing-form'
		],
		['has a label without a box', label('q', 'Queen', ''), undefined, 'warning drawing-form'],
		[
			'has a box too small for its sign',
			label('q', 'Queen', '<rect width="20" height="20"/>'),
			undefined,
			'warning drawing-form'
		]
	])('that %s is told', async (_, inner, alt, expected) => {
		expect(await diagram(inner, alt)).toContain(expected);
	});

	it('that is wider than a phone is told', async () => {
		expect(await diagram(label('q', 'Queen'), undefined, undefined, '500 90')).toEqual(['warning drawing-form']);
	});
});

describe('an editor’s note', () => {
	const editor = (back: string) =>
		lintsOf({
			notes: `- id: one
  kind: basic
  front: When was smoke first sold?
  back: ${back}
  editorNote: { statement: Smoke was first sold to keepers., citation: Annals of smoke, date: 1970-02-19 }
`
		});

	it('is held to its statement and date as others are to their quotes', async () => {
		expect(await editor('On 19 February 1970')).toEqual([]);
		expect(await editor('On 20 February 1970')).toEqual(['error quote-lacks-figure']);
	});
});

describe('coverage', () => {
	it('tells a document of which few statements have a card', async () => {
		const notes = note(basic('How many queens has a hive?', 'One'));
		const { problems, coverage } = await checkDeck(smallDeck({ notes }));
		expect(problems.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning coverage']);
		expect(coverage).toMatchObject([{ document: 'guide', statements: 2, quoted: 1, leftOut: 0 }]);
		expect(coverage[0]?.uncovered).toEqual([{ start: 22, end: 48 }]);
	});
});

describe('a waiver', () => {
	const text = 'Drones sting.';
	const waived = (rule: string, front = 'Do drones sting?') =>
		lintsOf({ text, notes: note(basic(front, 'They do', `waive: { ${rule}: It is a test. }`), text) });

	it('silences one rule of its note by name', async () => {
		expect(await waived('yes-no')).toEqual([]);
	});

	it('of an unknown rule is an error', async () => {
		expect(await waived('yes-or-no')).toEqual(['error yes-no', 'error waive']);
	});

	it('with nothing to silence is a warning', async () => {
		expect(await waived('yes-no', 'What do drones do?')).toEqual(['warning waive']);
	});
});

it('every rule has one name and one lint', () => {
	const rules = LINTS.flatMap((lint) => lint.rules);
	expect(new Set(rules).size).toBe(rules.length);
});
