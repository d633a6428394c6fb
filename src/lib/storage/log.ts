import type { EventBody, EventHead, LogEvent } from '../domain/event';
import type { Card } from '../domain/card';
import type { DeviceId, EventId } from '../domain/ids';
import type { ClockRow, ReciteDatabase } from './schema';
import { AppError } from '../domain/app-error';
import { ulid } from '../domain/ids';
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
	const clock = tick(await db.clock.get('clock'), moment);
	await db.clock.put(clock);
	return stamped(clock, id, moment, body);
}

/**
 * The clock one step on, for the caller to write.
 * @param clock as it is stored
 * @throws AppError `newer-version` when a newer version has derived the rows by other rules: written by the rules of this
 * one they would be wrong, and nobody would know
 */
export function tick(clock: ClockRow | undefined, moment: Moment): ClockRow {
	const before = clock ?? newClock(moment.at);
	if (before.derived > DERIVED_VERSION) {
		throw new AppError('newer-version', 'A newer version of Recite is at work in another window. Reload this one.');
	}
	return { ...before, lamport: before.lamport + 1 };
}

/** A body with its head. @param clock after its step */
export function stamped<Body extends EventBody>(
	{ device, lamport }: ClockRow,
	id: EventId,
	{ at, tz }: Moment,
	body: Body
): EventHead & Body {
	return { v: 1, id, device, lamport, at, tz, ...body };
}

export function newClock(at: number): ClockRow {
	const device = ulid(at, crypto.getRandomValues(new Uint8Array(16))) as DeviceId;
	return { id: 'clock', device, lamport: 0, derived: DERIVED_VERSION };
}

/** Puts a stamped event in the tail with the cards as they stood before it. */
export async function writeTail(db: ReciteDatabase, event: LogEvent, before: readonly Card[]): Promise<void> {
	await db.events.add({ id: event.id, event, before });
}

/** Events to a segment; and at least as many stay unsealed, so that what was done last can be undone quickly. */
export const SEGMENT_EVENTS = 500;

/** Whether there is anything for `sealTail` to do; asked first, because the compressor is a file of its own. */
export async function tailIsLong(db: ReciteDatabase): Promise<boolean> {
	return (await db.events.count()) >= 2 * SEGMENT_EVENTS;
}
