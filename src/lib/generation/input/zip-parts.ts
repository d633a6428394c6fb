import { Inflate } from 'fflate';
import { AppError } from '../../domain/app-error';

/** What a zip’s own directory says of one file in it. */
export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly isEncrypted: boolean;
	readonly packed: number;
	/** As declared; what comes out is counted. */
	readonly size: number;
	readonly header: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 20_000;

/**
 * The directory at a zip’s end.
 * @throws AppError `unreadable`
 */
export function zipEntries(name: string, bytes: Uint8Array): Map<string, ZipEntry> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== END) end--;
	if (end < 0 || view.getUint32(end, true) !== END) throw damaged(name);
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries = new Map<string, ZipEntry>();
	for (let i = 0; i < count && i < MAX_ENTRIES; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged(name);
		const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
		const [nameLength = 0, extra = 0, comment = 0] = lengths;
		const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/');
		entries.set(path, {
			name: path,
			isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			header: view.getUint32(at + 42, true)
		});
		at += 46 + nameLength + extra + comment;
	}
	return entries;
}

/**
 * One file of a zip, unpacked by small steps so that it is given up as soon as it grows past `limit`.
 * @param limit in bytes
 * @throws AppError `unreadable`, or `too-large` for what unpacks to more than the limit
 */
export function zipPart(name: string, bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { header } = entry;
	if (entry.size > limit) throw bomb(name);
	if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL) throw damaged(name);
	const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
	const packed = bytes.subarray(from, from + entry.packed);
	if (packed.length !== entry.packed) throw damaged(name);
	if (entry.method === 0) return packed;
	if (entry.method !== 8) throw damaged(name);
	return inflated(name, packed, limit);
}

const STEP = 16_384;

function inflated(name: string, packed: Uint8Array, limit: number): Uint8Array {
	const chunks: Uint8Array[] = [];
	let length = 0;
	let isComplete = false;
	const stream = new Inflate((chunk, final) => {
		length += chunk.length;
		chunks.push(chunk);
		isComplete = final;
	});
	try {
		for (let at = 0; at < packed.length && length <= limit; at += STEP) {
			stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
		}
	} catch (cause) {
		throw damaged(name, cause);
	}
	if (length > limit) throw bomb(name);
	if (!isComplete) throw damaged(name);
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

const damaged = (name: string, cause?: unknown): AppError =>
	new AppError('unreadable', `${name} is damaged and cannot be unpacked. Download or copy it again.`, { cause });

const bomb = (name: string): AppError =>
	new AppError(
		'too-large',
		`${name} unpacks to far more than a document needs. Save the document anew, and give that.`
	);
