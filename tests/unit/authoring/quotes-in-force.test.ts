import { describe, expect, it } from 'vitest';
import { editNote, addNotes } from '../../../src/lib/authoring/changes/notes';
import type { Edition, EditionId } from '../../../src/lib/authoring/project';
import { expectQuotesStand, onTextsInForce } from '../../../src/lib/authoring/quotes-in-force';
import type { CanonicalDocument } from '../../../src/lib/generation/canonical';
import { GUIDE, noteOnWords, stateWith, textOf } from '../../support/regeneration';

const QUEEN = 'A hive has one queen.';
const COMB = 'Workers build comb of wax.';
const older = textOf([`${QUEEN} ${COMB}`]);
const newer = textOf(['Something new comes first.', COMB]);

const editionOf = (id: string, canonical: CanonicalDocument): Edition => ({
	id: id as EditionId,
	document: GUIDE,
	file: { name: 'a.txt', type: 'text/plain', bytes: 1, sha256: '0'.repeat(64), stored: false },
	canonical,
	drops: canonical.blocks.map(() => null)
});
const { note: comb } = noteOnWords('comb', older, COMB);
const { note: queen } = noteOnWords('queen', older, QUEEN);

describe('a draft begun on an older text', () => {
	const editions = new Map([[GUIDE, editionOf('old', newer)]]);

	it('finds its quotes again where they stand once, and keeps the others for its change to be refused', () => {
		const draft = { ...comb, sources: [...comb.sources, ...queen.sources] };
		const start = newer.text.indexOf(COMB);
		expect(onTextsInForce(draft, editions).sources).toEqual([
			{ document: GUIDE, quote: COMB, start, end: start + COMB.length },
			...queen.sources
		]);
	});

	it('is left as it is where its quotes stand, or the text is not known', () => {
		expect(onTextsInForce(comb, new Map([[GUIDE, editionOf('old', older)]]))).toBe(comb);
		expect(onTextsInForce(comb, new Map())).toBe(comb);
	});

	it('does not guess where a quote stands twice', () => {
		const twice = new Map([[GUIDE, editionOf('old', textOf([`Well. ${COMB}`, COMB]))]]);
		expect(onTextsInForce(comb, twice)).toBe(comb);
	});
});

describe('a change that brings a quote', () => {
	const state = stateWith([]);

	it('is refused where the words do not stand in the text in force', () => {
		const change = addNotes(state, [comb]);
		expect(() => expectQuotesStand(change, state, [editionOf('old', newer)])).toThrow(
			expect.objectContaining({ code: 'quote-moved' })
		);
		expect(() => expectQuotesStand(change, state, [editionOf('old', older)])).not.toThrow();
	});

	it('is held to the text that the same change puts in force', () => {
		const taken = addNotes(state, [comb]);
		const [document] = state.documents.values();
		if (document === undefined) throw new Error('no document');
		const after = { ...document, edition: 'new' as EditionId };
		const both = {
			...taken,
			patches: [...taken.patches, { of: 'document', id: GUIDE, before: document, after } as const]
		};
		const editions = [editionOf('old', newer), editionOf('new', older)];
		expect(() => expectQuotesStand(both, state, editions)).not.toThrow();
	});

	it('may leave a quote alone that the note had before, broken or not', () => {
		const had = stateWith([{ note: comb, position: 0, candidate: null, waived: {} }]);
		const change = editNote(had, { ...comb, tags: ['wax'] });
		expect(() => expectQuotesStand(change, had, [editionOf('old', newer)])).not.toThrow();
	});
});
