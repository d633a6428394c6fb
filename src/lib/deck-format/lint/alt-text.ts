import type { Note } from '../../domain/note';
import { labelGroups, drawingText } from '../drawing-rules';
import type { Problem } from '../problem';
import { plain } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { contentWords, countWords, holdsPhrase, tokens } from './words';

const FEWEST_WORDS = 4;

/** A picture says in words what it shows; a diagram says so without giving away what it asks. */
export const altText: Lint = {
	rules: ['alt-text', 'alt-gives-away', 'label-differs', 'label-shown-twice'],
	check: (context) => context.pack.notes.flatMap((note) => [...pictures(note, context), ...diagram(note, context)])
};

function pictures(note: Note, { placeOf }: LintContext): Problem[] {
	return (note.media ?? []).flatMap(({ alt, file }, i) =>
		tooShort(alt, file, placeOf(note.id, 'media', i, 'alt'), note.id)
	);
}

function tooShort(
	alt: string,
	file: string,
	place: Problem | ReturnType<LintContext['placeOf']>,
	note: string
): Problem[] {
	const isName = alt.toLowerCase() === file.toLowerCase() || /\.(svg|png|jpe?g|webp|gif)$/i.test(alt);
	if (!isName && countWords(alt) >= FEWEST_WORDS) return [];
	const message = 'Someone who cannot see the picture learns nothing from this. Say in a sentence what it shows.';
	return [problem('error', 'alt-text', place, note, message)];
}

function diagram(note: Note, { placeOf, pack }: LintContext): Problem[] {
	if (note.kind !== 'diagram') return [];
	const place = placeOf(note.id, 'alt');
	const problems = tooShort(note.alt, note.drawing, place, note.id);
	const alt = tokens(plain(note.alt));
	const drawing = pack.drawings[note.drawing];
	const groups = drawing === undefined ? [] : labelGroups(drawing);
	for (const [i, { answer, part }] of note.labels.entries()) {
		const words = contentWords(plain(answer));
		if (holdsPhrase(alt, words)) {
			const message = `“alt” gives away the label “${answer}”. Describe the drawing without it.`;
			problems.push(problem('warning', 'alt-gives-away', place, note.id, message));
		}
		const shown = groups.find((each) => each.part === part);
		if (
			shown !== undefined &&
			!tokens(drawingText(shown.group)).some(({ word }) => words.some((each) => each.word === word))
		) {
			const message = `The answer is “${answer}”, but the drawing’s label reads “${drawingText(shown.group)}”. Make them agree.`;
			problems.push(problem('warning', 'label-differs', placeOf(note.id, 'labels', i, 'answer'), note.id, message));
		}
		const other = groups.find((each) => each.part !== part && holdsPhrase(tokens(drawingText(each.group)), words));
		if (other !== undefined) {
			const message = `The answer “${answer}” also stands in the label “${other.part}” of the drawing, which shows while this one is asked. Reword one.`;
			problems.push(problem('warning', 'label-shown-twice', placeOf(note.id, 'labels', i, 'answer'), note.id, message));
		}
	}
	return problems;
}
