import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/lib/domain/card';
import type { CardId, DeckId, PresetId } from '../../../src/lib/domain/ids';
import type { Note } from '../../../src/lib/domain/note';
import type { Rating } from '../../../src/lib/domain/event';
import { dayBegins, learnerDay } from '../../../src/lib/domain/learner-day';
import { DEFAULT_PRESET, type Preset } from '../../../src/lib/domain/preset';
import { counts } from '../../../src/lib/domain/queue/queue';
import { readStudyQueue } from '../../../src/lib/state/study-queue';
import { grade, mark } from '../../../src/lib/storage/card-actions';
import { presentCards } from '../../../src/lib/storage/card-writes';
import { change, subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { deckOverviews } from '../../../src/lib/storage/overview';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { freshDatabase, secondWindow } from '../../support/database';
import { sampleNotes, samplePack } from '../../support/sample-pack';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ROLLOVER = 4;
const TZ = 'Europe/Rome';
const BREAD = 'bread' as DeckId;
const NOON = Date.UTC(2026, 0, 5, 11);

const at = (ms: number): Moment => ({ at: ms, tz: TZ, day: learnerDay(ms, TZ, ROLLOVER) });

let db: ReciteDatabase;

beforeEach(() => {
	db = freshDatabase();
});

async function shelve(notes: readonly Note[] = sampleNotes(8)): Promise<void> {
	const { id, pack } = samplePack(1, notes);
	await subscribe(db, at(NOON), id, pack);
}

async function use(values: Partial<Preset>): Promise<void> {
	const preset = 'mine' as PresetId;
	await change(db, at(NOON), { kind: 'preset.put', preset, values: { ...DEFAULT_PRESET, ...values } });
	await change(db, at(NOON), { kind: 'deck.put', deck: BREAD, fields: { preset } });
}

async function cardOf(id: string): Promise<Card> {
	const [found] = await presentCards(db, [id as CardId]);
	if (!found) throw new Error(`no card ${id}`);
	return found;
}

async function gradeCard(id: string, rating: Rating, ms: number, values: Partial<Preset> = {}): Promise<void> {
	const shown = await cardOf(id);
	const preset = { ...DEFAULT_PRESET, ...values };
	await grade(db, at(ms), { shown, rating, took: 0, preset, presetRef: 'default/1' });
}

const study = (ms: number, scope: DeckId | 'all' = 'all') => readStudyQueue(db, scope, at(ms), ROLLOVER);

/** What Today says there is. */
async function announced(ms: number) {
	const { day } = at(ms);
	const overviews = await deckOverviews(db, day, dayBegins(day + 1, TZ, ROLLOVER));
	return overviews[0]?.counts;
}

const clozes = (count: number, gaps: number): Note[] =>
	Array.from({ length: count }, (_, i) => ({
		id: `gaps-${i}`,
		kind: 'cloze',
		topic: 'dough',
		tags: [],
		sources: [{ document: 'book', quote: 'Bread rises.', start: 0, end: 12 }],
		text: Array.from({ length: gaps }, (_, gap) => `{{c${gap + 1}::word ${gap}}}`).join(' ')
	}));

describe('new cards', () => {
	it('fill the limit from notes of many siblings', async () => {
		await shelve(clozes(60, 9));
		const { queue } = await study(NOON);
		expect(counts(queue).new).toBe(20);
		expect(await announced(NOON)).toMatchObject({ new: 20 });
	});

	it('fill the limit again on a later day, when the first card of each note has been seen', async () => {
		await shelve(clozes(30, 9));
		for (let i = 0; i < 20; i++) await gradeCard(`bread:gaps-${i}#0`, 4, NOON + i);
		const { queue, cards } = await study(NOON + DAY);
		expect(counts(queue).new).toBe(20);
		expect([...new Set(queue.main.map(({ card }) => cards.get(card)?.note))]).toHaveLength(20);
	});

	it('that were buried yesterday keep their place', async () => {
		await shelve(clozes(60, 1));
		await mark(db, at(NOON - DAY), { kind: 'bury', cards: ['bread:gaps-0#0' as CardId], until: at(NOON).day });
		const { queue } = await study(NOON);
		expect(queue.main[0]?.card).toBe('bread:gaps-0#0');
	});
});

describe('due reviews', () => {
	it('fill the limit from notes of many siblings', async () => {
		await use({ reviewsPerDay: 5, burySiblings: true });
		await shelve(clozes(8, 9));
		for (let note = 0; note < 8; note++) {
			for (let gap = 0; gap < 9; gap++) await gradeCard(`bread:gaps-${note}#${gap}`, 4, NOON + note * DAY + gap);
		}
		const { queue } = await study(NOON + 200 * DAY);
		expect(counts(queue)).toMatchObject({ review: 5, new: 0 });
	});
});

describe('what Today announces', () => {
	const presets: Record<string, Partial<Preset>> = {
		'minutes and days': { learningSteps: [MINUTE, DAY] },
		'a step that runs into the next day': { learningSteps: [20 * HOUR] },
		'three days': { learningSteps: [3 * DAY], relearningSteps: [DAY] },
		'a day and a half': { learningSteps: [36 * HOUR], newPerDay: 3 },
		'no steps': { learningSteps: [], relearningSteps: [], reviewsPerDay: 4 }
	};
	for (const [name, values] of Object.entries(presets)) {
		it(`is what Study offers: ${name}`, async () => {
			const preset = { burySiblings: false, ...values };
			await shelve();
			await use(preset);
			await gradeCard('bread:note-0#0', 3, NOON, preset);
			await gradeCard('bread:note-1#0', 1, NOON + HOUR, preset);
			await gradeCard('bread:note-4#0', 4, NOON + 2 * HOUR, preset);
			// Ten minutes before the day turns.
			await gradeCard('bread:note-2#1', 3, NOON + 15 * HOUR + 50 * MINUTE, preset);
			for (let ms = NOON; ms < NOON + 5 * DAY; ms += 3.5 * HOUR) {
				expect([ms, await announced(ms)]).toEqual([ms, counts((await study(ms)).queue)]);
			}
		});
	}

	it('leaves out a card whose step is over on another day, and counts it on that day', async () => {
		const preset = { burySiblings: false, learningSteps: [2 * DAY], newPerDay: 0 };
		await shelve();
		await use(preset);
		await gradeCard('bread:note-0#0', 1, NOON, preset);
		const learning = await Promise.all([0, 1, 2].map(async (days) => (await announced(NOON + days * DAY))?.learning));
		expect(learning).toEqual([0, 0, 1]);
	});
});

describe('the queue', () => {
	it('is of one topic when a topic is studied', async () => {
		await shelve();
		const { queue, cards } = await study(NOON, 'bread/oven' as DeckId);
		expect(queue.main.length).toBeGreaterThan(0);
		expect(new Set([...cards.values()].map((card) => card.deck))).toEqual(new Set(['bread/oven']));
		expect(queue.main.map(({ card }) => cards.has(card))).not.toContain(false);
	});

	it('names the preset that its reviews are scheduled under', async () => {
		await shelve();
		await use({ name: 'Mine', newPerDay: 1 });
		const { presets, queue } = await study(NOON);
		const written = (await db.events.toArray()).find(({ event }) => event.kind === 'preset.put');
		expect(presets.get(BREAD)).toEqual({ values: expect.objectContaining({ name: 'Mine' }), ref: written?.id });
		expect(counts(queue).new).toBe(1);
	});

	it('is read at one moment, though another window grades meanwhile', async () => {
		await shelve();
		await use({ newPerDay: 1 });
		const shown = await cardOf('bread:note-0#0');
		const other = secondWindow(db);
		await other.open();
		const before = counts((await study(NOON)).queue);
		let begun = (): void => {};
		const reading = new Promise<void>((resolve) => (begun = resolve));
		const grading = reading.then(() =>
			grade(other, at(NOON), { shown, rating: 3, took: 0, preset: DEFAULT_PRESET, presetRef: 'default/1' })
		);
		db.presets.hook('reading', (row) => {
			begun();
			return row;
		});
		const read = counts((await study(NOON)).queue);
		await grading;
		const after = counts((await study(NOON)).queue);
		expect(after).not.toEqual(before);
		expect([before, after]).toContainEqual(read);
	});
});
