import { describe, expect, it } from 'vitest';
import { asked } from '../../support/asked';

describe('clauses after the first', () => {
	it.each([
		[
			'Cooks salt the dough, and yeast makes it rise; lime hardens the mortar.',
			'What effect does lime have on the mortar? It hardens it'
		],
		['Basalt forms from lava and contains much iron.', 'What does basalt contain? Much iron'],
		['The liver releases bile acids, which dissolve fats in the gut.', 'What do bile acids dissolve? Fats in the gut'],
		['The vaccine is stored in a freezer and thawed by nurses.', 'Who is the vaccine thawed by? Nurses'],
		['Frost splits rocks, widening cracks in their surface.', 'What does frost widen? Cracks in their surface']
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});
});

describe('quantities and times', () => {
	it.each([
		['The tower is 96 metres tall.', 'How tall is the tower? 96 metres tall'],
		['Pregnancy in elephants lasts 22 months.', 'How long does pregnancy in elephants last? 22 months'],
		['The flood killed 2,000 people in Holland.', 'How many people did the flood kill in Holland? 2,000'],
		['The dam raised the lake by 12 metres.', 'By how much did the dam raise the lake? By 12 metres'],
		['Forests cover about 30 percent of the land.', 'What percentage of the land do forests cover? About 30 percent'],
		['Filters should be changed every three months.', 'How often should filters be changed? Every three months'],
		['The seeds germinate within ten days.', 'How soon do the seeds germinate? Within ten days'],
		['The bridge was rebuilt from 1921 to 1925.', 'When was the bridge rebuilt? From 1921 to 1925']
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});
});

describe('conditions, comparisons and people', () => {
	it.each([
		['If the pump runs dry, the seal may fail.', 'What may happen if the pump runs dry? The seal may fail'],
		[
			'Corrosion occurs when iron meets water and oxygen.',
			'When does corrosion occur? When iron meets water and oxygen'
		],
		['Asthma is more common in children than in adults.', 'In whom is asthma more common than in adults? In children'],
		['Light travels faster than sound.', 'What does light travel faster than? Sound'],
		[
			'People who smoke have an increased risk of stroke.',
			'Which people have an increased risk of stroke? People who smoke'
		],
		[
			'Monitor serum potassium before the first dose and every month.',
			'When should serum potassium be monitored? Before the first dose and every month'
		],
		[
			'The embryo gets oxygen through the placenta of the mother.',
			'How does the embryo get oxygen? Through the placenta of the mother'
		],
		[
			'A contract requires three elements: an offer, an acceptance and consideration.',
			'What three elements does a contract require? An offer, an acceptance and consideration'
		]
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});
});

describe('what a noun stands for', () => {
	it('names the subject of the document for its common noun', () => {
		const cards = asked('The Kiel Canal\n\nThe Kiel Canal joins two seas. Ships value it. The canal opened in 1895.');
		expect(cards).toContain('When did the Kiel Canal open? In 1895');
	});

	it('tells the phrase that introduced it', () => {
		const cards = asked('A rotary valve admits the steam. The valve wears out within two years.');
		expect(cards).toContain('How soon does the rotary valve wear out? Within two years');
	});

	it('passes over what could be one of several', () => {
		const cards = asked(
			'A rotary valve admits steam. A slide valve lets it out. The valve wears out within two years.'
		);
		expect(cards.filter((card) => card.includes('wear'))).toEqual([]);
	});

	it('says of which disease the symptoms are', () => {
		const cards = asked(
			'Scurvy\n\nScurvy is a disease that follows a lack of fresh fruit. Scurvy is rare today. The main symptoms are weakness, sore gums and bruises.'
		);
		expect(cards.some((card) => /symptoms of scurvy/.test(card))).toBe(true);
	});
});

describe('lists of items', () => {
	it('become the answer to the line above them', () => {
		const cards = asked('Wells\n\nCommon causes of low flow include:\n\n- a clogged strainer\n- a worn impeller');
		expect(cards).toContain('What are common causes of low flow? A clogged strainer, a worn impeller');
	});

	it('are left alone under a line that points elsewhere', () => {
		expect(asked('Wells\n\nThis includes:\n\n- a clogged strainer\n- a worn impeller')).toEqual([]);
	});

	it('take their subject from the line above when they begin with what it does', () => {
		const cards = asked('Frost\n\nFrost harms walls by:\n\n- Widening cracks in the stone.\n- Loosening the mortar.');
		expect(cards).toContain('What effect does frost have on cracks in the stone? It widens them');
	});
});

describe('clauses that are harder to find', () => {
	it.each([
		[
			'In March 1912 three miners found silver near Cobalt.',
			'When did three miners find silver near Cobalt? In March 1912'
		],
		['Stoats, which hunt at night, are small carnivores that live in burrows.', 'When do stoats hunt? At night'],
		[
			'Removing rust slows corrosion of the hull.',
			'What effect does removing rust have on corrosion of the hull? It slows it'
		],
		[
			'While lime mortar sets slowly, cement contains calcium silicates.',
			'What does cement contain? Calcium silicates'
		],
		[
			'If the glaze is too thin, the pot leaks and the clay absorbs salt water.',
			'If the glaze is too thin, what does the clay absorb? Salt water'
		],
		['The Lapland bunting nests in mossy tundra bogs.', 'Where does the Lapland bunting nest? In mossy tundra bogs']
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});
});

describe('phrases behind the verb, roles and names', () => {
	it.each([
		['The gizzard is the muscular stomach of birds.', 'What is the muscular stomach of birds? The gizzard'],
		['Brass is harder than copper.', 'How does brass compare with copper? Harder'],
		['Oak bark, found in tan yards, contains tannin.', 'Where is oak bark found? In tan yards'],
		['The loom has two parts: a frame and a beam.', 'What two parts does the loom have? A frame and a beam'],
		[
			'About 85 % of Dutch windmills are drainage mills.',
			'What percentage of Dutch windmills are drainage mills? About 85 %'
		],
		[
			'It takes twelve years for an oak to bear acorns.',
			'How long does it take for an oak to bear acorns? Twelve years'
		],
		[
			'Tanning means that hides become leather by means of tannin.',
			'What does tanning mean? That hides become leather by means of tannin'
		],
		[
			'Glass furnaces burn day and night, and they use natural gas to melt the sand.',
			'What do glass furnaces use to melt the sand? Natural gas'
		]
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});
});
