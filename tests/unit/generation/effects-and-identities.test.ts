import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { generate } from '../../../src/lib/generation/generate';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';
import { asked } from '../../support/asked';

describe('which effect something has', () => {
	it.each([
		[
			'Cold tap water slows the fermentation of dough.',
			'What effect does cold tap water have on the fermentation of dough? It slows it'
		],
		[
			'Salt may reduce the activity of yeast by 30%.',
			'What effect may salt have on the activity of yeast? It may reduce it by 30%'
		],
		[
			'Tannin has been shown to inhibit the growth of wood moulds.',
			'What effect has tannin been shown to have on the growth of wood moulds? It inhibits it'
		],
		[
			'Trials suggest that lime wash can prevent the decay of thatch.',
			'What effect do trials suggest that lime wash can have on the decay of thatch? It can prevent it'
		],
		[
			'A leaking sluice leads to a fall in the level of the millpond.',
			'What effect does a leaking sluice have on the level of the millpond? It leads to a fall in it'
		],
		[
			'Resin has a hardening effect on spruce boards.',
			'What effect does resin have on spruce boards? A hardening effect'
		],
		[
			'Beeswax does not weaken the glue of violins.',
			'What effect does beeswax have on the glue of violins? It does not weaken it'
		]
	])('is asked with both named: %s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it.each([
		['a person', 'The farmer lowered the level of the millpond.'],
		['something new', 'Mordants stimulate a strong reaction in wool.'],
		['something everyday alone', 'The canal damaged the village.'],
		['what came of another deed', 'The kiln cracks, weakening the walls of the oven house.']
	])('is not asked of %s', (_, sentence) => {
		expect(asked(sentence).filter((card) => /^What effect/.test(card))).toEqual([]);
	});

	it('keeps the verb as the place of the answer, and words of its own on the card', () => {
		const text = 'Cold tap water slows the fermentation of dough.';
		const [candidate] = generate('doc', canonicalDocument(readPlainText(text)), { doubtful: true }).candidates;
		expect(candidate?.answer).toBeNull();
		const relation = candidate?.claim.slots.find(({ role }) => role === 'relation');
		expect(text.slice(relation?.start, relation?.end)).toBe('slows');
	});
});

describe('what happens', () => {
	it.each([
		['Oak staves shrink during storage.', 'What happens to oak staves during storage? They shrink'],
		[
			'When the kiln cools, the pressure in the flue drops.',
			'When the kiln cools, what happens to the pressure in the flue? It drops'
		],
		[
			'Between 40 and 60 degrees, the viscosity of linseed varnish remains constant.',
			'Between 40 and 60 degrees, what happens to the viscosity of linseed varnish? It remains constant'
		]
	])('is asked under its circumstance: %s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it.each([
		['without a circumstance', 'Oak staves shrink.'],
		['where it only says where', 'Oak staves shrink in the cellar.'],
		['with a measure', 'Oak staves shrink by 5%.']
	])('is not asked %s', (_, sentence) => {
		expect(asked(sentence).filter((card) => /^What happens/.test(card))).toEqual([]);
	});
});

describe('the one of its kind', () => {
	it.each([
		['The usual fuel of lime kilns is coal.', 'What is the usual fuel of lime kilns? Coal'],
		[
			'The two parts of a quern are the runner stone and the bedstone.',
			'What are the two parts of a quern? The runner stone and the bedstone'
		],
		[
			'Gent, the last port on which the canal boats called, closed its docks in 1931.',
			'What was the last port on which the canal boats called? Gent'
		],
		[
			'Damp is the main enemy of thatch, and it is the leading cause of rot in rafters.',
			'What is the leading cause of rot in rafters? Damp'
		]
	])('is asked for by what it is: %s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it.each([
		['counted in the text', 'The second tool of the cooper is the croze.'],
		['praised', 'The use of the croze is an important part of coopering.']
	])('is not asked for where it is only %s', (_, sentence) => {
		expect(asked(sentence).filter((card) => /^What is the (?:second|use)/.test(card))).toEqual([]);
	});
});

describe('lists', () => {
	it.each([
		[
			'Soft roofing stones include slate, limestone and sandstone.',
			'What do soft roofing stones include? Slate, limestone and sandstone'
		],
		[
			'Examples of tanning barks include oak, willow and mimosa.',
			'What are examples of tanning barks? Oak, willow and mimosa'
		],
		[
			'Symptoms of dry rot include cracks across the grain; a musty smell; and red dust on sills.',
			'What do symptoms of dry rot include? Cracks across the grain; a musty smell; and red dust on sills'
		],
		[
			'Faults of hand-made bricks—including cracks, bloating and lime spots—appear to be rare.',
			'What do faults of hand-made bricks include? Cracks, bloating and lime spots'
		]
	])('are asked for by their kind: %s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it('are not asked for with one member, or with half of them', () => {
		expect(asked('Soft roofing stones include slate.')).toEqual([]);
		expect(
			asked('The posts of the loom include the upright and the sley, which holds the reed, and the breast beam.')
		).toEqual([]);
	});
});

describe('what stands before, beside or in brackets', () => {
	it.each([
		[
			'Originally developed as a dye, alizarin is widely used in workshops for staining bone.',
			'What was alizarin originally developed as? A dye'
		],
		['Madder, traditionally used as a dye, has found a new role.', 'What is madder traditionally used as? A dye'],
		['Potters check the saggars, or boxes of fireclay, before each firing.', 'What are saggars? Boxes of fireclay'],
		[
			'The loom has heddles—small loops on cords that lift the warp—above the reed.',
			'What are heddles? Small loops on cords that lift the warp'
		],
		[
			'In 1921, alizarin received state approval as a stain for microscopy.',
			'In 1921, what did alizarin receive state approval as? A stain for microscopy'
		],
		[
			'Limewash relieves the itch of sheep scab, with effects lasting two to three weeks.',
			'How long do the effects of limewash last? Two to three weeks'
		],
		['Half of all potters in Delft keep a kiln.', 'What fraction of all potters in Delft keep a kiln? Half']
	])('is asked for: %s', (sentence, card) => {
		expect(asked(sentence)).toContain(card);
	});

	it('says whose risks a list tells of by the line above it', () => {
		const cards = asked(
			'The Trouble With Damp\n\nWhile creosote protects posts, it carries risks. The following is a list of risks:\n\n- Skin effects: Burns on the hands.\n- Lung effects: Coughing in closed sheds.'
		);
		expect(cards).toContain('Which skin effects are listed among the risks of creosote? Burns on the hands');
	});
});

describe('pointers and citations', () => {
	it('are left out of quotes and answers', () => {
		const { candidates, text } = generate(
			'doc',
			canonicalDocument(readPlainText('Tannin hardens the timber of oak sluices (Figure 3).')),
			{ doubtful: true }
		);
		expect(candidates.length).toBeGreaterThan(0);
		for (const { note } of candidates) expect(JSON.stringify(note)).not.toContain('Figure');
		for (const { note } of candidates)
			for (const { quote, start, end } of note.sources) expect(text.slice(start, end)).toBe(quote);
		expect(asked('Tanners convert hides into leather (Ghent, Lys, & Maas, 1998).').join()).not.toContain('1998');
	});
});
