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
	const words = [...contentWords(face.front), ...answerWords(answers)];
	const answer = answerWords(answers);
	const clause = mostAbout(clausesOf(evidenceOf(note)), words);
	if (clause === null || shareIn(clause, answer) < 0.5) return [];
	const said = tokens(
		clause.replace(/\bnot (only|just|merely)\b/gi, '$1').replace(/\bno (?=longer than|more than|less than)/gi, '')
	);
	const at = said.findIndex((token) => NEGATION.test(token.word));
	if (at === -1) return [];
	const isAnswer = ({ word }: Token): boolean => holds(answer, word);
	const after = said.slice(at + 1);
	if (!after.some(isAnswer) && !said.slice(Math.max(0, at - 3), at).some(isAnswer)) return [];
	const severity = after.slice(0, NEAR).some(isAnswer) ? 'error' : 'warning';
	const message = `The quote says “${near(said, at)}”; the card has no such “${said[at]?.raw ?? ''}”. Keep the negation on the card.`;
	return [problem(severity, 'negation-lost', placeOf(note.id, ...(answers[0]?.path ?? [])), note.id, message)];
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
