import type { DiffPart } from '../../domain/typed-answer';

/** Cuts equal stretches at spaces, so that the two rows can break over lines together. */
export function diffColumns(diff: readonly DiffPart[]): DiffPart[] {
	return diff.flatMap((part) => {
		if (part.kind !== 'same') return [part];
		const given = words(part.given);
		const expected = words(part.expected);
		// Where a hyphen was typed for a space the words do not pair; then the stretch stays whole.
		if (given.length !== expected.length) return [part];
		return given.map((word, i): DiffPart => ({ kind: 'same', given: word, expected: expected[i] ?? '' }));
	});
}

const words = (text: string): string[] => text.match(/\s*\S+\s*|\s+/g) ?? [];

/** The comparison in one sentence, for a screen reader. */
export function diffWords(diff: readonly DiffPart[]): string {
	const given = diff.map((part) => part.given).join('');
	const expected = diff.map((part) => part.expected).join('');
	return `You wrote ${given}. The answer is ${expected}.`;
}
