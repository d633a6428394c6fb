import type { TextSentence } from './alignment';
import { containment, likeness, wordCounts, type WordCounts } from './text-likeness';

/** A run of sentences of the newer text, by their places in its order. */
export interface Run {
	readonly first: number;
	readonly last: number;
}

/** Alike enough anywhere in the text; between the same neighbours less will do. */
const ANYWHERE = 0.55;
const BETWEEN_NEIGHBOURS = 0.34;
/** Share of its words by which a sentence counts as part of another. */
const PART = 0.7;
/** Sentences that share rare words with one, looked at more closely. */
const LOOKED_AT = 12;

/**
 * For each sentence of `before` without a twin, the sentence or sentences of `after` without one that say most nearly the
 * same; null where nothing does.
 * @param twins for each sentence of `before`, its place in `after`, or null
 */
export function pairRewordings(
	before: readonly TextSentence[],
	after: readonly TextSentence[],
	twins: readonly (number | null)[]
): (Run | null)[] {
	const used = new Set(twins);
	const old = before.flatMap(({ words }, i) => (twins[i] === null ? [{ i, counts: wordCounts(words) }] : []));
	const counts = after.map(({ words }, j) => (used.has(j) ? null : wordCounts(words)));
	const close = neighbourhood(twins, after.length);
	const index = indexOf(counts);
	const pairs = old.flatMap(({ i, counts: words }) =>
		[...new Set([...sharingRareWords(words, index), ...close(i)])].flatMap((j) => {
			const other = counts[j];
			if (other === null || other === undefined) return [];
			const alike = likeness(words, other);
			const isClose = close(i).includes(j);
			const distance = Math.abs(i / before.length - j / after.length);
			return alike >= (isClose ? BETWEEN_NEIGHBOURS : ANYWHERE)
				? [{ i, j, score: alike + (isClose ? 0.15 : 0) - 0.1 * distance }]
				: [];
		})
	);
	pairs.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
	const found: (Run | null)[] = before.map(() => null);
	const owner = new Map<number, number>();
	for (const { i, j } of pairs) {
		if (found[i] !== null || owner.has(j)) continue;
		found[i] = { first: j, last: j };
		owner.set(j, i);
	}
	for (const { i, counts: words } of old) {
		const run = found[i] ?? joined(words, counts, close(i));
		found[i] = run === null ? null : grown(run, words, after, counts, owner);
	}
	return found;
}

/** Two sentences may have become one: the newer then serves both. */
function joined(words: WordCounts, counts: readonly (WordCounts | null)[], close: readonly number[]): Run | null {
	const j = close.find((each) => {
		const other = counts[each];
		return other !== null && other !== undefined && containment(words, other) >= PART;
	});
	return j === undefined ? null : { first: j, last: j };
}

/** One sentence may have become several: those beside it that say nothing else belong to it. */
function grown(
	run: Run,
	words: WordCounts,
	after: readonly TextSentence[],
	counts: readonly (WordCounts | null)[],
	owner: Map<number, number>
): Run {
	let { first, last } = run;
	const belongs = (j: number): boolean => {
		const other = counts[j];
		return (
			other !== null &&
			other !== undefined &&
			!owner.has(j) &&
			after[j]?.block === after[run.first]?.block &&
			containment(other, words) >= PART
		);
	};
	while (belongs(first - 1)) owner.set(--first, run.first);
	while (belongs(last + 1)) owner.set(++last, run.first);
	return { first, last };
}

/** The places in the newer text between the twins of a sentence's nearest neighbours that have one. */
function neighbourhood(twins: readonly (number | null)[], length: number): (i: number) => readonly number[] {
	const MOST = 24;
	const known = new Map<number, readonly number[]>();
	return (i) => {
		const cached = known.get(i);
		if (cached !== undefined) return cached;
		let above = i - 1;
		while (above >= 0 && twins[above] === null) above--;
		let below = i + 1;
		while (below < twins.length && twins[below] === null) below++;
		const from = above < 0 ? 0 : (twins[above] ?? 0) + 1;
		const to = below >= twins.length ? length : (twins[below] ?? length);
		// Where paragraphs were moved, the neighbours no longer enclose anything: look behind the one above.
		const end = Math.min(length, to > from ? to : from + 3);
		// Of a long stretch, what is about as far into it.
		const middle = from + ((i - above) / (below - above)) * (end - from);
		const begin = Math.max(from, Math.min(Math.round(middle - MOST / 2), end - MOST));
		const places: number[] = [];
		for (let j = begin; j < Math.min(end, begin + MOST); j++) places.push(j);
		known.set(i, places);
		return places;
	};
}

type WordIndex = ReadonlyMap<string, readonly number[]>;

function indexOf(counts: readonly (WordCounts | null)[]): WordIndex {
	const index = new Map<string, number[]>();
	for (const [j, words] of counts.entries()) {
		for (const word of words?.counts.keys() ?? []) {
			const places = index.get(word);
			if (places) places.push(j);
			else index.set(word, [j]);
		}
	}
	return index;
}

/** A word that many sentences have tells nothing about which of them is meant. */
const COMMON = 200;

function sharingRareWords(words: WordCounts, index: WordIndex): number[] {
	const weights = new Map<number, number>();
	for (const word of words.counts.keys()) {
		const places = index.get(word) ?? [];
		if (places.length > COMMON) continue;
		for (const j of places) weights.set(j, (weights.get(j) ?? 0) + 1 / places.length);
	}
	return [...weights]
		.sort(([i, a], [j, b]) => b - a || i - j)
		.slice(0, LOOKED_AT)
		.map(([j]) => j);
}
