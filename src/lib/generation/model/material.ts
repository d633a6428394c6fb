import type { Evidence } from '../../domain/pack';
import type { Span } from '../../domain/text/sentences';
import type { Candidate } from '../cards/candidate';
import type { JudgedBlock } from '../content/blocks';
import { statementsOf } from '../content/statements';

/** What a language model is to propose cards from. */
export interface ModelMaterial {
	/** Id of the document, for the sources of notes. */
	readonly document: string;
	readonly title: string;
	readonly evidence: readonly Evidence[];
	/** The canonical text. */
	readonly text: string;
	/** With the drops in force, those by hand included. */
	readonly blocks: readonly JudgedBlock[];
	/** Topic of the notes. */
	readonly topic: string;
	/** What was proposed already, by whomever. */
	readonly candidates: readonly Candidate[];
	readonly acronyms?: Readonly<Record<string, string>>;
	/** No candidate may hold one of these words. */
	readonly barred?: readonly string[];
}

/** A sentence as the model gets it. Offsets refer to the canonical text. */
export interface NumberedSentence extends Span {
	/** From 1, through the whole document. */
	readonly id: number;
	readonly block: number;
	/** Headings above it, outermost first. */
	readonly headings: readonly string[];
}

/** Every sentence of which a card may be made, in the order of the text; one that stands there twice comes once. */
export function sentencesFor({ text, blocks }: Pick<ModelMaterial, 'text' | 'blocks'>): NumberedSentence[] {
	const seen = new Set<string>();
	const found: NumberedSentence[] = [];
	for (const { start, end, block, headings, passedOver } of statementsOf({ text, blocks: [] }, blocks)) {
		const words = text.slice(start, end);
		if (passedOver !== null || seen.has(words)) continue;
		seen.add(words);
		found.push({ id: found.length + 1, start, end, block, headings });
	}
	return found;
}
