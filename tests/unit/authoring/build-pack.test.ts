import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/cli/deck-folder';
import { buildPack } from '../../../src/lib/authoring/build-pack';
import { acceptCandidates } from '../../../src/lib/authoring/changes/decisions';
import { editDocument, leaveOut, setOptions } from '../../../src/lib/authoring/changes/documents';
import { addNotes } from '../../../src/lib/authoring/changes/notes';
import { applied } from '../../../src/lib/authoring/fold';
import { withBlocks } from '../../../src/lib/authoring/kept-text';
import { projectFromPack } from '../../../src/lib/authoring/new-project';
import { problemsOf } from '../../../src/lib/authoring/problems';
import type { Pack } from '../../../src/lib/domain/pack';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { checkDeck } from '../../../src/lib/deck-format/check-deck';
import { parsePack } from '../../../src/lib/deck-format/parse-pack';
import { samplePack } from '../../support/sample-pack';
import { sampleProject } from '../../support/sample-project';

async function packOf(folder: string): Promise<Pack> {
	const { value } = await checkDeck(await readFolder(folder));
	if (value === null) throw new Error(`${folder} is not sound`);
	return value;
}

async function again(pack: Pack): Promise<Pack> {
	const { state, editions } = await projectFromPack(pack);
	const built = buildPack(state, new Map(editions.map((edition) => [edition.document, edition])));
	expect(built.faults).toEqual([]);
	return built.pack;
}

describe('a project made from a pack', () => {
	it.each(['decks/ketamine', 'tests/fixtures/decks/honeybee'])('builds the same pack again: %s', async (folder) => {
		const pack = await packOf(folder);
		expect(canonicalJson(await again(pack))).toBe(canonicalJson(pack));
	});

	it('keeps the author’s order where topics alternate', async () => {
		const { pack } = samplePack(1);
		expect(canonicalJson(await again(pack))).toBe(canonicalJson(pack));
	});
});

describe('what the authors of a deck declare', () => {
	it.each(['decks/ketamine', 'tests/fixtures/decks/honeybee'])(
		'goes along into the Studio, whose checks say what those of the folder say: %s',
		async (folder) => {
			const checked = await checkDeck(await readFolder(folder));
			if (checked.value === null) throw new Error(`${folder} is not sound`);
			const { state, editions } = await projectFromPack(checked.value);
			const problems = problemsOf(state, new Map(editions.map((edition) => [edition.document, edition])));
			expect(problems.errors).toBe(0);
			expect(problems.warnings).toBe(checked.problems.length);
		}
	);

	it('is in the pack without what was begun and left empty', async () => {
		const { pack } = samplePack(1);
		const { state, editions } = await projectFromPack(pack);
		const texts = new Map(editions.map((edition) => [edition.document, edition]));
		const deck = { ...state.deck, acronyms: { CO: ' ', GAS: ' carbon dioxide ' }, terms: [['yeast', ' '], ['']] };
		const notes = new Map(
			[...state.notes].map(([id, note]) => [
				id,
				id === 'note-0' ? { ...note, waived: { 'front-long': ' Dull. ' } } : note
			])
		);
		const built = buildPack({ ...state, deck, notes }, texts).pack;
		expect(built.acronyms).toEqual({ GAS: 'carbon dioxide' });
		expect(built).not.toHaveProperty('terms');
		expect(built.waived).toEqual({ 'note-0': { 'front-long': 'Dull.' } });
		const both = { ...deck, acronyms: {}, terms: [['yeast'], ['starter', 'leaven ']] };
		const other = buildPack({ ...state, deck: both }, texts).pack;
		expect(other.terms).toEqual([['yeast'], ['starter', 'leaven']]);
		expect(other).not.toHaveProperty('acronyms');
		expect(other).not.toHaveProperty('waived');
	});
});

