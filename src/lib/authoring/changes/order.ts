import type { ProjectNote } from '../project';
import type { Editable } from './changing';

/** In the order of the deck. Notes of the same position go by their ids, so that every device has the same order. */
export function inOrder(notes: Iterable<ProjectNote>): ProjectNote[] {
	return [...notes].sort((a, b) => a.position - b.position || (a.note.id < b.note.id ? -1 : 1));
}

/** Room between neighbours when all notes are numbered anew. */
const STEP = 1024;

/**
 * Positions for notes put right after another.
 * @param after id of the note before them; null for the beginning
 * @param count how many
 */
export function positionsAfter(now: Editable, after: string | null, count: number): number[] {
	const order = inOrder(now.notes.values());
	const at = after === null ? 0 : order.findIndex(({ note }) => note.id === after) + 1;
	const found = between(order[at - 1]?.position, order[at]?.position, count);
	if (found !== null) return found;
	// Halving has used up what a number can tell apart, so all notes get whole numbers with room between them.
	for (const [i, each] of order.entries()) now.notes.set(each.note.id, { ...each, position: i * STEP });
	return between((at - 1) * STEP, at < order.length ? at * STEP : undefined, count) ?? [];
}

function between(before: number | undefined, next: number | undefined, count: number): number[] | null {
	if (next === undefined) return Array.from({ length: count }, (_, i) => (before ?? 0) + i + 1);
	const from = before ?? next - count - 1;
	const step = (next - from) / (count + 1);
	const found = Array.from({ length: count }, (_, i) => from + (i + 1) * step);
	const isApart = [from, ...found, next].every((each, i, all) => i === 0 || each > (all[i - 1] ?? each));
	return isApart ? found : null;
}

/** Id of the note last in the deck; null if there is none. */
export const lastNote = (now: Editable): string | null => inOrder(now.notes.values()).at(-1)?.note.id ?? null;

/** The note after which one stands in the order of the text: the last of its document that begins no later. */
export function afterInText(now: Editable, document: string, start: number): string | null {
	const order = inOrder(now.notes.values());
	const own = order.flatMap((each, i) => {
		const source = each.note.sources.find((one) => one.document === document);
		return source === undefined ? [] : [{ i, start: source.start }];
	});
	const before = own.filter((each) => each.start <= start).at(-1);
	if (before !== undefined) return order[before.i]?.note.id ?? null;
	const first = own[0];
	return first === undefined ? lastNote(now) : (order[first.i - 1]?.note.id ?? null);
}
