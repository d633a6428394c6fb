/**
 * The learner's day: a number, the same for all instants between one rollover (say 4 in the morning) and the next by the
 * wall clock where the learner is. Everything that counts days (elapsed days, due days, daily limits) counts these.
 */

const SECOND = 1_000;
const HOUR = 3_600_000;
/** Ms of 24 hours: what a learner's day has but where clocks change. */
export const DAY = 24 * HOUR;

/**
 * Days from 1970-01-01 to the civil date in `tz`, less one before the rollover hour.
 *
 * It goes by the wall clock alone. So where clocks are set back across the rollover (Antarctica/Troll goes from 3:00 to
 * 1:00; with a rollover at 2:00 that happens once a year), the day before comes back until the clock passes it again.
 * @param at Unix ms
 * @param tz IANA zone; one that this machine does not know counts as UTC
 * @param rolloverHour 0 to 23
 */
export function learnerDay(at: number, tz: string, rolloverHour: number): number {
	return Math.floor((at + offsetAt(at, tz) - rolloverHour * HOUR) / DAY);
}

/**
 * Unix ms of the first instant of a learner's day. Where daylight saving skips the rollover hour, that is the instant of
 * the change. A day that the zone left out altogether (Samoa, 30 December 2011, with the rollover at midnight) begins when
 * the next one does.
 */
export function dayBegins(day: number, tz: string, rolloverHour: number): number {
	const wall = day * DAY + rolloverHour * HOUR;
	// Offsets lie between −12 and +14 hours, so the day begins within this window whatever the zone did around it.
	const last = wall + 13 * HOUR;
	let from = wall - 15 * HOUR;
	while (from < last) {
		const offset = offsetAt(from, tz);
		const until = nextChange(from, last, tz);
		const begins = Math.max(from, wall - offset);
		if (begins < until) return begins;
		from = until;
	}
	return last;
}

/**
 * Whole days between two reviews. The only place where elapsed days are computed. Never negative, because a learner who
 * flies from east to west, or whose clock was wrong, may be on an earlier day than at the last review.
 */
export function elapsedDays(lastDay: number, today: number): number {
	return Math.max(0, today - lastDay);
}

/** `2026-03-29` for the day's civil date. */
export function dayToIso(day: number): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The first instant after `from` at which the zone's offset differs, or `last`; looks hour by hour. */
function nextChange(from: number, last: number, tz: string): number {
	const offset = offsetAt(from, tz);
	for (let low = from; low < last; low += HOUR) {
		let high = Math.min(low + HOUR, last);
		if (offsetAt(high, tz) === offset) continue;
		let same = low;
		while (high - same > 1) {
			const middle = Math.floor((same + high) / 2);
			if (offsetAt(middle, tz) === offset) same = middle;
			else high = middle;
		}
		return high;
	}
	return last;
}

interface Zone {
	readonly format: Intl.DateTimeFormat;
	/** Offset by hour since 1970; only hours in which it does not change. */
	readonly hours: Map<number, number>;
}

const zones = new Map<string, Zone>();
const MOST_HOURS = 50_000;

/** What the wall clock in `tz` is ahead of UTC, in ms. */
function offsetAt(at: number, tz: string): number {
	const zone = zoneNamed(tz);
	const hour = Math.floor(at / HOUR);
	const known = zone.hours.get(hour);
	if (known !== undefined) return known;
	const first = measureOffset(hour * HOUR, zone.format);
	if (first !== measureOffset((hour + 1) * HOUR - 1, zone.format)) return measureOffset(at, zone.format);
	if (zone.hours.size >= MOST_HOURS) zone.hours.clear();
	zone.hours.set(hour, first);
	return first;
}

function zoneNamed(tz: string): Zone {
	const known = zones.get(tz);
	if (known) return known;
	const zone = { format: formatOf(tz), hours: new Map<number, number>() };
	zones.set(tz, zone);
	return zone;
}

function formatOf(tz: string): Intl.DateTimeFormat {
	const options = {
		calendar: 'iso8601',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	} as const;
	try {
		return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: tz });
	} catch {
		// A log from another device may name a zone that came after this browser's zone data.
		return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
	}
}

function measureOffset(at: number, format: Intl.DateTimeFormat): number {
	const clock: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
	for (const { type, value } of format.formatToParts(at)) clock[type] = Number(value);
	const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = clock;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / SECOND) * SECOND;
}
