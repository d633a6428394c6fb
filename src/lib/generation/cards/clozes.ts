import type { Span } from '../../domain/text/sentences';
import type { SlotRole, ClaimType } from '../claims/claim';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { EMPTY_ANSWERS, isPointing } from '../claims/vague-nouns';
import { isCommonNoun } from '../claims/common-nouns';
import { headOf } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { stemsOf } from './quality';
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
	if (!/[.!?]["”’)]*$/.test(words) || tokens.some((_, i) => isBareMention(sentence, i))) return null;
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
	if (spans.length > 2 || free[0] === undefined)
		return spans.length > 0 || asked.length > 0 ? null : termHole(sentence);
	const { span, role, type } = free[0];
	// “no more than {{5 milligrams}}”: what compares stays in sight.
	const lead =
		/^(?:within|for|in|over|on|since|by|lasting|(?:no |not )?(?:more|less|fewer) than|at (?:least|most))\s+/i.exec(
			text.slice(span.start, span.end)
		);
	const isDenied = /\b(?:no|not) $/i.test(text.slice(statement.start, span.start));
	const keep = lead !== null && (isDenied || !/than|at/i.test(lead[0])) ? lead[0].length : 0;
	return { answer: { start: span.start + keep, end: span.end }, role, type, worth: 0.55 };
}

/** “the agency required”, “their first infusion”: a thing that was spoken of before. */
function isBareMention({ tokens, clauses }: Sentence, at: number): boolean {
	const [token, noun, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
	if (token?.lower !== 'the' || noun?.class !== 'N' || !isPointing(noun.lower)) return false;
	if (next === undefined || !'OPRENG'.includes(next.class)) return true;
	return next.class === 'E' && clauses.some(({ verb }) => verb.start <= at + 2 && at + 2 < verb.end);
}

/**
 * The object of a plain sentence with a named subject, where no question was found: a term of at most five words that
 * the sentence does not say twice and that is no everyday word.
 */
function termHole(sentence: Sentence): Hole | null {
	const { tokens, classes, clauses, text, statement } = sentence;
	const [clause] = clauses;
	if (clause === undefined || clause.role !== 'main' || clause.matrix !== null || clause.front !== null) return null;
	if (clause.broken || clause.verb.negated || text.slice(statement.start, statement.end).length > 160) return null;
	const subject = tokens.slice(clause.subject.from, clause.subject.to);
	if (subject.every(({ lower, class: letter }) => letter !== 'N' || isCommonNoun(lower))) return null;
	let from = clause.complement.from;
	while (/[PADTO]/.test(classes.charAt(from)) && from < clause.complement.to) from++;
	const end = nounPhraseEnd(classes, from);
	if (end === null || end - from > 5 || end > clause.complement.to || end - from < 1) return null;
	const hidden = tokens.slice(from, end);
	const head = tokens[headOf(tokens, { from, to: end })];
	const isTerm =
		head?.class === 'N' &&
		!EMPTY_ANSWERS.has(head.lower) &&
		!isPointing(head.lower) &&
		!/(?:ity|ness|ance|ence|junct|tions?)$/.test(head.lower) &&
		hidden.some(({ class: letter, lower }) => letter === 'N' && lower.length > 3 && !isCommonNoun(lower));
	if (!isTerm || hidden.some(({ class: letter }) => !'NJ'.includes(letter))) return null;
	const span = { start: hidden[0]?.start ?? 0, end: hidden[hidden.length - 1]?.end ?? 0 };
	const around = new Set(stemsOf(`${text.slice(statement.start, span.start)} ${text.slice(span.end, statement.end)}`));
	if (stemsOf(text.slice(span.start, span.end)).some((stem) => around.has(stem))) return null;
	// A list with one member hidden could hold others.
	if (/^(?:,|C)/.test(classes.slice(end)) || /[C,]/.test(classes.slice(clause.complement.from, from))) return null;
	return { answer: span, role: 'object', type: 'fact', worth: 0.5 };
}
