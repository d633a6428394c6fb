import { CARD_KINDS, CLAIM_TYPES } from './prompt';
import { fault, type Fault } from './refusal';

/** A card as a model wrote it, held to its form and to nothing else. */
export interface WrittenCard {
	readonly sentences: readonly number[];
	readonly quote: string;
	readonly kind: (typeof CARD_KINDS)[number];
	readonly type: (typeof CLAIM_TYPES)[number];
	readonly question: string;
	readonly answer: string;
}

/** More than any document needs; what comes after is left unread. */
const MOST_CARDS = 200;
const MOST_CHARACTERS = 2000;

/**
 * The cards in what a model wrote, each as it is or with what is wrong with its form. Null if there is no JSON in it at
 * all. Code fences, thoughts and words around the JSON are passed over; of an answer that breaks off, the cards that are
 * whole are read.
 */
export function readAnswer(text: string): (WrittenCard | Fault)[] | null {
	const said = text.slice(text.lastIndexOf('</think>') + 1).replace(/^\/?think>/, '');
	const whole = parsed(said.trim());
	const values = whole === undefined ? innermostObjects(said) : cardsIn(whole);
	return values === null ? null : values.slice(0, MOST_CARDS).map(cardOf);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function cardsIn(value: unknown): unknown[] | null {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'object' || value === null) return null;
	if ('cards' in value) return Array.isArray(value.cards) ? value.cards : null;
	return 'quote' in value ? [value] : null;
}

/** Every `{…}` that holds no other and reads as JSON. A card is such a one, wherever it stands. */
function innermostObjects(text: string): unknown[] | null {
	const found: unknown[] = [];
	let open = -1;
	let inString = false;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (inString) {
			if (character === '\\') at++;
			else if (character === '"') inString = false;
			else if (character === '\n') inString = false;
		} else if (character === '"') inString = open !== -1;
		else if (character === '{') open = at;
		else if (character === '}' && open !== -1) {
			const value = parsed(text.slice(open, at + 1));
			if (typeof value === 'object' && value !== null && 'quote' in value) found.push(value);
			else if (value !== undefined && cardsIn(value)?.length === 0 && found.length === 0) return [];
			open = -1;
		}
	}
	return found.length === 0 ? null : found;
}

function cardOf(value: unknown): WrittenCard | Fault {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return fault('form', 'A card must be an object with the six keys that were asked for.');
	}
	const { sentences, quote, kind, type, question = '', answer } = value as Partial<Record<keyof WrittenCard, unknown>>;
	const numbers: unknown[] = Array.isArray(sentences) ? sentences : [sentences];
	const ids = numbers.flatMap((id) => (typeof id === 'number' && Number.isSafeInteger(id) ? [id] : []));
	if (ids.length === 0 || ids.length !== numbers.length || ids.length > 5) {
		return fault('form', 'A card must name its sentences by their numbers.');
	}
	const knownKind = CARD_KINDS.find((each) => each === kind);
	if (knownKind === undefined) return fault('form', 'A card must be of the kind “basic” or “cloze”.');
	if (typeof quote !== 'string' || typeof question !== 'string' || typeof answer !== 'string') {
		return fault('form', 'Quote, question and answer must be texts.');
	}
	if (Math.max(quote.length, question.length, answer.length) > MOST_CHARACTERS) {
		return fault('form', 'A quote, question or answer is far too long.');
	}
	return {
		sentences: ids,
		quote: oneLine(quote),
		kind: knownKind,
		type: CLAIM_TYPES.find((each) => each === type) ?? 'fact',
		question: oneLine(question),
		answer: oneLine(answer)
	};
}

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
