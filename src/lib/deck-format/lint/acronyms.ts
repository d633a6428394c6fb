import type { Problem } from '../problem';
import { cardText } from './card-words';
import { problem, type Lint } from './lint';
import { acronymsIn } from './names';

/** Known to every reader by these letters alone. */
const COMMON = new Set('USA US UK EU DNA RNA HIV AIDS MRI CT MD OK TV ID PDF URL'.split(' '));

/** An acronym that nothing in the deck spells out. Told once, where it first stands. */
export const acronyms: Lint = {
	rules: ['acronym'],
	check: ({ faces, pack, acronyms: known, placeOf }) => {
		const cards = faces.map(cardText);
		const everything = [
			...pack.documents.map((document) => document.text),
			...cards,
			...pack.notes.flatMap(({ explain = '', contrast = '' }) => [explain, contrast])
		].join('\n');
		const seen = new Set<string>();
		return faces.flatMap((face, i): Problem[] =>
			acronymsIn(cards[i] ?? '').flatMap(({ acronym }): Problem[] => {
				if (seen.has(acronym) || COMMON.has(acronym)) return [];
				seen.add(acronym);
				if (Object.hasOwn(known, acronym) || isSpelledOut(acronym, everything)) return [];
				const message = `“${acronym}” is spelled out nowhere. Write it out, or add it to the deck’s acronyms.`;
				const place = placeOf(face.note.id, ...face.frontPath);
				return [{ ...problem('error', 'acronym', place, face.note.id, message), words: acronym }];
			})
		);
	}
};

/** `words (ABC)` or `ABC (words)`. */
const isSpelledOut = (acronym: string, text: string): boolean =>
	new RegExp(`\\(${acronym}s?[,;)]|(?<![\\p{L}\\p{N}])${acronym}s? \\(\\p{Ll}`, 'u').test(text);
