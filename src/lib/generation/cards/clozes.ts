import type { Span } from '../../domain/text/sentences';
import type { SlotRole, ClaimType } from '../claims/claim';
import { isCommonNoun } from '../claims/common-nouns';
import { ONE_OF_A_KIND } from '../claims/mentions';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { isPointing } from '../claims/vague-nouns';
import type { Clause, Range } from '../grammar/clause';
import { quantities } from '../grammar/time-expressions';
import { spanOf, type Sentence } from '../grammar/sentence';
import type { Token } from '../words/tokens';
import { SPOKEN_OF } from './homeless-questions';
import { termHole } from './term-holes';

/** What a cloze hides of its sentence, what that is of the claim, and how much it is worth to know it, from 0 to 1. */
export interface Hole {
	readonly answer: Span;
	readonly role: SlotRole;
	readonly type: ClaimType;
	readonly worth: number;
}

/**
 * The slot of a claim that a cloze may hide: a figure, a time or a term of a sentence that can stand alone.
 * @param isLed whether the document’s subject has to be said before the sentence: enough for a figure, too little for a term
 */
export function holeIn(sentence: Sentence, asked: readonly Span[], isLed: boolean): Hole | null {
	if (!canStand(sentence)) return null;
	const hole = figureHole(sentence, asked) ?? (isLed ? null : termHole(sentence, asked));
	// “120/80 mmHg”, “.25 mg”
	return hole !== null && /[/.]/.test(sentence.text.charAt(hole.answer.start - 1)) ? null : hole;
}

