import { canonicalJson } from '../../deck-format/canonical-json';
import { openPack } from '../../deck-format/open-pack';
import { sha256Hex } from '../../deck-format/pack-id';
import { blobOfEntry, bytesOfEntry, zipContents } from '../../deck-format/zip-blob';
import type { ZipEntry } from '../../deck-format/zip-entries';
import { AppError } from '../../domain/app-error';
import type { PackId } from '../../domain/ids';
import { isNumber, isRecord } from '../../domain/value-check';
import type { BackupContents } from '../../storage/backup';
import { isProjectArchive } from '../../storage/project-check';
import { decodeForeign } from '../../storage/segment';
import { MANIFEST, type BackupProgress, type Manifest } from './backup-form';

/** What of a backup cannot be put back. */
export interface LeftOut {
	/** Parts of the log. */
	readonly unreadable: number;
	/** Events that are not what they should be. */
	readonly dropped: number;
	/** Versions of decks. */
	readonly packs: readonly PackId[];
	/** SHA-256 of pictures and documents' files. */
	readonly media: readonly string[];
	readonly projects: number;
	/** The file breaks off, or holds less than it says of itself. */
	readonly incomplete: boolean;
}

export interface Backup extends BackupContents {
	readonly leftOut: LeftOut;
}

export interface ReadingOptions {
	readonly onprogress?: (progress: BackupProgress) => void;
	readonly signal?: AbortSignal;
}

const MB = 1024 * 1024;

/** What the parts of a backup may take unpacked, bytes: each, and all of a sort together. */
const MOST = {
	log: { each: 64 * MB, all: 1024 * MB },
	packs: { each: 256 * MB, all: 512 * MB },
	projects: { each: 256 * MB, all: 512 * MB },
	media: { each: 256 * MB, all: 4096 * MB }
} as const;
type Sort = keyof typeof MOST;

/**
 * Reads a backup file without touching the database, and holds everything in it to its form and, where it has one, to its
 * name. What is damaged, or larger than anything of its sort can be, is left out and told, because a damaged backup may be
 * the only one there is. No more than one part of the file is held in memory while it is checked.
 * @throws AppError `not-a-backup`, saying what is wrong with the file; `cancelled`
 */
export async function readBackup(file: Blob, options: ReadingOptions = {}): Promise<Backup> {
	const contents = await zipContents(file);
	if (contents === null) throw notABackup();
	const { entries, brokenOff } = contents;
	const { made, events, packs: packsSaid } = await aboutBackup(file, entries);
	const reading = new Reading(file, entries, options);

	let unreadable = 0;
	let dropped = 0;
	const segments: Backup['segments'][number][] = [];
	for await (const { bytes } of reading.parts('log')) {
		const segment = bytes && decodeForeign(bytes, Math.min(MOST.log.each, reading.room('log')));
		if (segment) {
			reading.take('log', segment.bytes);
			segments.push(segment.events);
			dropped += segment.dropped;
		} else unreadable++;
	}

	const packs: Backup['packs'][number][] = [];
	const badPacks: PackId[] = [];
	for await (const { name, bytes } of reading.parts('packs')) {
		const id = name.replace(/\.json$/, '') as PackId;
		const pack = bytes && (await soundPack(bytes, id));
		if (pack) packs.push({ id, pack });
		else badPacks.push(id);
	}

	const projects: Backup['projects'][number][] = [];
	let badProjects = 0;
	for await (const { bytes } of reading.parts('projects')) {
		const json = bytes && parsed(bytes);
		if (isProjectArchive(json)) projects.push(json);
		else badProjects++;
	}

	const media: Backup['media'][number][] = [];
	const badMedia: string[] = [];
	for await (const { name: sha256, bytes, entry } of reading.parts('media')) {
		if (bytes && (await isNamed(bytes, sha256))) media.push({ sha256, blob: await blobOfEntry(file, entry, bytes) });
		else badMedia.push(sha256);
	}

	if (brokenOff && segments.length + packs.length + projects.length + media.length === 0) throw nothingLeft();
	const found = segments.reduce((sum, segment) => sum + segment.length, dropped);
	const incomplete = brokenOff || (unreadable === 0 && found < events) || packs.length + badPacks.length < packsSaid;
	const leftOut = { unreadable, dropped, packs: badPacks, media: badMedia, projects: badProjects, incomplete };
	return { made, segments, packs, projects, media, leftOut };
}

