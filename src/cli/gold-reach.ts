import type { Candidate } from '../lib/generation/cards/candidate';
import type { Span } from '../lib/domain/text/sentences';
import { goldCard, sidesOf } from './gold-card';
import type { Fact } from './gold-set';

/** A fact with the places of the canonical text that state it. */
export interface PlacedFact {
	readonly fact: Fact;
	readonly spans: readonly Span[];
}

/**
 * Finds where a document states its facts.
 * @throws RangeError if a sentence is not found exactly once, because then reach would be measured against nothing
 */
export function placeFacts(text: string, facts: readonly Fact[]): PlacedFact[] {
	return facts.map((fact) => ({
		fact,
		spans: [fact.sentence, ...fact.also].map((quote) => {
			const start = text.indexOf(quote);
			if (start === -1 || text.includes(quote, start + 1))
				throw new RangeError(
					`Fact ${fact.id}: “${quote}” is ${start === -1 ? 'not' : 'more than once'} in the document.`
				);
			return { start, end: start + quote.length };
		})
	}));
}

/**
 * Whether a candidate asks for a fact or states it in its answer, by rule: a quote overlaps the fact's sentence, the card
 * holds all the fact's words, and its answer one of those that answer it.
 */
export function reaches({ note }: Pick<Candidate, 'note'>, { fact, spans }: PlacedFact): boolean {
	const overlaps = note.sources.some((source) =>
		spans.some((span) => source.start < span.end && span.start < source.end)
	);
	if (!overlaps) return false;
	const { whole, answer } = sidesOf(goldCard(note));
	return fact.about.every((word) => holds(whole, word)) && fact.answer.some((word) => holds(answer, word));
}

/** Whether one of `a|b` begins at the beginning of a word. */
function holds(text: string, alternatives: string): boolean {
	const within = ` ${text.toLowerCase()}`;
	return alternatives
		.toLowerCase()
		.split('|')
		.some((word) => {
			for (let at = within.indexOf(word); at !== -1; at = within.indexOf(word, at + 1)) {
				if (!/[\p{L}\p{N}]/u.test(within.charAt(at - 1)) && !/\d[.,]$/.test(within.slice(at - 2, at))) return true;
			}
			return false;
		});
}
