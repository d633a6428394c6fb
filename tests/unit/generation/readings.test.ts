import { describe, expect, it } from 'vitest';
import { asked } from '../../support/asked';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { generate } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';
import { readSentence } from '../../../src/lib/generation/grammar/sentence';
import { unreadVerbs } from '../../../src/lib/generation/grammar/unread-verbs';

const from = (text: string) => generate('doc', canonicalDocument(readPlainText(text)), { doubtful: true });

/** Subject, verb and complement of each clause. */
function clauses(text: string): string[] {
	const sentence = readSentence(text, {
		start: 0,
		end: text.length,
		block: 0,
		label: null,
		section: null,
		intro: null,
		headings: [],
		passedOver: null
	});
	const words = ({ from: first, to }: { from: number; to: number }) =>
		sentence.tokens
			.slice(first, to)
			.map((token) => token.text)
			.join(' ');
	expect(unreadVerbs(sentence.tokens, sentence.clauses), text).toEqual([]);
	return sentence.clauses.map(
		({ subject, verb, complement }) => `${words(subject)} | ${verb.lemma} | ${words(complement)}`
	);
}

describe('a sentence whose first reading leaves a verb over is read again', () => {
	it.each([
		['Brewers may raise mash rates to save time.', ['Brewers | raise | mash rates to save time']],
		['Weavers called drawboys lift the warp threads.', ['Weavers called drawboys | lift | the warp threads']],
		['The hand press pressed inked wood blocks onto cloth.', ['The hand press | press | inked wood blocks onto cloth']],
		['Ropes made from old sails hold the barges.', ['Ropes made from old sails | hold | the barges']],
		[
			'Lime burns the skin, dries the eyes, and corrodes zinc.',
			['Lime | burn | the skin', 'Lime | dry | the eyes', 'Lime | corrode | zinc']
		],
		[
			'The whey drains, the curd is pressed, and salt enters the rind.',
			['The whey | drain | ', 'the curd | press | ', 'salt | enter | the rind']
		],
		['A survey of 1950 suggested otters may avoid salt water.', ['otters | avoid | salt water']]
	])('%s', (sentence, read) => {
		expect(clauses(sentence)).toEqual(read);
	});
});

describe('what a reading brings to light', () => {
	it.each([
		[
			'Pulp has to pass three screens: a coarse mesh, a fine mesh and a felt.',
			'What three screens does pulp have to pass? A coarse mesh, a fine mesh and a felt'
		],
		[
			'Tidal locks that leak water lead to higher repair costs.',
			'What do tidal locks that leak water lead to? Higher repair costs'
		],
		[
			'Banks may raise interest rates to cut demand.',
			'What effect may banks have on interest rates? They may raise them'
		],
		['Surveyors measure slopes using a clinometer.', 'How do surveyors measure slopes? Using a clinometer'],
		[
			'Retting is the loosening of flax fibres due to the rotting of the stem.',
			'What is retting? The loosening of flax fibres'
		],
		[
			'Some causes of wood rot include damp walls and blocked drains.',
			'What are some causes of wood rot? Damp walls and blocked drains'
		]
	])('%s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it.each([
		['More oak and ash are felled in winter.', 'more oak'],
		['Tannin dissolves through various routes.', 'various routes'],
		['The barge passes the loop of Henley at noon.', '{{c1::Henley}}']
	])('and not: %s', (sentence, part) => {
		expect(asked(sentence).join('\n')).not.toContain(part);
	});
});

describe('the subject of a document', () => {
	it('is a word of its title of which the text goes on to speak, where the title says no more', () => {
		const text = [
			'How shellac protects violins',
			'Makers brush shellac over the spruce in thin coats. A pad of linen spreads the shellac before the alcohol has gone. In older workshops the apprentices ground the shellac by hand, and the flakes were kept in jars of brown glass.',
			'The second coat dries within two hours. Dust settles on it if the window is open, so that the room is swept on the evening before and nobody walks through it until noon.',
			'Repairs are harder. A scratch that goes through to the wood is filled with a drop of coloured shellac, left for a week, and levelled with a blade that is held almost flat against the belly of the instrument.'
		].join('\n\n');
		const leads = from(text).candidates.flatMap(({ note }) => (note.kind === 'basic' ? [note.front] : []));
		expect(leads).toContain('Shellac: how soon does the second coat dry?');
	});
});
