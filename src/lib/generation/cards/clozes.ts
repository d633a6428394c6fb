import type { Span } from '../../domain/text/sentences';
import type { SlotRole, ClaimType } from '../claims/claim';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { quantities } from '../grammar/time-expressions';
import type { Sentence } from '../grammar/sentence';

export interface Hole {
	readonly answer: Span;
	readonly role: SlotRole;
	readonly type: ClaimType;
	readonly worth: number;
}

/** The slot of a claim that a cloze may hide: one quantity or one time of a sentence that can stand alone. */
export function holeIn(sentence: Sentence, asked: readonly Span[]): Hole | null {
	const { statement, tokens, text, clauses } = sentence;
	const clause = clauses[0];
	const words = text.slice(statement.start, statement.end);
	if (clause === undefined || words.length > 220 || words.split(' ').length < 7 || statement.label !== null)
		return null;
	const subject = tokens.slice(clause.subject.from, clause.subject.to);
	if (
		!subject.some((token) => token.class === 'N') ||
		/^(all|both|each|most|these|some|many)$/.test(subject[0]?.lower ?? '') ||
		/^(the study|researchers?|scientists)\b/i.test(subject.map((token) => token.text).join(' '))
	)
		return null;
	const all = { from: 0, to: tokens.length };
	if (
		pointsElsewhere(sentence, all) ||
		pointsOutside(sentence, clause.subject) ||
		[...sentence.given.values()].some((each) => each !== null) ||
		/[[\]]|\([^)]*[,;]/.test(words)
	)
		return null;
	if (
		/^(However|Moreover|Therefore|Thus|But|And|Additionally|Furthermore|Also|Instead|Then|In addition|For example|For instance)\b/.test(
			words
		)
	)
		return null;
	if (
		/^(a total of|the (mean|median|average)|in (one|the|a|this|that) (first|second|third|study|trial)|there were|no )/i.test(
			words
		) ||
		/\b(subjects?|participants?|volunteers?|enrolled|randomi[sz]ed|placebo group|in (this|the) study|cases?)\b/i.test(
			words
		)
	)
		return null;
	const spans = [
		...sentence.times
			.filter((time) => time.kind === 'duration' || time.kind === 'onset' || time.kind === 'date')
			.map((time) => ({ span: time, role: 'time' as const, type: 'timeline' as const })),
		...quantities(text, statement).map((span) => ({ span, role: 'quantity' as const, type: 'fact' as const }))
	].filter(
		({ span }, i, found) =>
			found.findIndex((other) => other.span.start <= span.start && other.span.end >= span.end) === i
	);
	// With several figures of a kind the one that is hidden could be guessed from the others or confused with them.
	const free = spans.filter(
		({ span, role }) =>
			spans.filter((other) => other.role === role).length === 1 &&
			!asked.some((answer) => answer.start < span.end && span.start < answer.end)
	);
	if (spans.length > 2 || free[0] === undefined) return null;
	const { span, role, type } = free[0];
	const bare = /^(?:within|for|in|over|on|since|by|about|lasting|up to|at least|approximately|more than)\s+/i.exec(
		text.slice(span.start, span.end)
	);
	const keep = bare !== null && /^(within|for|in|over|on|since|by|lasting)\s/i.test(bare[0]) ? bare[0].length : 0;
	return { answer: { start: span.start + keep, end: span.end }, role, type, worth: 0.55 };
}
