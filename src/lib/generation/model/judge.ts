import { contentWords } from '../../deck-format/lint/words';
import type { Span } from '../../domain/text/sentences';
import type { Sentence } from '../grammar/sentence';
import { against } from './against';
import { readAnswer, type WrittenCard } from './answer-text';
import type { Batch } from './batches';
import { basicOf, clozeOf, hasMarks, type ModelCandidate } from './candidate';
import { hedgeFault, negationFault } from './certainty-check';
import { figureFault } from './figure-check';
import type { ModelMaterial, NumberedSentence } from './material';
import { pairingFault } from './pairing-check';
import { placesOf } from './places';
import { askedWords, statedWords, typeFault, wordFault, type AskedWords } from './question-words';
import { quotedIn } from './quoted';
import { fault, type Fault, type Refusal } from './refusal';
import { readNumbered, roleFault } from './role-check';

/** What became of one answer. */
export interface Judged {
	readonly accepted: readonly ModelCandidate[];
	readonly refused: readonly Refusal[];
	/** False if there was no JSON in the answer at all. */
	readonly readable: boolean;
}

/**
 * Holds what a model wrote to the text: nothing is taken over but questions all of whose words the quote has, and
 * answers that are spans of it. Whatever the document or the model says, nothing else can come of it. Pure.
 * @param model its name, by which its candidates are marked
 */
export function judgeAnswer(answer: string, batch: Batch, material: ModelMaterial, model: string): Judged {
	const written = readAnswer(answer);
	if (written === null) return { accepted: [], refused: [], readable: false };
	const accepted: ModelCandidate[] = [];
	const refused: Refusal[] = [];
	const read = new Map<number, Sentence>();
	const parse = (sentence: NumberedSentence): Sentence => {
		const known = read.get(sentence.id) ?? readNumbered(material.text, sentence);
		read.set(sentence.id, known);
		return known;
	};
	const refuse = ({ reason, message }: Fault, card?: WrittenCard): void => {
		refused.push({ reason, message, question: short(card?.question ?? ''), answer: short(card?.answer ?? '') });
	};
	// Questions first, because how many clozes may be taken depends on them.
	const cards = [...written].sort((a, b) => Number(isCloze(a)) - Number(isCloze(b)));
	for (const card of cards) {
		if ('reason' in card) {
			refuse(card);
			continue;
		}
		const made = judgeCard(card, batch, material, model, parse);
		if ('reason' in made) refuse(made, card);
		else {
			const last = against(made, [...material.candidates, ...accepted], material);
			if (last !== null) refuse(last, card);
			else accepted.push(made);
		}
	}
	accepted.sort((a, b) => a.claim.sentence.start - b.claim.sentence.start);
	return { accepted, refused, readable: true };
}

const isCloze = (card: WrittenCard | Fault): boolean => 'kind' in card && card.kind === 'cloze';

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

function judgeCard(
	card: WrittenCard,
	batch: Batch,
	material: ModelMaterial,
	model: string,
	parse: (sentence: NumberedSentence) => Sentence
): ModelCandidate | Fault {
	const { text } = material;
	const quoted = quotedIn(card, batch, text);
	if ('reason' in quoted) return quoted;
	if (contentWords(card.answer).length === 0) return fault('answer-empty', 'The answer says nothing.');
	const answers = placesOf(text, quoted.quote, card.answer.replace(/(?<=.)[.;,]$/, ''), true);
	const [first] = answers;
	if (first === undefined) return fault('answer-not-in-quote', 'The answer is not in the quote, word for word.');
	if (card.kind === 'cloze') return clozeOf(card, first, answers.length, quoted, material, model);

	const asked = askedWords(card.question);
	if (asked === null)
		return fault('question-form', 'This is not one question with a question word and a mark at its end.');
	if (hasMarks(card.question) || hasMarks(text.slice(first.start, first.end))) {
		return fault('marks-in-text', 'It holds marks that would be read as formatting, or characters that are not seen.');
	}
	const quote = text.slice(quoted.quote.start, quoted.quote.end);
	const whole = text.slice(quoted.whole.start, quoted.whole.end);
	const lack = wordFault(card.question, asked, quote);
	if (lack !== null) return lack;
	const sentences = quoted.sentences.map(parse);
	let found: Fault | null = null;
	for (const answer of answers) {
		const wrong = answerFault(card, asked, answer, quote, whole, text, sentences);
		if (wrong === null) return basicOf(card, answer, quoted, material, model, sentences);
		found ??= wrong;
	}
	return found ?? fault('answer-not-in-quote', 'The answer is not in the quote.');
}

/** What is wrong with the card if its answer is the one at this place. */
function answerFault(
	card: WrittenCard,
	asked: AskedWords,
	answer: Span,
	quote: string,
	whole: string,
	text: string,
	sentences: readonly Sentence[]
): Fault | null {
	const words = text.slice(answer.start, answer.end);
	const face = `${card.question} ${words}`;
	const own = sentences.find(({ statement }) => answer.start >= statement.start && answer.end <= statement.end);
	if (own === undefined) return fault('other-part', 'The answer runs over the end of a sentence.');
	if (isSpelledOut(card.question, answer, text)) return null;
	return (
		figureFault([card.question, words], quote) ??
		typeFault(asked, words, text.slice(own.statement.start, answer.start)) ??
		negationFault(face, whole, words) ??
		hedgeFault(face, whole) ??
		roleFault(asked, answer, sentences) ??
		pairingFault(statedWords(asked), answer, own.statement, text)
	);
}

/** “What does ABC stand for?”, where the text has “Alpha beta cell (ABC)”: certain, whatever else the sentence says. */
function isSpelledOut(question: string, { start, end }: Span, text: string): boolean {
	const letters = /^What does (\p{Lu}[\p{Lu}\d]+)s? stand for\?$/u.exec(question)?.[1];
	if (letters === undefined || !new RegExp(`^ \\(${letters}s?[),;]`).test(text.slice(end, end + letters.length + 4)))
		return false;
	const words = text
		.slice(start, end)
		.toUpperCase()
		.split(/[\s-]+/);
	const first = words[0]?.charAt(0);
	const last = words[words.length - 1]?.charAt(0);
	return (
		first === letters.charAt(0) &&
		letters
			.replace(/\d+$/, '')
			.slice(1)
			.includes(last ?? '?')
	);
}
