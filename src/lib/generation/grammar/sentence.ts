import type { Span } from '../../domain/text/sentences';
import type { Statement } from '../content/statements';
import type { Clause, Range } from './clause';
import { clausesOf } from './clauses';
import { secondReadings } from './second-reading';
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

/** The clauses of a sentence; where none is found, of the sentence with one noun taken for a verb. */
function readClauses(tokens: readonly Token[]): Pick<Sentence, 'tokens' | 'clauses'> {
	const clauses = clausesOf(tokens);
	if (clauses.length > 0) return { tokens, clauses };
	for (const others of secondReadings(tokens)) {
		const found = clausesOf(others);
		if (found.length > 0) return { tokens: others, clauses: found };
	}
	return { tokens, clauses };
}

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
