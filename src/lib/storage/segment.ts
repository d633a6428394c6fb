import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { LogEvent } from '../domain/event';
import { AppError } from '../domain/app-error';

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

/** @throws AppError `segment-damaged` when the bytes are not a segment or are one of a later codec */
export function decodeSegment(bytes: Uint8Array): LogEvent[] {
	if (bytes[0] !== RAW_DEFLATE_JSON) {
		throw new AppError(
			'segment-damaged',
			`A part of the log is in a form (${bytes[0] ?? 'empty'}) that this version of Recite does not know. Update Recite, or restore from a backup.`
		);
	}
	try {
		const events: unknown = JSON.parse(strFromU8(inflateSync(bytes.subarray(1))));
		if (Array.isArray(events) && events.every(isEvent)) return events;
	} catch (cause) {
		throw new AppError('segment-damaged', 'A part of the log cannot be read. Restore it from a backup.', { cause });
	}
	throw new AppError('segment-damaged', 'A part of the log does not hold events. Restore it from a backup.');
}

/** Whether a value from outside has the head that every event has. */
export function isEvent(value: unknown): value is LogEvent {
	if (typeof value !== 'object' || value === null) return false;
	const head = value as Partial<Record<keyof LogEvent, unknown>>;
	return (
		head.v === 1 &&
		typeof head.id === 'string' &&
		typeof head.device === 'string' &&
		typeof head.lamport === 'number' &&
		typeof head.at === 'number' &&
		typeof head.kind === 'string'
	);
}
