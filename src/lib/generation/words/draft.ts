import type { Span } from '../../domain/text/sentences';
import type { WordClass } from './tokens';

/** A word on its way to its class. */
export interface Draft extends Span {
	readonly text: string;
	readonly lower: string;
	class: WordClass;
	lemma: string | null;
}

/** The classes of the words from one on. */
export const lettersFrom = (all: readonly Draft[], from: number): string =>
	all
		.slice(from, from + 12)
		.map((each) => each.class)
		.join('');

/** A word that may belong to a noun phrase. */
export const isWordLike = (draft: Draft | undefined): boolean =>
	draft !== undefined && /\p{L}/u.test(draft.text) && !'POTCSRMBHKDI'.includes(draft.class);

/** Whether a noun is plural by its form. */
export const isPlural = (lower: string): boolean =>
	(/s$/.test(lower) &&
		!/(ss|us|is|itis|osis|sis|as)$/.test(lower) &&
		!/^(physics|mathematics|genetics|kinetics|dynamics|ethics|statistics|economics|politics|lens|pa?ediatrics|obstetrics|mechanics|optics|acoustics|diabetes|rabies|herpes|measles|mumps|\w*(kinetics|dynamics|genetics|physics))$/.test(
			lower
		)) ||
	/^(people|cattle|police|children|women|men|mice|feet|teeth|bacteria|data|criteria|phenomena|fungi|nuclei|dendrites|species|dice|mitochondria|protozoa|stimuli|alveoli|bronchi|cacti|foci|loci|radii|media|strata|spectra|quanta|ova|crania|oxen|geese|lice)$/.test(
		lower
	) ||
	/[a-z]{3}ae$|[a-z]{3}(?:cocci|bacilli)$/.test(lower) ||
	/[a-z]{3}(mata)$/.test(lower);

/** Whether a finite verb comes before the next mark. */
export const clauseFollows = (all: readonly Draft[], i: number): boolean => {
	for (const draft of all.slice(i + 1, i + 10)) {
		if (',;.:'.includes(draft.class)) return false;
		if ('3BMHK'.includes(draft.class)) return true;
	}
	return false;
};
