import type { Problem } from '../problem';
import { cardText } from './card-words';
import { answerWords, clausesOf, mostAbout, shareIn } from './clauses';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { contentWords, holds, tokens, type Token } from './words';

const NEGATION = /^(not|no|never|cannot|neither|nor|without|none|nothing|nobody)$|n't$/;
/** Ways to say no without saying it, which keep the sense on a card. */
const SOFT =
	/\b(un(?!der|til|it|ion|iq|iv)\p{L}{4,}|non-?\p{L}+|in(?:effective|complete|sufficient|conclusive|dependent|stead|ability)\p{L}*|fail\p{L}*|lack\p{L}*|absen\p{L}*|except\p{L}*|rather|unlike|differ\p{L}*|contrast\p{L}*|only|other than|free of|hardly|rare\p{L}*|missing|prohibit\p{L}*|avoid\p{L}*|exclu\p{L}*|stop\p{L}*|off-label)\b/iu;
const NEAR = 4;

/** A “not” that stands in the quote and not on the card turns the fact over. */
export const negation: Lint = {
	rules: ['negation-lost', 'negation-added'],
	check: (context) => context.faces.flatMap((face) => [...lost(face, context), ...added(face, context)])
};

function lost(face: Face, { evidenceOf, placeOf }: LintContext): Problem[] {
	const { note, answers } = face;
	const card = cardText(face);
	if (isNegative(card) || SOFT.test(card)) return [];
	const answer = answerWords(answers);
	const clauses = clausesOf(evidenceOf(note));
	const main = mostAbout(clauses, [...contentWords(face.front), ...answer]);
	const found = clauses.map((clause) => {
		const others = clauses.filter((each) => each !== clause).join(' ');
		return negated(clause, answer, clause === main && shareIn(clause, answer) >= 0.5, tokens(others));
	});
	const [first] = found.filter((each) => each !== null).sort((a, b) => a.severity.localeCompare(b.severity));
	if (first === undefined) return [];
	const message = `The quote says “${first.words}”; the card has no such “${first.negation}”. Keep the negation on the card.`;
	return [problem(first.severity, 'negation-lost', placeOf(note.id, ...(answers[0]?.path ?? [])), note.id, message)];
}

/**
 * How a clause denies words of the answer. In the clause on which the card rests, a negation right before them is
 * certain; elsewhere it counts only if no other clause says those words.
 */
function negated(clause: string, answer: readonly Token[], isMain: boolean, others: readonly Token[]) {
	const said = tokens(
		clause.replace(/\bnot (only|just|merely)\b/gi, '$1').replace(/\bno (?=longer than|more than|less than)/gi, '')
	);
	const at = said.findIndex((token) => NEGATION.test(token.word));
	if (at === -1) return null;
	const isAnswer = ({ word }: Token): boolean => holds(answer, word);
	const after = said.slice(at + 1);
	const next = after.slice(0, NEAR).filter(isAnswer);
	const telling = { words: near(said, at), negation: said[at]?.raw ?? '' };
	if (isMain && next.length > 0) return { severity: 'error' as const, ...telling };
	const before = said.slice(Math.max(0, at - 3), at);
	const isDoubtful = isMain
		? after.some(isAnswer) || before.some(isAnswer)
		: next.some(({ word }) => !holds(others, word));
	return isDoubtful ? { severity: 'warning' as const, ...telling } : null;
}

function added({ note, answers }: Face, { evidenceOf, placeOf }: LintContext): Problem[] {
	const evidence = evidenceOf(note);
	if (isNegative(evidence) || SOFT.test(evidence)) return [];
	return answers
		.filter(({ text }) => isNegative(text))
		.map(({ path }) => {
			const message = 'The answer says no or not, and the quote does not. Check that the quote supports it.';
			return problem('warning', 'negation-added', placeOf(note.id, ...path), note.id, message);
		});
}

const isNegative = (text: string): boolean => tokens(text).some((token) => NEGATION.test(token.word));

const near = (said: readonly Token[], at: number): string =>
	said
		.slice(Math.max(0, at - 1), at + NEAR)
		.map((token) => token.raw)
		.join(' ');
