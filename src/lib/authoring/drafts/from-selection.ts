import { sentences, type Span } from '../../domain/text/sentences';
import type { Source } from '../../domain/note';
import type { NoteDraft } from '../note-draft';
import type { Edition } from '../project';
import type { WritableKind } from './kinds';
import { asRichText, listed } from './note-parts';

/**
 * A note begun from words that the author has selected in a document. Its sources are the sentences they stand in, so
 * that the quote bears what the card says; the answer, or the hole, is what was selected. What only the author can
 * write (the question) is left empty.
 * @param spans in UTF-16 units of the edition's text; several for a sequence or a cloze with several holes
 */
export function draftFromSelection(
	kind: WritableKind,
	{ document, canonical }: Pick<Edition, 'document' | 'canonical'>,
	spans: readonly Span[],
	topic: string
): NoteDraft {
	const { text } = canonical;
	const chosen = spans.map((span) => wholeWords(text, span)).filter(({ start, end }) => end > start);
	const quoted = chosen.flatMap((span) => sentencesAround(canonical, span));
	const sources = distinct(quoted).map(({ start, end }): Source => ({
		document,
		quote: text.slice(start, end),
		start,
		end
	}));
	const shared = { topic, tags: [], sources };
	const words = chosen.map(({ start, end }) => asRichText(text.slice(start, end)));
	const answer = words.join('; ');
	switch (kind) {
		case 'basic':
		case 'reversed':
			return { ...shared, kind, front: '', back: answer };
		case 'typed':
			return { ...shared, kind, front: '', answer, accept: [] };
		case 'choice':
			return { ...shared, kind, front: '', answer, distractors: [0, 1].map(() => ({ text: '', why: '' })) };
		case 'sequence':
			return { ...shared, kind, front: '', steps: stepsOf(canonical, chosen) };
		case 'cloze':
			return { ...shared, kind, text: clozeFrom(text, distinct(quoted), chosen) };
	}
}

/** The selection without spaces around it, widened to the words it begins and ends in. */
export function wholeWords(text: string, span: Span): Span {
	let start = Math.max(0, Math.min(span.start, span.end));
	let end = Math.min(text.length, Math.max(span.start, span.end));
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	if (start === end) return { start, end };
	while (start > 0 && isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) start--;
	while (end < text.length && isWord(text.charAt(end - 1)) && isWord(text.charAt(end))) end++;
	return { start, end };
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** The sentences that hold the span, of each block it runs through as one stretch. */
export function sentencesAround({ text, blocks }: Edition['canonical'], { start, end }: Span): Span[] {
	return blocks.flatMap((block) => {
		if (block.end <= start || block.start >= end) return [];
		if (block.kind === 'heading') return [{ start: block.start, end: block.end }];
		const own = sentences(text, block.start, block.end).filter((each) => each.start < end && start < each.end);
		const [first] = own;
		const last = own.at(-1);
		return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
	});
}

/** Each stretch once, in the order of the text; those that overlap become one. */
function distinct(spans: readonly Span[]): Span[] {
	const found: Span[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = found.at(-1);
		if (last !== undefined && span.start < last.end)
			found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		else found.push(span);
	}
	return found;
}

/** Several selections are the steps; of one, the blocks it runs through; within a sentence, the parts of the list. */
function stepsOf({ text, blocks }: Edition['canonical'], chosen: readonly Span[]): string[] {
	const [only] = chosen;
	if (only === undefined || chosen.length > 1)
		return chosen.map(({ start, end }) => asRichText(text.slice(start, end)));
	const within = blocks
		.filter((block) => block.start < only.end && only.start < block.end)
		.map((block) => text.slice(Math.max(block.start, only.start), Math.min(block.end, only.end)).trim());
	const parts = within.length > 1 ? within : listed(text.slice(only.start, only.end));
	return parts.map((part) => asRichText(part.replace(/[.;]$/, '')));
}

function clozeFrom(text: string, quoted: readonly Span[], chosen: readonly Span[]): string {
	return quoted
		.map((sentence) => {
			let made = '';
			let at = sentence.start;
			for (const [i, { start, end }] of distinct(chosen).entries()) {
				if (start < at || end > sentence.end) continue;
				// A whole sentence hidden asks nothing; the author chooses the words.
				if (start === sentence.start && end >= sentence.end - 1) continue;
				made += `${asRichText(text.slice(at, start))}{{c${i + 1}::${asRichText(text.slice(start, end))}}}`;
				at = end;
			}
			return made + asRichText(text.slice(at, sentence.end));
		})
		.join(' ');
}
