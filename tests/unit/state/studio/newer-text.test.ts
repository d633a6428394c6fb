// First, because live queries run only where there is a database when Dexie is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addNotes } from '../../../../src/lib/authoring/changes/notes';
import { rejectCandidates } from '../../../../src/lib/authoring/changes/decisions';
import { draftFromSelection } from '../../../../src/lib/authoring/drafts/from-selection';
import type { ProposedNote } from '../../../../src/lib/authoring/project';
import type { Desk } from '../../../../src/lib/state/studio/desk.svelte';
import type { DocumentDesk } from '../../../../src/lib/state/studio/document-desk.svelte';
import { Regeneration } from '../../../../src/lib/state/studio/regeneration.svelte';
import { Studio } from '../../../../src/lib/state/studio/studio.svelte';
import { freshDatabase } from '../../../support/database';
import { TEXT } from '../../../support/sample-project';
import { HERE } from '../../../support/workshop';

const SALT = 'Salt slows the yeast down.';
const CRUST = 'The crust browns above 140 degrees.';
/** Something before everything, so that all places move; one sentence is another. */
const NEWER = `Bread is old.\n\n${TEXT.replace(SALT, 'Salt makes the yeast slower.')}`;

let desk: Desk;

beforeEach(async () => {
	const studio = new Studio({ db: freshDatabase(), shelvePack: async () => {} }, HERE);
	desk = await studio.open(await studio.createFrom({ is: 'text', text: TEXT, name: 'How bread rises' }));
	await vi.waitFor(() => expect(only().proposals).toBeDefined());
});
afterEach(() => desk.close());

function only(): DocumentDesk {
	const [document] = desk.documents;
	if (document === undefined) throw new Error('no document');
	return document;
}

const textNow = (): string => only().edition?.canonical.text ?? '';

async function take(text: string): Promise<void> {
	const regeneration = new Regeneration(desk, only().id, HERE);
	await regeneration.read({ is: 'text', text });
	await regeneration.apply();
	await vi.waitFor(() => expect(only().edition?.id).toBe(only().document.edition));
	await vi.waitFor(() => expect(only().proposals?.edition).toBe(only().document.edition));
}

/** As a language model would have proposed it, on a sentence of the text in force. */
function proposed(words: string): ProposedNote {
	const [first] = only().candidates;
	const start = textNow().indexOf(words);
	if (first === undefined || start === -1) throw new Error('nothing to propose');
	const span = { start, end: start + words.length };
	const { note, claim } = first.candidate;
	return {
		...first.candidate,
		note: {
			kind: 'basic',
			id: `model-${start}`,
			topic: note.topic,
			tags: [],
			sources: [{ document: only().id, quote: words, ...span }],
			front: `What is said of ${words.slice(0, 9)}?`,
			back: words
		},
		claim: { ...claim, sentence: span, slots: [{ role: 'object', ...span }] },
		answer: span,
		pattern: 'model',
		model: 'a model'
	};
}

const bought = () => only().candidates.filter(({ candidate }) => candidate.model !== undefined);

describe('when a newer text is taken', () => {
	it('a language model’s open candidates go on where their sentence stands, and come back by undo', async () => {
		await only().propose([proposed(SALT), proposed(CRUST)]);
		await vi.waitFor(() => expect(bought()).toHaveLength(2));
		await take(NEWER);
		expect(bought()).toHaveLength(1);
		for (const { candidate } of bought()) {
			const [source] = candidate.note.sources;
			expect(textNow().slice(source?.start, source?.end)).toBe(CRUST);
			const { start, end } = candidate.claim.slots[0] ?? { start: 0, end: 0 };
			expect(textNow().slice(start, end)).toBe(CRUST);
		}
		await desk.undo();
		await vi.waitFor(() => expect(only().proposals?.edition).toBe(only().document.edition));
		for (const { candidate } of bought()) {
			const [source] = candidate.note.sources;
			expect(textNow().slice(source?.start, source?.end)).toBe(source?.quote);
		}
		expect(bought()).toHaveLength(2);
	});

	it('only what was not proposed before is called new, though the review was half done', async () => {
		const [first] = only().candidates;
		if (first === undefined) throw new Error('no candidate');
		await desk.commit((state) => rejectCandidates(state, only().id, [first.candidate]));
		const regeneration = new Regeneration(desk, only().id, HERE);
		await regeneration.read({ is: 'text', text: `${TEXT}\n\nRye bran slows the rise of the loaf.` });
		const fresh = regeneration.plan?.fresh ?? [];
		const sentences = fresh.map(({ candidate: { claim } }) =>
			regeneration.plan?.text.slice(claim.sentence.start, claim.sentence.end)
		);
		expect(new Set(sentences)).toEqual(new Set(['Rye bran slows the rise of the loaf.']));
	});

	it('a form begun on the older one cannot put a quote where its words do not stand', async () => {
		const { edition } = only();
		const start = textNow().indexOf(CRUST);
		if (edition === undefined) throw new Error('no text');
		const draft = draftFromSelection('basic', edition, [{ start, end: start + CRUST.length }], 'cards');
		await take(NEWER);
		await expect(desk.commit((state) => addNotes(state, [draft]))).rejects.toMatchObject({ code: 'quote-moved' });
		expect(desk.notes).toEqual([]);
	});
});
