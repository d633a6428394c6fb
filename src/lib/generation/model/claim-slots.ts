import { figuresOf } from '../../deck-format/lint/figures';
import type { Span } from '../../domain/text/sentences';
import { slot } from '../cards/asked';
import type { ClaimType, Slot, SlotRole } from '../claims/claim';
import { spanOf, type Sentence } from '../grammar/sentence';

/** What the subject and the answer of a claim are, by its type. */
const ROLES: Readonly<Record<ClaimType, { readonly subject: SlotRole; readonly answer: SlotRole }>> = {
	definition: { subject: 'term', answer: 'meaning' },
	mechanism: { subject: 'agent', answer: 'object' },
	timeline: { subject: 'event', answer: 'time' },
	risk: { subject: 'agent', answer: 'hazard' },
	regulatory: { subject: 'product', answer: 'indication' },
	comparison: { subject: 'agent', answer: 'contrast' },
	list: { subject: 'whole', answer: 'members' },
	fact: { subject: 'agent', answer: 'object' }
};

/** The slots that a card's sentence gives: what is asked for and, where the sentence was understood, subject and verb. */
export function slotsOf(type: ClaimType, answer: Span, sentence: Sentence | null): Slot[] {
	const { subject, answer: role } = ROLES[type];
	const clause = sentence?.clauses.find(({ subject: range }) => spanOf(sentence, range).start < answer.end);
	const isFigure = sentence !== null && figuresOf(sentence.text.slice(answer.start, answer.end)).length > 0;
	const asked: SlotRole = isFigure && role !== 'time' ? 'quantity' : role;
	if (sentence === null || clause === undefined) return [slot(asked, answer)];
	const named = spanOf(sentence, clause.subject);
	const verb = spanOf(sentence, { from: clause.verb.start, to: clause.verb.end });
	const isSubject = answer.start < named.end && named.start < answer.end;
	return [
		...(isSubject ? [slot(subject, answer)] : [slot(subject, named), slot(asked, answer)]),
		...(verb.end <= answer.start || answer.end <= verb.start ? [slot('relation', verb)] : [])
	].sort((a, b) => a.start - b.start || a.end - b.end);
}