/** A part of the backup; `bytes` is null if it is damaged or too large. */
interface Part {
	/** Within its folder. */
	readonly name: string;
	readonly entry: ZipEntry;
	readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Reads part after part and keeps count of what they take. */
class Reading {
	readonly #file: Blob;
	readonly #entries: readonly ZipEntry[];
	readonly #options: ReadingOptions;
	readonly #taken: Record<Sort, number> = { log: 0, packs: 0, projects: 0, media: 0 };
	#read = 0;

	constructor(file: Blob, entries: readonly ZipEntry[], options: ReadingOptions) {
		this.#file = file;
		this.#entries = entries;
		this.#options = options;
	}

	/** What parts of this sort may still take, bytes. */
	room(sort: Sort): number {
		return MOST[sort].all - this.#taken[sort];
	}

	take(sort: Sort, bytes: number): void {
		this.#taken[sort] += bytes;
	}

	async *parts(sort: Sort): AsyncGenerator<Part> {
		const folder = `${sort}/`;
		for (const entry of this.#entries) {
			if (!entry.name.startsWith(folder) || entry.name.length === folder.length) continue;
			if (this.#options.signal?.aborted) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
			// Restoring takes longer than reading, and goes on from here.
			this.#read += entry.packed;
			this.#options.onprogress?.({ step: 'reading', share: Math.min(1, this.#read / this.#file.size) });
			yield { name: entry.name.slice(folder.length), entry, bytes: await this.#bytesOf(sort, entry) };
		}
	}

	async #bytesOf(sort: Sort, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer> | null> {
		if (entry.size > Math.min(MOST[sort].each, this.room(sort))) return null;
		const bytes = await orNull(bytesOfEntry(this.#file, entry));
		this.take(sort, bytes?.length ?? 0);
		return bytes;
	}
}

/** What is wrong with one part is told of the whole, as a count. A RangeError is one that does not fit into memory. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof AppError || error instanceof RangeError) return null;
		throw error;
	}
}

/** What a backup says of itself, as far as it can be read. */
async function aboutBackup(
	file: Blob,
	entries: readonly ZipEntry[]
): Promise<Pick<Manifest, 'made' | 'events' | 'packs'>> {
	const entry = entries.find(({ name }) => name === MANIFEST);
	if (entry === undefined) throw notABackup();
	const bytes = entry.size > MB ? null : await orNull(bytesOfEntry(file, entry));
	// Damaged as it is, it has the name that only a backup has, and the log may be whole.
	if (bytes === null) return { made: 0, events: 0, packs: 0 };
	const manifest = parsed(bytes);
	if (!isRecord(manifest) || manifest['format'] !== 'recite-backup') throw notABackup();
	if (manifest['version'] !== 1) {
		throw new AppError('not-a-backup', 'This backup was made by a newer Recite. Update Recite first, then restore it.');
	}
	const figure = (name: keyof Manifest): number => (isNumber(manifest[name]) ? Number(manifest[name]) : 0);
	return { made: figure('made'), events: figure('events'), packs: figure('packs') };
}

async function soundPack(bytes: Uint8Array, id: PackId): Promise<Awaited<ReturnType<typeof openPack>> | null> {
	// A database keeps the pack's value, not its spelling, and the name is that of the canonical spelling.
	const json = parsed(bytes);
	return json === undefined ? null : orNull(Promise.resolve(json).then((value) => openPack(canonicalJson(value), id)));
}

/** Undefined when it is no JSON. */
function parsed(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

/** Media go by the SHA-256 of their bytes. Over plain http, where there is no Web Crypto, that cannot be checked. */
const isNamed = async (bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> =>
	globalThis.crypto?.subtle === undefined || (await sha256Hex(bytes)) === sha256;

const notABackup = (): AppError =>
	new AppError(
		'not-a-backup',
		'This file is not a Recite backup. Choose a file that Recite saved, ending in .recite-backup.'
	);

const nothingLeft = (): AppError =>
	new AppError('not-a-backup', 'This backup is damaged, and nothing in it can be read. Try another copy of it.');
