import type { Card } from '../card';
import type { NoteId } from '../ids';
import type { Preset } from '../preset';
import { comesBackOn } from '../steps';
import { burySiblings, type DueCards } from './bury';
import { isDue } from './due';
import { intersperse } from './intersperse';
import { admitted, limitsLeft } from './limit';
import type { LearningEntry, MainEntry, Queue } from './queue';
import { sortNew, sortReview } from './sort';

export interface QueueInput {
	/** Cards that may be due; what is not is left aside. */
	readonly cards: Iterable<Card>;
	readonly preset: Preset;
	/** The learner's day, and Unix ms now and at the day's end. */
	readonly today: number;
	readonly now: number;
	readonly dayEnds: number;
	/** New cards seen for the first time today, and grades of review cards today. */
	readonly introducedToday: number;
	readonly reviewedToday: number;
	/** Notes of which a card was graded today. */
	readonly notesSeenToday: ReadonlySet<NoteId>;
}

/** Today's queue: gather, bury, sort, limit, intersperse. */
export function buildQueue(input: QueueInput): Queue {
	const { preset, today, notesSeenToday } = input;
	const gathered = gather(input);
	const due = preset.burySiblings ? burySiblings(gathered, notesSeenToday) : gathered;
	const review = sortReview(due.review, preset, today).map(mainEntry);
	const fresh = sortNew(due.new, preset, today).map(mainEntry);
	const left = limitsLeft(preset, { introduced: input.introducedToday, reviewed: input.reviewedToday });
	const room = admitted({ new: fresh.length, review: review.length }, left);
	return {
		main: mix(review.slice(0, room.review), fresh.slice(0, room.new), preset.newMix),
		learning: due.learning.map((card) => learningEntry(card, input)).sort(byDueAt),
		dayEnds: input.dayEnds,
		graded: null,
		front: null
	};
}

/**
 * Several decks' queues as one, where each deck has its own preset: spread evenly through each other.
 * @param queues of the same day
 */
export function joinQueues(queues: readonly Queue[]): Queue {
	return {
		main: queues.reduce<MainEntry[]>((main, queue) => intersperse(main, queue.main), []),
		learning: queues.flatMap((queue) => queue.learning).sort(byDueAt),
		dayEnds: Math.min(...queues.map((queue) => queue.dayEnds)),
		graded: null,
		front: null
	};
}

function gather({ cards, today, now, dayEnds }: QueueInput): DueCards {
	const due = { new: [] as Card[], review: [] as Card[], learning: [] as Card[] };
	for (const card of cards) {
		if (card.suspended.value || card.buriedUntil.value > today) continue;
		const { schedule } = card;
		if (schedule.phase === 'new') due.new.push(card);
		else if (schedule.phase === 'review') {
			if (isDue(card, now, today)) due.review.push(card);
		} else if (comesBackOn(today, dayEnds, schedule.dueAt, card.lastReview)) due.learning.push(card);
	}
	return due;
}

function mainEntry(card: Card): MainEntry {
	return { card: card.id, phase: card.schedule.phase === 'new' ? 'new' : 'review' };
}

/** A step of a whole day is due from the day's beginning, whatever its minute. */
function learningEntry(card: Card, { now, today }: QueueInput): LearningEntry {
	const dueAt = 'dueAt' in card.schedule ? card.schedule.dueAt : now;
	return { card: card.id, dueAt: isDue(card, now, today) ? Math.min(dueAt, now) : dueAt };
}

const byDueAt = (a: LearningEntry, b: LearningEntry): number =>
	a.dueAt - b.dueAt || (a.card < b.card ? -1 : a.card > b.card ? 1 : 0);

function mix(review: readonly MainEntry[], fresh: readonly MainEntry[], how: Preset['newMix']): MainEntry[] {
	switch (how) {
		case 'first':
			return [...fresh, ...review];
		case 'last':
			return [...review, ...fresh];
		case 'mixed':
			return intersperse(review, fresh);
	}
}
