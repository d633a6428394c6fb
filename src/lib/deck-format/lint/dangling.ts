import type { Problem } from '../problem';
import type { Face } from './faces';
import { problem, type Lint } from './lint';
import { contentWords } from './words';

const SOURCE =
	'study|trial|review|article|paper|page|episode|podcast|text|document|author|authors|passage|report|experiment|abstract|speaker';
/** “the study” with nothing after it that says which one. */
const UNNAMED = new RegExp(
	`\\b(?:the|this|that|these|those) (?:same )?(${SOURCE})s?\\b(?!\\s+(?:of|on|that|which|who|whose|about|by|from|in|with|at|named|called|presented|published|titled|whose)\\b)(?!’s? of)`,
	'iu'
);
const POINTER = /^(it|its|this|these|those|they|their|he|she|his|her|the former|the latter)\b/i;
const LATER_POINTER = /\b(it|its|they|their|this|these|those)\b/i;

/** Months later a card comes alone: what it points to must be on it. */
export const dangling: Lint = {
	rules: ['dangling'],
	check: ({ faces, placeOf }) =>
		faces.flatMap((face): Problem[] => {
			const found = pointer(face);
			if (found === null) return [];
			const message = `“${found}” points to something that is not on the card. Name it.`;
			return [problem('error', 'dangling', placeOf(face.note.id, ...face.frontPath), face.note.id, message)];
		})
};

function pointer({ front, note, isQuestion }: Face): string | null {
	const around = note.kind === 'diagram' ? `${note.front} ${front}` : front;
	const unnamed = UNNAMED.exec(front);
	if (unnamed !== null) {
		const noun = (unnamed[1] ?? '').toLowerCase();
		const before = around.slice(0, around.length - front.length + unnamed.index);
		if (!new RegExp(`\\b${noun}`, 'iu').test(before)) return unnamed[0];
	}
	const first = POINTER.exec(front);
	if (first !== null && !/^(it|this) (?:is|was) .+ (?:that|who)\b/i.test(front)) {
		if (!(first[0].toLowerCase() === 'this' && note.kind === 'diagram')) return first[0];
	}
	if (!isQuestion) return null;
	const later = LATER_POINTER.exec(front);
	if (later === null) return null;
	const before = contentWords(around.slice(0, around.length - front.length + later.index));
	const after = contentWords(front.slice(later.index));
	return before.length === 0 && after.length === 0 ? later[0] : null;
}
