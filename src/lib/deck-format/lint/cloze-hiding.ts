import { parseCloze } from '../../domain/cloze';
import type { ClozeNote } from '../../domain/note';
import type { Problem } from '../problem';
import { plain } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { contentWords, countWords } from './words';

const MOST_HIDDEN = 0.4;

/** A cloze must leave enough to know what is asked, and hide something worth knowing. */
export const clozeHiding: Lint = {
	rules: ['cloze-hides-too-much', 'cloze-hides-stop-word'],
	check: (context) => context.pack.notes.flatMap((note) => (note.kind === 'cloze' ? hidden(note, context) : []))
};

function hidden(note: ClozeNote, { placeOf }: LintContext): Problem[] {
	const { segments, numbers } = parseCloze(note.text);
	const place = placeOf(note.id, 'text');
	const all = segments.reduce((sum, { text }) => sum + countWords(plain(text)), 0);
	return numbers.flatMap((number): Problem[] => {
		const own = segments.filter((each) => each.kind === 'deletion' && each.number === number);
		const words = own.reduce((sum, { text }) => sum + countWords(plain(text)), 0);
		const problems: Problem[] = [];
		if (words / Math.max(1, all) > MOST_HIDDEN) {
			const message = `c${number} hides ${words} of ${all} words; more than 40 % leave too little to go by. Hide less, or ask a question.`;
			problems.push(problem('error', 'cloze-hides-too-much', place, note.id, message));
		}
		if (own.some(({ text }) => contentWords(text).length === 0)) {
			const message = `c${number} hides only small words. Hide the word that carries the fact.`;
			problems.push(problem('error', 'cloze-hides-stop-word', place, note.id, message));
		}
		return problems;
	});
}
