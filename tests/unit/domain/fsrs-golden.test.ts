import { describe, expect, it } from 'vitest';
import type { Memory } from '../../../src/lib/domain/card';
import type { Rating } from '../../../src/lib/domain/event';
import { blankCard } from '../../../src/lib/domain/fold';
import { cardId, deckId, noteId, type EventId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { exactInterval, nextMemory, preview, RATINGS, retrievability, review } from '../../../src/lib/domain/schedule';
import histories from '../../fixtures/fsrs/histories.json';
import published from '../../fixtures/fsrs/published.json';

const TOLERANCE = 1e-5;
const PUBLISHED_TOLERANCE = 1e-4;

const weightsByName = new Map<string, readonly number[]>(Object.entries(histories.weights));
const defaults = weightsByName.get('default') ?? [];
const blank = blankCard(cardId(noteId('deck', 'note'), 0), deckId('deck'), 0);
const plain = { ...DEFAULT_PRESET, fuzz: false };

function gradeOf(value: number | undefined): Rating {
	const rating = RATINGS.find((known) => known === value);
	if (rating === undefined) throw new Error(`The fixture holds the grade ${value}.`);
	return rating;
}

const difference = (actual: number, expected: number): number => Math.abs(actual - expected) / Math.abs(expected);

describe('FSRS reference histories', () => {
	it.each(histories.histories.map((history, i) => ({ ...history, i })))(
		'history $i ($weights) agrees on every step',
		({ weights: name, steps }) => {
			const weights = weightsByName.get(name) ?? null;
			let memory: Memory | null = null;
			for (const [elapsed = 0, grade, stability = 0, difficulty = 0, interval = 0] of steps) {
				memory = nextMemory(memory, elapsed, gradeOf(grade), weights);
				expect(difference(memory.stability, stability)).toBeLessThanOrEqual(TOLERANCE);
				expect(difference(memory.difficulty, difficulty)).toBeLessThanOrEqual(TOLERANCE);
				const exact = exactInterval(memory.stability, { weights, desiredRetention: 0.9 });
				expect(difference(exact, interval)).toBeLessThanOrEqual(TOLERANCE);
			}
		}
	);

	it('are as many as they should be', () => {
		expect(histories.histories).toHaveLength(300);
		expect(weightsByName.size).toBe(3);
	});

	it('use the default weights where none are given', () => {
		expect(nextMemory(null, 0, 3, null)).toEqual(nextMemory(null, 0, 3, defaults));
	});
});

describe('published FSRS values', () => {
	it.each(published.memory)(
		'memory after a history: $source',
		({ weights, grades, elapsed, stability, difficulty }) => {
			let memory: Memory | null = null;
			grades.forEach((grade, i) => (memory = nextMemory(memory, elapsed[i] ?? 0, gradeOf(grade), weights)));
			expect(memory).not.toBeNull();
			const { stability: s, difficulty: d } = memory ?? { stability: 0, difficulty: 0 };
			expect(difference(s, stability)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
			expect(difference(d, difficulty)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
		}
	);

	it(`intervals with steps, each review when it is due: ${published.intervals.source}`, () => {
		let card = blank;
		let at = Date.UTC(2022, 10, 29, 12, 30);
		let day = 19_325;
		const days = published.intervals.grades.map((grade, i) => {
			const id = String(i) as EventId;
			card = review(card, { at, day, id, lamport: i, rating: gradeOf(grade) }, plain);
			if (card.schedule.phase === 'review') {
				at += (card.schedule.dueDay - day) * 86_400_000;
				day = card.schedule.dueDay;
				return card.schedule.interval;
			}
			if (card.schedule.phase !== 'new') at = card.schedule.dueAt;
			return 0;
		});
		expect(days).toEqual(published.intervals.days);
	});

	it(`the first grade: ${published.first.source}`, () => {
		const buttons = preview(blank, 0, 0, plain);
		RATINGS.forEach((rating, i) => {
			const { schedule, wait } = buttons[rating];
			expect(schedule.memory.stability).toBeCloseTo(published.first.stability[i] ?? NaN, 4);
			expect(schedule.memory.difficulty).toBeCloseTo(published.first.difficulty[i] ?? NaN, 4);
			expect('days' in wait ? wait.days : 0).toBe(published.first.scheduled_days[i]);
		});
	});

	it(`the forgetting curve: ${published.forgetting.source}`, () => {
		published.forgetting.t.forEach((elapsed, i) => {
			const recall = recallAfter(published.forgetting.s[i] ?? NaN, elapsed, null);
			expect(recall).toBeCloseTo(published.forgetting.r[i] ?? NaN, 4);
		});
	});

	it(`the forgetting curve: ${published.forgettingDecay02.source}`, () => {
		const weights = [...defaults.slice(0, 20), 0.2];
		published.forgettingDecay02.t.forEach((elapsed, i) => {
			expect(recallAfter(1, elapsed, weights)).toBeCloseTo(published.forgettingDecay02.r[i] ?? NaN, 4);
		});
	});

	it(`intervals by desired retention: ${published.nextInterval.source}`, () => {
		published.nextInterval.retention.forEach((desiredRetention, i) => {
			const days = Math.max(1, Math.round(exactInterval(1, { weights: null, desiredRetention })));
			expect(difference(days, published.nextInterval.days[i] ?? NaN)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
		});
	});

	it(`a second grade on the same day: ${published.shortTerm.source}`, () => {
		RATINGS.forEach((rating, i) => {
			const { stability } = nextMemory({ stability: 5, difficulty: 5 }, 0, rating, null);
			expect(difference(stability, published.shortTerm.stability[i] ?? NaN)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
		});
	});

	it(`difficulty: ${published.difficulty.source}`, () => {
		RATINGS.forEach((rating, i) => {
			const { difficulty } = nextMemory({ stability: 5, difficulty: 5 }, 3, rating, null);
			expect(difference(difficulty, published.difficulty.reverted[i] ?? NaN)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
		});
	});

	it(`stability after recall: ${published.success.source}`, () => {
		for (const rating of [2, 3, 4] as const) {
			const { stability } = nextMemory({ stability: 5, difficulty: rating }, timeTo(1 - rating / 10), rating, null);
			const expected = published.success.stability[rating - 1] ?? NaN;
			expect(difference(stability, expected)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
		}
	});

	it(`stability after a lapse: ${published.failure.source}`, () => {
		for (const difficulty of RATINGS) {
			const { stability } = nextMemory({ stability: 5, difficulty }, timeTo(1 - difficulty / 10), 1, null);
			const expected = published.failure.stability[difficulty - 1] ?? NaN;
			expect(difference(stability, expected)).toBeLessThanOrEqual(PUBLISHED_TOLERANCE);
		}
	});
});

/** Days until a stability of 5 has fallen to this recall. */
const timeTo = (desiredRetention: number): number => exactInterval(5, { weights: null, desiredRetention });

function recallAfter(stability: number, elapsed: number, weights: readonly number[] | null): number | null {
	const memory = { stability, difficulty: 5 };
	const schedule = { phase: 'review', memory, interval: 1, dueDay: 101 } as const;
	const lastReview = { at: 0, day: 100, id: '0' as EventId, lamport: 0 };
	return retrievability({ ...blank, schedule, lastReview }, 100 + elapsed, weights);
}
