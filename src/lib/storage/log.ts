import type { EventBody, EventHead, LogEvent } from '../domain/event';
import type { Card } from '../domain/card';
import type { DeviceId, EventId } from '../domain/ids';
import type { ClockRow, ReciteDatabase } from './schema';
import { ulid } from '../domain/ids';
import { decodeSegment, encodeSegment } from './segment';
import { DERIVED_VERSION } from './schema';

/** When and where something is done: what an event's head and the learner's day are made from. */
export interface Moment {
	/** Unix ms. */
	readonly at: number;
	/** IANA zone. */
	readonly tz: string;
	/** The learner's day. */
	readonly day: number;
}

/** A new ULID from the platform's randomness. */
export function freshId(at: number): EventId {
	return ulid(at, crypto.getRandomValues(new Uint8Array(16))) as EventId;
}

/**
 * Puts an event at the end of the log. To be called inside a transaction over `events` and `clock`, together with the
 * rows that follow from the event.
 * @param id made before the transaction, so that a retry after a lost connection can tell that it has been written
 */
export async function append<Body extends EventBody>(
	db: ReciteDatabase,
	id: EventId,
	moment: Moment,
	body: Body
): Promise<EventHead & Body> {
	const event = await stampEvent(db, id, moment, body);
	await db.events.add({ id, event });
	return event;
}

/** Gives a body its head and moves the clock on; the caller writes the event. */
export async function stampEvent<Body extends EventBody>(
	db: ReciteDatabase,
	id: EventId,
	moment: Moment,
	body: Body
): Promise<EventHead & Body> {
	const clock = (await db.clock.get('clock')) ?? newClock(moment.at);
	const lamport = clock.lamport + 1;
	await db.clock.put({ ...clock, lamport });
	return { v: 1, id, device: clock.device, lamport, at: moment.at, tz: moment.tz, ...body };
}

export function newClock(at: number): ClockRow {
	const device = ulid(at, crypto.getRandomValues(new Uint8Array(16))) as DeviceId;
	return { id: 'clock', device, lamport: 0, derived: DERIVED_VERSION };
}

/** Puts a stamped event in the tail with the cards as they stood before it. */
export async function writeTail(db: ReciteDatabase, event: LogEvent, before: readonly Card[]): Promise<void> {
	await db.events.add({ id: event.id, event, before });
}

/** The whole log, in no particular order; the same event may occur twice. */
export async function readLog(db: ReciteDatabase): Promise<LogEvent[]> {
	const [segments, tail] = await Promise.all([db.segments.toArray(), db.events.toArray()]);
	const events: LogEvent[] = [];
	for (const segment of segments) for (const event of decodeSegment(segment.bytes)) events.push(event);
	for (const row of tail) events.push(row.event);
	return events;
}

export async function findEvent(db: ReciteDatabase, id: EventId): Promise<LogEvent | undefined> {
	return (await db.events.get(id))?.event ?? findSealed(db, id);
}

/** Segments do not overlap much in time, so the one that begins last before the id is looked into first. */
export async function findSealed(db: ReciteDatabase, id: EventId): Promise<LogEvent | undefined> {
	const candidates = await db.segments.where('id').belowOrEqual(id).reverse().toArray();
	for (const { bytes } of candidates) {
		const found = decodeSegment(bytes).find((event) => event.id === id);
		if (found) return found;
	}
	return undefined;
}

/** Events to a segment; and at least as many stay unsealed, so that what was done last can be undone quickly. */
const SEGMENT_EVENTS = 500;

/**
 * Seals the oldest unsealed events once there are two segments' worth of them.
 * @returns the number of segments written
 */
export async function sealTail(db: ReciteDatabase, size: number = SEGMENT_EVENTS): Promise<number> {
	return db.transaction('rw', db.events, db.segments, async () => {
		const waiting = await db.events.count();
		const segments = Math.floor(waiting / size) - 1;
		for (let i = 0; i < segments; i++) {
			const rows = await db.events.orderBy('id').limit(size).toArray();
			const first = rows[0];
			if (first === undefined) return i;
			const bytes = encodeSegment(rows.map((row) => row.event));
			await db.segments.add({ id: first.id, count: rows.length, bytes });
			await db.events.bulkDelete(rows.map((row) => row.id));
		}
		return Math.max(0, segments);
	});
}
