import type { ChoiceNote } from '../../domain/note';
import type { Candidate } from './candidate';

/** Shapes of answers whose values cannot both be right: a year, a percentage. */
const SHAPES: readonly RegExp[] = [
	/^(?:in )?(?:1[5-9]|20)\d\d$/i,
	/^(?:about |over |nearly |approximately )?\d+(?:\.\d+)?(?:%| percent)$/i
];
const FEWEST = 2;
const MOST = 3;

/** Questions for a year or a percentage become choices where the document gives others of the same kind. */
export function withChoices(candidates: readonly Candidate[]): Candidate[] {
	return candidates.map((candidate) => {
		const { note, claim } = candidate;
		if (note.kind !== 'basic') return candidate;
		const shape = SHAPES.find((each) => each.test(note.back));
		if (shape === undefined) return candidate;
		const others = candidates.filter(
			(other) =>
				other.note.kind === 'basic' &&
				other.claim.sentence.start !== claim.sentence.start &&
				shape.test(other.note.back) &&
				bound(other.note.back) === bound(note.back)
		);
		const distractors: { text: string; why: string }[] = [];
		for (const { note: other } of others) {
			if (
				other.kind !== 'basic' ||
				isSame(other.back, note.back) ||
				distractors.some(({ text }) => isSame(text, other.back))
			)
				continue;
			if (distractors.length < MOST)
				distractors.push({ text: other.back, why: `This answers another question: ${other.front}` });
		}
		if (distractors.length < FEWEST) return candidate;
		const { front, back, kind: _kind, ...rest } = note;
		const choice: ChoiceNote = { ...rest, kind: 'choice', front, answer: back, distractors };
		return { ...candidate, note: choice };
	});
}

/** “About 12 percent” beside a bare “7 percent” would stand out. */
const bound = (text: string): string => (/^\p{L}+(?= \d)/u.exec(text)?.[0] ?? '').toLowerCase();

const isSame = (a: string, b: string): boolean => value(a) === value(b);

const value = (text: string): string => text.replace(/[^\d.]/g, '');
