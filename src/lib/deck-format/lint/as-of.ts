import type { Problem } from '../problem';
import { cardText } from './card-words';
import { problem, type Lint } from './lint';

/** Facts that a regulator or the passing of time can change. REMS: the FDA's risk evaluation and mitigation strategy. */
const CHANGES =
	/\b(approv(?:ed|al|als|es)|un-?approved|licen[cs]ed|off-label|REMS|currently|at present|presently|nowadays|today|to date|so far|not yet|schedule [IV]+)\b/iu;

/** A fact that can change bears the date up to which it is known to hold. */
export const asOf: Lint = {
	rules: ['as-of'],
	check: ({ faces, pack, placeOf }) =>
		pack.notes
			.filter((note) => note.asOf === undefined)
			.flatMap((note): Problem[] => {
				const own = faces.filter((face) => face.note === note).map(cardText);
				const found = CHANGES.exec(own.join(' '))?.[0];
				if (found === undefined) return [];
				const message = `“${found}” can change. Add “asOf:” with the date up to which it is known to hold.`;
				return [problem('error', 'as-of', placeOf(note.id), note.id, message)];
			})
};
