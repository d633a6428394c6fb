import { describe, expect, it } from 'vitest';
import type { WrittenCard } from '../../../src/lib/generation/model/answer-text';
import { judgeAnswer, type Judged } from '../../../src/lib/generation/model/judge';
import { sentencesFor } from '../../../src/lib/generation/model/material';
import { modelMaterial, writtenCard } from '../../support/model-material';

const FROM = modelMaterial();
const BATCH = sentencesFor(FROM);

const card = (ids: number | number[], question: string, answer: string): WrittenCard =>
	writtenCard(FROM, ids, question, answer);

const judged = (...cards: unknown[]): Judged => judgeAnswer(JSON.stringify({ cards }), BATCH, FROM, 'test');
const verdict = (one: unknown): string => {
	const { accepted, refused } = judged(one);
	return accepted.length > 0 ? 'accepted' : `${refused[0]?.reason}: ${refused[0]?.message}`;
};

describe('a truthful card', () => {
	it.each([
		[1, 'What does furosemide block?', 'a salt transporter in the loop of Henle'],
		[1, 'What blocks a salt transporter in the loop of Henle?', 'Furosemide'],
		[1, 'Where does furosemide block a salt transporter?', 'in the loop of Henle'],
		[2, 'What may lithium damage?', 'the collecting ducts'],
		[3, 'What does spironolactone not lower?', 'blood glucose'],
		[4, 'What was the response with placebo?', '48 %'],
		[4, 'What was the response with torasemide?', '64 %'],
		[5, 'What is the usual dose of furosemide?', '40 mg daily'],
		[6, 'When was tolvaptan approved by the FDA?', 'in 2009'],
		[6, 'Who was tolvaptan approved by in 2009?', 'the FDA'],
		[7, 'What is amiloride weaker than?', 'furosemide'],
		[7, 'Which is weaker than furosemide?', 'Amiloride'],
		[8, 'How soon do kidney stones form?', 'within three to seven weeks'],
		[9, 'What is renin?', 'an enzyme that the kidney releases into the blood'],
		[10, 'How is oedema treated?', 'by removing salt from the body'],
		[11, 'How much water does mannitol draw into the vessels?', 'up to 500 ml'],
		[12, 'When was dialysis first used?', 'in 1943'],
		[13, 'What does aldosterone raise?', 'blood pressure'],
		[13, 'What do natriuretic peptides lower?', 'blood volume'],
		[14, 'Where is erythropoietin made?', 'in the cortex of the kidney'],
		[[14, 15], 'When is erythropoietin released?', 'when oxygen is low']
	])('of sentence %s is taken: %s', (ids, question, answer) => {
		expect(verdict(card(ids, question, answer))).toBe('accepted');
	});
});

describe('a lie', () => {
	it.each([
		['the roles turned round', 1, 'What blocks furosemide?', 'a salt transporter in the loop of Henle'],
		['the roles turned round in the passive', 1, 'What is blocked in the loop of Henle?', 'Furosemide'],
		['another drug', 1, 'What does bumetanide block?', 'a salt transporter in the loop of Henle'],
		['an opposite verb', 1, 'What does furosemide open?', 'a salt transporter in the loop of Henle'],
		['a dropped may', 2, 'What does lithium damage?', 'the collecting ducts'],
		['an added may', 1, 'What may furosemide block?', 'a salt transporter in the loop of Henle'],
		['a dropped not', 3, 'What does spironolactone lower?', 'blood glucose'],
		['an added not', 1, 'What does furosemide not block?', 'a salt transporter in the loop of Henle'],
		['figures changed for each other', 4, 'What was the response with placebo?', '64 %'],
		['figures changed for each other, the other way', 4, 'What was the response with torasemide?', '48 %'],
		['a figure of several', 4, 'What was the response?', '64 %'],
		['another figure', 5, 'What is the usual dose of furosemide?', '80 mg daily'],
		['half of a dose', 5, 'What is the usual dose of furosemide?', '40'],
		['a dose without its rate', 5, 'What is the usual dose of furosemide?', '40 mg'],
		['another year', 6, 'When was tolvaptan approved by the FDA?', 'in 2019'],
		['a wrong year in the question', 6, 'Who was tolvaptan approved by in 2010?', 'the FDA'],
		['a comparison turned round', 7, 'Which is weaker than amiloride?', 'furosemide'],
		['a comparison turned round in short', 7, 'Which is weaker?', 'furosemide'],
		['one end of a range', 8, 'How soon do kidney stones form?', 'seven weeks'],
		['a bound left out', 11, 'How much water does mannitol draw into the vessels?', '500 ml'],
		['parts of two clauses', 13, 'What does aldosterone lower?', 'the blood volume'],
		['parts of two clauses joined', 13, 'What does aldosterone raise?', 'blood volume'],
		['a fact that is true elsewhere', 14, 'What is erythropoietin?', 'a hormone'],
		['a quote of another sentence', 14, 'When is erythropoietin released?', 'when oxygen is low'],
		['a sort of answer that was not asked for', 5, 'When is furosemide given?', '40 mg daily']
	])('is refused: %s', (_, ids, question, answer) => {
		expect(verdict(card(ids, question, answer))).not.toBe('accepted');
	});
});
