import { jaccard, trigrams } from '../nearest';
import type { Problem } from '../problem';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { tokens } from './words';

const ALIKE = 0.85;

/** The same thing twice wastes reviews; the same question with two answers cannot be answered at all. */
export const duplicates: Lint = {
	rules: ['duplicate', 'near-duplicate', 'same-front'],
	check: (context) => {
		const known = context.faces.map((face) => {
			const front = key(face.note.kind === 'diagram' ? `${face.note.drawing} ${face.front}` : face.front);
			const back = key(face.answers.map((answer) => answer.text).join(' | '));
			return { face, front, back, grams: trigrams(`${front} ${back}`) };
		});
		return known.flatMap((late, i) => {
			const earlier = known.slice(0, i).filter((early) => early.face.note !== late.face.note);
			return compare(late, earlier, context);
		});
	}
};

interface Known {
	readonly face: Face;
	readonly front: string;
	readonly back: string;
	readonly grams: ReadonlySet<string>;
}

function compare({ face, front, back, grams }: Known, earlier: readonly Known[], { placeOf }: LintContext): Problem[] {
	const { note, frontPath } = face;
	const at = (early: Known): string => {
		const { file, line } = placeOf(early.face.note.id, ...early.face.frontPath);
		return `“${early.face.note.id}” (${file}:${line})`;
	};
	const tell = (severity: Problem['severity'], rule: string, message: string): Problem[] => [
		problem(severity, rule, placeOf(note.id, ...frontPath), note.id, message)
	];
	const same = earlier.find((early) => early.front === front);
	if (same !== undefined && same.back === back) {
		return tell('error', 'duplicate', `This is the same card as in ${at(same)}. Remove one of the two.`);
	}
	if (same !== undefined) {
		return tell(
			'error',
			'same-front',
			`${at(same)} has the same front with another answer. Ask so that only one answer fits.`
		);
	}
	const near = earlier.find((early) => isNear(early.grams, grams));
	if (near === undefined) return [];
	return tell(
		'warning',
		'near-duplicate',
		`This is almost the card of ${at(near)}. Remove one, or ask for what differs.`
	);
}

/** Sets of quite different sizes cannot be alike, and need not be compared. */
const isNear = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
	Math.min(a.size, b.size) >= ALIKE * Math.max(a.size, b.size) && jaccard(a, b) >= ALIKE;

const key = (text: string): string =>
	tokens(text)
		.map((token) => token.word)
		.join(' ');