/** Whether a reader of the sentence alone knows what it speaks of. */
function canStand(sentence: Sentence): boolean {
	const { statement, tokens, classes, text, clauses } = sentence;
	const clause = clauses[0];
	const words = text.slice(statement.start, statement.end);
	if (clause === undefined || words.length > 240 || words.split(' ').length < 7 || statement.label !== null)
		return false;
	const subject = tokens.slice(clause.subject.from, clause.subject.to);
	if (
		!subject.some((token) => token.class === 'N') ||
		/^(this|these|that|those|another|others?)$/.test(subject[0]?.lower ?? '') ||
		(/^(all|both|each|most|some|many)$/.test(subject[0]?.lower ?? '') && subject.length < 4) ||
		/^(?:the study|(?:the |some |many |most )?(?:[a-z]+ )?(?:researchers?|scientists|experts?|physicians|doctors|providers|investigators|authors))\b/i.test(
			subject.map((token) => token.text).join(' ')
		)
	)
		return false;
	// “The cult”: one that was spoken of before.
	const isBare = /^DN$/.test(classes.slice(clause.subject.from, clause.subject.to)) && subject[0]?.lower === 'the';
	if (isBare && isCommonNoun(subject[1]?.lower ?? '') && !ONE_OF_A_KIND.test(subject[1]?.lower ?? '')) return false;
	if (/\byour\b/.test(words)) return false;
	// “Scholars are uncertain what caused its decline”: whose?
	const owner = subject.findLast((token) => token.class === 'N');
	if (/\bits\b/.test(words) && owner?.plural === true) return false;
	if (/\bwill be (?:covered|discussed|described|explored|examined)\b/i.test(words)) return false;
	if (!/[.!?]["”’)]*$/.test(words) || tokens.some((_, i) => isBareMention(sentence, i))) return false;
	return !(
		pointsElsewhere(sentence, { from: 0, to: clause.verb.end }) ||
		pointsElsewhere(
			{ ...sentence, tokens: withoutOwnPronouns(sentence, clause) },
			{ from: clause.verb.end, to: tokens.length }
		) ||
		pointsOutside(sentence, clause.subject) ||
		[...sentence.given.values()].some((each) => each !== null) ||
		/[[\]]|\([^)]*[,;]/.test(words) ||
		JOINED.test(words) ||
		/^["“(]/.test(words) ||
		/\b(?:thus|also|already|likewise|similarly|meanwhile|simultaneously|by contrast|again|the two)\b/i.test(words) ||
		SPOKEN_OF.test(words) ||
		OF_A_PROCEDURE.test(words) ||
		classes.charAt(clause.subject.from) === 'Q' ||
		/^(?:More|Fewer|Less)\b/.test(words) ||
		OF_A_STUDY.test(words)
	);
}

/** The tokens with “it” and “them” behind the first verb taken for nouns: they stand for what the sentence has named. */
function withoutOwnPronouns({ tokens }: Sentence, { verb, complement }: Clause): Token[] {
	return tokens.map((token, i) =>
		i >= Math.max(verb.end, complement.to) && /^(?:it|they|them)$/.test(token.lower) ? { ...token, class: 'N' } : token
	);
}

/** Beginnings that lean on the sentence before. */
const JOINED =
	/^(?:However|Regardless|Within (?:a|one) |Nevertheless|Nonetheless|Yet|Still|Moreover|Therefore|Thus|But|And|Additionally|Furthermore|Also|Instead|Then|In (?:addition|doing so|turn|response)|For example|For instance)\b/;

/** Steps of a procedure, and doses of a drug that only the text around names. */
const OF_A_PROCEDURE =
	/\b(?:provider|nurse|technician|doctor|surgeon)\b[^,.]*,? (?:[^,.]*, )?(?:injects?|places?|inserts?|reviews?|downloads?|uses?|suggests?|guides?)\b|\b(?:starting|usual|typical|initial|maximum|recommended) dose\b/i;

/** What is told of one study’s own course holds nowhere else. */
const OF_A_STUDY =
	/^(?:a total of|the (?:mean|median|average)|in (?:one|the|a|this|that) (?:first|second|third|study|trial)|there were|no )|\b(?:subjects?|participants?|volunteers?|enrolled|randomi[sz]ed|placebo group|in (?:this|the) study|cases?)\b/i;

/** “many years”, “in the past 20 years”: no figure that one could recall. */
const LOOSE_TIME =
	/\b(?:many|several|some|a few|a couple of) (?:years|decades|centuries|months|weeks|times?)\b|\b(?:past|last|recent)\b/i;

/** One quantity or one time, where there is only one of its kind. */
function figureHole(sentence: Sentence, asked: readonly Span[]): Hole | null {
	const { text, statement, times } = sentence;
	const spans = [
		...times
			.filter((time) => time.kind === 'duration' || time.kind === 'onset' || time.kind === 'date')
			.filter(({ start, end }) => !LOOSE_TIME.test(text.slice(Math.max(0, start - 6), end)))
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
	if (spans.length > 2 || free[0] === undefined || !isOfMainClause(sentence, free[0].span)) return null;
	// “By the 1850s, …”: it may have been so before.
	if (/\bby $/i.test(text.slice(statement.start, free[0].span.start)) || /^by\b/i.test(text.slice(free[0].span.start)))
		return null;
	const { span, role, type } = free[0];
	// “no more than {{5 milligrams}}”: what compares stays in sight.
	const lead =
		/^(?:within|for|in|over|on|since|lasting|(?:no |not )?(?:more|less|fewer) than|at (?:least|most))\s+/i.exec(
			text.slice(span.start, span.end)
		);
	const isDenied = /\b(?:no|not) $/i.test(text.slice(statement.start, span.start));
	const keep = lead !== null && (isDenied || !/than|at/i.test(lead[0])) ? lead[0].length : 0;
	return { answer: { start: span.start + keep, end: span.end }, role, type, worth: 0.55 };
}

/** Whether a span belongs to what the sentence’s first clause says, and to nothing that is put in or added. */
function isOfMainClause(sentence: Sentence, { start, end }: Span): boolean {
	const clause = sentence.clauses[0];
	if (clause === undefined) return false;
	const holds = (range: Range | null): boolean => {
		if (range === null) return false;
		const span = spanOf(sentence, range);
		return span.start <= start && end <= span.end;
	};
	// “In 1793,”; not “By the time he arrived in 1861,” or “Preparing for an election in 1900,”.
	const { front } = clause;
	const isTimed = front !== null && front.to - front.from <= 9 && sentence.classes.charAt(front.from) === 'P';
	return holds(clause.complement) || holds(clause.subject) || (isTimed && holds(front));
}

/** “the agency required”, “their first infusion”: a thing that was spoken of before. */
function isBareMention({ tokens, clauses }: Sentence, at: number): boolean {
	const [token, noun, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
	if (token?.lower !== 'the' || noun?.class !== 'N' || !isPointing(noun.lower)) return false;
	if (next === undefined || !'OPRENG'.includes(next.class)) return true;
	return next.class === 'E' && clauses.some(({ verb }) => verb.start <= at + 2 && at + 2 < verb.end);
}
