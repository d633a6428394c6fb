import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recite } from '../../../src/lib/state/recite.svelte';
import { readWording, reword } from '../../../src/lib/state/own-wording';
import { LearnerClock } from '../../../src/lib/state/learner-clock.svelte';
import { StudySession } from '../../../src/lib/state/study-session.svelte';
import { subscribe } from '../../../src/lib/storage/library-actions';
import { readLog } from '../../../src/lib/storage/sealed-log';
import type { ReciteDatabase } from '../../../src/lib/storage/schema';
import { freshDatabase } from '../../support/database';
import { sampleNotes, samplePack } from '../../support/sample-pack';

/** Another window, as far as this one hears of it. */
class OtherWindow {
	#listeners: (() => void)[] = [];
	tell(): void {}
	listen(listener: () => void): () => void {
		this.#listeners.push(listener);
		return () => {};
	}
	speak(): void {
		for (const listener of this.#listeners) listener();
	}
}

let db: ReciteDatabase;
let other: OtherWindow;
let session: StudySession;

async function begin(): Promise<void> {
	db = freshDatabase();
	other = new OtherWindow();
	const clock = new LearnerClock();
	const { id, pack } = samplePack(1, sampleNotes(12));
	await subscribe(db, clock.moment(), id, pack);
	// The part of the app that a sitting uses.
	session = new StudySession({ db, clock, channel: other } as unknown as Recite, 'all');
	session.start();
	await vi.waitFor(() => expect(session.shown).not.toBeNull());
}

async function grade(rating: 1 | 2 | 3 | 4): Promise<void> {
	session.reveal();
	await session.grade(rating);
}

const reviews = async () => (await readLog(db)).filter((event) => event.kind === 'review');

/** Makes reading the next note fail while `broken` holds. */
function breakNotes(): { mend: () => void } {
	const spy = vi.spyOn(db.notes, 'bulkGet').mockRejectedValue(new DOMException('gone', 'UnknownError'));
	return { mend: () => spy.mockRestore() };
}

beforeEach(begin);

describe('a sitting', () => {
	it('shows the next card only after the grade is in the log', async () => {
		const first = session.shown?.card.id;
		await grade(3);
		expect(session.shown?.card.id).not.toBe(first);
		expect((await reviews()).map((event) => event.card)).toEqual([first]);
	});

	it('keeps a grade that could not be written, and writes it once on another try', async () => {
		let full = true;
		db.events.hook('creating', () => {
			if (full) throw new DOMException('full', 'QuotaExceededError');
		});
		const shown = session.shown?.card.id;
		await grade(1);
		expect(session.trouble?.failure).toBe('quota');
		expect(session.shown?.card.id).toBe(shown);

		other.speak();
		await grade(4);
		expect(session.trouble?.failure).toBe('quota');

		full = false;
		await session.trouble?.retry();
		expect(session.trouble).toBeNull();
		expect(await reviews()).toMatchObject([{ card: shown, rating: 1 }]);
		expect(session.done).toHaveLength(1);
	});

	it('does not write or count a grade twice when showing the next card fails', async () => {
		const { mend } = breakNotes();
		// The notes read ahead are used up first.
		for (let i = 0; i < 30 && session.trouble === null; i++) await grade(4);
		expect(session.trouble).not.toBeNull();
		const done = session.done.length;
		mend();
		await session.trouble?.retry();
		expect(session.trouble).toBeNull();
		expect(session.done).toHaveLength(done);
		expect(await reviews()).toHaveLength(done);
	});

	it('suspends once when showing the next card fails, and one undo brings the card back', async () => {
		const { mend } = breakNotes();
		for (let i = 0; i < 30 && session.trouble === null; i++) await session.suspend();
		expect(session.trouble).not.toBeNull();
		const last = session.done.at(-1);
		mend();
		await session.trouble?.retry();
		expect((await readLog(db)).filter((event) => event.kind === 'suspend')).toHaveLength(session.done.length);
		await session.undo();
		expect(session.shown?.card.id).toBe(last?.card);
		expect((await db.cards.get(last?.card ?? ('' as never)))?.suspended.value).toBe(false);
	});

	it('takes back what a message speaks of, not what was done last', async () => {
		const suspended = session.shown?.card.id;
		await session.suspend();
		const event = session.done[0]?.event;
		await grade(4);
		if (event) await session.undoThis(event);
		expect(session.done).toMatchObject([{ what: 'review' }]);
		expect(session.shown?.card.id).toBe(suspended);
		expect(await reviews()).toHaveLength(1);
	});

	it('undoes everything back to the beginning', async () => {
		const first = session.shown?.card;
		const left = session.left;
		await grade(3);
		await session.bury();
		await grade(1);
		await session.suspend();
		for (let i = 0; i < 10 && session.canUndo; i++) await session.undo();
		expect(session.shown?.card).toEqual(first);
		expect(session.left).toEqual(left);
	});

	it('says so when another window has graded the card, and goes on', async () => {
		const shown = session.shown?.card;
		if (!shown) throw new Error('no card');
		await db.cards.update(shown.id, { lastReview: { id: 'X', lamport: 9, at: Date.now(), day: 1 } } as never);
		await grade(3);
		expect(session.notice).toContain('another window');
		expect(await reviews()).toHaveLength(0);
	});
});

describe('a card worded otherwise', () => {
	const app = () => ({ db, clock: new LearnerClock(), channel: other });
	async function rewordShown(back: string): Promise<void> {
		const id = session.shown?.note.id;
		const found = id === undefined ? null : await readWording({ db }, id);
		if (found === null) throw new Error('nothing is shown');
		await session.reworded(await reword(app(), found, { back }));
	}

	it('stays where it is with its answer shown, and is undone before what was done earlier', async () => {
		await grade(3);
		const shown = session.shown;
		session.reveal();
		await rewordShown('My own words');
		expect(session.revealed).toBe(true);
		expect(session.shown?.card.id).toBe(shown?.card.id);
		expect(session.shown?.note).toMatchObject({ edited: true, note: { back: 'My own words' } });
		await session.undo();
		expect(session.shown?.note).toEqual(shown?.note);
		expect(session.shown?.card.id).toBe(shown?.card.id);
		expect(await reviews()).toHaveLength(1);
		await session.undo();
		expect(session.canUndo).toBe(false);
		expect(session.shown?.card.id).not.toBe(shown?.card.id);
	});

	it('keeps its wording when it is graded, and goes back though another card is shown', async () => {
		const first = session.shown;
		session.reveal();
		await rewordShown('My own words');
		const edit = session.done.at(-1)?.event;
		await grade(3);
		if (edit === undefined || first === null) throw new Error('nothing was done');
		await session.undoThis(edit);
		expect((await db.notes.get(first.note.id))?.note).toEqual(first.note.note);
		expect(await reviews()).toHaveLength(1);
	});
});
