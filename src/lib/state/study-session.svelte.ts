import { untrack } from 'svelte';
import type { Card } from '../domain/card';
import type { EventBody, Rating } from '../domain/event';
import type { CardId, EventId } from '../domain/ids';
import type { PlacedNote } from '../domain/library';
import type { Topic } from '../domain/pack';
import type { Done, Grade } from '../storage/card-actions';
import type { PresetInForce } from '../storage/preset-in-force';
import type { Recite } from './recite.svelte';
import { AppError } from '../domain/app-error';
import { deckId, rootOf } from '../domain/ids';
import { afterGrade, counts, next, putBack, remove, type Queue } from '../domain/queue/queue';
import { isDue } from '../domain/queue/due';
import { failureOf, withReconnect, type Failure } from '../storage/failure';
import { freshId } from '../storage/log';
import { notesById } from '../storage/reading';
import { readStudyQueue, type StudyQueue, type StudyScope } from './study-queue';
import { NoteMaterial, type Material } from './note-material';
import { leaveTraces, readTraces } from './traces';

export interface Shown extends Material {
	readonly card: Card;
	readonly note: PlacedNote;
	readonly preset: PresetInForce;
	/** What the card is filed under: its topic, or its deck where it has none. */
	readonly topic: Pick<Topic, 'title' | 'colour'>;
}

export interface DoneHere {
	readonly event: EventId;
	readonly card: CardId;
	readonly what: 'review' | 'suspend' | 'bury' | 'flag' | 'edit';
	readonly rating: Rating | null;
	/** Ms. */
	readonly took: number;
	/** The review made the card a leech. */
	readonly leech: boolean;
	/** Undoes what is not done to a card but to its note. May be called twice. */
	readonly takeBack?: () => Promise<void>;
}

export type Phase =
	| { readonly is: 'loading' }
	| { readonly is: 'studying' }
	/** Nothing to show until then (Unix ms), when a card in learning comes back. */
	| { readonly is: 'waiting'; readonly until: number }
	| { readonly is: 'finished' };

/** Something could not be written. What was done is kept here until `retry` has succeeded. */
export interface Trouble {
	readonly failure: Failure;
	readonly retry: () => Promise<void>;
}

/**
 * One sitting. Every action is on disk before the next card shows; if it cannot be written, the card stays and the
 * action is kept for another try.
 */
export class StudySession {
	phase = $state.raw<Phase>({ is: 'loading' });
	shown = $state.raw<Shown | null>(null);
	revealed = $state(false);
	/** A card view's proposal (a right choice, a typed answer), for the grade bar to point at. */
	suggested = $state<Rating | null>(null);
	/** An action takes long to be written; the grade buttons show that they wait. */
	busy = $state(false);
	trouble = $state.raw<Trouble | null>(null);
	/** Said to the learner once, such as that another window has graded the card. */
	notice = $state<string | null>(null);
	/** There is no such deck on the shelf. */
	unknown = $state(false);
	/** What was done in this sitting and not undone, oldest first. */
	done = $state.raw<readonly DoneHere[]>([]);

	#queue = $state.raw<Queue | null>(null);
	/** From shortly after the first card on. */
	#scheduler = $state.raw<typeof import('../domain/schedule') | null>(null);
	#source: StudyQueue | null = null;
	#cards = new Map<CardId, Card>();
	#notes = new Map<string, PlacedNote>();
	#material: NoteMaterial;
	#shownAt = 0;
	#leftAt = Date.now();
	/**
	 * An action is being written, and no other may begin. Not shown until it takes long: showing it would have the browser
	 * draw a frame that the next card then has to wait behind.
	 */
	#writing = false;
	/** News from another window came while an action was being written. */
	#changedElsewhere = false;
	#stopListening: () => void = () => {};
	readonly #recite: Recite;
	readonly scope: StudyScope;

	constructor(recite: Recite, scope: StudyScope) {
		this.#recite = recite;
		this.#material = new NoteMaterial(recite.db);
		this.scope = scope;
	}

