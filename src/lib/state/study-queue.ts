import type { Card } from '../domain/card';
import type { CardId, DeckId } from '../domain/ids';
import type { DeckSummary } from '../domain/library';
import type { Moment } from '../storage/log';
import type { ReciteDatabase } from '../storage/schema';
import { dayBegins } from '../domain/learner-day';
import { rootOf } from '../domain/ids';
import { buildQueue, joinQueues } from '../domain/queue/build';
import { limitsLeft } from '../domain/queue/limit';
import type { Queue } from '../domain/queue/queue';
import { decksUnder, presetOf, type PresetInForce } from '../storage/preset-in-force';
import { gather } from '../storage/gather';
import { dailyOn } from '../storage/queries';
import { inOneRead, shelf as readShelf } from '../storage/reading';

/** What one sitting is about: a deck with its subdecks, one subdeck, or every deck on the shelf. */
export type StudyScope = DeckId | 'all';

export interface StudyQueue {
	readonly queue: Queue;
	/** Every card that the queue names. */
	readonly cards: ReadonlyMap<CardId, Card>;
	/** The decks on the shelf that it is about. */
	readonly shelf: ReadonlyMap<DeckId, DeckSummary>;
	/** By root deck. */
	readonly presets: ReadonlyMap<DeckId, PresetInForce>;
	/** The learner's day that it is for. */
	readonly day: number;
}

export async function readStudyQueue(
	db: ReciteDatabase,
	scope: StudyScope,
	{ at, tz, day }: Moment,
	rolloverHour: number
): Promise<StudyQueue> {
	const dayEnds = dayBegins(day + 1, tz, rolloverHour);
	return inOneRead(db, async () => {
		const summaries = await readShelf(db, scope === 'all' ? undefined : rootOf(scope));
		const cards = new Map<CardId, Card>();
		const shelf = new Map<DeckId, DeckSummary>();
		const presets = new Map<DeckId, PresetInForce>();
		const queues: Queue[] = [];
		for (const summary of summaries) {
			const [preset, done] = await Promise.all([presetOf(db, summary), dailyOn(db, summary.id, day)]);
			shelf.set(summary.id, summary);
			presets.set(summary.id, preset);
			const decks = scope === 'all' || scope === summary.id ? decksUnder(summary) : [scope];
			const gathered = await gather(db, decks, { today: day, dayEnds }, preset.values, limitsLeft(preset.values, done));
			for (const card of gathered.cards) cards.set(card.id, card);
			queues.push(
				buildQueue({
					cards: gathered.cards,
					preset: preset.values,
					today: day,
					now: at,
					dayEnds,
					introducedToday: done.introduced,
					reviewedToday: done.reviewed,
					notesSeenToday: gathered.notesSeen
				})
			);
		}
		return { queue: joinQueues(queues), cards, shelf, presets, day };
	});
}
