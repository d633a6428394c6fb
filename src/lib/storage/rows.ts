import type { Card } from '../domain/card';
import type { Daily } from '../domain/daily';
import type { DeckId } from '../domain/ids';
import type { PlacedNote } from '../domain/library';
import type { CardRow, DailyRow, NoteRow } from './schema';
import { placeOf } from '../domain/tally';

/** The only place where domain values become rows. */

export function cardRow(card: Card): CardRow {
	const { queue, day } = placeOf(card);
	return {
		...card,
		queue,
		day,
		...(card.lastReview === null ? {} : { lastDay: card.lastReview.day }),
		...(card.flag.value === null ? {} : { flagged: 1 })
	};
}

export function cardOf(row: CardRow): Card {
	const { queue: _queue, day: _day, lastDay: _lastDay, flagged: _flagged, ...card } = row;
	return card;
}

export function noteRow(placed: PlacedNote): NoteRow {
	const cites = [...new Set(placed.note.sources.map((source) => `${placed.root}/${source.document}`))];
	return { ...placed, cites };
}

export function dailyRow(root: DeckId, day: number, done: Daily): DailyRow {
	return { root, day, ...done };
}