describe('the pack of a working copy', () => {
	it('is sound, and quotes to the letter', async () => {
		const { state, edition, proposals } = await sampleProject();
		const accepted = applied(state, acceptCandidates(state, 'bread', proposals.candidates));
		const { pack, faults } = buildPack(accepted, new Map([['bread', edition]]), '1.0.0');
		expect(proposals.candidates.length).toBeGreaterThan(2);
		expect(faults).toEqual([]);
		expect(parsePack(pack).problems).toEqual([]);
		expect(pack.notes).toHaveLength(proposals.candidates.length);
		for (const { sources } of pack.notes) {
			for (const { quote, start, end } of sources) expect(pack.documents[0]?.text.slice(start, end)).toBe(quote);
		}
		expect(pack.documents[0]?.blocks.map(({ locator }) => locator)).toContain('“Baking”, paragraph 1');
	});

	it('leaves struck blocks out and moves what stands behind them', async () => {
		const { state, edition, proposals } = await sampleProject();
		const last = proposals.candidates.at(-1);
		if (last === undefined) throw new Error('no candidate');
		const accepted = applied(state, acceptCandidates(state, 'bread', [last]));
		const salt = edition.canonical.blocks.findIndex(({ start }) => edition.canonical.text.startsWith('Salt', start));
		const struck = applied(accepted, setOptions(accepted, 'bread', withBlocks(edition, {}, [salt], false)));
		const { pack, faults } = buildPack(struck, new Map([['bread', edition]]), '1.0.0');
		const text = pack.documents[0]?.text ?? '';
		expect(faults).toEqual([]);
		expect(text).not.toContain('Salt');
		expect(text.length).toBeLessThan(edition.canonical.text.length);
		const [source] = pack.notes[0]?.sources ?? [];
		expect(text.slice(source?.start, source?.end)).toBe(last.note.sources[0]?.quote);
		expect(parsePack(pack).problems).toEqual([]);
	});

	it('tells of a note whose sentence was struck out', async () => {
		const { state, edition } = await sampleProject();
		const quote = 'Salt slows the yeast down.';
		const start = edition.canonical.text.indexOf(quote);
		const source = { document: 'bread', quote, start, end: start + quote.length };
		const draft = {
			kind: 'basic',
			topic: 'cards',
			tags: [],
			sources: [source],
			front: 'What slows yeast?',
			back: 'Salt'
		};
		const noted = applied(state, addNotes(state, [{ ...draft, kind: 'basic' }]));
		const block = edition.canonical.blocks.findIndex((each) => each.start <= start && start < each.end);
		const struck = applied(noted, setOptions(noted, 'bread', withBlocks(edition, {}, [block], false)));
		const problems = problemsOf(struck, new Map([['bread', edition]]));
		const [id = ''] = struck.notes.keys();
		expect(problems.notes.get(id)?.[0]).toMatchObject({
			rule: 'quote',
			severity: 'error',
			field: 'sources/0',
			offset: start
		});
		expect(problems.notes.get(id)?.[0]?.message).toContain('struck out');
	});

	it('carries the reasons for leaving sentences out', async () => {
		const { state, edition } = await sampleProject();
		const change = leaveOut(state, 'bread', 'Salt slows the yeast down.', 'Known to all.');
		const { pack } = buildPack(applied(state, change), new Map([['bread', edition]]));
		expect(pack.documents[0]?.statements.filter((each) => each.leftOut !== undefined)).toMatchObject([
			{ leftOut: 'Known to all.' }
		]);
	});
});

describe('the problems of a working copy', () => {
	it('name the note and the field, and the other note by what it asks', async () => {
		const { state, edition, proposals } = await sampleProject();
		const [first] = proposals.candidates;
		if (first?.note.kind !== 'basic') throw new Error('no basic candidate');
		const twice = addNotes(state, [first.note, { ...first.note, front: first.note.front.toUpperCase() }]);
		const { notes } = problemsOf(applied(state, twice), new Map([['bread', edition]]));
		const all = [...notes.values()].flat();
		const duplicate = all.find(({ rule }) => rule === 'duplicate');
		expect(duplicate).toMatchObject({ severity: 'error', field: 'front' });
		expect(duplicate?.other).not.toBeNull();
		expect(duplicate?.message).toContain(`“${first.note.front}”`);
		expect(duplicate?.message).not.toContain('note:');
	});

	it('are errors for a field that was left empty', async () => {
		const { state, edition, proposals } = await sampleProject();
		const [first] = proposals.candidates;
		if (first?.note.kind !== 'basic') throw new Error('no basic candidate');
		const added = applied(state, addNotes(state, [{ ...first.note, front: ' ' }]));
		const problems = problemsOf(added, new Map([['bread', edition]]));
		const [id = ''] = added.notes.keys();
		expect(problems.notes.get(id)?.some(({ field, severity }) => field === 'front' && severity === 'error')).toBe(true);
	});

	it('say where in the deck a field is missing', async () => {
		const { state, edition } = await sampleProject();
		const noted = applied(state, editDocument(state, 'bread', { publisher: ' ' }));
		const problems = problemsOf(noted, new Map([['bread', edition]]));
		expect(problems.deck[0]).toMatchObject({ document: 'bread', field: 'publisher', severity: 'error' });
	});
});
