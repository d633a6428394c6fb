import { sentences } from '../../domain/text/sentences';
import type { Problem } from '../problem';
import type { Answer, Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { countWords, tokens } from './words';

const MOST_ITEMS = 4;

/** One card, one fact: half an answer cannot be graded. A sequence is graded by its order and is left out. */
export const oneFact: Lint = {
	rules: ['more-than-one-fact', 'list-too-long'],
	check: (context) =>
		context.faces
			.filter((face) => face.note.kind !== 'sequence')
			.flatMap((face) => [
				...twoQuestions(face, context),
				...longAsk(face, context),
				...face.answers.flatMap((answer) => [...twoFacts(face, answer, context), ...longList(face, answer, context)])
			])
};

const SECOND_QUESTION = /\?.+\?|,? and (what|which|when|why|how|who|where|whose|by how much|for how long)\b.*\?/iu;

function twoQuestions({ note, front, frontPath, isQuestion }: Face, { placeOf }: LintContext): Problem[] {
	if (!isQuestion || !SECOND_QUESTION.test(front)) return [];
	const message = 'The front asks two questions. Make a note of each.';
	return [problem('error', 'more-than-one-fact', placeOf(note.id, ...frontPath), note.id, message)];
}

function twoFacts({ note, front }: Face, { text, path }: Answer, { placeOf }: LintContext): Problem[] {
	const parts = note.kind === 'cloze' ? 1 : text.split(/;\s/).flatMap((part) => sentences(part)).length;
	if (parts < 2 || asksForSeveral(front)) return [];
	const message = `The answer says ${parts} things. Keep the one asked for; the rest goes to “explain” or to a note of its own.`;
	return [problem('warning', 'more-than-one-fact', placeOf(note.id, ...path), note.id, message)];
}

/** A front that says how many things it wants can be graded by them. */
const asksForSeveral = (front: string): boolean =>
	/\b(respectively|each|differ\p{L}*|compare\p{L}*)\b/iu.test(front) ||
	tokens(front).some((token) => ['2', '3', '4'].includes(token.word));

function longList({ note }: Face, { text, path }: Answer, { placeOf }: LintContext): Problem[] {
	const items = listItems(text);
	if (items <= MOST_ITEMS) return [];
	const message = `The answer is a list of ${items}; more than ${MOST_ITEMS} at once are not learnt. Ask for them in smaller groups, as clozes, or as a sequence.`;
	return [problem('error', 'list-too-long', placeOf(note.id, ...path), note.id, message)];
}

/** How many items an enumeration has; 1 for what is not one. */
function listItems(text: string): number {
	const items = text
		.replace(/\([^)]*\)/g, '')
		.replace(/(?<=\p{L}),(?=\p{L})/gu, '')
		.split(/[,;•]\s*(?:and |or )?| and | or | as well as /u)
		.filter((item) => item.trim() !== '');
	const separators = text.match(/[,;•]/g)?.length ?? 0;
	const isList = separators >= 2 && items.slice(1).every((item) => countWords(item) <= 7);
	return isList ? items.length : 1;
}

const ASKS_FOR = /^(which|what|name|list|give)$/i;

/** “Name five …”: the number asked for stands right after the asking word, or one word later. */
function longAsk({ note, front, frontPath, isQuestion }: Face, { placeOf }: LintContext): Problem[] {
	if (!isQuestion) return [];
	const all = tokens(front);
	const asked = all.find((token, i) => {
		const before = [all[i - 1], all[i - 2]].some((each) => each !== undefined && ASKS_FOR.test(each.raw));
		return (
			before && /^\d{1,2}$/.test(token.word) && Number(token.word) > MOST_ITEMS && !/%/.test(all[i + 1]?.raw ?? '')
		);
	});
	if (asked === undefined) return [];
	const message = `The front asks for ${asked.raw} things at once; more than ${MOST_ITEMS} are not learnt. Ask for them in smaller groups, or as a sequence.`;
	return [problem('error', 'list-too-long', placeOf(note.id, ...frontPath), note.id, message)];
}
