import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deckId } from '../../../../src/lib/domain/ids';
import { Studio } from '../../../../src/lib/state/studio/studio.svelte';
import { subscribe } from '../../../../src/lib/storage/library-actions';
import { listProjects } from '../../../../src/lib/storage/projects';
import type { ReciteDatabase } from '../../../../src/lib/storage/schema';
import { packId } from '../../../../src/lib/deck-format/pack-id';
import { freshDatabase } from '../../../support/database';
import { samplePack } from '../../../support/sample-pack';
import { TEXT } from '../../../support/sample-project';
import { HERE } from '../../../support/workshop';

let db: ReciteDatabase;

const studioBeside = (...shipped: string[]): Studio =>
	new Studio(
		{
			db,
			shelvePack: async () => {},
			shipped: shipped.map((deck) => ({ deck: deckId(deck) }))
		},
		HERE
	);
const deckIds = async () => (await listProjects(db)).map(({ deck }) => deck).sort();

beforeEach(() => (db = freshDatabase()));

describe('the id of a new deck', () => {
	it('is its own, though another project has the same title', async () => {
		const studio = studioBeside();
		await studio.create('Pasted text');
		await studio.create('Pasted text');
		await studio.createFrom({ is: 'text', text: TEXT });
		expect(new Set(await deckIds()).size).toBe(3);
	});

	it('is not that of a deck on the shelf, or of one that can be put there', async () => {
		const { pack } = samplePack(1);
		await subscribe(db, { at: 0, tz: 'UTC', day: 0 }, await packId(pack), pack);
		const studio = studioBeside('ketamine');
		await studio.create('Bread');
		await studio.create('Ketamine');
		expect(pack.deck).toBe('bread');
		expect(await deckIds()).toEqual(['bread-2', 'ketamine-2']);
	});
});
