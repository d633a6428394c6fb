import type { Statement } from './statements';

/** Words without which no English text of some length is written. */
const SMALL = new Set(
	'the of and to a in is that for it as was with be by on are or this an at from which not have has can were but its their'.split(
		' '
	)
);
/** In English two words of five are such; in other languages that share a few of them, fewer than one in eight. */
const FEWEST = 0.15;
/** Words. Of less text the share says nothing. */
const SHORTEST = 40;

/** The statements; of a text in another language all are passed over, because nothing here can read them. */
export function inEnglish(text: string, statements: readonly Statement[]): readonly Statement[] {
	const words = statements.flatMap(
		({ start, end }) =>
			text
				.slice(start, end)
				.toLowerCase()
				.match(/\p{L}+/gu) ?? []
	);
	if (words.length < SHORTEST || words.filter((word) => SMALL.has(word)).length / words.length >= FEWEST)
		return statements;
	return statements.map((statement) => ({ ...statement, passedOver: statement.passedOver ?? 'is not in English' }));
}
