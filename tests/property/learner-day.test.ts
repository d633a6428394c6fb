import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBegins, elapsedDays, learnerDay } from '../../src/lib/domain/learner-day';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ZONES = [
	'UTC',
	'Pacific/Apia',
	'Pacific/Kiritimati',
	'Pacific/Chatham',
	'Australia/Lord_Howe',
	'America/Sao_Paulo',
	'America/St_Johns',
	'America/New_York',
	'America/Havana',
	'Asia/Kathmandu',
	'Asia/Gaza',
	'Asia/Pyongyang',
	'Africa/Casablanca',
	'Antarctica/Troll',
	'Antarctica/Casey',
	'Europe/Berlin'
] as const;

const tzs = fc.constantFrom(...ZONES);
const rollovers = fc.integer({ min: 0, max: 23 });
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 0, 1) });

/** The wall clock's hours and civil day by another road than the code under test takes. */
function wallDay(at: number, tz: string, rollover: number): number {
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short', timeStyle: 'medium' });
	const [date = '', time = ''] = format.format(at).split(' ');
	return Date.parse(`${date}T00:00:00Z`) / DAY - (Number(time.slice(0, 2)) < rollover ? 1 : 0);
}

/** Instants at which the zone's wall clock jumps, by how much, to the millisecond. */
function changesOf(tz: string): { at: number; jump: number }[] {
	const offset = (at: number): number => wallMs(at, tz) - at;
	const changes: { at: number; jump: number }[] = [];
	for (let at = Date.UTC(1993, 0, 1); at < Date.UTC(2030, 0, 1); at += 2 * DAY) {
		if (offset(at) === offset(at + 2 * DAY)) continue;
		let [low, high] = [at, at + 2 * DAY];
		while (high - low > 1_000) {
			const middle = Math.floor((low + high) / 2_000) * 1_000;
			if (offset(middle) === offset(low)) low = middle;
			else high = middle;
		}
		changes.push({ at: high, jump: offset(high) - offset(low) });
	}
	return changes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallMs(at: number, tz: string): number {
	let format = formats.get(tz);
	if (!format) {
		format = new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short', timeStyle: 'medium' });
		formats.set(tz, format);
	}
	return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}

const changes = ZONES.flatMap((tz) => changesOf(tz).map((change) => ({ ...change, tz })));
/** A zone and an instant within a day and a half of one of its clock changes. */
const nearChanges = fc
	.tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * HOUR, max: 36 * HOUR }))
	.map(([change, off]) => ({ tz: change.tz, at: change.at + off }));
const moments = fc.oneof(fc.record({ tz: tzs, at: instants }), nearChanges);

describe('the learner’s day', () => {
	it('finds enough clock changes to try', () => {
		expect(changes.length).toBeGreaterThan(500);
		expect(changes.filter(({ jump }) => jump === DAY)).toHaveLength(2);
	});

	it('is the civil date of the wall clock, less one before the rollover hour', () => {
		fc.assert(
			fc.property(moments, rollovers, ({ tz, at }, rollover) => {
				expect(learnerDay(at, tz, rollover)).toBe(wallDay(at, tz, rollover));
			}),
			{ numRuns: 3_000 }
		);
	});

	it('begins inside itself, and a millisecond before is another day', () => {
		fc.assert(
			fc.property(moments, rollovers, ({ tz, at }, rollover) => {
				const day = learnerDay(at, tz, rollover);
				const begins = dayBegins(day, tz, rollover);
				expect(begins).toBeLessThanOrEqual(at);
				expect(learnerDay(begins, tz, rollover)).toBe(day);
				expect(learnerDay(begins - 1, tz, rollover)).toBeLessThan(day);
			}),
			{ numRuns: 3_000 }
		);
	});

	it('begins in order, day by day', () => {
		fc.assert(
			fc.property(moments, rollovers, ({ tz, at }, rollover) => {
				const day = learnerDay(at, tz, rollover);
				const [one, two] = [dayBegins(day, tz, rollover), dayBegins(day + 1, tz, rollover)];
				expect(two).toBeGreaterThanOrEqual(one);
				expect(two - one).toBeLessThanOrEqual(49 * HOUR);
				expect(learnerDay(two, tz, rollover)).toBeGreaterThan(day);
			}),
			{ numRuns: 2_000 }
		);
	});

	it('never runs backwards with time, but where clocks are set back across the rollover', () => {
		fc.assert(
			fc.property(moments, rollovers, fc.integer({ min: 0, max: 48 * HOUR }), ({ tz, at }, rollover, later) => {
				const [before, after] = [learnerDay(at, tz, rollover), learnerDay(at + later, tz, rollover)];
				if (after >= before) return;
				const setBack = changes.find(
					(change) => change.tz === tz && change.jump < 0 && change.at > at && change.at <= at + later
				);
				expect(setBack, `${tz} ${new Date(at).toISOString()}`).toBeDefined();
				if (!setBack) return;
				// The rollover hour lies in the stretch of the clock that comes twice.
				const ended = wallMs(setBack.at - 1_000, tz);
				const rolled = Math.floor((ended - rollover * HOUR) / DAY) * DAY + rollover * HOUR;
				expect(rolled).toBeGreaterThan(ended + setBack.jump);
			}),
			{ numRuns: 3_000 }
		);
	});

	it('never gives negative elapsed days, wherever the learner flies', () => {
		fc.assert(
			fc.property(
				moments,
				tzs,
				rollovers,
				fc.integer({ min: 0, max: 400 * DAY }),
				({ tz, at }, there, rollover, later) => {
					const elapsed = elapsedDays(learnerDay(at, tz, rollover), learnerDay(at + later, there, rollover));
					expect(elapsed).toBeGreaterThanOrEqual(0);
					expect(Math.abs(elapsed - later / DAY)).toBeLessThan(4);
				}
			),
			{ numRuns: 2_000 }
		);
	});
});
