import { describe, expect, it } from 'vitest';
import { dayBegins, dayToIso, elapsedDays, learnerDay } from '../../../src/lib/domain/learner-day';

const isoDay = (instant: string, tz: string, rollover: number): string =>
	dayToIso(learnerDay(Date.parse(instant), tz, rollover));

const begins = (date: string, tz: string, rollover: number): string =>
	new Date(dayBegins(Date.parse(date) / 86_400_000, tz, rollover)).toISOString();

describe('learnerDay', () => {
	it('turns at the rollover hour of the wall clock, not at midnight UTC', () => {
		expect(isoDay('2026-03-10T23:59:00Z', 'UTC', 4)).toBe('2026-03-10');
		expect(isoDay('2026-03-11T00:01:00Z', 'UTC', 4)).toBe('2026-03-10');
		expect(isoDay('2026-03-11T03:59:59.999Z', 'UTC', 4)).toBe('2026-03-10');
		expect(isoDay('2026-03-11T04:00:00Z', 'UTC', 4)).toBe('2026-03-11');
		expect(isoDay('2026-03-10T22:14:59Z', 'Asia/Kathmandu', 4)).toBe('2026-03-10');
		expect(isoDay('2026-03-10T22:15:00Z', 'Asia/Kathmandu', 4)).toBe('2026-03-11');
	});

	it('goes by the hour shown on the nights on which clocks change', () => {
		expect(isoDay('2026-03-29T01:59:00Z', 'Europe/Berlin', 4)).toBe('2026-03-28');
		expect(isoDay('2026-03-29T02:00:00Z', 'Europe/Berlin', 4)).toBe('2026-03-29');
		expect(isoDay('2026-10-25T02:59:00Z', 'Europe/Berlin', 4)).toBe('2026-10-24');
		expect(isoDay('2026-10-25T03:00:00Z', 'Europe/Berlin', 4)).toBe('2026-10-25');
	});

	it('is negative before 1970 and does not round towards it', () => {
		expect(learnerDay(-1, 'UTC', 0)).toBe(-1);
	});

	it('counts an unknown zone as UTC', () => {
		expect(learnerDay(0, 'Mars/Olympus_Mons', 0)).toBe(0);
		expect(learnerDay(-1, 'Mars/Olympus_Mons', 0)).toBe(-1);
	});
});

describe('dayBegins', () => {
	it('begins at the change where daylight saving skips the rollover hour', () => {
		expect(begins('2026-03-29', 'Europe/Berlin', 2)).toBe('2026-03-29T01:00:00.000Z');
		expect(begins('2018-11-04', 'America/Sao_Paulo', 0)).toBe('2018-11-04T03:00:00.000Z');
	});

	it('begins a date that the zone skipped when the next one does', () => {
		expect(begins('2011-12-30', 'Pacific/Apia', 0)).toBe('2011-12-30T10:00:00.000Z');
		expect(begins('2011-12-31', 'Pacific/Apia', 0)).toBe('2011-12-30T10:00:00.000Z');
	});

	it('knows clocks that move by half an hour', () => {
		expect(begins('2026-10-04', 'Australia/Lord_Howe', 2)).toBe('2026-10-03T15:30:00.000Z');
		expect(begins('2026-10-05', 'Australia/Lord_Howe', 2)).toBe('2026-10-04T15:00:00.000Z');
	});
});

describe('elapsedDays', () => {
	it('is never negative', () => {
		expect(elapsedDays(10, 12)).toBe(2);
		expect(elapsedDays(12, 10)).toBe(0);
	});
});
