/** A stretch of a text, before or after a replacement. */
export interface TextPart {
	readonly kind: 'same' | 'gone' | 'new';
	readonly text: string;
}

const AROUND = 48;

/**
 * What differs between two texts, as the words that go and those that come with what is the same around them. One
 * stretch from the first difference to the last is enough to see what a replacement does when texts are short.
 */
export function changedParts(before: string, after: string): TextPart[] {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start++;
	let end = 0;
	while (
		end < before.length - start &&
		end < after.length - start &&
		before[before.length - 1 - end] === after[after.length - 1 - end]
	) {
		end++;
	}
	const lead = before.slice(Math.max(0, start - AROUND), start);
	const tail = before.slice(before.length - end, before.length - end + AROUND);
	const parts: TextPart[] = [
		{ kind: 'same', text: (start > AROUND ? '…' : '') + lead },
		{ kind: 'gone', text: before.slice(start, before.length - end) },
		{ kind: 'new', text: after.slice(start, after.length - end) },
		{ kind: 'same', text: tail + (end > AROUND ? '…' : '') }
	];
	return parts.filter(({ text }) => text !== '');
}
