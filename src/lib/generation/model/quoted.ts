import { contentWords } from '../../deck-format/lint/words';
import type { Span } from '../../domain/text/sentences';
import type { WrittenCard } from './answer-text';
import type { Batch } from './batches';
import type { NumberedSentence } from './material';
import { placesOf } from './places';
import { fault, type Fault } from './refusal';

/** What one card is held against. */
export interface Quoted {
	readonly sentences: readonly NumberedSentence[];
	/** From the first letter of the first sentence to the last of the last. */
	readonly whole: Span;
	/** What the model quoted, found in the text. */
	readonly quote: Span;
}

/** The sentences that a card names, if they were sent and hold its quote. */
export function quotedIn(card: WrittenCard, batch: Batch, text: string): Quoted | Fault {
	const ids = [...new Set(card.sentences)].sort((a, b) => a - b);
	const sentences = ids.flatMap((id) => batch.find((each) => each.id === id) ?? []);
	const [first] = sentences;
	const last = sentences[sentences.length - 1];
	if (first === undefined || last === undefined || sentences.length < ids.length) {
		return fault('no-sentence', `Sentence ${ids.join(', ')} was not among those sent.`);
	}
	if (sentences.some(({ start, end }) => ORDERS.test(text.slice(start, end)))) {
		return fault('speaks-to-model', 'The sentence tells a reader or a program what to write, which is no fact.');
	}
	const inRow = sentences.every(
		(each, i) => i === 0 || (each.id === (sentences[i - 1]?.id ?? 0) + 1 && each.block === first.block)
	);
	if (!inRow || sentences.length > 3) {
		return fault('not-in-row', 'The sentences do not follow each other in one paragraph.');
	}
	const between = sentences.every(
		(each, i) => i === 0 || /^\s*$/.test(text.slice(sentences[i - 1]?.end ?? 0, each.start))
	);
	if (!between) return fault('not-in-row', 'Between these sentences stands another that was not sent.');
	const whole = { start: first.start, end: last.end };
	const [quote] = placesOf(text, whole, card.quote);
	if (quote === undefined || contentWords(card.quote).length === 0) {
		return fault('quote-not-found', 'The quote is not in the sentences, word for word.');
	}
	// Every sentence named must be quoted from, or it is a false source.
	const isIdle = sentences.some(({ start, end }) => quote.end <= start || quote.start >= end);
	if (isIdle) return fault('quote-not-found', 'The quote leaves out a sentence that the card names.');
	return { sentences, whole, quote };
}

/** A document may hold words meant for whoever summarises it. They are text like any other, and no facts to learn. */
const ORDERS =
	/\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|above|previous|prior|earlier)\b|\b(?:system prompt|language model|chatbot|as an AI|AI (?:model|assistant))\b|^(?:please )?(?:answer|respond|reply|output|print|write|say|state|claim|pretend|repeat|return|generate|summari[sz]e|translate|ignore|disregard)\b/i;
