import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/lib/domain/event';
import type { CardId, EventId, NoteId } from '../../src/lib/domain/ids';
import { grade, mark } from '../../src/lib/storage/card-actions';
import { undoCardEvent } from '../../src/lib/storage/undo';
import { change, subscribe, undoChange } from '../../src/lib/storage/library-actions';
import type { Moment } from '../../src/lib/storage/log';
import { readLog, sealTail } from '../../src/lib/storage/sealed-log';
import { rebuild } from '../../src/lib/storage/rebuild';
import { cardOf } from '../../src/lib/storage/rows';
import type { ReciteDatabase } from '../../src/lib/storage/schema';
import { DEFAULT_PRESET, type Preset } from '../../src/lib/domain/preset';
import type { DeckId, PresetId } from '../../src/lib/domain/ids';
import { AppError } from '../../src/lib/domain/app-error';
import { derivedState, freshDatabase } from '../support/database';
import { sampleNote, samplePack, sampleNotes } from '../support/sample-pack';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 0, 1, 12);

/** One thing a person may do. `pick` chooses among what there is at that moment. */
type Step =
	| { do: 'grade'; pick: number; rating: Rating; took: number }
	| { do: 'undo'; back: number }
	| { do: 'suspend' | 'bury' | 'flag'; pick: number; on: boolean; many: boolean }
	| { do: 'edit'; pick: number; field: 'front' | 'topic' | 'text'; value: string | null }
	| { do: 'delete'; pick: number; deleted: boolean }
	| { do: 'update'; version: number }
	| { do: 'preset'; leechThreshold: number; desiredRetention: number }
	| { do: 'setting'; value: number }
	| { do: 'address'; value: string | null }
	| { do: 'seal' }
	| { do: 'wait'; ms: number };

// Mostly the same few cards, so that histories get long enough for one event to stand on another.
const pick = fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.nat(30) });
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 12, arbitrary: fc.record({ do: fc.constant('grade' as const), pick, rating, took: fc.nat(90_000) }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(6) }) },
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constantFrom('suspend' as const, 'bury' as const, 'flag' as const),
			pick,
			on: fc.boolean(),
			many: fc.boolean()
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('edit' as const),
			pick: fc.nat(9),
			field: fc.constantFrom('front' as const, 'topic' as const, 'text' as const),
			value: fc.constantFrom('oven', 'dough', 'Plain', '{{c1::a}}', '{{c1::a}} {{c3::b}}', null)
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), pick: fc.nat(9), deleted: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('update' as const), version: fc.nat(3) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('preset' as const),
			leechThreshold: fc.constantFrom(1, 2, 8),
			desiredRetention: fc.constantFrom(0.8, 0.9, 0.95)
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('setting' as const), value: fc.nat(23) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('address' as const),
			value: fc.constantFrom(null, 'https://example.org/feed.json', 'https://example.org/bread/feed.json')
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('seal' as const) }) },
	// Back as well as on, since clocks get set.
	{
		weight: 6,
		arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: -2 * DAY, max: 20 * DAY }) })
	}
);

/** Versions that add, drop, reorder and move notes. */
const VERSIONS = [
	sampleNotes(8),
	sampleNotes(5),
	[...sampleNotes(9)].reverse(),
	sampleNotes(8).map((note) => ({ ...note, topic: 'oven' }))
].map((notes, version) => samplePack(version, notes));

class Person {
	readonly done: { id: EventId; library: boolean }[] = [];
	#at = START;
	#preset: { values: Preset; ref: EventId } | null = null;

	constructor(readonly db: ReciteDatabase) {}

