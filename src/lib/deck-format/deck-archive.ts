import { strToU8, zipSync, type Zippable } from 'fflate';
import { AppError } from '../domain/app-error';
import type { PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import { isRecord, listOf, pattern, shape, text } from '../domain/value-check';
import { canonicalJson } from './canonical-json';
import { openPack } from './open-pack';
import { packId } from './pack-id';
import { heldPictures } from './pack-pictures';
import type { DeckFolder } from './write-deck';
import { readDeck } from './read-deck';
import { namesInZip, unzipped } from './zip-reading';

/** A version that was published, with what it changed for those who study it. */
export interface DeckRelease {
	readonly version: string;
	/** ISO date. */
	readonly date: string;
	readonly notes: string;
}

/** A deck as it comes in a file. */
export interface DeckArchive {
	readonly id: PackId;
	readonly pack: Pack;
	/** Bytes of the pictures by SHA-256. */
	readonly media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
	/** Newest first; empty for a folder, which has none. */
	readonly releases: readonly DeckRelease[];
}

/** `recite-deck.json` in a `.recite` file. */
interface Manifest {
	readonly format: 'recite-deck';
	readonly version: 1;
	readonly pack: PackId;
	readonly releases: readonly DeckRelease[];
}

const MANIFEST = 'recite-deck.json';
const PACK = 'pack.json';

/**
 * A `.recite` file: a zip of the pack in canonical JSON, its pictures named by hash, and what it is. The same deck gives
 * the same bytes.
 * @param media bytes of the pictures by SHA-256
 * @throws AppError `picture-missing`
 */
export async function writeArchive(
	pack: Pack,
	media: ReadonlyMap<string, Uint8Array>,
	releases: readonly DeckRelease[]
): Promise<Uint8Array<ArrayBuffer>> {
	const manifest: Manifest = { format: 'recite-deck', version: 1, pack: await packId(pack), releases };
	const files: [string, Uint8Array][] = [
		[MANIFEST, strToU8(canonicalJson(manifest))],
		[PACK, strToU8(canonicalJson(pack))]
	];
	const hashes = new Set(Object.values(pack.media).map(({ sha256 }) => sha256));
	for (const sha256 of [...hashes].sort()) {
		const bytes = media.get(sha256);
		if (bytes === undefined) {
			throw new AppError('picture-missing', 'A picture of the deck is not on this device. Add it again, or remove it.');
		}
		files.push([`media/${sha256}`, bytes]);
	}
	return zipped(files);
}

/** A deck folder as a zip. The same folder gives the same bytes. */
export function writeFolderZip(folder: DeckFolder): Uint8Array<ArrayBuffer> {
	return zipped(
		[...folder]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])
	);
}

function zipped(files: readonly (readonly [string, Uint8Array])[]): Uint8Array<ArrayBuffer> {
	// Taken apart by the zone of the device, so it is put together by it too: the same bytes everywhere.
	const mtime = new Date(2000, 0, 1);
	const entries: Zippable = {};
	for (const [name, bytes] of files) entries[name] = [bytes, { level: 9, mtime }];
	return Uint8Array.from(zipSync(entries));
}

/**
 * Reads a `.recite` file, or a zipped deck folder, and holds everything in it to its name, hash and form.
 * @throws AppError saying what is wrong with the file: `not-a-zip`, `not-a-deck`, `deck-newer`, `archive-…`, `pack-…`,
 * `picture-…`
 */
export async function readArchive(bytes: Uint8Array): Promise<DeckArchive> {
	const names = namesInZip(bytes);
	if (names.includes(MANIFEST)) return readPacked(bytes);
	const root = names.filter((name) => /(^|\/)deck\.yaml$/.test(name)).sort((a, b) => a.length - b.length)[0];
	if (root !== undefined) return readFolder(bytes, root.slice(0, -'deck.yaml'.length));
	throw new AppError('not-a-deck', 'There is no deck in this file. Choose one that ends in .recite, or a deck folder.');
}

async function readPacked(bytes: Uint8Array): Promise<DeckArchive> {
	const files = unzipped(bytes, (name) =>
		name === MANIFEST || name === PACK || /^media\/[0-9a-f]{64}$/.test(name) ? name : null
	);
	const { pack: id, releases } = readManifest(textOf(files, MANIFEST));
	const pack = await openPack(textOf(files, PACK), id);
	const media = await heldPictures(pack, (sha256) => files.get(`media/${sha256}`));
	return { id, pack, media, releases };
}

const version = pattern(/^\d+\.\d+\.\d+$/);
const release = shape({ version, date: pattern(/^\d{4}-\d{2}-\d{2}$/), notes: text });

/** Whether a value is a list of releases, as archives and feeds carry it. */
export const areReleases = (value: unknown): value is readonly DeckRelease[] => listOf(release, 0, 10_000)(value);

function readManifest(json: string): Manifest {
	const value = parsed(json);
	if (!isRecord(value) || value['format'] !== 'recite-deck') throw notADeck();
	if (value['version'] !== 1) {
		throw new AppError('deck-newer', 'This deck was saved by a newer Recite. Update Recite first, then open it.');
	}
	const { pack, releases } = value;
	if (!isPackId(pack) || !areReleases(releases)) throw notADeck();
	return { format: 'recite-deck', version: 1, pack, releases };
}

/** Whether a value has the form of a pack's name. */
export const isPackId = (value: unknown): value is PackId => pattern(/^[0-9a-f]{64}$/)(value);

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch (cause) {
		throw notADeck(cause);
	}
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
	const bytes = files.get(name);
	if (bytes === undefined) throw notADeck();
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (cause) {
		throw notADeck(cause);
	}
}

const notADeck = (cause?: unknown): AppError =>
	new AppError('not-a-deck', 'This is not a deck that Recite can read. Ask whoever sent it to save it again.', {
		cause
	});

/** Files of a deck folder; whatever else a zip holds stays packed. */
const FOLDER_FILE = /^(?:deck\.yaml|[a-z0-9-]+\.ya?ml|documents\/[^/]+\.md|media\/[A-Za-z0-9][A-Za-z0-9._-]*)$/;

async function readFolder(bytes: Uint8Array, root: string): Promise<DeckArchive> {
	const files = unzipped(bytes, (name) => {
		const path = name.startsWith(root) ? name.slice(root.length) : '';
		return FOLDER_FILE.test(path) ? path : null;
	});
	const { value: pack, problems } = await readDeck(files);
	if (pack === null) {
		const first = problems.find(({ severity }) => severity === 'error');
		const where = first === undefined ? '' : ` ${first.file}, line ${first.line}: ${first.message}`;
		throw new AppError('deck-invalid', `The deck folder cannot be read.${where}`);
	}
	const named = new Map(Object.entries(pack.media).map(([name, { sha256 }]) => [sha256, files.get(`media/${name}`)]));
	return { id: await packId(pack), pack, media: await heldPictures(pack, (sha256) => named.get(sha256)), releases: [] };
}
