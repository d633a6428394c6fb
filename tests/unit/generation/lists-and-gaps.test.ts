import { describe, expect, it } from 'vitest';
import { asked } from '../../support/asked';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { generate } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';

const from = (text: string) => generate('doc', canonicalDocument(readPlainText(text)), { doubtful: true });

describe('lists', () => {
	it.each([
		[
			'Untreated gout can lead to serious complications such as kidney stones, joint damage and tophi.',
			'Which serious complications can untreated gout lead to, for example? Kidney stones, joint damage and tophi'
		],
		[
			'There are three layers in the wall of an artery: the intima, the media and the adventitia.',
			'What are the three layers in the wall of an artery? The intima, the media and the adventitia'
		],
		[
			'The main symptoms of botulism are blurred vision, drooping eyelids and slurred speech.',
			'What are the main symptoms of botulism? Blurred vision, drooping eyelids and slurred speech'
		],
		[
			'The goal of palliative care is to relieve pain and improve the quality of life.',
			'What is the goal of palliative care? To relieve pain and improve the quality of life'
		]
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it('too long to recall at once are asked in halves, each of which gives the other', () => {
		const cards = asked('The symptoms of malaria are fever, chills, headache, vomiting, jaundice and confusion.');
		expect(cards).toContain(
			'Besides vomiting, jaundice and confusion, what are the symptoms of malaria? Fever, chills, headache'
		);
		expect(cards).toContain(
			'Besides fever, chills and headache, what are the symptoms of malaria? Vomiting, jaundice and confusion'
		);
	});

	it('of which a part could not be read are not asked for', () => {
		expect(
			asked('Symptoms of ketosis include a fruity odour; heavy, taxed breathing; and vomiting.')
		).not.toContainEqual(expect.stringContaining('What do symptoms of ketosis include?'));
	});
});

describe('a second thing said of a subject', () => {
	it.each([
		[
			'Titin is the largest known protein and consists of 34,350 amino acids.',
			'What is the largest known protein? Titin'
		],
		['A mudflow buried the town and killed about 23,000 people.', 'How many people did a mudflow kill? About 23,000'],
		['The rescue saved at least 5,000 sailors.', 'How many sailors did the rescue save? At least 5,000']
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it('is not taken for what the subject does where a whole event does it', () => {
		expect(asked('Volcanoes form when two tectonic plates collide, creating a subduction zone.')).not.toContainEqual(
			expect.stringContaining('What do volcanoes create?')
		);
		expect(asked('Rickets softens the tibia, which leads to bowed legs.')).not.toContainEqual(
			expect.stringContaining('What does the tibia lead to?')
		);
	});
});

describe('a gap', () => {
	const GLANDS =
		'The adrenal medulla secretes adrenaline during stress. The pineal gland secretes melatonin at night. The thymus stores the lymphocytes of children. The pancreas secretes insulin after meals.';

	it('hides a term that the rest of its sentence asks for', () => {
		expect(
			asked(`${GLANDS} The thyroid is one of the glands that make up the endocrine system of vertebrates.`)
		).toContain('The thyroid is one of the glands that make up the {{c1::endocrine system}} of vertebrates.');
	});

	it.each([
		['one of several in a row', 'The diet of otters usually consists of crayfish, mussels and frogs in most rivers.'],
		['where a word points elsewhere', 'In this country the agency monitors their plankton every summer.'],
		['of a unit', 'The incidence in Iceland is about 7.8 per 1,000 person-years in all of the surveys.']
	])('is not made: %s', (_, sentence) => {
		expect(asked(`${GLANDS} ${sentence}`).filter((card) => card.includes('{{') && card.includes('crayfish'))).toEqual(
			[]
		);
		expect(asked(`${GLANDS} ${sentence}`)).not.toContainEqual(
			expect.stringMatching(/\{\{c1::(?:plankton|person-years|agency)\}\}/)
		);
	});
});

describe('words', () => {
	it('keep a small letter that belongs to them at the beginning of an answer', () => {
		expect(asked('Adenylate cyclase produces cAMP.')).toContain('What does adenylate cyclase produce? cAMP');
	});

	it('that end like two are not taken for two run together', () => {
		const { statements } = from(
			'The effect of an inhibitor is small. An effector protein will inhibit the enzyme. Turnover of the enzyme takes a turn.'
		);
		expect(statements.map(({ passedOver }) => passedOver)).toEqual([null, null, null]);
	});
});

describe('a text in another language', () => {
	it('is passed over with a reason, and gives no card', () => {
		const german =
			'Die Photosynthese wandelt Lichtenergie in chemische Energie um. Sie findet in den Chloroplasten statt. Die Lichtreaktion spaltet Wasser und setzt Sauerstoff frei. Der Calvin-Zyklus bindet Kohlendioxid und bildet Zucker. Pflanzen brauchen dafür Licht, Wasser und Kohlendioxid aus der Luft, und sie wachsen im Sommer schneller als im Winter.';
		const { candidates, statements } = from(german);
		expect(candidates).toEqual([]);
		expect(statements.every(({ passedOver }) => passedOver === 'is not in English')).toBe(true);
	});
});
