import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { generate, type Generated } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';

const from = (text: string): Generated => generate('text', canonicalDocument(readPlainText(text)), { doubtful: true });

const cards = (text: string): string[] =>
	from(text).candidates.flatMap(({ note }) => {
		if (note.kind === 'basic') return [`${note.front} ${note.back}`];
		return note.kind === 'choice' ? [`${note.front} ${note.answer}`] : [];
	});

/** Enough of a document for its subject to matter. */
const PADDING = [
	'Scurvy was common among sailors, because ships could carry no fresh fruit on long voyages. Scurvy begins with weakness and sore gums. In later stages of scurvy old wounds open again and teeth fall out.',
	'James Lind treated twelve sailors with scurvy in 1747. The navy gave lemon juice to its crews from 1795 on, and scurvy became rare within a few years. Scurvy still occurs where people live on tea and bread.',
	'Scurvy is diagnosed by the signs and by the level of ascorbic acid in the blood. Scurvy in infants was seen when milk began to be heated before it was sold.'
].join('\n\n');

describe('what a card says of its document', () => {
	const text = `Scurvy\n\nScurvy is a disease caused by a lack of ascorbic acid. Bleeding begins within weeks. The wounds heal within days.\n\n${PADDING}`;

	it('names the title’s subject where a question says nothing that stands for itself', () => {
		const found = from(text);
		const bleeding = found.candidates.find(({ note }) => JSON.stringify(note).includes('leeding begin'));
		expect(bleeding?.note).toMatchObject({ front: 'In scurvy, how soon does bleeding begin?', back: 'Within weeks' });
		expect(bleeding?.note.sources.map(({ quote }) => quote)).toEqual(['Bleeding begins within weeks.', 'Scurvy']);
	});

	it('adds nothing to a question that names its subject', () => {
		expect(cards(text).some((card) => card.startsWith('In scurvy, what is scurvy'))).toBe(false);
		expect(cards(text)).toContain('What is scurvy? A disease caused by a lack of ascorbic acid');
	});

	it('refuses such a question where no subject can be told', () => {
		const untitled = `Bleeding begins within weeks. ${'Rain fell on the roofs of the town, and nobody went out that day or the next. '.repeat(9)}`;
		expect(cards(untitled)).toEqual([]);
	});

	it('takes a title of one word, without its number, and no line of navigation', () => {
		expect(from(text).title).toBe('Scurvy');
		expect(from(`Home | News | Sport | Weather\n\n${text}`).title).toBe('Scurvy');
	});
});

describe('questions that no examiner would put', () => {
	it.each([
		['Two hormones act mainly on the tubules of the kidney.', /two hormones/],
		['Glomerulonephritis is diagnosed by a physician.', /A physician$/],
		['Algeria, the last country in which leaded petrol was sold, lies in Africa.', /What is Algeria/],
		['Concomitant rifampicin causes greater decreases in plasma levels of sildenafil.', /Greater decreases in plasma/]
	])('%s', (sentence, refused) => {
		expect(cards(sentence).filter((card) => refused.test(card) && card.startsWith('What'))).toEqual([]);
	});

	it('asks by when something had been done', () => {
		expect(cards('Japan had made its petrol lead-free by 1980.')).not.toContain(
			'When had Japan made its petrol lead-free? By 1980'
		);
	});
});

describe('what is taken up from the sentence before', () => {
	it.each([
		[
			'The drug leads to a surge of glutamate release. This surge stimulates the growth of synapses.',
			'What effect does the surge of glutamate release have on the growth of synapses? It stimulates it'
		],
		[
			'The remaining nephrons have short loops. The other 15 % are juxtamedullary nephrons. Their long loops produce concentrated urine.',
			'What do the long loops of juxtamedullary nephrons produce? Concentrated urine'
		]
	])('%s', (text, card) => {
		expect(cards(text)).toContain(card);
	});

	it('leaves an “it” alone that stands for nothing', () => {
		expect(
			cards('Microscopy detects trypanosomes. It is difficult to detect leishmaniasis in blood.').join()
		).not.toMatch(/microscopy difficult/);
	});
});

describe('events in order', () => {
	it('are put together from dates of different years', () => {
		const text = `The Suez Canal\n\nThe Suez Canal links two seas. Ferdinand de Lesseps obtained a concession from Said Pasha in 1854. The Suez Canal opened in 1869. Gamal Abdel Nasser nationalised the Suez Canal in 1956. Egypt widened the Suez Canal in 2015.`;
		const order = from(text).candidates.find(({ pattern }) => pattern === 'order');
		expect(order?.note).toMatchObject({
			kind: 'sequence',
			steps: [
				'Ferdinand de Lesseps obtained a concession from Said Pasha',
				'The Suez Canal opened',
				'Gamal Abdel Nasser nationalised the Suez Canal',
				'Egypt widened the Suez Canal'
			]
		});
	});
});
