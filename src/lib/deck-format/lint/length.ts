import type { Problem } from '../problem';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { countWords } from './words';

const FRONT = { most: 25, wanted: 15, characters: 200 };
const BACK = { most: 30, wanted: 15 };

/** A card is read in one breath and answered in one. A cloze has the whole sentence as its front. */
export const length: Lint = {
	rules: ['front-too-long', 'front-long', 'back-too-long', 'back-long'],
	check: (context) => context.faces.flatMap((face) => [...front(face, context), ...backs(face, context)])
};

function front({ note, front: text, frontPath }: Face, { placeOf }: LintContext): Problem[] {
	const words = countWords(text);
	const place = placeOf(note.id, ...frontPath);
	if (words > FRONT.most || text.length > FRONT.characters) {
		const size = words > FRONT.most ? `${words} words` : `${text.length} characters`;
		const message = `The front has ${size}; at most ${FRONT.most} words and ${FRONT.characters} characters can be read at a glance. Ask for less, or make two notes.`;
		return [problem('error', 'front-too-long', place, note.id, message)];
	}
	if (words <= FRONT.wanted || note.kind === 'cloze') return [];
	const message = `The front has ${words} words. Up to ${FRONT.wanted} are read quickly: see what can go.`;
	return [problem('warning', 'front-long', place, note.id, message)];
}

function backs({ note, answers }: Face, { placeOf }: LintContext): Problem[] {
	return answers.flatMap(({ text, path }) => {
		const words = countWords(text);
		const place = placeOf(note.id, ...path);
		if (words > BACK.most) {
			const message = `The answer has ${words} words; more than ${BACK.most} are not recalled but recited. Make several notes, or move part to “explain”.`;
			return [problem('error', 'back-too-long', place, note.id, message)];
		}
		if (words <= BACK.wanted) return [];
		const message = `The answer has ${words} words. Up to ${BACK.wanted} can be graded honestly: see what can go to “explain”.`;
		return [problem('warning', 'back-long', place, note.id, message)];
	});
}
