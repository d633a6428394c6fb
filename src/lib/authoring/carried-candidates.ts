import type { Span } from '../domain/text/sentences';
import type { CanonicalDocument } from '../generation/canonical';
import { align, type Alignment } from './alignment';
import type { ProposedNote } from './project';
import { placeOf } from './quote-place';

/**
 * A language model's candidates for another edition of their document: those whose sentences stand there word for word,
 * moved to where they stand. The generator's are found anew, so they are left out.
 */
export function carriedCandidates(
	candidates: readonly ProposedNote[],
	before: CanonicalDocument,
	after: CanonicalDocument
): ProposedNote[] {
	const bought = candidates.filter(({ model }) => model !== undefined);
	if (bought.length === 0 || before.text === after.text) return bought;
	const alignment = align(before, after);
	return bought.flatMap((each) => carried(each, { before: before.text, after: after.text, alignment }) ?? []);
}

interface Texts {
	readonly before: string;
	readonly after: string;
	readonly alignment: Alignment;
}

function carried(each: ProposedNote, texts: Texts): ProposedNote | null {
	const { note, claim, answer } = each;
	const by = shift(claim.sentence, texts);
	const sources = note.sources.flatMap((source) => {
		const moved = moveBy(source, shift(source, texts));
		return moved === null ? [] : [{ ...source, ...moved }];
	});
	const sentence = moveBy(claim.sentence, by);
	if (sentence === null || sources.length < note.sources.length) return null;
	const slots = claim.slots.flatMap((slot) => {
		const moved = moveBy(slot, by);
		return moved === null ? [] : [{ ...slot, ...moved }];
	});
	return {
		...each,
		note: { ...note, sources },
		claim: { ...claim, sentence, slots },
		answer: answer && moveBy(answer, by)
	};
}

/** How far the words of a span have moved; null where they do not stand there any more. */
function shift({ start, end }: Span, { before, after, alignment }: Texts): number | null {
	const source = { document: '', quote: before.slice(start, end), start, end };
	const place = placeOf(source, before, after, alignment);
	return place.is === 'same' ? place.proposed.start - start : null;
}

const moveBy = ({ start, end }: Span, by: number | null): Span | null =>
	by === null ? null : { start: start + by, end: end + by };

/** In the order of the text, each id once: the first one counts. */
export function inText(candidates: readonly ProposedNote[]): ProposedNote[] {
	const distinct = candidates.filter(({ note }, i) => candidates.findIndex((each) => each.note.id === note.id) === i);
	const start = ({ claim }: ProposedNote): number => claim.sentence.start;
	return distinct.sort((a, b) => start(a) - start(b));
}
