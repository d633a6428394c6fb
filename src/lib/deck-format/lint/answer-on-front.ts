import type { Problem } from '../problem';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { contentWords, isSameWord, stem } from './words';

/** Where the front already says the answer, nothing is recalled. A front that names two to choose from says both. */
export const answerOnFront: Lint = {
	rules: ['answer-on-front'],
	check: (context) =>
		context.faces.filter(({ note }) => note.kind !== 'sequence').flatMap((face) => given(face, context))
};

function given({ note, front, answers, isQuestion }: Face, { placeOf }: LintContext): Problem[] {
	if (isQuestion && /\bor\b/i.test(front)) return [];
	const asked = contentWords(front);
	return answers.flatMap(({ text, path }): Problem[] => {
		const words = contentWords(text);
		if (words.length === 0) return [];
		const shown = words.filter(({ word }) =>
			asked.some((each) => (isQuestion ? stem(each.word) === stem(word) : isSameWord(each.word, word)))
		);
		const place = placeOf(note.id, ...path);
		if (shown.length === words.length) {
			const message = `The front already says the answer (“${words.map(({ raw }) => raw).join(' ')}”). Reword one of the two.`;
			return [problem('error', 'answer-on-front', place, note.id, message)];
		}
		if (words.length >= 3 && shown.length / words.length >= 0.6) {
			const message = `Most of the answer is on the front (${shown.map(({ raw }) => `“${raw}”`).join(', ')}). Leave it out of one of the two.`;
			return [problem('warning', 'answer-on-front', place, note.id, message)];
		}
		return [];
	});
}
