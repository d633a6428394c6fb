import type { LogEvent } from '../domain/event';
import type { EventId } from '../domain/ids';
import type { ReciteDatabase, SegmentRow } from './schema';
import { SEGMENT_EVENTS } from './log';
import { decodeSegment, encodeSegment } from './segment';

/** Whatever reads or writes segments. The everyday paths (a grade, a queue) do without, and so without the compressor. */

/** The whole log, in no particular order; the same event may occur twice. */
export async function readLog(db: ReciteDatabase): Promise<LogEvent[]> {
	const [segments, tail] = await Promise.all([db.segments.toArray(), db.events.toArray()]);
	const events: LogEvent[] = [];
	for (const segment of segments) for (const event of eventsOf(segment)) events.push(event);
	for (const row of tail) events.push(row.event);
	return events;
}

/** @throws AppError `segment-damaged`, except for a segment set aside, which then counts as empty */
function eventsOf({ bytes, aside }: SegmentRow): readonly LogEvent[] {
	try {
		return decodeSegment(bytes);
	} catch (error) {
		if (aside) return [];
		throw error;
	}
}

/**
 * Sets segments aside that cannot be read: they stay, under another key, and the log goes on without them. Inside a
 * transaction over `segments`.
 * @returns how many
 */
export async function setDamagedAside(db: ReciteDatabase): Promise<number> {
	const segments = await db.segments.toArray();
	const taken = new Set<string>(segments.map((segment) => segment.id));
	const damaged = segments.filter(({ bytes, aside }) => !aside && !isReadable(bytes));
	for (const segment of damaged) {
		let id: string = segment.id;
		while (taken.has(id)) id += '~';
		taken.add(id);
		await db.segments.add({ ...segment, id: id as EventId, aside: true });
		await db.segments.delete(segment.id);
	}
	return damaged.length;
}

function isReadable(bytes: Uint8Array): boolean {
	try {
		decodeSegment(bytes);
		return true;
	} catch {
		return false;
	}
}

export async function findEvent(db: ReciteDatabase, id: EventId): Promise<LogEvent | undefined> {
	return (await db.events.get(id))?.event ?? findSealed(db, id);
}

/** Segments do not overlap much in time, so the one that begins last before the id is looked into first. */
export async function findSealed(db: ReciteDatabase, id: EventId): Promise<LogEvent | undefined> {
	const candidates = await db.segments.where('id').belowOrEqual(id).reverse().toArray();
	for (const segment of candidates) {
		const found = eventsOf(segment).find((event) => event.id === id);
		if (found) return found;
	}
	return undefined;
}

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
