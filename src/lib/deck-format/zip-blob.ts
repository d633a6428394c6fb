import { AppError } from '../domain/app-error';
import {
	damaged,
	END_REACH,
	entriesOf,
	entryFromHead,
	headLength,
	listOf,
	LOCAL_REACH,
	STORED,
	unpackEntry,
	type ZipEntry
} from './zip-entries';

/** What a zip holds. It may be larger than memory, because no more of it is read than what is asked for. */
export interface ZipContents {
	readonly entries: readonly ZipEntry[];
	/** The file has no list of what is in it, so it ends before it should; `entries` are those found from its beginning. */
	readonly brokenOff: boolean;
}

/** A list of files that is longer than this, in bytes, is none of ours. */
const LONGEST_LIST = 64 * 1024 * 1024;

/** @returns null when the file is no zip */
export async function zipContents(file: Blob): Promise<ZipContents | null> {
	try {
		const list = listOf(await bytesIn(file, file.size - END_REACH, file.size));
		if (list !== null && list.at < file.size && file.size - list.at <= LONGEST_LIST) {
			return { entries: [...entriesOf(await bytesIn(file, list.at, file.size), list.count)], brokenOff: false };
		}
	} catch (error) {
		// A list that cannot be read is as good as none.
		if (!(error instanceof RangeError) && !(error instanceof AppError)) throw error;
	}
	const entries = await entriesFromFront(file);
	return entries.length === 0 ? null : { entries, brokenOff: true };
}

/** Walks from one local header to the next for as long as they follow each other. */
async function entriesFromFront(file: Blob): Promise<ZipEntry[]> {
	const entries: ZipEntry[] = [];
	for (let at = 0; ;) {
		const length = headLength(await bytesIn(file, at, at + LOCAL_REACH));
		const entry = length === null ? null : entryFromHead(await bytesIn(file, at, at + length), at);
		if (length === null || entry === null) return entries;
		entries.push(entry);
		at += length + entry.packed;
	}
}

/** @throws AppError `archive-damaged`, `archive-locked` */
export async function bytesOfEntry(file: Blob, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
	const start = await startOf(file, entry);
	return unpackEntry(await bytesIn(file, start, start + entry.packed), entry);
}

/**
 * The same as a blob: a part of the file itself where it was stored as it is, so that it need not be held in memory.
 * @param bytes as `bytesOfEntry` gave them, which has checked them
 */
export async function blobOfEntry(file: Blob, entry: ZipEntry, bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
	if (entry.method !== STORED) return new Blob([bytes]);
	const start = await startOf(file, entry);
	return file.slice(start, start + entry.packed);
}

async function startOf(file: Blob, { name, at }: ZipEntry): Promise<number> {
	const head = headLength(await bytesIn(file, at, at + LOCAL_REACH));
	if (head === null) throw damaged(`“${name}” is not where it should be.`);
	return at + head;
}

const bytesIn = async (file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await file.slice(Math.max(0, start), Math.max(0, end)).arrayBuffer());
