import { isStopWord, tokens, type Token } from '../../deck-format/lint/words';
import type { Span } from '../../domain/text/sentences';
import type { Sentence } from '../grammar/sentence';
import { fault, type Fault } from './refusal';
import { isEmptyVerb, type AskedWords } from './question-words';
import { isFormOf } from './same-word';

/** The words of a sentence with their offsets in the canonical text. */
export function wordsOf({ text, statement }: Sentence): Token[] {
	return tokens(text.slice(statement.start, statement.end)).map((token) => ({
		...token,
		start: token.start + statement.start
	}));
}

/**
 * An answer that names a thing stands next to a word of the question, with nothing of weight between them: “Furosemide
 * blocks a transporter in the kidney” does not say that furosemide blocks the kidney.
 * @param stated the words of the question that the sentence must say
 */
export function neighbourFault(stated: readonly Token[], answer: Span, sentence: Sentence): Fault | null {
	const weighty = wordsOf(sentence).filter(
		(word) => !isEmptyVerb(word) && !isStopWord(word.word) && !isStopWord(word.raw.toLowerCase())
	);
	const isStated = (word: Token): boolean => stated.some((each) => isFormOf(each, word));
	const before = weighty.filter(({ start }) => start < answer.start);
	const after = weighty.filter(({ start }) => start >= answer.end);
	const previous = before[before.length - 1];
	const [next] = after;
	if ((previous !== undefined && isStated(previous)) || (next !== undefined && isStated(next))) return null;
	return fault('other-part', 'Between the answer and what the question names, the sentence says something else.');
}

/**
 * Whether the answer was cut out of a phrase or a list, so that it says something else or only part of it.
 * @param stated as above: “how much water” may be answered by “500 ml” of “500 ml of water”
 */
export function cutFault(stated: readonly Token[], answer: Span, sentence: Sentence): Fault | null {
	const { text, statement, tokens: all } = sentence;
	const cut = fault('answer-cut', 'The answer is cut out of a longer phrase.');
	const inside = all.filter(({ start, end }) => start >= answer.start && end <= answer.end);
	const first = inside[0];
	const last = inside[inside.length - 1];
	if (first === undefined || last === undefined || 'DPOTCSRM'.includes(last.class) || first.class === 'O') return cut;
	// “What does A block?” is not answered by “blocks B”.
	if ('3BHKM('.includes(first.class) || inside.every((token) => '30EAX'.includes(token.class))) return cut;
	// “seven | weeks”, “blood | glucose”.
	const preceding = all.filter(({ end }) => end <= answer.start).at(-1);
	if (preceding !== undefined && /^[ -]?$/.test(text.slice(preceding.end, answer.start))) {
		if ('JNQG'.includes(preceding.class) && 'NQ'.includes(first.class)) return cut;
	}
	const at = all.findIndex(({ start }) => start >= answer.end);
	const following = all[at];
	if (following === undefined) return null;
	if (/^[ -]?$/.test(text.slice(answer.end, following.start))) {
		// “a salt | transporter”, “the loop | of Henle”.
		const goesOn = 'JNQGE'.includes(last.class) && (following.class === 'N' || following.class === 'O');
		const next = wordsOf(sentence).find(({ start, word }) => start >= answer.end && !isStopWord(word));
		if (goesOn && !(next !== undefined && stated.some((each) => isFormOf(each, next)))) return cut;
	}
	return isPartOfList(text.slice(answer.end, statement.end), sentence, answer.end)
		? fault('answer-cut', 'The answer is only part of what the sentence lists.')
		: null;
}

/** A circumstance is told by “in …”, “by …”, “when …” or an adverb, not by a noun that stands deeper in the sentence. */
export function circumstanceFault({ asking }: AskedWords, answer: Span, { tokens: all }: Sentence): Fault | null {
	if (/^how (?:many|much|long|often|old|large|big|high|far|heavy|tall)\b/i.test(asking)) return null;
	const first = all.find(({ start }) => start >= answer.start);
	const before = all.filter(({ end }) => end <= answer.start).at(-1);
	if (first !== undefined && 'PSAT'.includes(first.class)) return null;
	if (
		first !== undefined &&
		/^(?:because|if|when|while|once|until|due|owing|thanks|every|each|\p{L}+ly)$/u.test(first.lower)
	)
		return null;
	if (
		before !== undefined &&
		(before.class === 'P' || before.class === 'S' || /^(?:because|by|to)$/.test(before.lower))
	)
		return null;
	return fault('answer-cut', 'The answer names a thing, and the question asks for a circumstance.');
}

/** “| and B”, “|, B and C”; but not “| and raises D” or “|, which …”. */
function isPartOfList(rest: string, { tokens: all }: Sentence, from: number): boolean {
	const list = /^(?:, [^,;.]{1,40})*?(?:,? and| or) (?=[\p{L}\d])/u.exec(rest);
	if (list === null) return false;
	const opens = (at: number): string => {
		const first = all.find(({ start }) => start >= from + at);
		return first === undefined || LINKS.test(first.lower) ? '.' : first.class;
	};
	const items = [...list[0].matchAll(/, /g)].map(({ index }) => index + 2);
	return [...items, list[0].length].every((at) => 'NJDQCG'.includes(opens(at)));
}

/** Participles that join a phrase to what stands before. */
const LINKS =
	/^(?:depending|including|regarding|concerning|following|according|using|leading|resulting|causing|making)$/;
