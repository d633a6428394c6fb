import { describe, expect, it } from 'vitest';
import { buildPack } from '../../../src/lib/authoring/build-pack';
import { editionOfText } from '../../../src/lib/authoring/editions';
import { applied } from '../../../src/lib/authoring/fold';
import type { Edition, ProjectState } from '../../../src/lib/authoring/project';
import { planRegeneration } from '../../../src/lib/authoring/regenerate';
import { regenerationChange } from '../../../src/lib/authoring/regeneration-change';
import { readArchive, writeArchive } from '../../../src/lib/deck-format/deck-archive';
import type { CardId } from '../../../src/lib/domain/ids';
import type { Note } from '../../../src/lib/domain/note';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { openDeckFile } from '../../../src/lib/state/subscriptions/deck-file';
import { takeUpdate } from '../../../src/lib/state/subscriptions/take-offer';
import { grade } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import type { Moment } from '../../../src/lib/storage/log';
import { freshDatabase } from '../../support/database';
import { GUIDE, noteOnWords, stateWith, textOf } from '../../support/regeneration';

const moment: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };

async function editionOf(paragraphs: readonly string[]): Promise<Edition> {
	const file = { name: 'guide.txt', type: 'text/plain', bytes: 1, sha256: '0'.repeat(64), stored: false };
	return editionOfText({ document: GUIDE, file, canonical: textOf(paragraphs), drops: paragraphs.map(() => null) });
}

async function fileOf(state: ProjectState, edition: Edition, version: string): Promise<Blob> {
	const { pack, faults } = buildPack(state, new Map([[GUIDE, edition]]), version);
	expect(faults).toEqual([]);
	const bytes = await writeArchive(pack, new Map(), []);
	expect((await readArchive(bytes)).pack).toEqual(pack);
	return new Blob([bytes]);
}

describe('an edited document', () => {
	it('updates cards in place: history stays where the fact does, and begins anew where the author says so', async () => {
		const old = await editionOf([
			'A hive has one queen. Workers build comb of wax.',
			'The dose is 40 mg. Drones hatch in May.'
		]);
		const now = await editionOf(['The dose is 60 mg.', 'Workers build their comb of wax. A hive has one queen.']);
		const notes = [
			'A hive has one queen.',
			'Workers build comb of wax.',
			'The dose is 40 mg.',
			'Drones hatch in May.'
		].map((words, i) => noteOnWords(`n-${i}`, old.canonical, words));
		const state = stateWith(notes, { edition: old.id });

		const db = freshDatabase();
		const shelf = { db, clock: { moment: () => moment }, channel: { tell: () => undefined } };
		await takeUpdate(shelf, await openDeckFile(shelf, await fileOf(state, old, '1.0.0')));
		const ids = notes.map(({ note }) => `bees:${note.id}#0` as CardId);
		for (const shown of await presentCards(db, ids)) {
			await grade(db, moment, { shown, rating: 3, took: 1, preset: DEFAULT_PRESET, presetRef: 'default/1' });
		}
		const graded = new Map((await presentCards(db, ids)).map((card) => [card.id, card]));

		const plan = planRegeneration({
			state,
			document: GUIDE,
			before: { canonical: old.canonical, candidates: [] },
			after: { edition: now.id, canonical: now.canonical, options: {}, candidates: [] }
		});
		expect(plan.notes.map(({ is }) => is)).toEqual(['same', 'reworded', 'reworded', 'gone']);
		const dose = plan.notes[2];
		const changed: Note = { ...notes[2]!.note, back: '60 mg', sources: dose?.sources ?? [] } as Note;
		const change = regenerationChange(
			state,
			plan,
			new Map([
				['note/n-2', { is: 'changed', note: changed }],
				['note/n-3', { is: 'remove' }]
			])
		);
		const offer = await openDeckFile(shelf, await fileOf(applied(state, change), now, '1.1.0'));
		expect(offer.diff?.removed.map(({ id }) => id)).toEqual(['n-2', 'n-3']);
		expect(offer.diff?.changed.map(({ after, fields }) => [after.id, fields.map(({ field }) => field)])).toEqual([
			['n-1', ['sources']]
		]);
		await takeUpdate(shelf, offer);

		const cards = new Map((await db.cards.toArray()).map((card) => [card.id as CardId, card]));
		for (const id of ids.slice(0, 2)) {
			expect(cards.get(id)).toMatchObject({ reps: 1, schedule: graded.get(id)?.schedule });
		}
		const [fresh] = [...cards.keys()].filter((id) => !ids.includes(id));
		expect(cards.size).toBe(3);
		expect(cards.get(fresh ?? ('' as CardId))).toMatchObject({ reps: 0, schedule: { phase: 'new' } });
	});
});
