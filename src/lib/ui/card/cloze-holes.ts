import { parseCloze } from '../../domain/cloze';

export interface Hole {
	readonly text: string;
	readonly hint: string | null;
	/** Belongs to the card that is asked; the others show their words. */
	readonly asked: boolean;
}

export interface HoledText {
	/** Rich text with `sign(n)` in the place of hole n. */
	readonly text: string;
	readonly holes: readonly Hole[];
}

/** Takes the deletions out of a cloze, so that marking around and across them is still read as one text. */
export function clozeHoles(source: string, ordinal: number, sign: (n: number) => string): HoledText {
	const holes: Hole[] = [];
	let text = '';
	for (const segment of parseCloze(source).segments) {
		if (segment.kind === 'text') {
			text += segment.text;
			continue;
		}
		text += sign(holes.length);
		holes.push({ text: segment.text, hint: segment.hint, asked: segment.number === ordinal + 1 });
	}
	return { text, holes };
}
