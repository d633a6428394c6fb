import { sentences, type Span } from '../domain/text/sentences';
import type { CanonicalDocument } from '../generation/canonical';
import { pairRewordings } from './rewordings';

/** A sentence of an edition; a heading or a cell counts as one. */
export interface TextSentence extends Span {
	readonly words: string;
	/** Index of its block. */
	readonly block: number;
}

/** Where a sentence stands in the newer text: with the same words, or as what is most like it. */
export interface NewPlace extends Span {
	readonly same: boolean;
}

/** Two editions of a document, sentence by sentence. */
export interface Alignment {
	readonly before: readonly TextSentence[];
	readonly after: readonly TextSentence[];
	/** For each sentence of `before`; null for one that is gone. */
	readonly places: readonly (NewPlace | null)[];
	/** For each block of the older edition, the block that holds most of its sentences now. */
	readonly blocks: readonly (number | null)[];
}

export const textSentences = ({ text, blocks }: CanonicalDocument): TextSentence[] =>
	blocks.flatMap(({ start, end }, block) =>
		sentences(text, start, end).map((span) => ({ ...span, words: text.slice(span.start, span.end), block }))
	);

/**
 * Finds every sentence of the older edition in the newer. One that stands there with the same words is always found,
 * wherever it was moved; for the others, what is most like them, near their neighbours first.
 */
export function align(older: CanonicalDocument, newer: CanonicalDocument): Alignment {
	const before = textSentences(older);
	const after = textSentences(newer);
	const exact = pairSame(before, after);
	const reworded = pairRewordings(before, after, exact);
	const findWhole = wholeFinder(newer);
	const places = before.map((sentence, i): NewPlace | null => {
		const twin = after[exact[i] ?? -1];
		if (twin !== undefined) return { start: twin.start, end: twin.end, same: true };
		const moved = findWhole(sentence.words);
		if (moved !== null) return { ...moved, same: true };
		const other = reworded[i];
		const [first, last] = [after[other?.first ?? -1], after[other?.last ?? -1]];
		return first === undefined || last === undefined ? null : { start: first.start, end: last.end, same: false };
	});
	return { before, after, places, blocks: blocksTo(older, newer, before, places) };
}

/**
 * For each sentence of `before` a sentence of `after` with the same words, or null. Of several the one beside the same
 * neighbours; each serves once, as long as there are enough.
 */
function pairSame(before: readonly TextSentence[], after: readonly TextSentence[]): (number | null)[] {
	const [old, now] = [byWords(before), byWords(after)];
	const pairs: (number | null)[] = before.map(() => null);
	const taken = new Set<number>();
	const queue: number[] = [];
	const pair = (i: number, j: number): void => {
		pairs[i] = j;
		taken.add(j);
		queue.push(i);
	};
	const spread = (): void => {
		for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
			for (const step of [1, -1]) {
				const [next, there] = [i + step, (pairs[i] ?? 0) + step];
				if (pairs[next] !== null || taken.has(there) || before[next]?.words !== after[there]?.words) continue;
				if (before[next] !== undefined) pair(next, there);
			}
		}
	};
	for (const [words, [first = 0, ...others]] of old) {
		const there = now.get(words) ?? [];
		if (others.length === 0 && there.length === 1) pair(first, there[0] ?? 0);
	}
	spread();
	for (const [words, places] of old) {
		const there = now.get(words) ?? [];
		for (const i of places) {
			if (pairs[i] !== null) continue;
			const j = there.find((each) => !taken.has(each));
			if (j !== undefined) pair(i, j);
			// Fewer places than before: the fact still stands there, and one place serves two.
			else if (there.length > 0) pairs[i] = nearest(there, (i / before.length) * after.length);
			spread();
		}
	}
	return pairs;
}

function byWords(all: readonly TextSentence[]): Map<string, number[]> {
	const found = new Map<string, number[]>();
	for (const [i, { words }] of all.entries()) {
		const places = found.get(words);
		if (places) places.push(i);
		else found.set(words, [i]);
	}
	return found;
}

function nearest(places: readonly number[], wanted: number): number {
	return places.reduce((best, each) => (Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best));
}

/**
 * Finds the words of a sentence where a sentence may begin and end, though the newer text is parted otherwise around them.
 */
function wholeFinder({ text, blocks }: CanonicalDocument): (words: string) => Span | null {
	const LEAD = 12;
	const starts = new Map<string, { start: number; end: number }[]>();
	const note = (start: number, end: number): void => {
		const lead = text.slice(start, start + LEAD);
		const found = starts.get(lead);
		if (found) found.push({ start, end });
		else starts.set(lead, [{ start, end }]);
	};
	for (const { start, end } of blocks) {
		note(start, end);
		for (const { index, 0: stop } of text.slice(start, end).matchAll(/[.?!…]["'”’)\]»]*\s+/gu)) {
			note(start + index + stop.length, end);
		}
	}
	return (words) => {
		const isStopped = /[.?!…]["'”’)\]»]*$/u.test(words);
		const found = starts.get(words.slice(0, LEAD))?.find(({ start, end: blockEnd }) => {
			const end = start + words.length;
			if (end > blockEnd || !text.startsWith(words, start)) return false;
			return end === blockEnd || (isStopped && /\s/.test(text.charAt(end)));
		});
		return found === undefined ? null : { start: found.start, end: found.start + words.length };
	};
}

function blocksTo(
	older: CanonicalDocument,
	newer: CanonicalDocument,
	before: readonly TextSentence[],
	places: readonly (NewPlace | null)[]
): (number | null)[] {
	const votes = older.blocks.map(() => new Map<number, number>());
	for (const [i, { block, words }] of before.entries()) {
		const place = places[i];
		if (!place) continue;
		const to = newer.blocks.findIndex(({ start, end }) => start <= place.start && place.start < end);
		const weight = place.same ? words.length : words.length / 2;
		if (to !== -1) votes[block]?.set(to, (votes[block].get(to) ?? 0) + weight);
	}
	return votes.map((each) => [...each].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null);
}
