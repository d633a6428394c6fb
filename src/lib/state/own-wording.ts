import type { Wording } from '../authoring/wording';
import type { EventId, NoteId } from '../domain/ids';
import type { Shelf } from './subscriptions/deck-offer';
import { AppError } from '../domain/app-error';
import { failureOf, withReconnect } from '../storage/failure';
import { FAILURE_TEXT } from '../storage/failure-text';
import { change } from '../storage/library-actions';
import { editsOfNote, wordingOf, type NoteWording } from '../storage/wording';

export type { NoteWording };

/** What a learner has worded otherwise, and the way back from it. */
export interface Reworded {
	readonly event: EventId;
	/** Puts back what was there before, unless the field has been written since. May be called twice. */
	readonly takeBack: () => Promise<void>;
}

/** Null when the note is in no deck on the shelf. */
export const readWording = ({ db }: Pick<Shelf, 'db'>, note: NoteId): Promise<NoteWording | null> =>
	withReconnect(db, () => wordingOf(db, note));

/** Writes fields of a note as the learner's own: one event, one transaction. */
export async function reword(app: Shelf, { placed: { id }, edits }: NoteWording, fields: Wording): Promise<Reworded> {
	const put = async (values: Wording): Promise<EventId> => {
		const body = { kind: 'note.put', note: id, fields: values } as const;
		const { id: event } = await withReconnect(app.db, () => change(app.db, app.clock.moment(), body));
		app.channel.tell();
		return event;
	};
	const event = await put(fields);
	const takeBack = async (): Promise<void> => {
		const now = await editsOfNote(app.db, id);
		const standing = Object.keys(fields).filter((field) => now?.fields[field]?.stamp?.id === event);
		if (standing.length === 0) return;
		await put(Object.fromEntries(standing.map((field) => [field, edits?.fields[field]?.value ?? null])));
	};
	return { event, takeBack };
}

/** Why a wording was not written, for people. */
export function wordingTrouble(error: unknown): string {
	if (error instanceof AppError) return error.message;
	const { title, advice } = FAILURE_TEXT[failureOf(error)];
	return `${title}. ${advice}`;
}
