import type { EventId } from './ids';
import type { LogEvent } from './event';

/**
 * The ids of all events that are taken back. An undo can itself be undone (redo), so an event counts as undone when an
 * undo that stands names it.
 */
export function undoneIds(events: Iterable<LogEvent>): ReadonlySet<EventId> {
	const undosOf = new Map<EventId, EventId[]>();
	for (const event of events) {
		if (event.kind !== 'undo') continue;
		const undos = undosOf.get(event.event);
		if (undos) undos.push(event.id);
		else undosOf.set(event.event, [event.id]);
	}
	const verdicts = new Map<EventId, boolean>();
	const isUndone = (id: EventId): boolean => {
		const known = verdicts.get(id);
		if (known !== undefined) return known;
		// Set before descending, because a damaged log could hold two undos that name each other.
		verdicts.set(id, false);
		const undone = (undosOf.get(id) ?? []).some((undo) => !isUndone(undo));
		verdicts.set(id, undone);
		return undone;
	};
	return new Set([...undosOf.keys()].filter(isUndone));
}
