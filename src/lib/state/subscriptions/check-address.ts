import { feedAddress, MOST_FEED, readFeed, type Feed } from '../../authoring/feed';
import { openPack } from '../../deck-format/open-pack';
import { isPicture } from '../../deck-format/pack-pictures';
import { AppError } from '../../domain/app-error';
import type { DeckId } from '../../domain/ids';
import type { Pack } from '../../domain/pack';
import type { OutsideRequest, OutsideResponse } from '../outside/request';
import { offerOf, type DeckOffer, type Shelf } from './deck-offer';

/** Asks another host; the app's one door to them is `outside/outside.ts`. */
export type FetchOutside = (
	request: OutsideRequest,
	signal?: AbortSignal
) => Promise<Pick<OutsideResponse, 'status' | 'bytes'>>;

export interface CheckOptions {
	readonly signal?: AbortSignal;
	/** Share of the download that has arrived, 0 to 1. */
	readonly onprogress?: (share: number) => void;
	/** For tests, which have no workers. */
	readonly fetchOutside?: FetchOutside;
}

/** What stands at a deck's address. */
export type Checked = { readonly is: 'current' } | { readonly is: 'update'; readonly offer: DeckOffer };

/**
 * Looks whether there is another version of a deck at its address, and fetches and checks it if so. Nothing on this device
 * is changed: `takeUpdate` does that, when the learner has said so.
 * @throws AppError `no-address`, `offline`, `feed-…`, `pack-…`, `picture-damaged`, or one of `fetchOutside`
 */
export async function checkAddress(shelf: Shelf, deck: DeckId, options: CheckOptions = {}): Promise<Checked> {
	const held = await shelf.db.decks.get(deck);
	const address = held?.address ?? null;
	if (held === undefined || address === null) {
		throw new AppError('no-address', 'This deck has no address where newer versions could be looked for.');
	}
	const source = await sourceAt(address, options);
	if (source.feed.deck !== deck) {
		throw new AppError(
			'feed-other-deck',
			`At this deck’s address stands another deck now, “${source.feed.title}”. Yours was left as it is.`
		);
	}
	if (source.feed.pack === held.pack) return { is: 'current' };
	return { is: 'update', offer: await fetchOffer(shelf, address, source, options) };
}

/**
 * Fetches the deck at an address that a person has typed. If it is on the shelf already, the offer says what would change.
 * @throws AppError `address-invalid` and as `checkAddress`
 */
export async function openAddress(shelf: Shelf, typed: string, options: CheckOptions = {}): Promise<DeckOffer> {
	const address = feedAddress(typed);
	return fetchOffer(shelf, address, await sourceAt(address, options), options);
}

type Get = (file: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer>>;

interface Source {
	readonly feed: Feed;
	readonly get: Get;
}

/** The longest wait for one file, ms. */
const TIMEOUT = 60_000;

async function sourceAt(address: string, { signal, fetchOutside }: CheckOptions): Promise<Source> {
	if (globalThis.navigator?.onLine === false) {
		throw new AppError('offline', 'You are offline. The deck on this device stays as it is; look again later.');
	}
	const fetcher = fetchOutside ?? (await import('../outside/outside')).fetchOutside;
	const get: Get = async (file, maxBytes) => {
		const url = file === '' ? address : new URL(file, address).href;
		const { status, bytes } = await fetcher({ url, maxBytes, timeoutMs: TIMEOUT }, signal);
		if (status === 200) return bytes;
		const what = status === 404 || status === 410 ? 'There is no deck at this address' : 'The address gives no deck';
		throw new AppError('feed-missing', `${what} (${status}). Check it, or ask whoever gave it to you.`);
	};
	return { feed: readFeed(new TextDecoder().decode(await get('', MOST_FEED))), get };
}

async function fetchOffer(
	shelf: Shelf,
	address: string,
	{ feed, get }: Source,
	{ onprogress }: CheckOptions
): Promise<DeckOffer> {
	const { releases, pack: id } = feed;
	const pack = (await shelf.db.packs.get(id))?.pack ?? (await fetchPack(feed, get));
	if (pack.deck !== feed.deck) throw damaged();
	const all = feed.bytes + Object.values(pack.media).reduce((sum, { bytes }) => sum + bytes, 0);
	let arrived = feed.bytes;
	const media = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const [name, picture] of Object.entries(pack.media)) {
		onprogress?.(arrived / all);
		arrived += picture.bytes;
		const { sha256, bytes: length } = picture;
		if (media.has(sha256) || (await shelf.db.media.get(sha256))?.blob.size === length) continue;
		if (!feed.media.some((each) => each.sha256 === sha256 && each.bytes === length)) throw damaged();
		const bytes = await get(`media/${sha256}`, length);
		if (!(await isPicture(name, picture, bytes))) {
			throw new AppError('picture-damaged', `The picture “${name}” arrived damaged. Try again; nothing was changed.`);
		}
		media.set(sha256, bytes);
	}
	onprogress?.(1);
	return offerOf(shelf, { id, pack, media, releases }, address);
}

async function fetchPack({ file, bytes: length, pack: id }: Feed, get: Get): Promise<Pack> {
	const bytes = await get(file, length);
	if (bytes.length !== length) throw damaged();
	return openPack(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), id);
}

const damaged = (): AppError =>
	new AppError(
		'feed-damaged',
		'The files at this address do not belong together. Try again later; nothing was changed.'
	);
