import type { EventBody, LogEvent } from '../domain/event';
import type { DeckId, EventId, PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { ReciteDatabase } from './schema';
import { foldDeck, foldNoteEdits, foldPreset, foldSetting, isLibraryEvent, type LibraryEvent } from '../domain/library';
import { AppError } from '../domain/app-error';
import { hasSoundBody } from '../domain/event-check';
import { rootOf } from '../domain/ids';
import { append, freshId, type Moment } from './log';
import { rederive } from './rebuild';
import { relabel, reshelve, reshelveNote, shelfTables } from './shelf';

type LibraryBody = Extract<EventBody, { kind: LibraryEvent['kind'] }>;

/**
 * Does one thing to the library: a setting, a preset, a deck's own title, a personal edit of a note. The event and all
 * rows that follow from it are written together.
 * @throws AppError `change-invalid` for a body that is not what its kind asks for. A field that is undefined is such a
 * one, because sealing would leave it out and the event would then say something else.
 */
export async function change(db: ReciteDatabase, moment: Moment, body: LibraryBody): Promise<LogEvent> {
	if (!hasSoundBody(body))
		throw new AppError('change-invalid', 'This change cannot be kept. Nothing has been changed.');
	const id = freshId(moment.at);
	return db.transaction('rw', shelfTables(db), async () => {
		const event = await append(db, id, moment, body);
		if (isLibraryEvent(event)) await applyLibraryEvent(db, event);
		return event;
	});
}

/**
 * Puts a pack on the shelf, or a newer one in its place: the pack and the subscription in one transaction.
 * @param id SHA-256 of the pack's canonical JSON; the caller has verified both it and the pack's form
 */
export async function subscribe(db: ReciteDatabase, moment: Moment, id: PackId, pack: Pack): Promise<LogEvent> {
	const event = freshId(moment.at);
	const deck = pack.deck as DeckId;
	return db.transaction('rw', shelfTables(db), async () => {
		if ((await db.packs.get(id)) === undefined) await db.packs.add({ id, pack });
		const subscribed = await append(db, event, moment, { kind: 'deck.subscribe', deck, pack: id });
		await applyLibraryEvent(db, subscribed);
		return subscribed;
	});
}

/** Takes back a change of the library. Rare, so it is done the plain way: the event is left out of a whole replay. */
export async function undoChange(db: ReciteDatabase, moment: Moment, target: EventId): Promise<LogEvent> {
	const id = freshId(moment.at);
	return db.transaction('rw', shelfTables(db), async () => {
		const event = await append(db, id, moment, { kind: 'undo', event: target });
		await rederive(db);
		return event;
	});
}

async function applyLibraryEvent(db: ReciteDatabase, event: LibraryEvent): Promise<void> {
	switch (event.kind) {
		case 'setting.put':
			await db.settings.put(foldSetting(await db.settings.get(event.name), event));
			return;
		case 'preset.put':
			await db.presets.put(foldPreset(await db.presets.get(event.preset), event));
			return;
		case 'note.put':
		case 'note.delete':
			await db.edits.put(foldNoteEdits(await db.edits.get(event.note), event));
			return reshelveNote(db, event.note);
		case 'deck.put': {
			const registers = foldDeck(await db.registers.get(rootOf(event.deck)), event);
			await db.registers.put(registers);
			return relabel(db, registers);
		}
		case 'deck.subscribe': {
			const root = rootOf(event.deck);
			await db.registers.put(foldDeck(await db.registers.get(root), event));
			if (event.pack !== null && !(await db.packs.get(event.pack))) {
				throw new AppError('pack-missing', 'The content of this deck is not on this device.');
			}
			return reshelve(db, root);
		}
	}
}
