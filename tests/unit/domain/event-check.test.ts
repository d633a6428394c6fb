import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/lib/domain/event';
import type { DeckId, NoteId } from '../../../src/lib/domain/ids';
import { hasSoundBody, isSoundEvent } from '../../../src/lib/domain/event-check';
import { isLibraryEvent, placeNotes, type NoteEdits } from '../../../src/lib/domain/library';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { replay } from '../../../src/lib/domain/replay';
import { sampleNote, samplePack } from '../../support/sample-pack';

const ULID = '01KF00000000000000000000AB';
const card = 'bread:note-0#0';
const review = { kind: 'review', card, rating: 3, day: 20_458, took: 900, preset: 'default/1' };
const preset = { kind: 'preset.put', preset: 'deck:bread', values: DEFAULT_PRESET };
const head = { v: 1, id: ULID, device: ULID, lamport: 3, at: Date.UTC(2026, 0, 5), tz: 'UTC' };

describe('the check of events', () => {
	it.each([
		review,
		{ ...review, preset: ULID },
		{ kind: 'undo', event: ULID },
		{ kind: 'suspend', cards: [card], suspended: true },
		{ kind: 'bury', cards: [], until: 0 },
		{ kind: 'flag', card, flag: { note: '' } },
		{ kind: 'flag', card, flag: null },
		{ kind: 'note.put', note: 'bread:note-0', fields: { front: 'Q', laterField: { any: [1] } } },
		{ kind: 'note.put', note: 'bread:note-0', fields: { front: 'Q', hint: null } },
		{ kind: 'note.delete', note: `bread:${ULID}`, deleted: true },
		{ kind: 'deck.put', deck: 'bread', fields: {} },
		{ kind: 'deck.put', deck: 'bread', fields: { title: 'Mine', preset: null } },
		{ kind: 'deck.put', deck: 'bread', fields: { address: 'https://example.org/bread/feed.json' } },
		{ kind: 'deck.subscribe', deck: 'bread', pack: '0'.repeat(64) },
		{ kind: 'deck.subscribe', deck: 'bread', pack: null },
		preset,
		{ ...preset, values: { ...DEFAULT_PRESET, weights: Array.from({ length: 21 }, () => 0.5) } },
		{ kind: 'setting.put', name: 'swipe', value: false },
		{ kind: 'of a newer version', whatever: 1 }
	])('lets $kind through', (body) => {
		expect(isSoundEvent({ ...head, ...body })).toBe(true);
	});

	it.each([
		{ ...review, rating: 5 },
		{ ...review, rating: '3' },
		{ ...review, day: 1.5 },
		{ ...review, day: undefined },
		{ ...review, day: 1e12 },
		{ ...review, card: undefined },
		{ ...review, card: 'bread:note-0' },
		{ ...review, took: null },
		{ ...review, preset: '' },
		{ kind: 'undo' },
		{ kind: 'suspend', cards: card, suspended: true },
		{ kind: 'suspend', cards: [card], suspended: 1 },
		{ kind: 'bury', until: 3 },
		{ kind: 'bury', cards: [card], until: null },
		{ kind: 'flag', card },
		{ kind: 'flag', card, flag: {} },
		{ kind: 'note.put', note: 'bread:note-0' },
		{ kind: 'note.put', note: 'bread:note-0', fields: [] },
		{ kind: 'note.put', note: 'bread:note-0', fields: { front: 7 } },
		{ kind: 'note.put', note: 'bread:note-0', fields: { labels: [{ n: -1 }] } },
		{ kind: 'note.put', note: 'bread', fields: {} },
		{ kind: 'note.put', note: 'bread:note-0', fields: JSON.parse('{"__proto__": {}}') },
		{ kind: 'note.delete', note: 'bread:note-0' },
		{ kind: 'deck.put', deck: 'bread' },
		{ kind: 'deck.put', deck: 'bread', fields: { title: 1 } },
		{ kind: 'deck.put', deck: 'bread', fields: { address: 'javascript:alert(1)' } },
		{ kind: 'deck.put', deck: '', fields: {} },
		{ kind: 'deck.subscribe', deck: 'bread' },
		{ kind: 'deck.subscribe', deck: 'bread', pack: 'latest' },
		{ kind: 'preset.put', preset: 'x' },
		{ ...preset, values: { ...DEFAULT_PRESET, weights: [1, 2, 3] } },
		{ ...preset, values: { ...DEFAULT_PRESET, learningSteps: '1m 10m' } },
		{ ...preset, values: { ...DEFAULT_PRESET, desiredRetention: 0 } },
		{ kind: 'setting.put', name: 'swipe' },
		{ kind: 'setting.put', name: 3, value: 1 }
	])('stops %j', (body) => {
		expect(isSoundEvent({ ...head, ...body })).toBe(false);
	});

	it.each([
		{ v: 2 },
		{ id: 1 },
		{ id: '' },
		{ device: null },
		{ lamport: 1e308 },
		{ lamport: -1 },
		{ at: null },
		{ at: 1e17 },
		{ tz: 3 }
	])('stops a head with %j', (fault) => {
		expect(isSoundEvent({ ...head, ...review, ...fault })).toBe(false);
	});

	it('stops a field that JSON would drop', () => {
		expect(hasSoundBody({ kind: 'note.put', note: 'bread:a', fields: { hint: undefined } } as { kind: string })).toBe(
			false
		);
	});
});

