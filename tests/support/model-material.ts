import { canonicalDocument } from '../../src/lib/generation/canonical';
import { judgeBlocks } from '../../src/lib/generation/content/blocks';
import { readPlainText } from '../../src/lib/generation/input/plain-text';
import type { WrittenCard } from '../../src/lib/generation/model/answer-text';
import { sentencesFor, type ModelMaterial } from '../../src/lib/generation/model/material';

/** Sentences of the sorts that a liar can bend: roles, doses, rivals, ranges, negation, doubt. Written for the tests. */
export const SENTENCES = [
	'Furosemide blocks a salt transporter in the loop of Henle.',
	'Lithium may damage the collecting ducts.',
	'Spironolactone does not lower blood glucose.',
	'Response was 64 % with torasemide and 48 % with placebo.',
	'The usual dose of furosemide is 40 mg daily.',
	'Tolvaptan was approved by the FDA in 2009.',
	'Amiloride is weaker than furosemide.',
	'Kidney stones form within three to seven weeks.',
	'Renin is an enzyme that the kidney releases into the blood.',
	'Oedema is treated by removing salt from the body.',
	'Mannitol draws up to 500 ml of water into the vessels.',
	'Dialysis was first used in 1943.',
	'Aldosterone raises blood pressure, and natriuretic peptides lower the blood volume.',
	'Erythropoietin is made in the cortex of the kidney.',
	'It is released when oxygen is low.'
];

/** A document of these sentences, one paragraph. */
export function modelMaterial(
	sentences: readonly string[] = SENTENCES,
	more: Partial<ModelMaterial> = {}
): ModelMaterial {
	const canonical = canonicalDocument(readPlainText(sentences.join(' ')));
	return {
		document: 'kidney',
		title: 'The kidney',
		evidence: ['textbook'],
		text: canonical.text,
		blocks: judgeBlocks(canonical).map((block) => ({ ...block, drop: null })),
		topic: 'draft',
		candidates: [],
		...more
	};
}

/** A card as a model writes it, its quote being the sentences it names. */
export function writtenCard(
	material: ModelMaterial,
	ids: number | readonly number[],
	question: string,
	answer: string,
	more: Partial<WrittenCard> = {}
): WrittenCard {
	const sentences = [ids].flat();
	const quote = sentencesFor(material)
		.filter(({ id }) => sentences.includes(id))
		.map(({ start, end }) => material.text.slice(start, end))
		.join(' ');
	return { sentences, quote, kind: 'basic', type: 'fact', question, answer, ...more };
}

/** Cards that are true of the document of `SENTENCES`: sentences, question, answer. */
export const TRUTHS: readonly (readonly [number | readonly number[], string, string])[] = [
	[1, 'What does furosemide block?', 'a salt transporter in the loop of Henle'],
	[2, 'What may lithium damage?', 'the collecting ducts'],
	[3, 'What does spironolactone not lower?', 'blood glucose'],
	[4, 'What was the response with placebo?', '48 %'],
	[5, 'What is the usual dose of furosemide?', '40 mg daily'],
	[6, 'When was tolvaptan approved by the FDA?', 'in 2009'],
	[7, 'What is amiloride weaker than?', 'furosemide'],
	[8, 'How soon do kidney stones form?', 'within three to seven weeks'],
	[9, 'What is renin?', 'an enzyme that the kidney releases into the blood'],
	[10, 'How is oedema treated?', 'by removing salt from the body'],
	[11, 'How much water does mannitol draw into the vessels?', 'up to 500 ml'],
	[12, 'When was dialysis first used?', 'in 1943'],
	[13, 'What do natriuretic peptides lower?', 'blood volume'],
	[14, 'Where is erythropoietin made?', 'in the cortex of the kidney'],
	[[14, 15], 'When is erythropoietin released?', 'when oxygen is low']
];