	readonly left = $derived(this.#queue === null ? { new: 0, learning: 0, review: 0 } : counts(this.#queue));

	/** What each grade would do to the shown card, as of showing and again of revealing it; null when it is not known yet. */
	readonly outcomes = $derived.by(() => {
		void this.revealed;
		if (this.shown === null || this.#scheduler === null) return null;
		const { at, day } = untrack(() => this.#recite.clock.moment());
		return this.#scheduler.preview(this.shown.card, at, day, this.shown.preset.values);
	});

	/** Whether the sitting can be taken up again: it was left a short while ago. */
	get isFresh(): boolean {
		return Date.now() - this.#leftAt < SITTING_PAUSE;
	}

	/** Begins, or goes on after a pause. @returns a function that pauses; nothing is lost by calling it at any time */
	start(): () => void {
		this.#stopListening = this.#recite.channel.listen(() => void this.#gatherAgain());
		// Back from a source, say: the card is where it was, unless something happened to it meanwhile.
		if (this.phase.is === 'loading') {
			void this.#guard(async () => {
				await this.#gather();
				await this.#advance();
			}).then(() => {
				// Not before the card has been painted; and without a click, because the network may be gone by then.
				setTimeout(() => void this.#loadActions().catch(() => {}), AFTER_PAINT);
			});
		} else void this.#gatherAgain();
		return () => {
			this.#stopListening();
			this.#leftAt = Date.now();
		};
	}

	reveal(): void {
		if (this.shown !== null) this.revealed = true;
	}

	async grade(rating: Rating): Promise<void> {
		const { shown } = this;
		if (shown === null || !this.revealed || this.#writing) return;
		const moment = this.#recite.clock.moment();
		const the: Grade = {
			shown: shown.card,
			rating,
			took: performance.now() - this.#shownAt,
			preset: shown.preset.values,
			presetRef: shown.preset.ref,
			id: freshId(moment.at)
		};
		const written = await this.#carryOut(
			async () => (await loadCardActions()).grade(this.#recite.db, moment, the),
			({ event, cards }) => {
				const after = cards[0] ?? the.shown;
				const leech = after.leech && !the.shown.leech;
				const took = Math.min(60_000, the.took);
				this.#remember({ event: event.id, card: after.id, what: 'review', rating, took, leech });
				if (leech) this.notice = LEECH_NOTICE[after.suspended.value ? 'suspend' : 'tag'];
				if (this.#queue) this.#queue = afterGrade(this.#queue, after);
				this.#cards.set(after.id, after);
			},
			() => this.#advance()
		);
		if (written) leaveTraces({ lastUsed: moment.at, reviews: (readTraces()?.reviews ?? 0) + 1 });
	}

	/** @returns whether it was done */
	suspend(): Promise<boolean> {
		return this.#mark('suspend', ({ card }) => ({ kind: 'suspend', cards: [card.id], suspended: true }));
	}

	/** @returns whether it was done */
	bury(): Promise<boolean> {
		const tomorrow = this.#recite.clock.moment().day + 1;
		return this.#mark('bury', ({ card }) => ({ kind: 'bury', cards: [card.id], until: tomorrow }));
	}

	/** Marks the shown card, with words; null takes the mark off. The card stays. @returns whether it was done */
	flag(note: string | null): Promise<boolean> {
		return this.#mark('flag', ({ card }) => ({ kind: 'flag', card: card.id, flag: note === null ? null : { note } }));
	}

	async #mark(
		what: DoneHere['what'],
		bodyFor: (shown: Shown) => Extract<EventBody, { kind: 'suspend' | 'bury' | 'flag' }>
	): Promise<boolean> {
		const { shown } = this;
		if (shown === null || this.#writing) return false;
		const moment = this.#recite.clock.moment();
		const body = bodyFor(shown);
		const id = freshId(moment.at);
		return this.#carryOut(
			async () => (await loadCardActions()).mark(this.#recite.db, moment, body, id),
			({ event, cards }) => {
				this.#remember({ event: event.id, card: shown.card.id, what, rating: null, took: 0, leech: false });
				for (const card of cards) this.#cards.set(card.id, card);
				if (what !== 'flag' && this.#queue) this.#queue = remove(this.#queue, [shown.card.id]);
			},
			async () => {
				if (what === 'flag') this.shown = { ...shown, card: this.#cards.get(shown.card.id) ?? shown.card };
				else await this.#advance();
			}
		);
	}

	get canUndo(): boolean {
		return this.done.length > 0;
	}

	/** Takes the last thing done in this sitting back, and the one before it the next time. */
	async undo(): Promise<void> {
		const last = this.done.at(-1);
		if (last !== undefined) await this.undoThis(last.event);
	}

	/** Takes back one thing done in this sitting, such as the one that a message on the screen speaks of. */
	async undoThis(event: EventId): Promise<void> {
		const the = this.done.find((done) => done.event === event);
		if (the === undefined || this.#writing) return;
		const moment = this.#recite.clock.moment();
		const id = freshId(moment.at);
		const { takeBack } = the;
		const forget = (): void => {
			this.done = this.done.filter((done) => done !== the);
		};
		if (takeBack) {
			return this.#guard(async () => {
				await takeBack();
				forget();
				await this.#readAnew(the.card);
			});
		}
		await this.#carryOut(
			async () => {
				const { undoCardEvent } = await loadUndo();
				try {
					return await undoCardEvent(this.#recite.db, moment, event, id);
				} catch (error) {
					// Undone in another window already: it only has to leave this window's list.
					if (error instanceof AppError && error.code === 'nothing-to-undo') forget();
					throw error;
				}
			},
			({ cards }) => {
				forget();
				this.#recite.channel.tell();
				for (const card of cards) this.#cards.set(card.id, card);
			},
			() => this.#showAgain(the.card)
		);
	}

	/** The note of the shown card reads otherwise from now on. The card stays, with its answer if that was shown. */
	async reworded({ event, takeBack }: { event: EventId; takeBack: () => Promise<void> }): Promise<void> {
		const { shown, revealed } = this;
		if (shown === null) return;
		const card = shown.card.id;
		this.#remember({ event, card, what: 'edit', rating: null, took: 0, leech: false, takeBack });
		await this.#guard(() => this.#readAnew(card));
		this.revealed = revealed && this.shown?.card.id === card;
	}

	async #readAnew(card: CardId): Promise<void> {
		await this.#gather();
		await this.#showAgain(card);
	}

	/** The card of an undone action comes first again, unless it would not be due: another window has reviewed it since. */
	async #showAgain(id: CardId): Promise<void> {
		const card = this.#cards.get(id);
		const { at, day } = this.#recite.clock.moment();
		const can = card && !card.suspended.value && card.buriedUntil.value <= day && comesToday(card, at, day);
		if (!can || this.#queue === null) return this.#advance();
		this.#queue = putBack(this.#queue, card);
		await this.#show(id);
	}

	/** Shows what has come back while waiting, or with a new day. */
	async resume(): Promise<void> {
		if (this.phase.is === 'waiting' || this.phase.is === 'finished') await this.#guard(() => this.#advance());
	}

	/** What a card on the screen will need next. */
	async #loadActions(): Promise<void> {
		this.#scheduler = await loadScheduler();
		await Promise.all([loadCardActions(), loadUndo()]);
	}

	#remember(done: DoneHere): void {
		this.done = [...this.done, done];
		this.#recite.channel.tell();
	}

	async #gather(): Promise<void> {
		const moment = this.#recite.clock.moment();
		const start = performance.now();
		this.#source = await readStudyQueue(this.#recite.db, this.scope, moment, this.#recite.clock.rolloverHour);
		performance.measure('recite.queue', { start });
		this.unknown = !isOnShelf(this.scope, this.#source);
		this.#cards = new Map(this.#source.cards);
		this.#queue = this.#source.queue;
		// A deck update may have brought other texts: a fresh map, so that a reading still under way fills the old one.
		this.#notes = new Map();
		this.#material = new NoteMaterial(this.#recite.db);
	}

	/** After a change in another window: the shown card stays if it is still to be shown. */
	async #gatherAgain(): Promise<void> {
		// What waits for another try must not be pushed aside.
		if (this.#writing || this.trouble !== null) {
			this.#changedElsewhere = true;
			return;
		}
		await this.#guard(async () => {
			const before = this.shown?.card;
			await this.#gather();
			const now = before === undefined ? undefined : this.#cards.get(before.id);
			const listed = before !== undefined && this.#queue !== null && isListed(this.#queue, before.id);
			if (before && now && listed && now.lastReview?.id === before.lastReview?.id) return;
			if (before) this.notice = 'The last card was dealt with in another window.';
			await this.#advance();
		});
	}

	async #advance(): Promise<void> {
		const moment = this.#recite.clock.moment();
		if (this.#source?.day !== moment.day) await this.#gather();
		if (this.#queue === null) return;
		const step = next(this.#queue, moment.at);
		if ('card' in step) return this.#show(step.card);
		this.shown = null;
		this.revealed = false;
		this.phase = 'done' in step ? { is: 'finished' } : { is: 'waiting', until: step.waitUntil };
	}

	async #show(id: CardId): Promise<void> {
		const card = this.#cards.get(id);
		const preset = this.#source?.presets.get(rootOf(id));
		const note = card && (this.#notes.get(card.note) ?? (await this.#readNotes([card.note])).get(card.note));
		if (card === undefined || preset === undefined || note === undefined) {
			// Taken out of its deck by an update meanwhile.
			if (this.#queue) this.#queue = remove(this.#queue, [id]);
			return this.#advance();
		}
		this.shown = { card, note, preset, topic: this.#topicOf(note), ...(await this.#material.of(note)) };
		this.revealed = false;
		this.suggested = null;
		this.phase = { is: 'studying' };
		this.#shownAt = performance.now();
		void this.#readAhead();
	}

	#topicOf({ root, note }: PlacedNote): Shown['topic'] {
		const deck = this.#source?.shelf.get(root);
		return deck?.topics.find(({ id }) => id === note.topic) ?? { title: deck?.title ?? '', colour: 'slate' };
	}

	/** Notes of the next cards, so that the next one shows without waiting for the disk again. */
	async #readAhead(): Promise<void> {
		if (this.#queue === null) return;
		const coming = [...this.#queue.main.slice(0, 8), ...this.#queue.learning.slice(0, 4)];
		const missing = coming
			.map(({ card }) => this.#cards.get(card)?.note)
			.filter((note) => note !== undefined && !this.#notes.has(note));
		if (missing.length > 4) await this.#readNotes(missing.filter((note) => note !== undefined)).catch(() => {});
	}

	async #readNotes(ids: readonly PlacedNote['id'][]): Promise<Map<string, PlacedNote>> {
		const notes = this.#notes;
		for (const note of await notesById(this.#recite.db, ids)) notes.set(note.id, note);
		return notes;
	}

	/**
	 * Writes an action, settles it in this window, and shows what comes next. When a part fails, another try goes on from
	 * there: what has been written is not written again, what has been settled is not settled again.
	 * @param write must bear being called twice; see `withReconnect`
	 * @returns whether it was written
	 */
	async #carryOut(
		write: () => Promise<Done>,
		settle: (done: Done) => void,
		show: () => Promise<void>
	): Promise<boolean> {
		let settled = false;
		await this.#guard(async () => {
			if (!settled) {
				const start = performance.now();
				const done = await withReconnect(this.#recite.db, write);
				performance.measure('recite.write', { start });
				settle(done);
				settled = true;
			}
			await show();
		});
		return settled;
	}

	/** One piece of work at a time; what goes wrong is said, and kept for another try where that can help. */
	async #guard(work: () => Promise<void>, again = false): Promise<void> {
		if (this.#writing || (this.trouble !== null && !again)) return;
		this.#writing = true;
		this.trouble = null;
		const late = setTimeout(() => (this.busy = true), 150);
		try {
			await work();
		} catch (error) {
			const failure = failureOf(error);
			if (error instanceof AppError && failure === 'unknown') await this.#giveUp(error);
			else this.trouble = { failure, retry: () => this.#guard(work, true) };
		} finally {
			clearTimeout(late);
			this.#writing = false;
			this.busy = false;
		}
		if (this.#changedElsewhere && this.trouble === null) {
			this.#changedElsewhere = false;
			await this.#gatherAgain();
		}
	}

	/** Another try would not help: the card is gone, or graded elsewhere. It is said, and the next card shown. */
	async #giveUp(error: AppError): Promise<void> {
		this.notice = error.message;
		await this.#gather()
			.then(() => this.#advance())
			.catch(() => {});
	}
}

/** After so long, in ms, a new sitting begins with a count of its own. */
const SITTING_PAUSE = 30 * 60_000;

const LEECH_NOTICE = {
	suspend: 'This card has been forgotten often. It is a leech now and set aside; you find it in its deck.',
	tag: 'This card has been forgotten often and is marked as a leech.'
} as const;

/** Ms after the first card was put into the page, by when it has been painted. */
const AFTER_PAINT = 100;

/** Apart, because a card is to be on the screen before the code is loaded that grades it and takes a grade back. */
const loadScheduler = () => import('../domain/schedule');
const loadCardActions = () => import('../storage/card-actions');
const loadUndo = () => import('../storage/undo');

/** Whether a card belongs to today's queue; in learning it may wait for its step. */
function comesToday(card: Card, now: number, today: number): boolean {
	return card.schedule.phase === 'learning' || card.schedule.phase === 'relearning' || isDue(card, now, today);
}

function isOnShelf(scope: StudyScope, { shelf }: StudyQueue): boolean {
	if (scope === 'all') return shelf.size > 0;
	const deck = shelf.get(rootOf(scope));
	return deck !== undefined && (scope === deck.id || deck.topics.some((topic) => deckId(deck.id, topic.id) === scope));
}

function isListed(queue: Queue, id: CardId): boolean {
	return queue.main.some(({ card }) => card === id) || queue.learning.some(({ card }) => card === id);
}
