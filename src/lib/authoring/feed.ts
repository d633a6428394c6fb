import { canonicalJson } from '../deck-format/canonical-json';
import { areReleases, isPackId, type DeckRelease } from '../deck-format/deck-archive';
import { AppError } from '../domain/app-error';
import type { PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import { isRecord, listOf, pattern, shape, whole } from '../domain/value-check';

/** `feed.json` at a deck's address: which version is the newest, and where its files are. */
export interface Feed {
	readonly format: 'recite-feed';
	readonly version: 1;
	/** Id of the root deck, which every version keeps. */
	readonly deck: string;
	readonly title: string;
	/** Of the newest version. */
	readonly pack: PackId;
	/** Beside the feed: `packs/<pack>.json`. */
	readonly file: string;
	/** Length of the file. */
	readonly bytes: number;
	/** Its pictures, at `media/<sha256>` beside the feed. */
	readonly media: readonly { readonly sha256: string; readonly bytes: number }[];
	/** Newest first. */
	readonly releases: readonly DeckRelease[];
}

/** What is published at an address. */
export interface Published {
	readonly pack: Pack;
	readonly id: PackId;
	/** Bytes of the pictures by SHA-256. */
	readonly media: ReadonlyMap<string, Uint8Array>;
	/** Newest first. */
	readonly releases: readonly DeckRelease[];
}

export const FEED_FILE = 'feed.json';

/**
 * The files to be put at an address, by path. Packs and pictures are named by what is in them, so those of earlier
 * versions may stay where they are; `feed.json` is put there last.
 * @param previous the feed that stands at the address, so that a deck is not put in another's place and its releases go on
 * @throws AppError `feed-other-deck`, `picture-missing`
 */
export function writeFeed({ pack, id, media, releases }: Published, previous?: Feed): Map<string, string | Uint8Array> {
	if (previous !== undefined && previous.deck !== pack.deck) {
		throw new AppError(
			'feed-other-deck',
			`At this address stands the deck “${previous.title}”. Students of it would lose it: choose another address.`
		);
	}
	const files = new Map<string, string | Uint8Array>();
	const text = canonicalJson(pack);
	const pictures = new Map(Object.values(pack.media).map((picture) => [picture.sha256, picture]));
	for (const { sha256 } of pictures.values()) {
		const bytes = media.get(sha256);
		if (bytes === undefined) {
			throw new AppError('picture-missing', 'A picture of the deck is not on this device. Add it again, or remove it.');
		}
		files.set(`media/${sha256}`, bytes);
	}
	const file = `packs/${id}.json`;
	files.set(file, text);
	const known = new Set(releases.map(({ version }) => version));
	const feed: Feed = {
		format: 'recite-feed',
		version: 1,
		deck: pack.deck,
		title: pack.title,
		pack: id,
		file,
		bytes: new TextEncoder().encode(text).length,
		media: [...pictures.values()].map(({ sha256, bytes }) => ({ sha256, bytes })),
		releases: [...releases, ...(previous?.releases ?? []).filter(({ version }) => !known.has(version))]
	};
	files.set(FEED_FILE, `${canonicalJson(feed)}\n`);
	return files;
}

/** What one version of a deck may take, bytes. */
export const MOST_FEED = 1024 * 1024;
export const MOST_PACK = 64 * 1024 * 1024;
export const MOST_PICTURE = 32 * 1024 * 1024;
/** All pictures of a version together. */
const MOST_PICTURES = 256 * 1024 * 1024;

const hash = pattern(/^[0-9a-f]{64}$/);
const looksLikeFeed = shape({
	deck: pattern(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	title: pattern(/^[^]{1,500}$/),
	pack: hash,
	file: pattern(/^packs\/[0-9a-f]{64}\.json$/),
	bytes: whole(1, MOST_PACK),
	media: listOf(shape({ sha256: hash, bytes: whole(0, MOST_PICTURE) }), 0, 5000),
	releases: areReleases
});

/** @throws AppError `feed-unreadable`, `feed-newer` */
export function readFeed(text: string): Feed {
	const value = parsed(text);
	if (!isRecord(value) || value['format'] !== 'recite-feed') throw unreadable();
	if (value['version'] !== 1) {
		throw new AppError('feed-newer', 'The deck at this address is published by a newer Recite. Update Recite first.');
	}
	if (!isFeed(value) || value.file !== `packs/${value.pack}.json`) throw unreadable();
	if (value.media.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_PICTURES) {
		throw new AppError(
			'feed-too-large',
			'The pictures of this deck are too large to be kept here. Nothing was changed.'
		);
	}
	return value;
}

const isFeed = (value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Feed =>
	looksLikeFeed(value) && isPackId(value['pack']);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw unreadable(cause);
	}
}

const unreadable = (cause?: unknown): AppError =>
	new AppError('feed-unreadable', 'There is no deck at this address. Check it, or ask whoever gave it to you.', {
		cause
	});

/**
 * The address of a deck's feed, from what a person has typed or pasted: the feed's own or that of the folder it is in.
 * @throws AppError `address-invalid`
 */
export function feedAddress(typed: string): string {
	const words = typed.trim();
	const whole = /^[a-z][a-z0-9+.-]*:/i.test(words) && !/^[^/]+:\d+(\/|$)/.test(words) ? words : `https://${words}`;
	const url = URL.canParse(whole) ? new URL(whole) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '' || /\s/.test(words)) {
		throw new AppError(
			'address-invalid',
			'This is not an address of a deck. One looks like “https://example.org/my-deck”.'
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new AppError('address-invalid', 'An address with a name or password in it cannot be used.');
	}
	url.hash = '';
	if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/+$/, '')}/${FEED_FILE}`;
	if (url.href.length > 2000) throw new AppError('address-invalid', 'This address is too long to be one of a deck.');
	return url.href;
}
