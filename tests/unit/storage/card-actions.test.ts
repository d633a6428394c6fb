import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/lib/domain/card';
import type { Rating } from '../../../src/lib/domain/event';
import type { CardId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { grade, mark } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { undoCardEvent } from '../../../src/lib/storage/undo';
import { subscribe } from '../../../src/lib/storage/library-actions';
import { freshId, type Moment } from '../../../src/lib/storage/log';
import { readLog, sealTail } from '../../../src/lib/storage/sealed-log';
import { rebuild } from '../../../src/lib/storage/rebuild';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { derivedState, freshDatabase, secondWindow } from '../../support/database';
import { samplePack } from '../../support/sample-pack';

const FIRST = 'bread:note-0#0' as CardId;
const OTHER = 'bread:note-4#0' as CardId;
const start: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
const after = (minutes: number): Moment => ({ ...start, at: start.at + minutes * 60_000 });

let db: ReciteDatabase;

beforeEach(async () => {
	db = freshDatabase();
	const { id, pack } = samplePack(1);
	await subscribe(db, start, id, pack);
});

async function card(id: CardId = FIRST, from: ReciteDatabase = db): Promise<Card> {
	const [found] = await presentCards(from, [id]);
	if (!found) throw new Error(`no card ${id}`);
	return found;
}

async function gradeNow(rating: Rating, minutes: number, id: CardId = FIRST) {
	return grade(db, after(minutes), {
		shown: await card(id),
		rating,
		took: 1000,
		preset: DEFAULT_PRESET,
		presetRef: 'default/1'
	});
}

describe('grading', () => {
	it('writes the event, the card, the tallies and the day together', async () => {
		await gradeNow(4, 1);
		expect((await card()).schedule.phase).toBe('review');
		expect(await db.daily.toArray()).toMatchObject([
			{ root: 'bread', day: start.day, reviews: 1, introduced: 1, easy: 1 }
		]);
		expect(await db.tallies.where({ deck: 'bread/dough', queue: 'review' }).toArray()).toHaveLength(1);
		expect((await readLog(db)).at(-1)).toMatchObject({ kind: 'review', rating: 4, lamport: 2 });
	});

	it('refuses a card that another window has graded since it was shown', async () => {
		const shown = await card();
		const other = secondWindow(db);
		await grade(other, after(1), { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
		const late = grade(db, after(2), { shown, rating: 1, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' });
		await expect(late).rejects.toMatchObject({ code: 'graded-elsewhere' });
		expect((await readLog(db)).filter((event) => event.kind === 'review')).toHaveLength(1);
	});

	it('lets one of two windows through when both grade at once', async () => {
		const shown = await card();
		const other = secondWindow(db);
		const the = { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' } as const;
		const results = await Promise.allSettled([grade(db, after(1), the), grade(other, after(1), the)]);
		expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await card()).reps).toBe(1);
	});

	it('gives the same answer when the same grade is sent again after a lost connection', async () => {
		const the = {
			shown: await card(),
			rating: 3,
			took: 0,
			preset: DEFAULT_PRESET,
			presetRef: 'default/1',
			id: freshId(start.at)
		} as const;
		await grade(db, after(1), the);
		await grade(db, after(1), the);
		expect((await readLog(db)).filter((event) => event.kind === 'review')).toHaveLength(1);
		expect((await card()).reps).toBe(1);
	});

	it('leaves nothing behind when the disk is full', async () => {
		const before = await derivedState(db);
		const log = await readLog(db);
		db.daily.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(gradeNow(3, 1)).rejects.toThrow();
		expect(await derivedState(db)).toEqual(before);
		expect(await readLog(db)).toEqual(log);
	});
});

describe('undo', () => {
	it('brings back the state before, to the last field', async () => {
		await gradeNow(3, 1);
		const before = await derivedState(db);
		const { event } = await gradeNow(1, 20);
		await undoCardEvent(db, after(21), event.id);
		expect(await derivedState(db)).toEqual(before);
	});

	it('undoes everything in turn and ends where it began', async () => {
		const before = await derivedState(db);
		const done = [];
		for (const [i, rating] of ([3, 3, 1, 2, 4, 3] as const).entries())
			done.push((await gradeNow(rating, 10 * i)).event.id);
		done.push((await mark(db, after(70), { kind: 'suspend', cards: [FIRST], suspended: true })).event.id);
		done.push((await mark(db, after(71), { kind: 'bury', cards: [FIRST, OTHER], until: start.day + 1 })).event.id);
		for (const id of done.reverse()) await undoCardEvent(db, after(90), id);
		expect(await derivedState(db)).toEqual(before);
	});

	it('undoes a review that others stand on, and then those', async () => {
		const before = await derivedState(db);
		const first = await gradeNow(3, 0);
		const second = await gradeNow(3, 11);
		await undoCardEvent(db, after(12), first.event.id);
		await undoCardEvent(db, after(13), second.event.id);
		expect(await derivedState(db)).toEqual(before);
	});

	it('reaches what has been sealed', async () => {
		const { event } = await gradeNow(3, 0);
		for (let i = 1; i < 9; i++) await gradeNow(3, i, OTHER);
		await sealTail(db, 3);
		expect(await db.events.get(event.id)).toBeUndefined();
		await undoCardEvent(db, after(20), event.id);
		expect(await card()).toMatchObject({ reps: 0, lastReview: null, schedule: { phase: 'new' } });
	});

	it('can be undone itself', async () => {
		const { event } = await gradeNow(3, 1);
		const done = await derivedState(db);
		const undo = await undoCardEvent(db, after(2), event.id);
		await undoCardEvent(db, after(3), undo.event.id);
		expect(await derivedState(db)).toEqual(done);
	});

	it('is refused the second time', async () => {
		const { event } = await gradeNow(3, 1);
		await undoCardEvent(db, after(2), event.id);
		await expect(undoCardEvent(db, after(3), event.id)).rejects.toMatchObject({ code: 'nothing-to-undo' });
	});

	it('of a suspension keeps a later review', async () => {
		const { event } = await mark(db, after(1), { kind: 'suspend', cards: [FIRST], suspended: true });
		await gradeNow(3, 2);
		await undoCardEvent(db, after(3), event.id);
		expect(await card()).toMatchObject({ reps: 1, suspended: { value: false } });
	});
});

describe('leeches', () => {
	it('are suspended at the threshold, and undo lifts it', async () => {
		const preset = { ...DEFAULT_PRESET, leechThreshold: 1 };
		const go = async (rating: Rating, at: Moment) =>
			grade(db, at, { shown: await card(), rating, took: 0, preset, presetRef: 'default/1' });
		await go(4, after(0));
		const lapse = await go(1, { ...after(20 * 24 * 60), day: start.day + 20 });
		expect(await card()).toMatchObject({ leech: true, suspended: { value: true }, lapses: 1 });
		await undoCardEvent(db, { ...after(20 * 24 * 60 + 1), day: start.day + 20 }, lapse.event.id);
		expect(await card()).toMatchObject({ leech: false, suspended: { value: false }, lapses: 0 });
	});

	it('stay suspended when a person suspended them after the lapse that is undone', async () => {
		const preset = { ...DEFAULT_PRESET, leechThreshold: 1 };
		const go = async (rating: Rating, at: Moment) =>
			grade(db, at, { shown: await card(), rating, took: 0, preset, presetRef: 'default/1' });
		const later = (minutes: number): Moment => ({ ...after(20 * 24 * 60 + minutes), day: start.day + 20 });
		await go(4, after(0));
		const lapse = await go(1, later(0));
		await mark(db, later(1), { kind: 'suspend', cards: [FIRST], suspended: true });
		await undoCardEvent(db, later(2), lapse.event.id);
		expect(await card()).toMatchObject({ leech: false, suspended: { value: true }, lapses: 0, reps: 1 });
		const kept = await derivedState(db);
		await rebuild(db);
		expect(await derivedState(db)).toEqual(kept);
	});
});

describe('the log', () => {
	it('keeps every event when it is sealed', async () => {
		for (let i = 0; i < 20; i++) await gradeNow(3, i);
		const ids = (events: { id: string }[]) => events.map((event) => event.id).sort();
		const before = ids(await readLog(db));
		expect(await sealTail(db, 5)).toBe(3);
		expect(ids(await readLog(db))).toEqual(before);
		expect(await db.events.count()).toBe(6);
	});

	it('refuses a damaged segment and leaves the derived rows as they were', async () => {
		await gradeNow(3, 1);
		const before = await derivedState(db);
		await db.segments.add({ id: freshId(start.at), count: 1, bytes: new Uint8Array([1, 250, 250, 250]) });
		await expect(rebuild(db)).rejects.toMatchObject({ code: 'segment-damaged' });
		expect(await derivedState(db)).toEqual(before);
	});
});
