import { describe, expect, it } from 'vitest';
import { asked } from '../../support/asked';

/** Every card of a text whose question holds the words. */
const cardsWith = (text: string, words: string): string[] => asked(text).filter((card) => card.includes(words));

describe('what an answer may not leave out', () => {
	it('ends where the next verb begins', () => {
		expect(asked('The Amorites of northern Syria breached the wall of Ur and began attacking villages.')).toContain(
			'What did the Amorites of northern Syria breach? The wall of Ur'
		);
		expect(asked('Both hormones bind to the receptor and cause changes in the cell.').join()).not.toContain(
			'and cause changes'
		);
	});

	it('keeps the infinitive that completes its noun', () => {
		expect(asked('Alcohol inhibits the ability of the cerebellum to interpret signals.')).toContain(
			'What does alcohol inhibit? The ability of the cerebellum to interpret signals'
		);
	});

	it.each([
		['Long bones are found in the arms, as well as in the fingers and toes.', 'Where are long bones found'],
		['Rituals are practices that are either required, or expected of the members.', 'What are rituals'],
		['Psychologists work in four contexts: schools, firms, courts and government.', 'Psychologists work']
	])('is not asked for where the sentence goes on with more of it: %s', (text, words) => {
		expect(cardsWith(text, words)).toEqual([]);
	});

	it('holds no second phrase of the verb', () => {
		expect(cardsWith('Farmers in Kentucky distilled their grain into whisky.', 'distill')).toEqual([]);
		expect(cardsWith('Yeast ferments glucose into ethanol.', 'What does yeast ferment?')).toEqual([]);
		expect(cardsWith('Miners from Cornwall crushed ore by hand.', 'crush?')).toEqual([]);
	});
});

describe('what a question may not leave to the text', () => {
	it('drops a time that hangs on the sentence before', () => {
		expect(asked('Shortly thereafter, Frederick Banting discovered insulin.').join()).not.toMatch(/thereafter/i);
	});

	it.each([
		['Surrounding mesenchymal cells form the muscle layer of the vessel.', 'urrounding'],
		['Glycolipids are examples in which sugars are bonded to lipids.', 'glycolipids'],
		['Lemons produce a similar compound called limonene.', 'similar']
	])('compares with nothing unsaid: %s', (text, words) => {
		expect(cardsWith(text, words)).toEqual([]);
	});

	it('names in a story what was introduced before', () => {
		const text =
			'Warriors held the fiefs of Saxony. In Saxony, after the harvest, the warriors plundered the abbey of Corvey.';
		expect(cardsWith(text, 'the warriors')).toEqual([]);
	});

	it('reads on where a bare noun is a mark that means something in a pattern', () => {
		const text = 'Alan Turing discovered the telephone exchange in 1977 and sold the *.';
		expect(() => asked(text)).not.toThrow();
	});

	it('does not take a person in passing for the one who is spoken of', () => {
		const text =
			'Winston Churchill met Stalin at Yalta. Franklin Roosevelt did not live to see the next meeting. He died in April 1945.';
		expect(asked(text).join()).not.toContain('When did Winston Churchill die');
	});
});

describe('who and where', () => {
	it.each([
		[
			'The royal court of Ghent executed seventeen citizens.',
			'Who did the royal court of Ghent execute? Seventeen citizens'
		],
		['The Areopagus appointed Draco to draft a code of law.', 'Who did the Areopagus appoint'],
		['The U.S. government created the Committee on Public Information in wartime.', 'Who or what created']
	])('asks for persons with who: %s', (text, card) => {
		expect(
			asked(text).some((each) => each.startsWith(card)),
			asked(text).join('\n')
		).toBe(true);
	});

	it('asks for places with where, and for nothing else', () => {
		expect(asked('Sesamoid bones are found in tendons of the hand.')).toContain(
			'Where are sesamoid bones found? In tendons of the hand'
		);
		expect(cardsWith('Epinephrine is produced in greater quantities.', 'Where')).toEqual([]);
		expect(cardsWith('Transcription begins in a fashion like replication.', 'Where')).toEqual([]);
		expect(cardsWith('Heavy rain falls at high velocity.', 'Where')).toEqual([]);
		expect(cardsWith('Most accidents occur in engineering.', 'Where')).toEqual([]);
	});
});

describe('what a comma adds', () => {
	it('is no explanation of the word before it where the main clause begins', () => {
		expect(cardsWith('With Native American help, the English launched offensives.', 'What is Native')).toEqual([]);
	});

	it('explains no noun where it is said of the whole', () => {
		const text = 'The law let banks fail in insolvency, a level of severity not seen before the Depression.';
		expect(cardsWith(text, 'What is insolvency')).toEqual([]);
	});

	it('is part of a date', () => {
		expect(asked('The British declared victory over the Marathas on July 8, 1859.').join()).toContain('July 8, 1859');
	});
});

describe('gaps', () => {
	it('hide no half of a name', () => {
		expect(asked('The northern counties of Ireland are still part of the United Kingdom.').join()).not.toContain(
			'United {{'
		);
		expect(asked('Hitler committed suicide in Berlin on April 30, 1945.').join()).not.toContain('{{c1::April}}');
	});

	it('hide no year that is told in passing', () => {
		const text = 'Preparing for an election in 1900, McKinley was reluctant to start a war with Spain over Cuba.';
		expect(asked(text).join()).not.toContain('{{c1::1900}}');
	});
});
