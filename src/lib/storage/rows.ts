import type { Card } from '../domain/card';
import type { Span } from '../domain/cited-statements';
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
	const { root, note } = placed;
	const cites = note.sources.map(({ document, start, end }) => `${citesPrefix(root, document)}${start}-${end}`);
	return { ...placed, cites: [...new Set(cites)] };
}

/** What the index entries of all quotes from a document begin with. */
export const citesPrefix = (root: DeckId, document: string): string => `${root}/${document}#`;

/** From where to where in its document an index entry quotes, in UTF-16 units. */
export function spanOfCite(cite: unknown): Span {
	const [start = 0, end = 0] = String(cite)
		.slice(String(cite).lastIndexOf('#') + 1)
		.split('-')
		.map(Number);
	return { start, end };
}

export function dailyRow(root: DeckId, day: number, done: Daily): DailyRow {
	return { root, day, ...done };
}
