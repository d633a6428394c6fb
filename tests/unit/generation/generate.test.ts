import { describe, expect, it } from 'vitest';
import { checkDeck } from '../../../src/lib/deck-format/check-deck';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { draftDeck } from '../../../src/lib/generation/draft-deck';
import { generate } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';
import type { GenerationOptions } from '../../../src/lib/generation/options';

const from = (text: string, options?: GenerationOptions) =>
	generate('kidney', canonicalDocument(readPlainText(text)), { doubtful: true, ...options });

/** Question and answer of every basic note. */
const asked = (text: string, options?: GenerationOptions) =>
	from(text, options).candidates.flatMap(({ note }) => (note.kind === 'basic' ? [`${note.front} ${note.back}`] : []));

const TEXT = [
	'How the kidney works',
	'Renin is an enzyme that the kidney releases into the blood. Lithium may damage the collecting ducts. Furosemide blocks a salt transporter in the loop of Henle within minutes.',
	'Click here to see our offers today.',
	'Erythropoietin is made from 165 amino acids. Erythropoietin is used to treat anaemia. Renin is an enzyme that the kidney releases into the blood.'
].join('\n\n');

describe('questions', () => {
	it.each([
		[
			'Renin is an enzyme that the kidney releases into the blood.',
			'What is renin? An enzyme that the kidney releases into the blood'
		],
		[
			'Furosemide blocks a salt transporter in the loop of Henle.',
			'What does furosemide block? A salt transporter in the loop of Henle'
		],
		[
			'Lithium may damage the collecting ducts.',
			'What effect may lithium have on the collecting ducts? It may damage them'
		],
		[
			'Spironolactone does not lower blood glucose.',
			'What effect does spironolactone have on blood glucose? It does not lower it'
		],
		['Angiotensin is made from a protein of the liver.', 'What is angiotensin made from? A protein of the liver'],
		[
			'By blocking a salt transporter, furosemide increases the flow of urine.',
			'How does furosemide increase the flow of urine? By blocking a salt transporter'
		],
		[
			'In 1959, chlorothiazide received FDA approval as a diuretic.',
			'When did chlorothiazide receive FDA approval as a diuretic? In 1959'
		],
		['Erythropoietin is used to treat anaemia.', 'What is erythropoietin used to do? To treat anaemia'],
		['Podocytes are found in the wall of the glomerulus.', 'Where are podocytes found? In the wall of the glomerulus'],
		[
			'Tolvaptan is indicated for the treatment of hyponatraemia.',
			'What is tolvaptan indicated for? The treatment of hyponatraemia'
		],
		[
			'Do not use spironolactone in patients who have a high potassium level.',
			'When should spironolactone not be used? In patients who have a high potassium level'
		],
		[
			'Mouse studies suggest that empagliflozin protects the tubules.',
			'What do mouse studies suggest that empagliflozin protects? The tubules'
		],
		[
			'About 15 percent of adults have kidney disease.',
			'What percentage of adults have kidney disease? About 15 percent'
		],
		['Urea is removed from the blood by the glomeruli.', 'What is urea removed from the blood by? The glomeruli'],
		['Nephropathy, a disease of the kidney, is on the rise.', 'What is nephropathy? A disease of the kidney']
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it('names what a pronoun stands for, or passes the sentence over', () => {
		expect(asked('Renin is an enzyme of the kidney. It cleaves proteins. It activates a chain of hormones.')).toContain(
			'What does renin activate? A chain of hormones'
		);
		expect(asked('The talk was long. It activates a chain of hormones.')).toEqual([]);
		expect(asked('This blocks the transporter of salt in the tubules.')).toEqual([]);
	});

	it('keeps a condition that follows', () => {
		expect(asked('Aldosterone activates sodium channels when the blood pressure is low.')).toContain(
			'What effect does aldosterone have on sodium channels when the blood pressure is low? It activates them'
		);
	});

	it('does not ask what the question gives away', () => {
		expect(asked('Kidney stones cause kidney stone disease.')).toEqual([]);
	});
});

describe('other kinds', () => {
	it('puts numbered steps in order', () => {
		const { candidates } = from(
			'Kidneys\n\nUrine forms in four steps, and the steps of urine formation are:\n\n1. Filtration of plasma.\n2. Reabsorption of water.\n3. Secretion of acids.'
		);
		expect(candidates.map(({ note }) => (note.kind === 'sequence' ? note.steps : note.kind))).toContainEqual([
			'Filtration of plasma',
			'Reabsorption of water',
			'Secretion of acids'
		]);
	});

	it('offers other years of the document as wrong answers', () => {
		const { candidates } = from(
			'In 1959, chlorothiazide received FDA approval as a diuretic. In 1966, furosemide received approval in Germany for oedema. Eplerenone was approved for heart failure in 2003.'
		);
		const choices = candidates.flatMap(({ note }) =>
			note.kind === 'choice' ? [[note.answer, ...note.distractors.map(({ text }) => text)]] : []
		);
		expect(choices).toContainEqual(['In 1959', 'In 1966', 'In 2003']);
	});

	it('hides at most one thing in a quarter of the cards', () => {
		const { candidates } = from(
			`${TEXT}\n\nA kidney weighs about 150 grams in most adults and is smaller in women.\n\nPlasma passes the glomeruli some 60 times and takes 24 hours for it.`
		);
		expect(candidates.filter(({ note }) => note.kind === 'cloze').length).toBeLessThanOrEqual(candidates.length / 4);
	});
});

describe('candidates', () => {
	it('quote and answer to the letter', () => {
		const { text, candidates } = from(TEXT);
		expect(candidates.length).toBeGreaterThan(3);
		for (const { note, answer } of candidates) {
			for (const { quote, start, end } of note.sources) expect(text.slice(start, end)).toBe(quote);
			if (note.kind === 'basic' && answer !== null)
				expect(text.slice(answer.start, answer.end).toLowerCase()).toBe(note.back.toLowerCase());
		}
	});

	it('are the same run after run', () => {
		expect(JSON.stringify(from(TEXT))).toBe(JSON.stringify(from(TEXT)));
	});

	it('keep their ids when another paragraph is added before', () => {
		const ids = (text: string) => from(text).candidates.map(({ note }) => note.id);
		expect(
			ids(`${TEXT}`).every((id) => ids(`A new opening\n\nThe heart beats all day long.\n\n${TEXT}`).includes(id))
		).toBe(true);
	});

	it('say nothing of what was dropped, and hold no barred word', () => {
		expect(JSON.stringify(from(TEXT).candidates)).not.toContain('Click');
		expect(JSON.stringify(from(TEXT, { barred: ['lithium'] }).candidates)).not.toMatch(/lithium/i);
	});

	it('become a deck folder that can be read and quoted from', async () => {
		const files = draftDeck(from(TEXT), 'a'.repeat(64));
		const { problems, draft } = await checkDeck(files);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(draft?.pack.notes.length).toBe(from(TEXT).candidates.length);
	});
});
