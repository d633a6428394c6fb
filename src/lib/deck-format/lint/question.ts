import type { Problem } from '../problem';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';

const AUXILIARY =
	/^(?:[^?]{0,80}, )?(is|are|was|were|does|do|did|can|could|has|have|had|will|would|should|must|may|might)(?:n[’']t)?\s[^?]*\?/i;
const YES_OR_NO = /^(yes|no|true|false)\b(?! longer)/i;

/** A question that can be answered by guessing between two teaches nothing. “Is it A or B?” names both and is left. */
const yesNo: Lint = {
	rules: ['yes-no'],
	check: ({ faces, placeOf }) =>
		faces.filter(isYesNo).map(({ note, frontPath }) => {
			const message = 'This is answered by yes or no, which can be guessed. Ask what, which, when, how or why.';
			return problem('error', 'yes-no', placeOf(note.id, ...frontPath), note.id, message);
		})
};

function isYesNo({ front, answers, isQuestion }: Face): boolean {
	if (!isQuestion) return false;
	if (answers.length === 1 && YES_OR_NO.test(answers[0]?.text ?? '')) return true;
	const question = /[^.]*\?/.exec(front)?.[0].trim() ?? '';
	return (
		AUXILIARY.test(question) && !/\bor\b/i.test(question) && !/\b(what|which|who|when|where|why|how)\b/i.test(question)
	);
}

const VAGUE =
	/^(?:(?:what|how) about|describe|discuss|tell (?:me|us)|talk about|comment on|outline|summari[sz]e|explain(?! why| how)|give an overview|write about|what (?:do you know|can you say|can be said|is known) (?:about|of)|what is (?:important|interesting|special|relevant|noteworthy) (?:about|in)|what is there to)\b/i;
const NOTHING_ASKED = /^(?:what|why|how|when|who|which|where)\??$/i;

/** A question with many right answers cannot be graded. */
const vagueAsk: Lint = {
	rules: ['vague-ask'],
	check: (context) => context.faces.filter((face) => face.isQuestion).flatMap((face) => vague(face, context))
};

function vague({ note, front, frontPath }: Face, { placeOf }: LintContext): Problem[] {
	if (!VAGUE.test(front) && !NOTHING_ASKED.test(front)) return [];
	const message = 'This has many right answers. Ask for the one thing that the answer says.';
	return [problem('error', 'vague-ask', placeOf(note.id, ...frontPath), note.id, message)];
}

export const question: readonly Lint[] = [yesNo, vagueAsk];
