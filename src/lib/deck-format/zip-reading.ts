import { Inflate } from 'fflate';
import { AppError } from '../domain/app-error';

/** What an archive may hold once unpacked. */
export interface ZipBounds {
	readonly entries: number;
	/** Of all files taken together, bytes. */
	readonly bytes: number;
}

export const DECK_BOUNDS: ZipBounds = { entries: 5000, bytes: 256 * 1024 * 1024 };

/**
 * Unpacks those files of a zip that are wanted. Everything is held to the bounds by what the file declares before
 * anything is unpacked, and unpacking stops where a file turns out to hold more than it declares. Names serve as keys
 * only and lead nowhere.
 * @param wanted gives the name under which a file is taken, or null for one that is left packed
 * @throws AppError `not-a-zip`, `archive-too-large`, `archive-damaged`, `archive-locked`
 */
export function unzipped(
	bytes: Uint8Array,
	wanted: (name: string) => string | null,
	bounds: ZipBounds = DECK_BOUNDS
): Map<string, Uint8Array<ArrayBuffer>> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const taken = new Map<string, Entry>();
		let total = 0;
		for (const entry of entriesOf(bytes, view, bounds.entries)) {
			const key = wanted(entry.name);
			if (key === null) continue;
			total += entry.size;
			if (total > bounds.bytes) throw tooLarge(bounds);
			if (taken.has(key)) throw damaged(`It holds “${key}” twice.`);
			taken.set(key, entry);
		}
		return new Map(
			[...taken].map(([key, entry]) => {
				const data = unpacked(bytes, view, entry, key);
				if (crc32(data) !== entry.sum) throw damaged(`“${key}” was changed on the way.`);
				return [key, data];
			})
		);
	} catch (cause) {
		// Reading past the end is the one thing that a view throws.
		if (cause instanceof RangeError) throw damaged('It breaks off.', cause);
		throw cause;
	}
}

/** The names in a zip, for telling what it is. @throws AppError as `unzipped` */
export function namesInZip(bytes: Uint8Array, bounds: ZipBounds = DECK_BOUNDS): string[] {
	const names: string[] = [];
	unzipped(bytes, (name) => (names.push(name), null), bounds);
	return names;
}

interface Entry {
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

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The central directory (PKWARE APPNOTE.TXT, 4.3). Its larger form, for files over 4 GB, is not read. */
function* entriesOf(bytes: Uint8Array, view: DataView, most: number): Generator<Entry> {
	let end = bytes.length - 22;
	const first = Math.max(0, end - 65_535);
	while (end >= first && view.getUint32(end, true) !== END) end--;
	if (end < first) {
		throw new AppError(
			'not-a-zip',
			'This file is not a deck. Choose one that ends in .recite, or a zipped deck folder.'
		);
	}
	const count = view.getUint16(end + 10, true);
	if (count > most) throw new AppError('archive-too-large', `The file holds more than ${most} files. It is no deck.`);
	let at = view.getUint32(end + 16, true);
	for (let i = 0; i < count; i++) {
		if (view.getUint32(at, true) !== CENTRAL) throw damaged('Its list of files cannot be read.');
		const length = view.getUint16(at + 28, true);
		if (at + 46 + length > bytes.length) throw damaged('It breaks off.');
		yield {
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
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

/** Packed bytes at a time; deflate makes at most a thousandfold of them. */
const STEP = 16_384;

function unpacked(bytes: Uint8Array, view: DataView, entry: Entry, key: string): Uint8Array<ArrayBuffer> {
	if (entry.locked) throw new AppError('archive-locked', 'The file is locked with a password. Unlock it first.');
	if (view.getUint32(entry.at, true) !== LOCAL) throw damaged(`“${key}” is not where it should be.`);
	const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
	const packed = bytes.subarray(start, start + entry.packed);
	if (packed.length !== entry.packed) throw damaged('It breaks off.');
	const wrongLength = (): AppError => damaged(`“${key}” is not as long as it says.`);
	if (entry.method === 0) {
		if (entry.packed !== entry.size) throw wrongLength();
		return Uint8Array.from(packed);
	}
	if (entry.method !== 8) throw damaged(`“${key}” is packed in a way that is not known here.`);
	const out = new Uint8Array(entry.size);
	let length = 0;
	const inflate = new Inflate((chunk) => {
		if (length + chunk.length > out.length) throw wrongLength();
		out.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let from = 0; from < packed.length; from += STEP) {
			inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
		}
	} catch (cause) {
		throw cause instanceof AppError ? cause : damaged(`“${key}” cannot be unpacked.`, cause);
	}
	if (length !== out.length) throw wrongLength();
	return out;
}

const tooLarge = ({ bytes }: ZipBounds): AppError =>
	new AppError(
		'archive-too-large',
		`Unpacked, the file would be larger than ${Math.round(bytes / 1024 / 1024)} MB. It was not opened.`
	);

const damaged = (how: string, cause?: unknown): AppError =>
	new AppError('archive-damaged', `The deck’s file is damaged. ${how} Fetch it again.`, { cause });

/** Remainders of every byte by the polynomial of ISO 3309, reflected. */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest;
});

function crc32(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) sum = (sum >>> 8) ^ (CRC[(sum ^ byte) & 0xff] ?? 0);
	return (sum ^ 0xffffffff) >>> 0;
}