	get moment(): Moment {
		return { at: this.#at, tz: 'UTC', day: Math.floor(this.#at / DAY) };
	}

	async act(the: Step): Promise<void> {
		this.#at += 1;
		switch (the.do) {
			case 'wait':
				this.#at += the.ms;
				return;
			case 'seal':
				await sealTail(this.db, 3);
				return;
			case 'update': {
				const version = VERSIONS[the.version] ?? samplePack(0);
				this.#did(await subscribe(this.db, this.moment, version.id, version.pack), true);
				return;
			}
			case 'setting':
				this.#did(
					await change(this.db, this.moment, { kind: 'setting.put', name: 'rolloverHour', value: the.value }),
					true
				);
				return;
			case 'preset': {
				const values: Preset = { ...DEFAULT_PRESET, ...the, name: 'Mine' };
				const event = await change(this.db, this.moment, { kind: 'preset.put', preset: 'mine' as PresetId, values });
				this.#preset = { values, ref: event.id };
				this.#did(event, true);
				const fields = { preset: 'mine' as PresetId };
				this.#did(await change(this.db, this.moment, { kind: 'deck.put', deck: 'bread' as DeckId, fields }), true);
				return;
			}
			case 'address': {
				const fields = { address: the.value };
				this.#did(await change(this.db, this.moment, { kind: 'deck.put', deck: 'bread' as DeckId, fields }), true);
				return;
			}
			case 'edit': {
				const note = `bread:note-${the.pick}` as NoteId;
				this.#did(
					await change(this.db, this.moment, { kind: 'note.put', note, fields: { [the.field]: the.value } }),
					true
				);
				return;
			}
			case 'delete': {
				const note = `bread:${sampleNote(the.pick).id}` as NoteId;
				this.#did(await change(this.db, this.moment, { kind: 'note.delete', note, deleted: the.deleted }), true);
				return;
			}
			case 'undo': {
				const target = this.done[this.done.length - 1 - the.back];
				if (target === undefined) return;
				if (target.library) this.#did({ id: (await undoChange(this.db, this.moment, target.id)).id }, true);
				else
					await this.#tolerate(async () =>
						this.#did((await undoCardEvent(this.db, this.moment, target.id)).event, false)
					);
				return;
			}
			default:
				return this.#onCard(the);
		}
	}

	async #onCard(the: Extract<Step, { do: 'grade' | 'suspend' | 'bury' | 'flag' }>): Promise<void> {
		const rows = await this.db.cards.orderBy('id').toArray();
		const row = rows[the.pick % Math.max(1, rows.length)];
		if (row === undefined) return;
		const card = cardOf(row);
		if (the.do === 'grade') {
			const preset = this.#preset?.values ?? DEFAULT_PRESET;
			const presetRef = this.#preset?.ref ?? 'default/1';
			this.#did(
				(await grade(this.db, this.moment, { shown: card, rating: the.rating, took: the.took, preset, presetRef }))
					.event,
				false
			);
			return;
		}
		const cards: CardId[] = the.many
			? rows.filter((other) => other.note === card.note).map((other) => other.id)
			: [card.id];
		const { event } = await mark(
			this.db,
			this.moment,
			the.do === 'suspend'
				? { kind: 'suspend', cards, suspended: the.on }
				: the.do === 'bury'
					? { kind: 'bury', cards, until: the.on ? this.moment.day + 1 : 0 }
					: { kind: 'flag', card: card.id, flag: the.on ? { note: 'odd' } : null }
		);
		this.#did(event, false);
	}

	#did(event: { id: EventId }, library: boolean): void {
		this.done.push({ id: event.id, library });
	}

	/** Undoing twice is refused, as it should be. */
	async #tolerate(work: () => Promise<void>): Promise<void> {
		await work().catch((error: unknown) => {
			if (!(error instanceof AppError && error.code === 'nothing-to-undo')) throw error;
		});
	}
}

describe('derived rows', () => {
	it('are the same whether written step by step or rebuilt from packs and log', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
				const db = freshDatabase();
				const person = new Person(db);
				await person.act({ do: 'update', version: 0 });
				for (const the of steps) await person.act(the);
				const incremental = await derivedState(db);
				await rebuild(db);
				expect(await derivedState(db)).toEqual(incremental);
				db.close();
			}),
			{ numRuns: 120 }
		);
	}, 60_000);

	it('do not depend on the order in which a log is read', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { minLength: 1, maxLength: 25 }),
				fc.infiniteStream(fc.nat()),
				async (steps, random) => {
					const db = freshDatabase();
					const person = new Person(db);
					await person.act({ do: 'update', version: 0 });
					for (const the of steps) await person.act(the);
					const before = await derivedState(db);
					const log = await readLog(db);
					const shuffled = log
						.map((event) => ({ event, key: random.next().value ?? 0 }))
						.sort((a, b) => a.key - b.key)
						.map(({ event }) => event);
					// A second copy of each event, as two devices' overlapping segments have it.
					await db.events.clear();
					await db.segments.clear();
					const { encodeSegment } = await import('../../src/lib/storage/segment');
					await db.segments.add({ id: 'A' as EventId, count: log.length, bytes: encodeSegment(shuffled) });
					await db.segments.add({ id: 'B' as EventId, count: log.length, bytes: encodeSegment(log) });
					await rebuild(db);
					expect(await derivedState(db)).toEqual(before);
					db.close();
				}
			),
			{ numRuns: 40 }
		);
	}, 60_000);
});
