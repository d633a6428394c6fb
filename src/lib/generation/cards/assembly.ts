import type { BasicNote, ClozeNote, Note, Source } from '../../domain/note';
import type { Span } from '../../domain/text/sentences';
import { hedgesIn, isNegated } from '../claims/hedges';
import { slot } from './asked';
import { candidateId, type Candidate } from './candidate';
import { claimKey } from './claim-key';
import { capitalised, uncapitalised } from '../words/casing';
import type { Hole } from './clozes';
import type { Lead } from './document-context';
import type { Found } from './questions';
import { rangeOf, spanOf, type Sentence } from '../grammar/sentence';

export interface Place {
	/** Id of the document that the quotes are from. */
	readonly document: string;
	readonly topic: string;
}

/** A question as a note that cites its sentence, and the sentence that names what it is about. */
export function basicCandidate(
	asked: Found,
	sentence: Sentence,
	score: number,
	{ document, topic }: Place,
	lead: Lead
): Candidate {
	const { text, statement } = sentence;
	const quotes: Span[] = [quotedFor(asked, sentence)];
	const named = asked.subject?.from;
	if (named !== undefined && named !== null && named.start !== statement.start) quotes.push(named);
	if (lead.source !== null && quotes.every(({ start }) => start !== lead.source?.start)) quotes.push(lead.source);
	const full = asked.said ?? inFull(sentence, asked.answer);
	const answer = full ?? text.slice(asked.answer.start, asked.answer.end);
	const question = byWhen(asked.question, answer);
	const note: BasicNote = {
		kind: 'basic',
		id: idOf(asked.pattern, asked.answer, sentence, document),
		topic,
		tags: [asked.type],
		sources: quotes.map((span) => source(text, span, document)),
		front: capitalised(lead.words === '' ? question : lead.words + uncapitalised(question)),
		back: capitalised(answer)
	};
	const claim = claimOf(asked, sentence);
	return {
		note,
		claim,
		key: claimKey(text, claim),
		answer: full === null ? asked.answer : null,
		score,
		pattern: asked.pattern
	};
}

/** The sentence; where another part of it is hedged, only the part that the card states flatly. */
function quotedFor(asked: Found, sentence: Sentence): Span {
	const { text, statement } = sentence;
	const whole = { start: statement.start, end: statement.end };
	const part = statedPart(asked, sentence);
	if (part === null || isUnsure(text.slice(part.start, part.end))) return whole;
	return isUnsure(text.slice(whole.start, whole.end)) ? part : whole;
}

const isUnsure = (words: string): boolean =>
	hedgesIn(words).length > 0 || /\b(?:un(?:clear|certain|known)|not (?:yet )?(?:known|clear))\b/i.test(words);

/** From the first to the last word of what is asked, if it stands in one piece. */
function statedPart({ pattern, slots, answer, clause, subject }: Found, sentence: Sentence): Span | null {
	// Letters and names stand for what they do, however unsure the sentence is of the rest.
	if (/^(?:apposition|acronym|also-called|definition-brackets)$/.test(pattern)) {
		const start = Math.min(...slots.map((each) => each.start));
		return { start, end: Math.max(answer.end, ...slots.map((each) => each.end)) };
	}
	if (clause === null || clause.matrix !== null || subject?.from !== null) return null;
	// “Side effects, including nausea, appear to be rare”: that these are among them is not only apparent.
	if (clause.aside !== null) {
		const named = spanOf(sentence, { from: clause.subject.from, to: clause.aside.to });
		if (spanOf(sentence, clause.aside).start <= answer.start && answer.end <= named.end) return named;
	}
	if (clause.role !== 'main' && clause.role !== 'own') return null;
	const { start, end } = spanOf(sentence, {
		from: (clause.front ?? clause.subject).from,
		to: Math.max(clause.verb.end, clause.complement.to)
	});
	return start <= answer.start ? { start, end: Math.max(end, answer.end) } : null;
}

/** “When had Japan …? – By 1980” asks for a time by which: “By when had Japan …?”; likewise “Since when”. */
function byWhen(question: string, answer: string): string {
	if (/^by (?:the end of |[a-z]+ )?\d/i.test(answer)) return question.replace(/^When\b/, 'By when');
	return /^since\b/i.test(answer) ? question.replace(/^When(?= ha[sd]| have)/, 'Since when') : question;
}

/** “the catalyst” as an answer says less than “the iron catalyst”: what it stands for, if it is nothing but that. */
function inFull(sentence: Sentence, answer: Span): string | null {
	const { from, to } = rangeOf(sentence, answer);
	return to - from === 2 ? (sentence.given.get(from) ?? null) : null;
}

/** A sentence with one slot hidden. */
export function clozeCandidate(
	hole: Hole,
	sentence: Sentence,
	score: number,
	{ document, topic }: Place,
	lead: Lead
): Candidate {
	const { text, statement } = sentence;
	const { start, end } = hole.answer;
	const quotes: Span[] = [{ start: statement.start, end: statement.end }];
	if (lead.source !== null && lead.source.start !== statement.start) quotes.push(lead.source);
	const hidden = `${lead.words}${text.slice(statement.start, start)}{{c1::${text.slice(start, end)}}}${text.slice(end, statement.end)}`;
	const note: ClozeNote = {
		kind: 'cloze',
		id: idOf('cloze', hole.answer, sentence, document),
		topic,
		tags: [hole.type],
		sources: quotes.map((span) => source(text, span, document)),
		text: hidden
	};
	const words = text.slice(statement.start, statement.end);
	const claim = {
		type: hole.type,
		sentence: { start: statement.start, end: statement.end },
		slots: [slot(hole.role, hole.answer)],
		hedged: hedgesIn(words).length > 0,
		negated: isNegated(words)
	};
	return { note, claim, key: claimKey(text, claim), answer: hole.answer, score, pattern: 'cloze' };
}

function claimOf(asked: Found, { text, statement }: Sentence): Candidate['claim'] {
	const card = `${asked.question} ${text.slice(asked.answer.start, asked.answer.end)}`;
	return {
		type: asked.type,
		sentence: { start: statement.start, end: statement.end },
		slots: asked.slots.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || a.end - b.end),
		hedged: hedgesIn(card).length > 0,
		negated: isNegated(card)
	};
}

const source = (text: string, { start, end }: Span, document: string): Source => ({
	document,
	quote: text.slice(start, end),
	start,
	end
});

function idOf(pattern: string, answer: Span, { text, statement }: Sentence, document: string): string {
	const anchor = text.slice(statement.start, statement.end);
	return `${pattern}-${candidateId(document, anchor, `${pattern} ${text.slice(answer.start, answer.end)}`)}`;
}

/** What is asked and answered, as plain text. */
export function facesOfNote(note: Note): string {
	if (note.kind === 'basic') return `${note.front} ${note.back}`;
	if (note.kind === 'cloze') return note.text.replace(/\{\{c\d+::|\}\}/g, '');
	if (note.kind === 'choice') return `${note.front} ${note.answer}`;
	return note.kind === 'sequence' ? `${note.front} ${note.steps.join(' ')}` : '';
}
