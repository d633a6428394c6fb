import type { Card } from '../card';
import type { CardId } from '../ids';

export interface MainEntry {
	readonly card: CardId;
	readonly phase: 'new' | 'review';
}

export interface LearningEntry {
	readonly card: CardId;
	/** Unix ms. */
	readonly dueAt: number;
}

/** What is left to study today, as an immutable value: every function here gives a new one. */
export interface Queue {
	/** New and review cards in the order in which they come. */
	readonly main: readonly MainEntry[];
	/** Cards that come back today, earliest first. */
	readonly learning: readonly LearningEntry[];
	/** Unix ms at which the learner's day ends: what comes back later is not of this queue. */
	readonly dayEnds: number;
	/** The card graded last, which is not shown again at once while another can be. */
	readonly graded: CardId | null;
	/** A card put back by an undo: it comes before all others. */
	readonly front: CardId | null;
}

export type Next = { readonly card: CardId } | { readonly waitUntil: number } | { readonly done: true };

export interface QueueCounts {
	readonly new: number;
	/** All that come back today, whether due yet or not. */
	readonly learning: number;
	readonly review: number;
}

/** How long before its time a learning card may be shown when nothing else is left. In ms; Anki's default. */
export const LEARN_AHEAD = 20 * 60_000;

/** The card to show: one put back, then learning cards when they are due, then the others, then learning cards that are due soon. */
export function next(queue: Queue, now: number): Next {
	if (queue.front !== null) return { card: queue.front };
	const first = queue.learning[0];
	if (first !== undefined && first.dueAt <= now) return { card: first.card };
	const main = queue.main[0];
	if (main !== undefined) return { card: main.card };
	if (first === undefined) return { done: true };
	const soon = queue.learning.filter((entry) => entry.dueAt <= now + LEARN_AHEAD);
	const other = soon.find((entry) => entry.card !== queue.graded) ?? soon[0];
	return other === undefined ? { waitUntil: first.dueAt - LEARN_AHEAD } : { card: other.card };
}

/** After a grade, here or in another tab: the card leaves its place and, if it comes back today, waits in learning. */
export function afterGrade(queue: Queue, card: Card): Queue {
	const without = remove(queue, [card.id]);
	const learning = comesBack(card, queue) ? inserted(without.learning, card) : without.learning;
	return { ...without, learning, graded: card.id };
}

/** After an undo: the card as it was is the next one again, whatever has become due since. */
export function putBack(queue: Queue, card: Card): Queue {
	const without = { ...remove(queue, [card.id]), graded: null, front: card.id };
	const { phase } = card.schedule;
	if (phase !== 'new' && phase !== 'review') return { ...without, learning: inserted(without.learning, card) };
	return { ...without, main: [{ card: card.id, phase }, ...without.main] };
}

/** Without these cards: suspended, buried, deleted. */
export function remove(queue: Queue, cards: Iterable<CardId>): Queue {
	const gone = new Set(cards);
	const stays = (entry: { readonly card: CardId }): boolean => !gone.has(entry.card);
	const front = queue.front !== null && gone.has(queue.front) ? null : queue.front;
	return { ...queue, main: queue.main.filter(stays), learning: queue.learning.filter(stays), front };
}

export function counts(queue: Queue): QueueCounts {
	const fresh = queue.main.reduce((sum, entry) => sum + (entry.phase === 'new' ? 1 : 0), 0);
	return { new: fresh, learning: queue.learning.length, review: queue.main.length - fresh };
}

function comesBack(card: Card, queue: Queue): boolean {
	const { schedule } = card;
	if (schedule.phase === 'new' || schedule.phase === 'review' || card.suspended.value) return false;
	return schedule.dueAt < queue.dayEnds;
}

function inserted(learning: readonly LearningEntry[], card: Card): readonly LearningEntry[] {
	const { schedule } = card;
	if (!('dueAt' in schedule)) return learning;
	const { dueAt } = schedule;
	const at = learning.findIndex((entry) => entry.dueAt > dueAt);
	return learning.toSpliced(at === -1 ? learning.length : at, 0, { card: card.id, dueAt });
}
