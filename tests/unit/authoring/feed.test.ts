import { beforeAll, describe, expect, it } from 'vitest';
import { feedAddress, readFeed, writeFeed, type Published } from '../../../src/lib/authoring/feed';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { packId } from '../../../src/lib/deck-format/pack-id';
import { draftOf } from '../../support/packs';

let published: Published;
const release = (version: string) => ({ version, date: '2026-11-21', notes: `What came with ${version}.` });

beforeAll(async () => {
	const { draft, media } = await draftOf('tests/fixtures/decks/honeybee');
	published = { pack: draft.pack, id: await packId(draft.pack), media, releases: [release('1.2.0')] };
});

const feedOf = (files: ReadonlyMap<string, string | Uint8Array>) => readFeed(String(files.get('feed.json')));

describe('a feed', () => {
	it('names the pack by its hash, its length and its pictures, and lies beside them', () => {
		const files = writeFeed(published);
		const { id, pack } = published;
		const [hash = ''] = published.media.keys();
		expect([...files.keys()].sort()).toEqual(['feed.json', `media/${hash}`, `packs/${id}.json`]);
		expect(files.get(`packs/${id}.json`)).toBe(canonicalJson(pack));
		expect(feedOf(files)).toMatchObject({
			deck: 'honeybee',
			pack: id,
			file: `packs/${id}.json`,
			bytes: canonicalJson(pack).length
		});
		expect(writeFeed(published)).toEqual(files);
	});

	it('goes on from the one before, and never takes the place of another deck', () => {
		const before = feedOf(writeFeed({ ...published, releases: [release('1.1.0'), release('1.0.0')] }));
		const { releases } = feedOf(writeFeed({ ...published, releases: [release('1.2.0'), release('1.1.0')] }, before));
		expect(releases.map(({ version }) => version)).toEqual(['1.2.0', '1.1.0', '1.0.0']);
		expect(() => writeFeed(published, { ...before, deck: 'ants' })).toThrow(
			expect.objectContaining({ code: 'feed-other-deck' })
		);
	});

	it('is not written without the pictures', () => {
		expect(() => writeFeed({ ...published, media: new Map() })).toThrow(
			expect.objectContaining({ code: 'picture-missing' })
		);
	});
});

describe('an address', () => {
	it.each([
		['https://example.org/bees/feed.json', 'https://example.org/bees/feed.json'],
		[' https://example.org/bees/ ', 'https://example.org/bees/feed.json'],
		['example.org/bees', 'https://example.org/bees/feed.json'],
		['localhost:8080/bees', 'https://localhost:8080/bees/feed.json'],
		['http://example.org', 'http://example.org/feed.json'],
		['https://example.org/bees.json#top', 'https://example.org/bees.json']
	])('%s is %s', (typed, address) => {
		expect(feedAddress(typed)).toBe(address);
	});

	it.each([
		'',
		'   ',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'data:text/plain,x',
		'https://',
		'two words',
		'https://me:secret@example.org/',
		`https://example.org/${'a'.repeat(2000)}`
	])('%s is none', (typed) => {
		expect(() => feedAddress(typed)).toThrow(expect.objectContaining({ code: 'address-invalid' }));
	});
});
