import { plain } from '../../deck-format/lint/faces';
import type { BasicNote, ClozeNote } from '../../domain/note';
import type { Span } from '../../domain/text/sentences';
import { candidateId, type Candidate } from '../cards/candidate';
import { claimKey } from '../cards/claim-key';
import { hedgesIn, isNegated } from '../claims/hedges';
import type { Sentence } from '../grammar/sentence';
import { capitalised } from '../words/casing';
import type { WrittenCard } from './answer-text';
import { slotsOf } from './claim-slots';
import type { ModelMaterial } from './material';
import type { Quoted } from './quoted';
import { fault, type Fault } from './refusal';

/** A candidate that a language model proposed and that passed every check. */
export interface ModelCandidate extends Candidate {
	/** Name of the model. */
	readonly model: string;
}

/** Marks of rich text or cloze, and characters that are not seen or turn the direction of writing. */
export const hasMarks = (text: string): boolean =>
	plain(text) !== text.replace(/\s+/g, ' ').trim() ||
	/\{\{|\}\}|::|[<>{}|\\`\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]|https?:|www\./i.test(
		text.replace(/[<>](?=\s?\d)/g, '')
	);

const BASIC_SCORE = 0.7;
const CLOZE_SCORE = 0.6;

/** A question that passed, as a note. */
export function basicOf(
	card: WrittenCard,
	answer: Span,
	quoted: Quoted,
	material: ModelMaterial,
	model: string,
	sentences: readonly Sentence[]
): ModelCandidate {
	const { text } = material;
	const words = text.slice(answer.start, answer.end);
	const note: BasicNote = {
		kind: 'basic',
		...noteFields(card, quoted, material, words),
		front: capitalised(card.question),
		back: capitalised(words)
	};
	const face = `${note.front} ${words}`;
	const own = sentences.find(({ statement }) => answer.start >= statement.start && answer.end <= statement.end);
	const claim: Candidate['claim'] = {
		type: card.type,
		sentence: own === undefined ? quoted.whole : { start: own.statement.start, end: own.statement.end },
		slots: own === undefined ? [] : slotsOf(card.type, answer, own),
		hedged: hedgesIn(face).length > 0,
		negated: isNegated(face)
	};
	return { note, claim, key: claimKey(text, claim), answer, score: BASIC_SCORE, pattern: 'model', model };
}

/** The sentence as it stands with the answer hidden, which leaves no room for anything untrue. */
export function clozeOf(
	card: WrittenCard,
	answer: Span,
	places: number,
	quoted: Quoted,
	material: ModelMaterial,
	model: string
): ModelCandidate | Fault {
	const { text } = material;
	const { start, end } = quoted.whole;
	if (quoted.sentences.length > 1) return fault('not-in-row', 'A cloze rests on one sentence.');
	if (places > 1) return fault('answer-not-in-quote', 'The words to hide stand in the sentence more than once.');
	const words = text.slice(answer.start, answer.end);
	if (hasMarks(text.slice(start, end))) {
		return fault('marks-in-text', 'The sentence holds marks that would be read as formatting.');
	}
	const note: ClozeNote = {
		kind: 'cloze',
		...noteFields(card, quoted, material, words),
		text: `${text.slice(start, answer.start)}{{c1::${words}}}${text.slice(answer.end, end)}`
	};
	const sentence = text.slice(start, end);
	const claim: Candidate['claim'] = {
		type: card.type,
		sentence: { start, end },
		slots: slotsOf(card.type, answer, null),
		hedged: hedgesIn(sentence).length > 0,
		negated: isNegated(sentence)
	};
	return { note, claim, key: claimKey(text, claim), answer, score: CLOZE_SCORE, pattern: 'model', model };
}

/** The source is the whole sentence, or both, so that a reader sees what stands around the quote. */
function noteFields(
	{ kind, type, question }: WrittenCard,
	{ whole }: Quoted,
	{ text, document, topic }: ModelMaterial,
	answer: string
) {
	const quote = text.slice(whole.start, whole.end);
	const id = `model-${candidateId(document, quote, `${kind} ${question} ${answer}`)}`;
	return { id, topic, tags: [type], sources: [{ document, quote, start: whole.start, end: whole.end }] };
}
