import type { Span } from '../../domain/text/sentences';
import type { Statement } from '../content/statements';
import type { Clause, Range } from './clause';
import { clausesOf } from './clauses';
import { nounReadings, participleReadings, secondReadings } from './second-reading';
import { unreadVerbs } from './unread-verbs';
import { timeExpressions, type TimeExpression } from './time-expressions';
import { tagged } from '../words/tagging';
import type { Token } from '../words/tokens';

/** A sentence with everything that is known of it before anything is asked. */
export interface Sentence {
	readonly text: string;
	readonly statement: Statement;
	readonly tokens: readonly Token[];
	/** One letter per token. */
	readonly classes: string;
	readonly clauses: readonly Clause[];
	readonly times: readonly TimeExpression[];
	/** For tokens that open a bare definite phrase (“the pump”): what it stands for; null where that is unclear. */
	readonly given: ReadonlyMap<number, string | null>;
}

const NOTHING_GIVEN: ReadonlyMap<number, string | null> = new Map();

export function readSentence(text: string, statement: Statement): Sentence {
	const { tokens, clauses } = readClauses(tagged(text, statement));
	return {
		text,
		statement,
		tokens,
		classes: tokens.map((token) => token.class).join(''),
		clauses,
		times: timeExpressions(text, statement),
		given: NOTHING_GIVEN
	};
}

/**
 * The clauses of a sentence. Where none is found, or a finite verb is left over, the sentence is read again with one word
 * in another class; the reading that leaves the fewest verbs over is the one.
 */
function readClauses(tokens: readonly Token[]): Pick<Sentence, 'tokens' | 'clauses'> {
	const read = (as: readonly Token[]) => {
		const clauses = clausesOf(as);
		const left = unreadVerbs(as, clauses);
		return { tokens: as, clauses, left, strain: clauses.length === 0 ? Infinity : left.length };
	};
	let best = read(tokens);
	const tryAll = (readings: readonly Token[][]): void => {
		for (const others of readings) {
			const found = read(others);
			if (found.strain < best.strain) best = found;
		}
	};
	if (best.strain > 0) tryAll([...nounReadings(tokens), ...participleReadings(tokens)]);
	if (best.clauses.length === 0) tryAll(secondReadings(tokens));
	const { left } = best;
	return { tokens: best.tokens, clauses: best.clauses.map((clause) => withoutWhole(clause, left)) };
}

/** A clause whose complement holds a verb that nothing accounts for was not understood to its end. */
const withoutWhole = (clause: Clause, left: readonly number[]): Clause =>
	left.some((at) => at >= clause.complement.from && at < clause.complement.to) ? { ...clause, broken: true } : clause;

/** From the first character of a range of tokens to its last. */
export function spanOf({ tokens }: Pick<Sentence, 'tokens'>, { from, to }: Range): Span {
	const start = tokens[from]?.start ?? 0;
	return { start, end: tokens[to - 1]?.end ?? start };
}

/** The tokens that lie wholly within a span. */
export function rangeOf({ tokens }: Pick<Sentence, 'tokens'>, { start, end }: Span): Range {
	const inside = tokens.map((token, i) => (token.start >= start && token.end <= end ? i : -1)).filter((i) => i !== -1);
	const from = inside[0] ?? 0;
	return { from, to: (inside[inside.length - 1] ?? from - 1) + 1 };
}
