import type { SequenceNote } from '../../domain/note';
import type { Span } from '../../domain/text/sentences';
import { spanOf, type Sentence } from '../grammar/sentence';
import { capitalised } from '../words/casing';
import type { Place } from './assembly';
import { candidateId, type Candidate } from './candidate';
import { claimKey } from './claim-key';
import type { Found } from './questions';

/** A question for a date that a document answers, with its sentence. */
export interface Dated {
	readonly asked: Found;
	readonly sentence: Sentence;
}

interface Step {
	readonly words: string;
	/** Year, month and day as one number. */
	readonly when: number;
	readonly event: Span;
	readonly sources: readonly Span[];
}

const FEWEST = 4;
const MOST = 6;
const LONGEST = 85;

/** What happened when, as one note to put in order; null where a document tells of fewer events in different years. */
export function dateSequence(
	dated: readonly Dated[],
	about: string | null,
	from: Span | null,
	{ document, topic }: Place
): Candidate | null {
	const [first] = dated;
	if (about === null || first === undefined) return null;
	const { text } = first.sentence;
	const steps: Step[] = [];
	for (const each of dated) {
		const step = stepOf(each);
		if (step === null || steps.some(({ when }) => year(when) === year(step.when))) continue;
		steps.push(step);
	}
	const some = steps.length <= MOST ? steps : everySo(steps);
	if (some.length < FEWEST) return null;
	const ordered = [...some].sort((a, b) => a.when - b.when);
	const names = ordered.map(({ words }) => words);
	const note: SequenceNote = {
		kind: 'sequence',
		id: `order-${candidateId(document, about, names.join('\n'))}`,
		topic,
		tags: ['timeline'],
		sources: distinct([...ordered.flatMap(({ sources }) => sources), ...(from === null ? [] : [from])]).map(
			({ start, end }) => ({ document, quote: text.slice(start, end), start, end })
		),
		front: `Put in order: events in the history of ${about}`,
		steps: names
	};
	const claim = {
		type: 'timeline' as const,
		sentence: ordered[0]?.sources[0] ?? { start: 0, end: 0 },
		slots: [...ordered]
			.sort((a, b) => a.event.start - b.event.start)
			.map(({ event: { start, end } }) => ({ role: 'event' as const, start, end })),
		hedged: false,
		negated: false
	};
	return { note, claim, key: claimKey(text, claim), answer: null, score: 0.7, pattern: 'order' };
}

/** “The canal opened” of “The canal opened on 17 November 1869.” */
function stepOf({ asked, sentence }: Dated): Step | null {
	const { clause, subject, answer } = asked;
	if (clause === null || subject === null || !asked.pattern.startsWith('time-date')) return null;
	if (clause.verb.tense !== 'past' || clause.verb.negated || clause.matrix !== null) return null;
	const { text, statement } = sentence;
	const said = spanOf(sentence, { from: clause.verb.start, to: Math.max(clause.verb.end, clause.complement.to) });
	const inside = answer.start >= said.start && answer.end <= said.end;
	const rest = inside
		? `${text.slice(said.start, answer.start)} ${text.slice(answer.end, said.end)}`
		: text.slice(said.start, said.end);
	const words = capitalised(
		`${subject.text} ${rest}`
			.replace(/\s?\([^()]*\)/g, '')
			.replace(/\b(?:only|also|then|finally|later|however|first)\s(?=\p{Ll}+ed\b)/gu, '')
			.replace(/\s+/g, ' ')
			.replace(/\s?(?:,|\b(?:in|on|by|at|from|and|but))?\s?$/, '')
			.trim()
	);
	const when = dateOf(text.slice(answer.start, answer.end));
	if (when === null || words.length > LONGEST || words.split(' ').length < 3) return null;
	if (/\b(?:1[5-9]|20)\d\d\b|\b(?:it|its|they|their|this|these|he|his|she|her)\b|[,;:]/i.test(words)) return null;
	return {
		words,
		when,
		event: said,
		sources: [{ start: statement.start, end: statement.end }, ...(subject.from === null ? [] : [subject.from])]
	};
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date with a year as a number that sorts; null for centuries, spans and times by or after which. */
function dateOf(words: string): number | null {
	const found = /^(?:in|on) (?:(\d{1,2}) )?(?:(\p{L}{3})\p{L}*,? )?(?:(\d{1,2}),? )?((?:1[0-9]|20)\d\d)$/iu.exec(words);
	if (found === null) return null;
	const month = found[2] === undefined ? 0 : MONTHS.indexOf(found[2].toLowerCase()) + 1;
	return Number(found[4]) * 10_000 + month * 100 + Number(found[1] ?? found[3] ?? 0);
}

const year = (when: number): number => Math.floor(when / 10_000);

/** As many as a note may hold, spread over all. */
const everySo = (steps: readonly Step[]): Step[] =>
	Array.from({ length: MOST }, (_, i) => steps[Math.floor((i * steps.length) / MOST)]).filter(
		(step) => step !== undefined
	);

const distinct = (spans: readonly Span[]): Span[] =>
	spans.filter(({ start }, i) => spans.findIndex((other) => other.start === start) === i);
