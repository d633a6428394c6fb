import type { Problem } from '../problem';
import { cardText } from './card-words';
import { about, answerWords, sentencesOf } from './clauses';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';

/** Words by which a source says that it is not sure. “May” the month begins with a capital within a sentence. */
const HEDGE =
	/\b(may|might|could|suggest(?:s|ed|ing|ive|ion)?|thought to|believed|hypothes[ei]\p{L}*|appear(?:s|ed)?|seem(?:s|ed|ingly)?|possibl[ey]|possibility|perhaps|likely|presum\p{L}*|propos\p{L}*|speculat\p{L}*|unclear|uncertain|not (?:yet )?(?:known|established|proven|clear)|unknown)\b/u;
const SENTENCE_START = /^(May|Might|Could|Perhaps|Possibly)\b/;
/** Doubtful as a hedge: “action potential” is a fact. */
const WEAK = /\b(potential|potentially|promising|emerging)\b/iu;
const CARD_HEDGE =
	/\b(may|might|could|can|suggest\p{L}*|thought|think|believed?|hypothes[ei]\p{L}*|appear\p{L}*|seem\p{L}*|possibl[ey]|possibility|perhaps|likely|presum\p{L}*|propos\p{L}*|speculat\p{L}*|un(?:clear|certain|known|proven)|potential\p{L}*|promising|emerging|idea|theory|would|assum\p{L}*|expected|hop\p{L}*|claim\p{L}*|supposed\p{L}*|explain why|possible|candidate|argu\p{L}*|according to|not (?:yet )?(?:known|established|proven|clear)|say|says|calls?|attribut\p{L}*|credit\p{L}*|expla\p{L}*|open|questions?)\b/iu;
const ANIMAL = /\b(animals?|mice|mouse|rats?|rodents?|monkeys?|preclinical|pre-clinical|in vitro|cell cultures?)\b/iu;

/** What a source only suggests must not become a fact on a card; what was seen in animals stays with them. */
export const hedge: Lint = {
	rules: ['hedge-lost', 'animals-lost'],
	check: (context) => context.faces.flatMap((face) => [...hedgeLost(face, context), ...animalsLost(face, context)])
};

function hedgeLost(face: Face, context: LintContext): Problem[] {
	if (CARD_HEDGE.test(cardText(face))) return [];
	const passages = passagesOf(face, context);
	const strong = passages.map((each) => HEDGE.exec(each)?.[0] ?? SENTENCE_START.exec(each)?.[0]).find(Boolean);
	const weak = passages.map((each) => WEAK.exec(each)?.[0]).find(Boolean);
	const found = strong ?? weak;
	if (found === undefined) return [];
	const message = `The quote says “${found}”; the card states it as a fact. Keep the hedge: “may …”, “is thought to …”.`;
	return [
		problem(strong === undefined ? 'warning' : 'error', 'hedge-lost', placeOf(face, context), face.note.id, message)
	];
}

function animalsLost(face: Face, context: LintContext): Problem[] {
	const card = cardText(face);
	if (ANIMAL.test(card)) return [];
	const passages = passagesOf(face, context);
	const found = passages.map((each) => ANIMAL.exec(each)?.[0]).find(Boolean);
	if (found === undefined || passages.every((each) => /\b(clinical|human|people|patients)\b/i.test(each))) return [];
	const message = `The quote speaks of “${found}”; the card does not. Say in whom it was seen.`;
	const severity = CARD_HEDGE.test(card) ? 'warning' : 'error';
	return [problem(severity, 'animals-lost', placeOf(face, context), face.note.id, message)];
}

const passagesOf = ({ note, answers }: Face, { evidenceOf }: LintContext): readonly string[] =>
	about(sentencesOf(evidenceOf(note)), answerWords(answers));

const placeOf = ({ note, answers, frontPath }: Face, context: LintContext): ReturnType<LintContext['placeOf']> =>
	context.placeOf(note.id, ...(answers[0]?.path ?? frontPath));