describe('replay', () => {
	it('leaves out what only a newer version knows', () => {
		const newer = { ...head, kind: 'deck.rename', deck: 'bread' } as unknown as LogEvent;
		expect(isLibraryEvent(newer)).toBe(false);
		expect(replay([newer], new Map())).toEqual(replay([], new Map()));
	});
});

describe('a note as the learner has it', () => {
	const { pack } = samplePack(1, [sampleNote(0)]);
	const bread = 'bread' as DeckId;
	const edited = (id: string, fields: Record<string, unknown>): Map<NoteId, NoteEdits> => {
		const stamp = null;
		const registers = Object.entries(fields).map(([name, value]) => [name, { value, stamp }] as const);
		const edits = { id: id as NoteId, fields: Object.fromEntries(registers), deleted: { value: false, stamp } };
		return new Map([[edits.id, edits]]);
	};

	it.each([
		{ kind: 'riddle', topic: 'dough', front: 'a' },
		{ kind: 'diagram', topic: 'dough', front: 'a' },
		{ kind: 'cloze', topic: 'dough', front: 'a' },
		{ kind: 'basic', topic: 'dough', front: 'a' },
		{ kind: 'basic', topic: 'dough', front: 'a', back: 'b', sources: null }
	])('is not there when it is its own and not whole: %j', (fields) => {
		expect(placeNotes(bread, null, edited(`bread:${ULID}`, fields))).toEqual([]);
	});

	it('is there when it is its own and whole', () => {
		const fields = { kind: 'basic', topic: 'dough', front: 'a', back: 'b' };
		expect(placeNotes(bread, pack, edited(`bread:${ULID}`, fields)).map(({ note }) => note.id)).toEqual([
			'note-0',
			ULID
		]);
	});

	it('is as the pack has it where a field was given back, and the learner’s where it was not', () => {
		const [placed] = placeNotes(bread, pack, edited('bread:note-0', { front: null, back: 'Mine', hint: null }));
		expect(placed).toMatchObject({ note: { ...sampleNote(0), back: 'Mine' }, edited: true });
		const [given] = placeNotes(bread, pack, edited('bread:note-0', { front: null, back: null }));
		expect(given).toMatchObject({ note: sampleNote(0), edited: false });
	});

	it('is as the pack has it when edits would break it', () => {
		const [placed] = placeNotes(bread, pack, edited('bread:note-0', { kind: 'diagram' }));
		expect(placed?.note).toEqual(sampleNote(0));
	});
});
