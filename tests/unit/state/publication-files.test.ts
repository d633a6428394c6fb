import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/lib/authoring/feed';
import type { ProjectState, Publication } from '../../../src/lib/authoring/project';
import { readArchive } from '../../../src/lib/deck-format/deck-archive';
import { archiveOf, folderOf, siteOf } from '../../../src/lib/state/subscriptions/publication-files';
import { draftOf } from '../../support/packs';
import { stateWith } from '../../support/regeneration';

let publication: Publication;
let state: ProjectState;

beforeAll(async () => {
	const { draft, files } = await draftOf('tests/fixtures/decks/honeybee');
	const picture = new Blob([Uint8Array.from(files.get('media/comb.png') as Uint8Array)]);
	const release = { version: draft.pack.version, date: '2026-11-21', notes: 'New.' };
	const pack = { ...draft.pack, acronyms: { JH: 'juvenile hormone' } };
	publication = { pack, media: new Map([['comb.png', picture]]), release };
	const base = stateWith([]);
	const earlier = { version: '1.0.0', date: '2026-01-01', notes: 'First.' };
	state = { ...base, deck: { ...base.deck, releases: [release, earlier] } };
});

describe('a publication', () => {
	it('is handed out as one file with its releases, each once', async () => {
		const { name, bytes } = await archiveOf(publication, state);
		expect(name).toBe('honeybee-1.2.0.recite');
		const read = await readArchive(bytes);
		expect(read.pack).toEqual(publication.pack);
		expect(read.releases.map(({ version }) => version)).toEqual(['1.2.0', '1.0.0']);
	});

	it('is handed out as a folder with what its author declared', async () => {
		const { name, bytes } = await folderOf(publication);
		expect(name).toBe('honeybee-1.2.0.zip');
		expect((await readArchive(bytes)).pack).toEqual(publication.pack);
		expect(new TextDecoder().decode(unzipSync(bytes)['deck.yaml'])).toContain('JH: juvenile hormone');
	});

	it('is handed out as the files of an address', async () => {
		const { bytes } = await siteOf(publication, state);
		const files = unzipSync(bytes);
		const feed = readFeed(new TextDecoder().decode(files['feed.json']));
		expect(feed.releases).toHaveLength(2);
		expect(files[feed.file]?.length).toBe(feed.bytes);
	});
});
