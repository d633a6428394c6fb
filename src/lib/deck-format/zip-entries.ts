import { Inflate } from 'fflate';
import { AppError } from '../domain/app-error';

/** One file of a zip, as the zip describes it. */
export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly locked: boolean;
	/** Bytes packed and unpacked. */
	readonly packed: number;
	readonly size: number;
	/** CRC-32 of what is unpacked. */
	readonly sum: number;
	/** Where its local header stands. */
	readonly at: number;
}

export const STORED = 0;
export const DEFLATED = 8;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const END_LENGTH = 22;
/** As far from its end as a zip's closing record may begin: behind it may stand a remark of 64 kB. */
export const END_REACH = END_LENGTH + 65_535;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * What the closing record of a zip says of its list of files (PKWARE APPNOTE.TXT, 4.3). Its larger form, for files over
 * 4 GB, is not read.
 * @param tail the last `END_REACH` bytes of the zip, or all of it
 * @returns null when there is no such record
 */
export function listOf(tail: Uint8Array): { readonly count: number; readonly at: number } | null {
	const view = viewOf(tail);
	let end = tail.length - END_LENGTH;
	const first = Math.max(0, tail.length - END_REACH);
	while (end >= first && view.getUint32(end, true) !== END) end--;
	return end < first ? null : { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
}

/**
 * The files that a zip's list names.
 * @param list from where the list begins
 * @throws AppError `archive-damaged`; RangeError where the list breaks off
 */
export function* entriesOf(list: Uint8Array, count: number): Generator<ZipEntry> {
	const view = viewOf(list);
	for (let i = 0, at = 0; i < count; i++) {
		if (view.getUint32(at, true) !== CENTRAL) throw damaged('Its list of files cannot be read.');
		const length = view.getUint16(at + 28, true);
		if (at + 46 + length > list.length) throw damaged('It breaks off.');
		yield {
			name: new TextDecoder().decode(list.subarray(at + 46, at + 46 + length)),
			method: view.getUint16(at + 10, true),
			locked: (view.getUint16(at + 8, true) & 1) === 1,
			sum: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true)
		};
		at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
}

/** As much of a local header as tells where the file's bytes begin. */
export const LOCAL_REACH = LOCAL_LENGTH;

/**
 * How far behind its local header a file's packed bytes begin.
 * @param header from the header's place on
 * @returns null when no header stands there
 */
export function headLength(header: Uint8Array): number | null {
	if (header.length < LOCAL_LENGTH) return null;
	const view = viewOf(header);
	if (view.getUint32(0, true) !== LOCAL) return null;
	return LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
}

/**
 * The file whose local header stands here: what is left of a zip that breaks off before its list.
 * @param header of `headLength` bytes
 * @param at where it stands in the zip
 * @returns null when no header stands there, or it does not say how long its file is
 */
export function entryFromHead(header: Uint8Array, at: number): ZipEntry | null {
	if (headLength(header) === null) return null;
	const view = viewOf(header);
	const flags = view.getUint16(6, true);
	// Bit 3: sizes and sum follow behind the file, so its end cannot be found.
	if ((flags & 8) !== 0) return null;
	const nameEnd = LOCAL_LENGTH + view.getUint16(26, true);
	return {
		name: new TextDecoder().decode(header.subarray(LOCAL_LENGTH, nameEnd)),
		method: view.getUint16(8, true),
		locked: (flags & 1) === 1,
		sum: view.getUint32(14, true),
		packed: view.getUint32(18, true),
		size: view.getUint32(22, true),
		at
	};
}

/** Packed bytes at a time; deflate makes at most a thousandfold of them. */
const STEP = 16_384;

/**
 * Unpacks one file, and stops where it turns out to hold more than it declares.
 * @throws AppError `archive-damaged`, `archive-locked`
 */
export function unpackEntry(packed: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> {
	const data = contentOf(packed, entry);
	if (crc32(data) !== entry.sum) throw damaged(`“${entry.name}” was changed on the way.`);
	return data;
}

function contentOf(packed: Uint8Array, { name, method, locked, size, packed: length }: ZipEntry) {
	if (locked) throw new AppError('archive-locked', 'The file is locked with a password. Unlock it first.');
	if (packed.length !== length) throw damaged('It breaks off.');
	const wrongLength = (): AppError => damaged(`“${name}” is not as long as it says.`);
	if (method === STORED) {
		if (length !== size) throw wrongLength();
		return Uint8Array.from(packed);
	}
	if (method !== DEFLATED) throw damaged(`“${name}” is packed in a way that is not known here.`);
	const out = new Uint8Array(size);
	let filled = 0;
	const inflate = new Inflate((chunk) => {
		if (filled + chunk.length > out.length) throw wrongLength();
		out.set(chunk, filled);
		filled += chunk.length;
	});
	try {
		for (let from = 0; from < packed.length; from += STEP) {
			inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
		}
	} catch (cause) {
		throw cause instanceof AppError ? cause : damaged(`“${name}” cannot be unpacked.`, cause);
	}
	if (filled !== out.length) throw wrongLength();
	return out;
}

export const damaged = (how: string, cause?: unknown): AppError =>
	new AppError('archive-damaged', `The file is damaged. ${how} Fetch it again.`, { cause });

/** Remainders of every byte by the polynomial of ISO 3309, reflected. */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest;
});

/** @param before the sum of the bytes before these, to go on from */
export function crc32(bytes: Uint8Array, before = 0): number {
	let sum = ~before;
	for (const byte of bytes) sum = (sum >>> 8) ^ (CRC[(sum ^ byte) & 0xff] ?? 0);
	return ~sum >>> 0;
}
