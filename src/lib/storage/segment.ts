import { deflateSync, Inflate, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { LogEvent } from '../domain/event';
import { AppError } from '../domain/app-error';
import { hasEventHead, isSoundEvent } from '../domain/event-check';

/**
 * A segment's bytes: one codec byte, then the body. Codec 1: raw deflate (RFC 1951) of the JSON array of events.
 *
 * The compressor is synchronous on purpose: an IndexedDB transaction ends when it is left waiting for anything else, and
 * segments are read inside transactions.
 */
const RAW_DEFLATE_JSON = 1;

export function encodeSegment(events: readonly LogEvent[]): Uint8Array {
	const body = deflateSync(strToU8(JSON.stringify(events)));
	const bytes = new Uint8Array(body.length + 1);
	bytes[0] = RAW_DEFLATE_JSON;
	bytes.set(body, 1);
	return bytes;
}

/**
 * Segments of the log that was written here.
 * @throws AppError `segment-damaged` when the bytes are not a segment or are one of a later codec
 */
export function decodeSegment(bytes: Uint8Array): LogEvent[] {
	const events = unpack(bytes);
	if (events.every(hasEventHead)) return events;
	throw new AppError('segment-damaged', 'A part of the log does not hold events. Restore it from a backup.');
}

/** A segment from outside. */
export interface ForeignSegment {
	readonly events: readonly LogEvent[];
	/** Events that are not sound, and so are not among `events`. */
	readonly dropped: number;
	/** What it took unpacked. */
	readonly bytes: number;
}

/**
 * Segments from outside: events that are not sound are left out.
 * @param most bytes that it may take unpacked
 * @returns null when the bytes are no segment that this version can read, or one that is too large
 */
export function decodeForeign(bytes: Uint8Array, most: number): ForeignSegment | null {
	let length = 0;
	const bounded = (packed: Uint8Array): Uint8Array => {
		const body = inflateWithin(packed, most);
		length = body.length;
		return body;
	};
	try {
		const values = unpack(bytes, bounded);
		const events = values.filter(isSoundEvent);
		return { events, dropped: values.length - events.length, bytes: length };
	} catch {
		return null;
	}
}

/** Packed bytes at a time; deflate makes at most a thousandfold of them. */
const STEP = 16_384;

function inflateWithin(packed: Uint8Array, most: number): Uint8Array {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const inflate = new Inflate((chunk) => {
		length += chunk.length;
		if (length > most) throw new RangeError('more than it may hold');
		chunks.push(chunk);
	});
	for (let from = 0; from < packed.length; from += STEP) {
		inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

function unpack(bytes: Uint8Array, inflate: (packed: Uint8Array) => Uint8Array = inflateSync): unknown[] {
	if (bytes[0] !== RAW_DEFLATE_JSON) {
		throw new AppError(
			'segment-damaged',
			`A part of the log is in a form (${bytes[0] ?? 'empty'}) that this version of Recite does not know. Update Recite, or restore from a backup.`
		);
	}
	try {
		const values: unknown = JSON.parse(strFromU8(inflate(bytes.subarray(1))));
		if (Array.isArray(values)) return values;
	} catch (cause) {
		throw new AppError('segment-damaged', 'A part of the log cannot be read. Restore it from a backup.', { cause });
	}
	throw new AppError('segment-damaged', 'A part of the log does not hold events. Restore it from a backup.');
}
