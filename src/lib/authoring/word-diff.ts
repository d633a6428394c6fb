/** A stretch of two texts: in both, only in the older, or only in the newer. */
export interface DiffPart {
	readonly is: 'same' | 'removed' | 'added';
	readonly text: string;
}

const PIECE = /\s+|[\p{L}\p{N}\p{M}]+(?:[.,’'-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;

/** Pieces of one text times pieces of the other; above it the middle is told as replaced. */
const MOST_CELLS = 4_000_000;

/**
 * What changed from one text to another, in whole words. The parts that are not `added` make up `before`, those that are
 * not `removed` make up `after`. Longest common subsequence, after what is the same at both ends is set aside.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
	const a: string[] = before.match(PIECE) ?? [];
	const b: string[] = after.match(PIECE) ?? [];
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
	const parts: DiffPart[] = [];
	const add = (is: DiffPart['is'], text: string): void => {
		const last = parts.at(-1);
		if (text === '') return;
		if (last?.is === is) parts[parts.length - 1] = { is, text: last.text + text };
		else parts.push({ is, text });
	};
	add('same', a.slice(0, head).join(''));
	const middle = (pieces: string[]): string[] => pieces.slice(head, pieces.length - tail);
	for (const { is, text } of ofMiddle(middle(a), middle(b))) add(is, text);
	add('same', a.slice(a.length - tail).join(''));
	return parts;
}

function* ofMiddle(a: readonly string[], b: readonly string[]): Generator<DiffPart> {
	if (a.length * b.length > MOST_CELLS) {
		yield { is: 'removed', text: a.join('') };
		yield { is: 'added', text: b.join('') };
		return;
	}
	const width = b.length + 1;
	/** Length of the longest common subsequence of what follows. */
	const longest = new Uint32Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const at = i * width + j;
			longest[at] =
				a[i] === b[j] ? (longest[at + width + 1] ?? 0) + 1 : Math.max(longest[at + width] ?? 0, longest[at + 1] ?? 0);
		}
	}
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const at = i * width + j;
		if (i < a.length && j < b.length && a[i] === b[j]) {
			yield { is: 'same', text: a[i] ?? '' };
			i++;
			j++;
		} else if (j >= b.length || (i < a.length && (longest[at + width] ?? 0) >= (longest[at + 1] ?? 0))) {
			yield { is: 'removed', text: a[i] ?? '' };
			i++;
		} else {
			yield { is: 'added', text: b[j] ?? '' };
			j++;
		}
	}
}
