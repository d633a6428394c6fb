import type { EventBody, EventKind, LogEvent } from './event';
import { hasSoundFields } from './note-check';
import {
	isJson,
	isNumber,
	isRecord,
	listOf,
	number,
	orNull,
	pattern,
	shape,
	text,
	truth,
	whole,
	word,
	type Check
} from './value-check';

const DECK = /^[a-z0-9-]+(\/[a-z0-9-]+)?$/;
const ULID = pattern(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const deck = pattern(DECK);
const note = pattern(/^[a-z0-9-]+:[A-Za-z0-9_-]+$/);
const card = pattern(/^[a-z0-9-]+:[A-Za-z0-9_-]+#\d{1,7}$/);
const name = pattern(/^[^]{1,200}$/);
const address = pattern(/^https?:\/\/\S{1,2000}$/);

/** As far as dates go: 100 million days either way of 1970 (ECMA-262, time values). */
const DAYS = 1e8;
const day = whole(-DAYS, DAYS);
const moment = number(-DAYS * 86_400_000, DAYS * 86_400_000);
/** Far more than anybody does in a life, and far from where adding one changes nothing. */
const lamport = whole(0, 2 ** 48);
/** A wait in ms: up to ten years. */
const steps = listOf(number(0, 3.2e11), 0, 100);

const preset = shape({
	name: text,
	desiredRetention: number(0.7, 0.99),
	maximumInterval: whole(1, 36_500),
	weights: orNull(listOf(number(-Number.MAX_VALUE, Number.MAX_VALUE), 21, 21)),
	learningSteps: steps,
	relearningSteps: steps,
	fuzz: truth,
	newPerDay: whole(0, 1e6),
	reviewsPerDay: whole(0, 1e6),
	newOrder: word(['deck', 'random']),
	reviewOrder: word(['due', 'due-random', 'retrievability-ascending', 'retrievability-descending', 'random']),
	newMix: word(['mixed', 'first', 'last']),
	burySiblings: truth,
	leechThreshold: whole(0, 1e6),
	leechAction: word(['suspend', 'tag'])
});

const BODIES: Readonly<Record<EventKind, Check>> = {
	review: shape({
		card,
		rating: word([1, 2, 3, 4]),
		day,
		took: number(0, 60_000),
		preset: (value) => value === 'default/1' || ULID(value)
	}),
	undo: shape({ event: ULID }),
	suspend: shape({ cards: listOf(card), suspended: truth }),
	bury: shape({ cards: listOf(card), until: day }),
	flag: shape({ card, flag: orNull(shape({ note: text })) }),
	'note.put': shape({
		note,
		fields: (value) => isRecord(value) && isJson(value) && hasSoundFields(withoutNull(value))
	}),
	'note.delete': shape({ note, deleted: truth }),
	'deck.put': shape({ deck, fields: shape({}, { title: text, preset: orNull(name), address: orNull(address) }) }),
	'deck.subscribe': shape({ deck, pack: orNull(pattern(/^[0-9a-f]{64}$/)) }),
	'preset.put': shape({ preset: name, values: preset }),
	'setting.put': shape({ name, value: isJson })
};

/** Null gives a field back to the pack. */
const withoutNull = (fields: Readonly<Record<string, unknown>>) =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const head = shape({ v: word([1]), id: text, device: text, lamport: isNumber, at: isNumber, kind: text });
const foreignHead = shape({ id: ULID, device: ULID, lamport, at: moment, tz: text });

/** Whether a value has the head that every event has. This is all that is asked of the log that was written here. */
export const hasEventHead = (value: unknown): value is LogEvent => head(value);

/**
 * Whether a body is of the form that its kind asks for, to the last field. A kind not known here passes: a newer version
 * has written it, replay leaves it out, and what is not understood must not be lost on the way.
 */
export function hasSoundBody(body: { readonly kind: string }): boolean {
	return !isEventKind(body.kind) || BODIES[body.kind](body);
}

/** Whether a value from outside may be taken into the log. */
export function isSoundEvent(value: unknown): value is LogEvent {
	return hasEventHead(value) && foreignHead(value) && hasSoundBody(value);
}

function isEventKind(kind: string): kind is EventBody['kind'] {
	return Object.hasOwn(BODIES, kind);
}
