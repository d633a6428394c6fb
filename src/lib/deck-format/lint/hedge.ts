import type { Problem } from '../problem';
import { cardText } from './card-words';
import { bestOf, sentencesOf } from './clauses';
import type { Answer, Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { contentWords } from './words';

/** Words by which a source says that it is not sure. “May” with a capital is a hedge only where a sentence begins. */
const HEDGE =
	/\b(may|might|could|suggest(?:s|ed|ing|ive|ion)?|thought to|believed|hypothes[ei]\p{L}*|appears(?! (?:on|in|at|after|within|before|during|when|between|as a)\b)|appear(?:ed)? to|seem(?:s|ed|ingly)?|possibl[ey]|possibility|perhaps|likely|presum\p{L}*|propos\p{L}*|speculat\p{L}*|unclear|uncertain|unknown|not (?:yet |fully )?(?:known|established|proven|clear))\b|^(?:May|Might|Could|Perhaps|Possibly)\b/u;
/** Doubtful as a hedge: an “action potential” is a fact. */
const WEAK = /\b((?<!action |membrane )potential(?! for)|potentially|promising|emerging)\b/iu;
/** Any of these on the card keeps the doubt, whatever word the source has for it. */
const KEPT =
	/\b(may|might|could|can|would|suggest\p{L}*|thought|think\p{L}*|belie[fv]\p{L}*|hypothes[ei]\p{L}*|appear\p{L}*|seem\p{L}*|possib\p{L}*|perhaps|likely|presum\p{L}*|propos\p{L}*|speculat\p{L}*|un(?:clear|certain|known|proven)|potential\p{L}*|promis\p{L}*|emerging|idea|theory|assum\p{L}*|expect\p{L}*|hop(?:e|es|ed|ing)|claim\p{L}*|suppos\p{L}*|candidate|argu\p{L}*|open question|not (?:yet |fully )?(?:known|established|proven|clear))\b/iu;
/** Says whose word it is, which is less than to say that it is doubtful. */
const ATTRIBUTED =
	/\b(according to|says?|said|calls?|called|names?|named|credits?|attribut\p{L}*|expla\p{L}*|evidence|peer-review\p{L}*|view|reports?|presents?|sees?)\b/iu;
const ANIMAL = /\b(animals?|mice|mouse|rats?|rodents?|monkeys?|preclinical|pre-clinical|in vitro|cell cultures?)\b/iu;
const HUMAN = /\b(clinical|humans?|people|patients)\b/iu;

/** What a source only suggests must not become a fact on a card; what was seen in animals stays with them. */
export const hedge: Lint = {
	rules: ['hedge-lost', 'animals-lost'],
	check: (context) =>
		context.faces.flatMap((face) => {
			const card = cardText(face);
			return face.answers.flatMap((answer) => [
				...hedgeLost(card, face, answer, context),
				...animalsLost(card, face, answer, context)
			]);
		})
};

function hedgeLost(card: string, { note }: Face, answer: Answer, context: LintContext): Problem[] {
	if (KEPT.test(card)) return [];
	const passages = supporting(note, answer, context);
	const word = inAll(passages, (passage) => HEDGE.exec(passage) ?? WEAK.exec(passage));
	if (word === null) return [];
	const severity = ATTRIBUTED.test(card) || WEAK.test(word) ? 'warning' : 'error';
	const message = `The quote says “${word}”; the card states it as a fact. Keep the hedge: “may …”, “is thought to …”.`;
	return [problem(severity, 'hedge-lost', context.placeOf(note.id, ...answer.path), note.id, message)];
}

function animalsLost(card: string, { note }: Face, answer: Answer, context: LintContext): Problem[] {
	if (ANIMAL.test(card)) return [];
	const passages = supporting(note, answer, context);
	const word = inAll(passages, (passage) => (HUMAN.test(passage) ? null : ANIMAL.exec(passage)));
	if (word === null) return [];
	const severity = KEPT.test(card) ? 'warning' : 'error';
	const message = `The quote speaks of “${word}”; the card does not. Say in whom it was seen.`;
	return [problem(severity, 'animals-lost', context.placeOf(note.id, ...answer.path), note.id, message)];
}

/** The sentences of the evidence on which this answer rests most. */
const supporting = (note: Face['note'], { text }: Answer, { evidenceOf }: LintContext): readonly string[] =>
	bestOf(sentencesOf(evidenceOf(note)), contentWords(text));

/** The first find, if every passage has one: a passage without it says the same unhedged. */
function inAll(passages: readonly string[], find: (passage: string) => RegExpExecArray | null): string | null {
	const found = passages.map((passage) => find(passage)?.[0] ?? null);
	return found.every((each) => each !== null) ? (found[0] ?? null) : null;
}
