import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
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

/**
 * Segments from outside: events that are not sound are left out.
 * @returns null when the bytes are no segment that this version can read
 */
export function decodeForeign(bytes: Uint8Array): { events: LogEvent[]; dropped: number } | null {
	try {
		const values = unpack(bytes);
		const events = values.filter(isSoundEvent);
		return { events, dropped: values.length - events.length };
	} catch {
		return null;
	}
}

function unpack(bytes: Uint8Array): unknown[] {
	if (bytes[0] !== RAW_DEFLATE_JSON) {
		throw new AppError(
			'segment-damaged',
			`A part of the log is in a form (${bytes[0] ?? 'empty'}) that this version of Recite does not know. Update Recite, or restore from a backup.`
		);
	}
	try {
		const values: unknown = JSON.parse(strFromU8(inflateSync(bytes.subarray(1))));
		if (Array.isArray(values)) return values;
	} catch (cause) {
		throw new AppError('segment-damaged', 'A part of the log cannot be read. Restore it from a backup.', { cause });
	}
	throw new AppError('segment-damaged', 'A part of the log does not hold events. Restore it from a backup.');
}
